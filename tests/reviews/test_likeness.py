"""批次的雷同: over submissions only; last year's by the same project; own names are not foreign."""

from __future__ import annotations

import pytest

from filings.snapshot import as_read, case_in, latest, live_case
from projects.models import Subject
from reviews import likeness
from reviews.batches import desk_filings
from reviews.likeness import detail, last_year_of, overview
from tests.factories import DepartmentFactory, LocalityFactory, ProjectFactory
from tests.reviews.batch import OWN, SHARED, another, sent


@pytest.fixture(autouse=True)
def _nothing_kept():
    """Every test reads its own database anew."""
    for kept in (likeness.likeness_in, likeness.shared_in, likeness.shared_with, likeness.texts_of):
        kept.cache_clear()


def shown(filing):
    return as_read(case_in(latest(filing)))


def pair(town):
    first = sent(town, another(town, {"text.goal": OWN[0] + SHARED, "text.result": OWN[1]}))
    second = sent(town, another(town, {"text.goal": SHARED.replace("14264", "14246"), "text.result": OWN[2]}))
    return first, second


def test_a_sentence_shared_by_two_is_shown_beside_the_other(town):
    first, second = pair(town)
    found = detail(town.reviewer, first, shown(first))
    (copied,) = found.siblings
    assert (copied.mine.text, copied.theirs.text) == (SHARED, SHARED.replace("14264", "14246"))
    assert found.others[copied.theirs.owner] == second
    assert (found.last_year, found.before) == ((), None)


def test_the_overview_says_how_much_and_with_whom(town):
    first, second = pair(town)
    third = sent(town, another(town, {"text.goal": OWN[3], "text.result": ""}))
    rows = {row.filing: row for row in overview(town.reviewer, [first, second, third])}
    assert rows[first].siblings.closest == second.pk
    assert 0.2 < rows[first].siblings.share < rows[second].siblings.share < 1
    assert (rows[third].siblings.share, rows[third].siblings.closest) == (0.0, None)
    assert rows[first].last_year is None


def test_what_is_not_submitted_is_compared_with_nobody(town):
    draft = another(town, {"text.goal": SHARED})
    done = sent(town, another(town, {"text.goal": SHARED, "text.result": OWN[0]}))
    assert detail(town.reviewer, done, shown(done)).siblings == ()
    assert [row.filing for row in overview(town.admin, [draft, done])] == [done]
    # Control: once submitted, it is.
    sent(town, draft)
    assert len(detail(town.reviewer, done, shown(done)).siblings) == 1


def test_a_draft_shown_live_to_the_administrator_is_compared_as_it_is_now(town):
    done = sent(town, another(town, {"text.goal": SHARED}))
    draft = another(town, {"text.goal": "", "text.result": SHARED})
    (copied,) = detail(town.admin, draft, as_read(live_case(draft))).siblings
    assert (copied.mine.path, copied.theirs.owner) == ("text.result", done.pk)


def test_last_year_is_the_same_projects(town):
    project = ProjectFactory(department=town.unit)
    old = "990777/2023/small"
    before = sent(town, another(town, {"text.goal": SHARED, "text.result": ""}, project=project, year=2023, form=old))
    sent(town, another(town, {"text.goal": SHARED}, year=2023, form=old))  # another project's
    now = sent(town, another(town, {"text.goal": SHARED, "text.result": OWN[0]}, project=project))
    assert last_year_of(town.reviewer, [now]) == {now.pk: before}
    found = detail(town.reviewer, now, shown(now))
    assert found.before == before
    (copied,) = found.last_year
    assert copied.theirs.owner == before.pk
    assert found.siblings == ()  # another year is another batch
    (row,) = overview(town.reviewer, [now])
    assert 0 < row.last_year.share < 1


def test_of_several_forms_of_last_year_the_same_one_counts(town):
    project = ProjectFactory(department=town.unit)
    report = sent(town, another(town, project=project, year=2023, form="990777/2023/report"))
    subject = report.subject
    table = town.draft(subject=Subject.objects.get(pk=subject.pk), form="990777/2023/small")
    town.write(table, {"score.execution.self": "9.5", "score.quality.self": "85"})
    sent(town, table)
    now = sent(town, another(town, project=project))
    assert last_year_of(town.reviewer, [now]) == {now.pk: table}


def test_residue_and_names_are_told_with_their_places(town):
    LocalityFactory(code="990888", name="石泉县")
    DepartmentFactory(locality=town.locality, name=f"{town.locality.name}民政事务局")
    text = f"由石泉县养老保险中心负责，与{town.locality.name}民政事务局核对，{town.unit.name}发放××万元。"
    filing = sent(town, another(town, {"text.goal": text}))
    found = detail(town.reviewer, filing, shown(filing))
    assert [(each.prose.path, each.found.quote) for each in found.residue] == [("text.goal", "××")]
    assert [(each.found.kind, each.found.quote) for each in found.names] == [
        ("known", "石泉县养老保险中心"),
        ("nearby", f"{town.locality.name}民政事务局"),
    ]
    (row,) = overview(town.reviewer, [filing])
    assert (row.residue, row.names) == (1, 2)


def test_texts_are_compared_as_they_are_printed(town):
    """A quoted figure counts as its value, not as its token."""
    one = sent(town, another(town, {"text.goal": "全年支出{{总额·执行数}}万元，用于逐月发放困难补助和慰问。"}))
    sent(town, another(town, {"text.goal": "全年支出95.00万元，用于逐月发放困难补助和慰问。"}))
    (copied,) = detail(town.reviewer, one, shown(one)).siblings
    assert copied.mine.text == copied.theirs.text


def test_the_overview_asks_as_often_for_many_as_for_few(town, count_queries):
    def asked():
        filings = list(desk_filings(town.reviewer))  # as the page reads them, with their masters
        return count_queries(lambda: overview(town.reviewer, filings))

    sent(town, another(town))
    sent(town, another(town))
    first = asked()
    for _ in range(4):
        sent(town, another(town))
    assert asked() == first
    # What was compared once is kept: only the keys, the masters and last year are asked for again.
    assert asked() < first


def test_a_new_submission_is_never_answered_with_the_old_one(town):
    first, second = pair(town)
    before = overview(town.reviewer, [first, second])
    third = sent(town, another(town, {"text.goal": OWN[0]}))
    after = {row.filing: row for row in overview(town.reviewer, [first, second, third])}
    assert {row.filing: row.siblings for row in before}[first] != after[first].siblings
