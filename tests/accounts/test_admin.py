"""管理范围: 管理员 of one locality never sees, chooses or changes another's; every change is audited.

Control: with `reach` switched off the same requests show the other locality.
"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.admin import scope
from accounts.models import Membership, Role, User
from audit.models import AuditEvent
from projects.models import Department, Project
from tests.factories import (
    PASSWORD,
    DepartmentFactory,
    FactChangeFactory,
    FinanceFactory,
    FundFlowFactory,
    IndicatorFactory,
    ParkedSaveFactory,
    ProjectFactory,
    StatementFactory,
    SubjectFactory,
    UserFactory,
    member,
)

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "Nq8-shanshui-2"


class Place:
    """One locality with a row of everything, all texts carrying its mark."""

    def __init__(self, mark):
        self.finance = FinanceFactory(locality__name=f"{mark}区", name=f"{mark}财政局", code=f"{mark}01")
        self.locality = self.finance.locality
        self.unit = DepartmentFactory(locality=self.locality, parent__name=f"{mark}民政局", name=f"{mark}养老中心")
        self.project = ProjectFactory(department=self.unit, name=f"{mark}养老补贴", code=f"{mark}-P1")
        self.subject = SubjectFactory(project=self.project)
        self.admin = member(self.finance, Role.ADMIN, username=f"{mark}-admin", full_name=f"{mark}管理员")
        self.filler = member(self.unit, Role.FILLER, username=f"{mark}-filler", full_name=f"{mark}填报人")
        IndicatorFactory(subject=self.subject, name=f"{mark}指标")
        StatementFactory(subject=self.subject, text=f"{mark}文字")
        FundFlowFactory(subject=self.subject)
        FactChangeFactory(subject=self.subject, new=f"{mark}新值", by=self.filler)
        ParkedSaveFactory(subject=self.subject, by=self.filler)


MODELS = {
    "projects": ["locality", "department", "project", "subject", "fundflow", "statement"],
    "accounts": ["user"],
    "indicators": ["indicator"],
    "factbook": ["factchange", "parkedsave"],
}
LISTS = [f"admin:{app}_{model}" for app, models in MODELS.items() for model in models]


@pytest.fixture(autouse=True)
def own_site(settings):
    settings.ROOT_URLCONF = "tests.accounts.admin_urls"
    # The permission table knows the real addresses; here only the site itself is asked.
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "policy" not in name and "axes" not in name]
    settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]


@pytest.fixture
def here(db):
    return Place("甲")


@pytest.fixture
def there(db):
    return Place("乙")


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def client(here):
    return client_of(here.admin)


def page(client, name, *args):
    response = client.get(reverse(name, args=args))
    return response.status_code, response.content.decode()


@pytest.mark.parametrize("name", LISTS)
def test_lists_show_the_own_locality_only(here, there, client, name):
    status, text = page(client, f"{name}_changelist")
    assert status == 200
    assert "甲" in text
    assert "乙" not in text


@pytest.mark.parametrize("name", LISTS)
def test_lists_can_be_sorted_by_every_column(here, client, name):
    url = reverse(f"{name}_changelist")
    columns = len(client.get(url).context["cl"].list_display)
    for number in range(columns):
        for way in (number, -number):
            assert client.get(url, {"o": way}).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_control_without_reach_the_other_locality_shows(here, there, client, name, monkeypatch):
    monkeypatch.setattr(scope, "reach", lambda _request, rows: rows)
    assert "乙" in page(client, f"{name}_changelist")[1]


@pytest.mark.parametrize("model", ["projects_department", "projects_project"])
@pytest.mark.parametrize("end", ["change", "delete", "history"])
def test_pages_of_the_other_locality_do_not_exist(here, there, client, model, end):
    rows = {"projects_department": (here.unit, there.unit), "projects_project": (here.project, there.project)}
    own, foreign = rows[model]
    assert page(client, f"admin:{model}_{end}", own.pk)[0] == 200
    # Django leads an unknown row back to the index, the same way for foreign and for missing ones.
    foreign_answer = client.get(reverse(f"admin:{model}_{end}", args=[foreign.pk]))
    missing_answer = client.get(reverse(f"admin:{model}_{end}", args=[987654]))
    assert (foreign_answer.status_code, missing_answer.status_code) == (302, 302)
    assert foreign_answer["Location"] == missing_answer["Location"]


def test_facts_are_read_only(here, client):
    url = reverse("admin:projects_subject_change", args=[here.subject.pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"year": 1999}).status_code == 403
    assert client.get(reverse("admin:projects_subject_add")).status_code == 403
    assert client.get(reverse("admin:projects_subject_delete", args=[here.subject.pk])).status_code == 403


@pytest.mark.parametrize(
    ("app", "model", "field"),
    [
        ("projects", "department", "parent"),
        ("projects", "project", "department"),
        ("projects", "project", "parent"),
        ("accounts", "membership", "department"),
    ],
)
def test_autocomplete_offers_the_own_locality_only(here, there, client, app, model, field):
    query = {"app_label": app, "model_name": model, "field_name": field, "term": ""}
    answer = client.get(reverse("admin:autocomplete"), query)
    assert answer.status_code == 200
    offered = [row["text"] for row in answer.json()["results"]]
    assert any("甲" in text for text in offered)
    assert not any("乙" in text for text in offered)


def project_form(department, **rest):
    return {"department": department.pk, "code": "NEW", "name": "新项目", "attribute": "", "is_active": "on", **rest}


def test_a_forged_choice_is_refused(here, there, client):
    url = reverse("admin:projects_project_add")
    assert client.post(url, project_form(there.unit)).status_code == 200
    assert client.post(url, project_form(here.unit, parent=there.project.pk)).status_code == 200
    assert not Project.objects.filter(code="NEW").exists()
    assert client.post(url, project_form(here.unit)).status_code == 302
    assert Project.objects.get(code="NEW").department == here.unit


def test_a_department_cannot_be_moved_to_the_other_locality(here, there, client):
    url = reverse("admin:projects_department_change", args=[here.unit.pk])
    form = {"locality": there.locality.pk, "code": "X1", "name": "改名", "kind": "unit", "is_active": "on"}
    assert client.post(url, form).status_code == 200
    assert Department.objects.get(pk=here.unit.pk).locality == here.locality


def test_localities_are_the_superusers_business(here, client):
    assert client.get(reverse("admin:projects_locality_add")).status_code == 403
    assert client.post(reverse("admin:projects_locality_change", args=[here.locality.pk]), {}).status_code == 403


def memberships(department, role=Role.FILLER, number=1):
    rows = {"memberships-TOTAL_FORMS": number, "memberships-INITIAL_FORMS": 0}
    if number:
        rows |= {"memberships-0-department": department.pk, "memberships-0-role": role}
    return rows


def user_form(**rest):
    words = {
        "username": "newcomer",
        "full_name": "新人",
        "phone": "",
        "password1": NEW_PASSWORD,
        "password2": NEW_PASSWORD,
    }
    return {**words, "usable_password": "true", **rest}


def test_a_new_user_has_a_hashed_password_and_a_role(here, client):
    answer = client.post(reverse("admin:accounts_user_add"), user_form(**memberships(here.unit)))
    assert answer.status_code == 302
    user = User.objects.get(username="newcomer")
    assert user.check_password(NEW_PASSWORD)
    assert NEW_PASSWORD not in user.password
    assert user.memberships.get().department == here.unit
    assert (user.is_superuser, user.is_staff) == (False, False)


@pytest.mark.parametrize("number", [0, 1])
def test_a_new_user_needs_a_role_in_the_own_locality(here, there, client, number):
    client.post(reverse("admin:accounts_user_add"), user_form(**memberships(there.unit, number=number)))
    assert not User.objects.filter(username="newcomer").exists()


def test_a_weak_password_is_refused(here, client):
    weak = user_form(password1="12345678", password2="12345678", **memberships(here.unit))
    client.post(reverse("admin:accounts_user_add"), weak)
    assert not User.objects.filter(username="newcomer").exists()


def test_nobody_makes_themselves_superuser(here, client):
    url = reverse("admin:accounts_user_change", args=[here.filler.pk])
    own = here.filler.memberships.get()
    rows = {
        "memberships-TOTAL_FORMS": 1,
        "memberships-INITIAL_FORMS": 1,
        "memberships-0-id": own.pk,
        "memberships-0-user": here.filler.pk,
        "memberships-0-department": here.unit.pk,
        "memberships-0-role": Role.HEAD,
    }
    forged = {"is_superuser": "on", "is_staff": "on", "groups": "1", "user_permissions": "1"}
    answer = client.post(
        url, {"username": here.filler.username, "full_name": "改名", "is_active": "on", **rows, **forged}
    )
    assert answer.status_code == 302
    here.filler.refresh_from_db()
    assert (here.filler.full_name, here.filler.is_superuser, here.filler.is_staff) == ("改名", False, False)
    assert here.filler.memberships.get().role == Role.HEAD


def test_users_with_a_role_elsewhere_or_superusers_are_out_of_reach(here, there, client):
    Membership.objects.create(user=here.filler, department=there.unit, role=Role.FILLER)
    chief = member(here.unit, Role.FILLER, username="chief", is_superuser=True)
    for user in (here.filler, chief, there.filler):
        assert client.get(reverse("admin:accounts_user_change", args=[user.pk])).status_code == 302
        assert client.get(reverse("admin:auth_user_password_change", args=[user.pk])).status_code in {302, 403, 404}
        answer = client.post(
            reverse("admin:auth_user_password_change", args=[user.pk]),
            {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
        )
        assert answer.status_code in {302, 403, 404}
        user.refresh_from_db()
        assert user.check_password(PASSWORD)


def test_a_new_password_is_audited_and_never_written_down(here, client):
    url = reverse("admin:auth_user_password_change", args=[here.filler.pk])
    assert client.post(url, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}).status_code == 302
    here.filler.refresh_from_db()
    assert here.filler.check_password(NEW_PASSWORD)
    event = AuditEvent.objects.get(action="admin.change")
    assert (event.actor, event.target) == ("甲-admin", f"user:{here.filler.pk}")
    assert NEW_PASSWORD not in str(event.detail)


def test_users_are_never_deleted(here, client):
    assert client.get(reverse("admin:accounts_user_delete", args=[here.filler.pk])).status_code == 403


def test_every_change_is_audited(here, client):
    client.post(reverse("admin:projects_project_add"), project_form(here.unit))
    project = Project.objects.get(code="NEW")
    client.post(reverse("admin:projects_project_change", args=[project.pk]), project_form(here.unit, name="改名"))
    client.post(reverse("admin:projects_project_delete", args=[project.pk]), {"post": "yes"})
    assert not Project.objects.filter(code="NEW").exists()
    seen = list(AuditEvent.objects.exclude(action="login").values_list("action", "actor", "target"))
    target = f"project:{project.pk}"
    assert seen == [(f"admin.{verb}", "甲-admin", target) for verb in ("add", "change", "delete")]


def test_no_bulk_deletion(here, client):
    url = reverse("admin:projects_project_changelist")
    client.post(url, {"action": "delete_selected", "_selected_action": here.project.pk, "post": "yes"})
    assert Project.objects.filter(pk=here.project.pk).exists()


def test_who_may_come_in(here):
    for user, status in [
        (here.admin, 200),
        (UserFactory(is_superuser=True), 200),
        (here.filler, 302),
        (member(here.finance, Role.REVIEWER, is_staff=True), 302),
    ]:
        assert client_of(user).get(reverse("admin:index")).status_code == status
    here.admin.memberships.all().delete()
    assert client_of(here.admin).get(reverse("admin:index")).status_code == 302


def test_a_superuser_sees_all_localities_and_the_audit_trail(here, there):
    chief = client_of(UserFactory(is_superuser=True))
    text = page(chief, "admin:projects_project_changelist")[1]
    assert "甲养老补贴" in text
    assert "乙养老补贴" in text
    assert page(chief, "admin:audit_auditevent_changelist")[0] == 200
    assert chief.get(reverse("admin:audit_auditevent_add")).status_code == 403


def test_the_audit_trail_is_not_a_localitys(here, client):
    assert page(client, "admin:audit_auditevent_changelist")[0] == 403
    event = AuditEvent.objects.first()
    assert client.get(reverse("admin:audit_auditevent_change", args=[event.pk])).status_code in {302, 403}


def test_the_index_shows_our_pages_only(here, client):
    text = page(client, "admin:index")[1]
    assert "用户" in text
    assert "项目" in text
    assert "axes" not in text.lower()
    assert "django_q" not in text.lower()
