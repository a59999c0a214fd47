"""导入的写入: what was ticked, all of it or nothing, with its origin, its audit row and its marks."""

from __future__ import annotations

import pytest

from factbook.models import FactChange
from filings.actions.move import hand_over
from filings.actions.settle import settle
from filings.actions.take_in import take_in
from filings.carried import carried_texts
from filings.importing import store
from filings.importing.proposing import proposal_of
from filings.models import CarriedText, IntakeFile
from filings.refused import Refused
from filings.snapshot import live_case
from intake.from_book import reading_of
from intake.proposal import Origin
from projects.models import Subject
from tests.filings.importing.handing import GOAL, hand_in, word
from tests.filings.samples import NOW, trail

INDICATORS = (
    ("三级指标", "指标值", "完成值"),
    ("办理业务", "≥10000件", "10236件"),
    ("新增网点", "3个", "3个"),
)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def version(filing):
    return Subject.objects.get(pk=filing.subject_id).version


def take(town, row, *ticks, **more):
    told = {"version": version(row.filing), "by": town.filler, "now": NOW}
    return take_in(intake=row, ticks=frozenset(ticks), **{**told, **more})


def raw(filing, path):
    return live_case(filing).book.raw(path)


@pytest.mark.both
def test_only_what_was_ticked_is_written(town):
    filing = town.filled()
    row = hand_in(town, filing)
    assert take(town, row, "text.goal") == 1
    assert raw(filing, "text.goal") == GOAL
    assert raw(filing, "text.result") == "全年办理业务10236件。"
    change = FactChange.objects.get(path="text.goal", new=GOAL)
    assert (change.origin, change.section, change.by) == ("导入 自评表.docx", "goals", town.filler)
    (event,) = trail("filing.import")
    assert (event.detail["file"], event.detail["places"]) == ("自评表.docx", 1)
    assert not IntakeFile.objects.exists()


@pytest.mark.both
def test_rows_are_added_changed_and_removed(town):
    filing = town.filled()
    book = word(table=INDICATORS[:0])
    row = hand_in(town, filing, data=table_file(INDICATORS))
    take(town, row, "indicators:0", "indicators:1")
    assert [i.name for i in live_case(filing).book.indicators] == ["办理业务", "新增网点"]
    again = hand_in(town, filing, data=table_file((INDICATORS[0], ("办理业务", "≥10000件", "10300件"))))
    gone = live_case(filing).book.indicators[1].uid
    take(town, again, "indicators:0", f"indicators:-{gone}")
    (left,) = live_case(filing).book.indicators
    assert (left.name, left.actual) == ("办理业务", "10300件")
    assert book


def table_file(rows):
    import io

    import docx

    made = docx.Document()
    grid = made.add_table(rows=len(rows), cols=len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            grid.cell(number, column).text = text
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_nothing_ticked_is_told(town):
    row = hand_in(town, town.filled())
    with pytest.raises(Refused, match="没有勾选"):
        take(town, row, "text.nothing", "funds.spent.all", "project.name")
    assert IntakeFile.objects.filter(pk=row.pk).exists()


@pytest.mark.both
def test_a_place_changed_meanwhile_stops_everything(town):
    filing = town.filled()
    row = hand_in(town, filing)
    shown = version(filing)
    town.write(filing, {"text.goal": "同事改的。"})
    changes = FactChange.objects.count()
    with pytest.raises(Refused, match="被他人改动"):
        take(town, row, "text.goal", "text.result", version=shown)
    assert FactChange.objects.count() == changes
    assert raw(filing, "text.goal") == "同事改的。"
    assert IntakeFile.objects.filter(pk=row.pk).exists()


def test_another_place_changed_meanwhile_stops_nothing(town):
    filing = town.filled()
    row, shown = hand_in(town, filing), version(filing)
    town.write(filing, {"text.result": "同事改的。"})
    take(town, row, "text.goal", version=shown)
    assert (raw(filing, "text.goal"), raw(filing, "text.result")) == (GOAL, "同事改的。")


def test_without_a_version_nothing_is_written(town):
    row = hand_in(town, town.filled())
    with pytest.raises(Refused, match="版本号"):
        take(town, row, "text.goal", version=None)


@pytest.mark.both
def test_a_filing_out_of_the_unit_takes_nothing(town):
    filing = town.filled()
    row = hand_in(town, filing)
    hand_over(filing=filing, by=town.filler, now=NOW)
    with pytest.raises(Refused, match="已锁定"):
        take(town, row, "text.goal")
    assert raw(filing, "text.goal") != GOAL


def test_only_fillers_of_the_unit(town):
    row = hand_in(town, town.filled())
    with pytest.raises(Refused, match="填报人"):
        take(town, row, "text.goal", by=town.head)


# --- last year ---


def carried(town, filing):
    case = live_case(filing)
    return [one.path for one in carried_texts(filing, case.blueprint, case.book)]


@pytest.fixture
def draft(town):
    """This year's draft, with last year's words proposed."""
    last = town.filled()
    subject = Subject.objects.create(department=town.unit, project=town.project, year=2025)
    filing = town.draft(subject=subject, form="990777/2025/small")
    reading = reading_of(live_case(filing).blueprint, live_case(last).book)
    store.keep_reading(filing=filing, name="2024 年度 项目自评表", reading=reading, by=town.filler, now=NOW)
    return filing


def test_last_years_words_are_marked_until_they_read_otherwise(town, draft):
    row = IntakeFile.objects.get()
    case = live_case(draft)
    ticks = [item.path for item in proposal_of(row, case.blueprint, case.book).items if item.ticked]
    assert ticks == ["text.goal", "text.result"]  # never amounts or scores
    take(town, row, *ticks)
    assert carried(town, draft) == ["text.goal", "text.result"]
    town.write(draft, {"text.goal": "今年的目标。"})
    assert carried(town, draft) == ["text.result"]
    assert FactChange.objects.filter(origin="沿用 2024 年度 项目自评表").count() == 2


def test_hand_over_names_what_is_still_last_years(town, draft):
    take(town, IntakeFile.objects.get(), "text.goal", "text.result")
    town.write(draft, {"funds.adjusted.all": "1", "funds.spent.all": "1"})
    with pytest.raises(Refused, match="“年度目标”、“完成情况”沿用上年文字"):
        hand_over(filing=draft, by=town.filler, now=NOW)
    assert settle(filing=draft, paths=["text.goal", "text.result"], by=town.filler, now=NOW) == 2
    hand_over(filing=draft, by=town.filler, now=NOW)
    assert trail("filing.settle_carried")[0].detail["paths"] == ["text.goal", "text.result"]


def test_settling_nothing_is_told(town, draft):
    take(town, IntakeFile.objects.get(), "text.goal")
    for paths in ([], ["text.result"], ["text.other"]):
        with pytest.raises(Refused, match="没有勾选"):
            settle(filing=draft, paths=paths, by=town.filler, now=NOW)
    with pytest.raises(Refused, match="填报人"):
        settle(filing=draft, paths=["text.goal"], by=town.head, now=NOW)


def test_taking_it_over_again_marks_it_again(town, draft):
    first = IntakeFile.objects.get()
    reading = first.reading
    take(town, first, "text.goal")
    settle(filing=draft, paths=["text.goal"], by=town.filler, now=NOW)
    town.write(draft, {"text.goal": ""})
    from intake.reading import Reading

    row = store.keep_reading(filing=draft, name="再次", reading=Reading.from_json(reading), by=town.filler, now=NOW)
    take(town, row, "text.goal")
    assert carried(town, draft) == ["text.goal"]
    assert CarriedText.objects.count() == 1


def test_a_filled_file_of_this_year_marks_nothing(town):
    filing = town.filled()
    take(town, hand_in(town, filing, origin=Origin.FILLED), "text.goal")
    assert not CarriedText.objects.exists()
