"""拟案: only what differs, beside what stands there; last year's figures never by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from composing.bound import expanded
from factbook.book import FactBook
from intake import lastyear
from intake.from_book import reading_of
from intake.proposal import Origin
from intake.propose import propose
from intake.reading import Found, FoundRow, How, Reading, Stray
from scoring.engine import score
from tests.composing.samples import SUINING, suining_book
from tests.intake.papers import blueprint


def proposed(facts=(), rows=(), *, book: FactBook | None = None, origin=Origin.FILLED):
    reading = Reading(
        {path: Found(path, text, How.PLACE) for path, text in dict(facts).items()},
        {"indicators": tuple(FoundRow("indicators", row, How.PLACE) for row in rows)} if rows else {},
    )
    book = book or suining_book()
    printed, _ = expanded(blueprint(SUINING), book, score(blueprint(SUINING), book))
    return propose(blueprint(SUINING), book, reading, origin, printed=printed)


def test_what_stands_there_already_is_counted_and_left_alone():
    told = proposed(
        {"text.goal": "每月十日前发放\n困难补助", "funds.initial.fiscal": "3.750", "text.conclusion": "另写。"}
    )
    assert told.same == 2
    (item,) = told.items
    assert (item.path, item.label, item.current, item.found) == ("text.conclusion", "评价结论", "发放到位。", "另写。")
    assert [section.title for section in told.sections] == ["结论与改进"]


def test_sums_of_what_was_found_are_no_facts():
    assert proposed({"funds.spent.all": "3.88", "score.total.self": "100"}).items == ()
    odd = proposed({"funds.spent.all": "4.88"})
    assert [item.found for item in odd.items] == ["4.88"]


def test_a_text_that_quotes_facts_says_what_it_prints():
    book = suining_book()
    quoted = replace(book, statements={**book.statements, "text.conclusion": "执行{{年初预算·财政资金}}万元。"})
    quoted = replace(quoted, statements={**quoted.statements, "text.conclusion": "由{{项目负责人}}核发。"})
    assert proposed({"text.conclusion": "由{{项目负责人}}核发。"}, book=quoted).items == ()
    printed = expanded(blueprint(SUINING), quoted, score(blueprint(SUINING), quoted))[0].raw("text.conclusion")
    assert proposed({"text.conclusion": printed}, book=quoted).items == ()


ROW = {"level1": "产出指标", "level2": "质量指标", "name": "应发尽发", "target": "100", "actual": "98%"}


def test_rows_are_known_by_their_name_and_only_what_differs_is_written():
    told = proposed(rows=[ROW, {"level1": "产出指标", "level2": "时效指标", "name": "新的一条", "target": "3"}])
    old, new, *gone = told.rows
    assert (old.uid, old.label, old.texts) == ("r2", "绩效指标 第2行", {"actual": "98%"})
    assert (new.uid, new.texts["name"]) == ("", "新的一条")
    assert old.box != new.box
    assert [(row.uid, row.removal, row.ticked, row.texts) for row in gone] == [
        (uid, True, False, {}) for uid in ("r1", "r3", "r4", "r5", "r6")
    ]


def test_an_anchor_names_the_row_whatever_it_is_called_now():
    row = FoundRow("indicators", {"name": "改了名字", "actual": "1"}, How.ANCHOR, uid="r2")
    told = propose(blueprint(SUINING), suining_book(), Reading({}, {"indicators": (row,)}), Origin.FILLED)
    assert [(item.uid, item.texts["name"]) for item in told.rows if not item.removal] == [("r2", "改了名字")]


def test_other_masters_are_told():
    told = proposed({"department.name": "别的单位", "supervisor.name": suining_book().raw("supervisor.name")}).told
    assert [(one.found, one.identity) for one in told] == [("别的单位", True)]


def test_a_reading_survives_its_json():
    row = FoundRow("indicators", ROW, How.LABEL, uid="r2", doubt="相近")
    reading = Reading({"text.goal": Found("text.goal", "甲", How.ANCHOR)}, {"indicators": (row,)})
    assert Reading.from_json(reading.to_json()) == reading


# --- last year's ---


def carried(facts=(), rows=(), statements=()):
    book = replace(suining_book(), statements=dict(statements), indicators=(), funds={}, scores={})
    return proposed(facts, rows, book=book, origin=Origin.LAST_YEAR)


def test_words_are_carried_and_their_years_and_figures_told():
    (item,) = carried(
        {"text.goal": "2023年按月发放，2024年新增12人，共300人（安人社〔2022〕3号《2021年办法》）。"}
    ).items
    assert (item.ticked, item.carried, item.years, item.figures) == (True, True, ("2023年", "2024年"), 2)


def test_a_notice_of_last_year_is_named_and_a_standing_rule_is_not():
    text = "据财社〔2023〕197号、财预〔2013〕53号和《关于下达2023年资金的通知》（安财〔2022〕3号），规划到2030年。"
    assert lastyear.old_years(text, 2024) == ("〔2023〕197号",)


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        ("funds.initial.fiscal", "3.75", lastyear.FIGURES),
        ("score.execution.self", "9.5", lastyear.FIGURES),
        ("score.total.self", "95", lastyear.FIGURES),
        ("text.manager", "高启明", lastyear.PEOPLE),
    ],
)
def test_figures_and_people_are_never_ticked(path, text, why):
    (item,) = carried({path: text}).items
    assert (item.ticked, item.carried, item.doubt) == (False, False, why)


def test_what_was_written_this_year_is_not_replaced_by_itself():
    (item,) = carried({"text.goal": "上年的。"}, statements={"text.goal": "今年的。"}).items
    assert (item.ticked, item.current, item.doubt) == (False, "今年的。", lastyear.WRITTEN)


def test_results_of_last_year_are_shown_and_never_written():
    (row,) = carried(rows=[ROW | {"score": "10", "reason": "无"}]).rows
    assert (row.ticked, row.texts) == (False, {key: ROW[key] for key in ("level1", "level2", "name", "target")})
    assert {cell.field for cell in row.cells if cell.kept_out and cell.found} == {"actual", "score", "reason"}


def test_last_years_book_is_read_like_a_file():
    reading = reading_of(blueprint(SUINING), suining_book())
    assert reading.facts["text.goal"].text == "每月十日前发放困难补助"
    assert reading.facts["funds.initial.fiscal"].text == "3.75"
    assert len(reading.rows["indicators"]) == 6
    assert "project.name" not in reading.facts


def test_other_forms_have_other_people_dates_and_choices():
    jinzhong, linxiang = blueprint("140700/2020/project-table"), blueprint("430682/2022/project-report")
    assert lastyear.policy(jinzhong, "sign.date").ticked is False
    assert lastyear.policy(linxiang, "choice.evaluation").doubt == lastyear.TODAY
    assert lastyear.policy(linxiang, "text.manager_phone").doubt == lastyear.PEOPLE
    assert lastyear.policy(blueprint("430682/2022/department-report"), "text.people").carried  # 人员情况 is prose
    assert lastyear.kept_out(linxiang, "spending", "amount") is True
    assert lastyear.kept_out(linxiang, "spending", "item") is False


def test_a_row_called_otherwise_is_not_written_beside_the_old_one():
    """The only one of its class on both sides and called alike: shown as a change of it, to be looked at."""
    told = proposed(rows=[{**ROW, "name": "应发放尽发放"}])
    first, *gone = told.rows
    assert (first.uid, first.ticked, first.texts) == ("r2", False, {"name": "应发放尽发放", "actual": "98%"})
    assert "改名" in first.doubt
    assert "r2" not in {row.uid for row in gone}
    other, *_ = proposed(rows=[{**ROW, "name": "补贴准确率"}]).rows
    assert (other.uid, other.ticked) == ("", True)
    last, *_ = proposed(rows=[{**ROW, "name": "应发放尽发放"}], origin=Origin.LAST_YEAR).rows
    assert last.uid == ""


def test_a_line_that_only_names_the_unit_is_no_stray():
    name = suining_book().identity["department.name"]
    reading = Reading(strays=(Stray(name), Stray(f"{name}等单位")))
    told = propose(blueprint(SUINING), suining_book(), reading, Origin.FILLED)
    assert [stray.text for stray in told.strays] == [f"{name}等单位"]
