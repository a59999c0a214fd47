"""导入方案与执行: plan, show, then apply; all of it or nothing."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from openpyxl import load_workbook

from accounts.models import Role
from audit.models import AuditEvent
from factbook.imports.apply import ImportStopped, apply_import
from factbook.imports.plan import plan_again, plan_import
from factbook.imports.template import template_workbook
from factbook.models import FactChange
from indicators.models import Indicator
from projects.models import Project, Subject
from tests.factbook.imports.books import PROJECTS, TARGETS, book
from tests.factories import (
    NOW,
    DepartmentFactory,
    FinanceFactory,
    IndicatorFactory,
    ProjectFactory,
    SubjectFactory,
    UserFactory,
    member,
)

pytestmark = [pytest.mark.both, pytest.mark.django_db]
P1 = ["077001", "P1", "养老补贴", "经常性项目", "2024-01-01", date(2024, 12, 31), None]
P2 = ["077001", "P2", "养老补贴（子项）", None, "2024年1月1日", "20241231", "P1"]
T1 = ["P1", 2024, "产出指标", "数量指标", "补贴人数", "≥", 1200, "人", 20]
T2 = ["P1", "2024年度", "效益指标", "社会效益指标", "应保尽保", "定性", "应保尽保", None, "10"]


class Desk:
    def __init__(self, tmp_path):
        self.finance = FinanceFactory()
        self.locality = self.finance.locality
        self.unit = DepartmentFactory(locality=self.locality, code="077001", name="养老中心")
        self.admin = member(self.finance, Role.ADMIN)
        self.path = tmp_path / "upload.xlsx"

    def plan(self, projects=None, targets=None, **rest):
        return plan_import(book(self.path, projects, targets, **rest), by=self.admin, locality=self.locality)

    def apply(self, plan):
        return apply_import(plan, by=self.admin, now=NOW)


@pytest.fixture
def desk(db, tmp_path):
    return Desk(tmp_path)


def problems(plan):
    return [(error.sheet, error.row, error.column) for error in plan.errors]


def test_planning_writes_nothing(desk):
    plan = desk.plan([P1, P2], [T1, T2])
    assert (plan.errors, plan.can_apply) == ((), True)
    assert [step.code for step in plan.created_projects] == ["P1", "P2"]
    assert [step.texts["name"] for step in plan.created_targets] == ["补贴人数", "应保尽保"]
    assert (Project.objects.count(), Indicator.objects.count(), AuditEvent.objects.count()) == (0, 0, 0)


def test_a_confirmed_plan_is_carried_out(desk):
    counts = desk.apply(desk.plan([P1, P2], [T1, T2]))
    assert counts == {"projects_created": 2, "projects_changed": 0, "targets_created": 2, "targets_changed": 0}
    child = Project.objects.get(code="P2")
    assert (child.parent.code, child.starts, child.ends) == ("P1", date(2024, 1, 1), date(2024, 12, 31))
    first, second = Indicator.objects.order_by("position")
    assert (first.name, first.target, first.target_value, first.level1_key, first.weight_value) == (
        "补贴人数",
        "1200",
        1200,
        "output",
        20,
    )
    assert (second.target, second.relation_key) == ("应保尽保", "qualitative")
    assert first.subject == Subject.objects.get(project__code="P1", year=2024, department=desk.unit)
    assert set(FactChange.objects.values_list("origin", "section", "version")) == {("import", "导入", 1)}
    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.target) == ("import", desk.admin.username, f"locality:{desk.locality.pk}")
    assert event.detail == counts


def test_importing_twice_changes_nothing(desk):
    desk.apply(desk.plan([P1, P2], [T1, T2]))
    again = desk.plan([P1, P2], [T1, T2])
    assert (again.projects, again.targets, again.unchanged, again.can_apply) == ((), (), 4, False)
    with pytest.raises(ImportStopped, match="没有要导入"):
        desk.apply(again)


def test_changes_are_shown_old_and_new_and_blank_cells_change_nothing(desk):
    desk.apply(desk.plan([P1, P2], [T1, T2]))
    plan = desk.plan([["077001", "P1", "养老服务补贴", None, None, None, None]], [[*T1[:6], 1300, "人", None]])
    assert [(c.label, c.old, c.new) for c in plan.updated_projects[0].changes] == [
        ("项目名称", "养老补贴", "养老服务补贴")
    ]
    assert [(c.label, c.old, c.new) for c in plan.updated_targets[0].changes] == [("指标值", "1200", "1300")]
    desk.apply(plan)
    project, indicator = Project.objects.get(code="P1"), Indicator.objects.get(name="补贴人数")
    assert (project.name, project.attribute, project.ends) == ("养老服务补贴", "经常性项目", date(2024, 12, 31))
    assert (indicator.target, indicator.weight) == ("1300", "20")
    assert Indicator.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        (["999", *P1[1:]], "单位代码", "没有这个单位"),
        ([None, *P1[1:]], "单位代码", "必须填写"),
        (["077001", None, *P1[2:]], "项目编码", "必须填写"),
        (["077001", 51090421000000012345, *P1[2:]], "项目编码", "失真"),
        (["077001", "P" * 61, *P1[2:]], "项目编码", "最多 60 个字"),
        (["077001", "P1", None, *P1[3:]], "项目名称", "必须填写"),
        (["077001", "P1", "名" * 201, *P1[3:]], "项目名称", "最多 200 个字"),
        ([*P1[:4], "去年", *P1[5:]], "项目期起", "2024-01-01"),
        ([*P1[:4], "2024-02-30", *P1[5:]], "项目期起", "2024-01-01"),
        ([*P1[:4], "2025-01-01", "2024-01-01", None], "项目期止", "不能早于"),
        ([*P1[:6], "P9"], "上级项目编码", "没有这个项目"),
        ([*P1[:6], "P1"], "上级项目编码", "本项目或其下级"),
    ],
)
def test_project_faults_name_row_column_and_what_is_expected(desk, row, column, says):
    plan = desk.plan([P2[:6], row])
    assert problems(plan) == [("项目", 3, column)]
    assert says in str(plan.errors[0])
    assert "第 3 行" in str(plan.errors[0])
    assert not plan.can_apply


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        (["P9", *T1[1:]], "项目编码", "没有这个项目"),
        (["P1", "明年", *T1[2:]], "年度", "四位年份"),
        (["P1", 1024, *T1[2:]], "年度", "四位年份"),
        ([*T1[:4], None, *T1[5:]], "三级指标", "必须填写"),
        ([*T1[:5], "大约", *T1[6:]], "指标性质", "≥"),
        ([*T1[:8], "十分"], "权重", "0 至 100"),
        ([*T1[:8], 120], "权重", "0 至 100"),
    ],
)
def test_target_faults(desk, row, column, says):
    plan = desk.plan([P1], [T2, row])
    assert problems(plan) == [("绩效指标", 3, column)]
    assert says in str(plan.errors[0])


def test_doubled_rows_are_faults(desk):
    plan = desk.plan([P1, P1], [T1, T1])
    assert problems(plan) == [("项目", 3, "项目编码"), ("绩效指标", 3, "三级指标")]
    assert "第 2 行" in str(plan.errors[0])


def test_a_circle_within_the_file_is_a_fault(desk):
    plan = desk.plan([[*P1[:6], "P2"], P2])
    assert problems(plan) == [("项目", 3, "上级项目编码")]


def test_all_faults_are_told_at_once(desk):
    plan = desk.plan([["999", None, None, None, "x", "y", None]])
    assert len(plan.errors) == 5


def test_faults_are_told_in_the_order_of_the_rows(desk):
    circle = ["077001", "P3", "自己的上级", None, None, None, "P3"]
    plan = desk.plan([circle, ["", "P4", "缺单位", None, None, None, None]])
    assert [error.row for error in plan.errors] == [2, 3]


def test_one_fault_stops_everything(desk):
    with pytest.raises(ImportStopped, match="有错误"):
        desk.apply(desk.plan([P1, ["999", *P2[1:]]]))
    assert not Project.objects.exists()


def test_a_wrong_sheet_or_header_is_explained(desk):
    assert "应为“项目”或“绩效指标”" in str(desk.plan().errors[0])
    (error,) = desk.plan([P1], headers=(["单位", "编码"], TARGETS)).errors
    assert "单位代码、项目编码、项目名称" in str(error)


def test_header_may_stand_below_a_title_with_columns_in_any_order(desk):
    plan = desk.plan([PROJECTS[::-1], P1[::-1]], headers=(["2024年项目表"], TARGETS))
    assert plan.errors == ()
    assert plan.created_projects[0].name == "养老补贴"


def test_units_and_projects_of_another_locality_are_unknown(desk, tmp_path):
    elsewhere = Desk(tmp_path)
    elsewhere.unit.code = "088001"
    elsewhere.unit.save()
    ProjectFactory(department=elsewhere.unit, code="PX")
    plan = desk.plan([["088001", *P1[1:]], [*P1[:6], "PX"]], [["PX", *T1[1:]]])
    assert problems(plan) == [("项目", 2, "单位代码"), ("项目", 3, "上级项目编码"), ("绩效指标", 2, "项目编码")]


def test_only_the_localitys_admin_may_import(desk, tmp_path):
    book(desk.path, [P1])
    stranger = Desk(tmp_path)
    for user in (stranger.admin, member(desk.unit, Role.FILLER), member(desk.finance, Role.REVIEWER)):
        with pytest.raises(PermissionDenied):
            plan_import(desk.path, by=user, locality=desk.locality)
    book(desk.path, [P1])
    plan = plan_import(desk.path, by=UserFactory(is_superuser=True), locality=desk.locality)
    desk.admin.memberships.all().delete()
    with pytest.raises(PermissionDenied):
        apply_import(plan, by=desk.admin, now=NOW)


def test_a_code_used_by_two_units_needs_the_unit(desk):
    other = DepartmentFactory(locality=desk.locality, code="077002")
    for unit in (desk.unit, other):
        ProjectFactory(department=unit, code="P1")
    plan = desk.plan(None, [T1])
    assert "单位代码" in str(plan.errors[0])
    plan = desk.plan(None, [[*T1, "077002"]], headers=(PROJECTS, [*TARGETS, "单位代码"]))
    assert [step.department for step in plan.created_targets] == [other.pk]


def test_a_plan_survives_being_put_aside_and_is_made_anew(desk):
    plan = desk.plan([P1], [T1])
    assert plan_again(plan.to_json(), by=desk.admin) == plan


def test_a_plan_that_no_longer_holds_is_stopped(desk):
    plan = desk.plan([P1], [T1])
    ProjectFactory(department=desk.unit, code="P1", name="他人新建")
    with pytest.raises(ImportStopped, match="重新上传"):
        desk.apply(plan)
    assert Project.objects.get().name == "他人新建"
    assert not AuditEvent.objects.exists()


def test_existing_indicators_stay_and_new_ones_come_after(desk):
    project = ProjectFactory(department=desk.unit, code="P1")
    subject = SubjectFactory(project=project, year=2024)
    IndicatorFactory(subject=subject, name="已有指标", position=0)
    desk.apply(desk.plan(None, [T1]))
    names = subject.indicators.order_by("position").values_list("name", flat=True)
    assert list(names) == ["已有指标", "补贴人数"]


def test_template_is_read_by_the_importer_and_holds_no_rows(desk):
    desk.path.write_bytes(template_workbook())
    plan = plan_import(desk.path, by=desk.admin, locality=desk.locality)
    assert (plan.errors, plan.projects, plan.targets) == ((), (), ())
    made = load_workbook(BytesIO(template_workbook()))
    assert made.sheetnames == ["填写说明", "项目", "绩效指标"]
    assert [cell.value for cell in made["项目"][1]][:3] == ["单位代码*", "项目编码*", "项目名称*"]
    assert {v.formula1 for v in made["绩效指标"].data_validations.dataValidation} == {'"≥,≤,＝,>,<,定性"'}
