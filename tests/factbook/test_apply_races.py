"""并发保存: twenty writers on one field, every acknowledged text is in the change log. Control: plain save() loses."""

from __future__ import annotations

import pytest

from accounts.models import User
from factbook.apply import apply
from factbook.changes import Conflict
from factbook.models import FactChange, ParkedSave
from projects.models import Statement, Subject
from tests.factbook.samples import blueprint, changes
from tests.factories import NOW, StatementFactory, SubjectFactory, UserFactory

pytestmark = [pytest.mark.both, pytest.mark.concurrency, pytest.mark.slow]
WRITERS, SAVES = 20, 25
GOAL = "text.goal"


def write(subject_id: int, user_id: int, writer: int) -> tuple[list[str], int]:
    """As a page does: save; on a conflict take the new version and save again. Returns acknowledged tokens, refusals."""
    subject, user = Subject.objects.get(pk=subject_id), User.objects.get(pk=user_id)
    acknowledged, refused, base = [], 0, subject.version
    for turn in range(SAVES):
        token = f"{writer}:{turn}"
        while True:
            try:
                base = apply(
                    subject=subject, changes=changes(base, {GOAL: token}), blueprint=blueprint(), by=user, now=NOW
                )
            except Conflict as conflict:
                base, refused = conflict.version, refused + 1
            else:
                acknowledged.append(token)
                break
    return acknowledged, refused


def write_plainly(subject_id: int, user_id: int, writer: int) -> list[str]:
    """The control: read, change, save(), with the log kept in the same row's text."""
    tokens = [f"{writer}:{turn}" for turn in range(SAVES)]
    for token in tokens:
        row = Statement.objects.get(subject_id=subject_id, path=GOAL)
        row.text = f"{row.text} {token}"
        row.save()
    return tokens


@pytest.fixture
def subject(transactional_db):
    return SubjectFactory()


def test_no_acknowledged_save_is_lost(subject, processes):
    user = UserFactory()
    results = processes(write, [(subject.pk, user.pk, writer) for writer in range(WRITERS)])
    acknowledged = [token for tokens, _ in results for token in tokens]
    assert len(acknowledged) == WRITERS * SAVES
    assert sum(refused for _, refused in results) > 0, "the writers never met"
    logged = list(FactChange.objects.filter(path=GOAL).order_by("version").values_list("version", "old", "new"))
    assert set(acknowledged) - {new for _, _, new in logged} == set()
    # One unbroken history: each version once, each old text the new one before it.
    assert [version for version, _, _ in logged] == list(range(1, len(logged) + 1))
    assert [old for _, old, _ in logged] == ["", *(new for _, _, new in logged[:-1])]
    assert Statement.objects.get().text == logged[-1][2]
    assert ParkedSave.objects.exists()


def test_control_plain_save_loses(subject, processes):
    StatementFactory(subject=subject, path=GOAL, text="")
    results = processes(write_plainly, [(subject.pk, 0, writer) for writer in range(WRITERS)])
    kept = set(Statement.objects.get().text.split())
    lost = [token for tokens in results for token in tokens if token not in kept]
    assert len(lost) > 0


def write_own_field(subject_id: int, user_id: int, writer: int) -> int:
    subject, user = Subject.objects.get(pk=subject_id), User.objects.get(pk=user_id)
    for turn in range(SAVES):
        # Always the first version as base: everybody's page is as old as can be.
        posted = {f"text.field{writer}": f"{writer}:{turn}"}
        base = 0 if turn == 0 else None
        if base is None:
            base = FactChange.objects.filter(path=f"text.field{writer}").latest("version").version
        apply(subject=subject, changes=changes(base, posted), blueprint=blueprint(), by=user, now=NOW)
    return SAVES


def test_disjoint_fields_never_clash(subject, processes):
    user = UserFactory()
    calls = [(subject.pk, user.pk, writer) for writer in range(8)]
    assert processes(write_own_field, calls) == [SAVES] * 8
    assert set(Statement.objects.values_list("text", flat=True)) == {f"{writer}:{SAVES - 1}" for writer in range(8)}
    subject.refresh_from_db()
    assert subject.version == 8 * SAVES
