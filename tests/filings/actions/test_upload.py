"""上传表样: by the locality's own administrator, sound, at most one in force; the database keeps the text."""

import pytest
from django.db import DatabaseError, connection, transaction

from audit import ddl
from filings import triggers
from filings.actions import upload as actions
from filings.actions.upload import Faulty, activate, retire, upload
from filings.in_force import form_in_force, forms_in_force
from filings.models import UploadedBlueprint
from filings.refused import Refused
from tests.factories import LocalityFactory
from tests.filings.samples import FORM, NOW, SMALL, later, trail

OTHER_TEXT = SMALL.replace("label: 年度目标", "label: 总目标")


def put(town, text=SMALL, by=None, **more):
    told = {"locality": town.locality, "data": text.encode(), "name": "a.yaml", "by": by or town.admin, "now": NOW}
    return upload(**{**told, **more})


def test_at_most_one_is_in_force(town):
    first, second = put(town), put(town, OTHER_TEXT)
    assert form_in_force(FORM) is None
    activate(upload=first, by=town.admin, now=NOW)
    assert form_in_force(FORM).digest == first.digest
    activate(upload=second, by=town.admin, now=later(days=1))
    first.refresh_from_db()
    assert (first.state, second.state) == ("retired", "active")
    assert forms_in_force([FORM])[FORM].digest == forms_in_force()[FORM].digest == second.digest
    assert trail("blueprint.activate")[-1].detail["replaced"] == [first.digest]
    retire(upload=second, by=town.admin, now=later(days=2))
    assert form_in_force(FORM) is None
    activate(upload=first, by=town.admin, now=later(days=3))
    assert form_in_force(FORM).digest == first.digest


def test_the_same_text_is_the_same_version(town):
    assert put(town) == put(town)
    assert UploadedBlueprint.objects.count() == 1


def test_steps_that_were_taken_already_are_refused(town):
    kept = put(town)
    with pytest.raises(Refused, match="不能停用"):
        retire(upload=kept, by=town.admin, now=NOW)
    activate(upload=kept, by=town.admin, now=NOW)
    with pytest.raises(Refused, match="不能启用"):
        activate(upload=kept, by=town.admin, now=NOW)


def test_only_an_administrator_of_the_locality(town):
    kept = put(town)
    for person in (town.filler, town.head, town.reviewer):
        with pytest.raises(Refused, match="管理员办理"):
            put(town, by=person)
        with pytest.raises(Refused, match="管理员办理"):
            activate(upload=kept, by=person, now=NOW)
    with pytest.raises(Refused, match="管理员办理"):
        put(town, locality=LocalityFactory(code="990888"))
    assert trail("blueprint.upload", "refused")


def test_another_area_and_another_kind_of_subject(town):
    for area in ("000000", "990888"):
        with pytest.raises(Refused, match=f"属于区划 {area}"):
            put(town, SMALL.replace("990777/", f"{area}/"))
    activate(upload=put(town), by=town.admin, now=NOW)
    turned = SMALL.replace("subject: project", "subject: department").replace("project.name", "department.name")
    with pytest.raises(Refused, match="另一类评价对象"):
        put(town, turned)


def test_faults_are_handed_over(town):
    with pytest.raises(Faulty) as caught:
        put(town, SMALL.replace("span: 6", "span: 5"))
    assert all(problem.line for problem in caught.value.problems)
    with pytest.raises(Faulty, match="文件太大"):
        put(town, data=b"#" * (actions.LARGEST + 1))


def test_a_version_that_can_no_longer_be_read_does_not_stop_the_others(town, monkeypatch):
    activate(upload=put(town), by=town.admin, now=NOW)
    ddl.remove(connection, [t for t in triggers.TRIGGERS if t.name == "upload_text"])
    UploadedBlueprint.objects.update(text="id: x")
    assert form_in_force(FORM) is None
    assert FORM not in forms_in_force()


def test_the_database_keeps_the_text(town):
    kept = put(town)
    for change in ({"text": "id: x"}, {"digest": "0" * 64}, {"form": "990777/2024/else"}):
        with pytest.raises(DatabaseError, match="内容不能修改"), transaction.atomic():
            UploadedBlueprint.objects.update(**change)
    with pytest.raises(DatabaseError, match="不能删除"), transaction.atomic():
        kept.delete()
    ddl.remove(connection, [t for t in triggers.TRIGGERS if t.name == "upload_text"])
    assert UploadedBlueprint.objects.update(text="id: x") == 1  # negative control
