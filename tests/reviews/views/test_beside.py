"""逐处勾稽: findings stand with the field they speak of first, in the order of the form; the words they quote are marked."""

from __future__ import annotations

from factbook.book import FactBook
from reviews.views.beside import ELSEWHERE, Shown, beside, by_section, of_scores, spot_of
from values.money import MoneyUnit

SECTIONS = (
    {"title": "目标", "places": (("text.goal", "年度目标"), ("text.result", "完成情况"))},
    {"title": "指标", "places": (("indicators.a1.name", "第1行 三级指标"), ("indicators.a1.actual", "第1行 完成值"))},
    {"title": "得分", "places": (("score.quality.self", "质量 自评得分"), ("score.quality.reason", "质量 扣分原因"))},
)


def place(path, label="", quote=""):
    return {"path": path, "label": label or path, "quote": quote, "href": f"#{path}"}


def row(rule, *places):
    return {"rule": rule, "places": list(places)}


def book(**texts):
    return FactBook(2024, MoneyUnit.WAN, statements={f"text.{name}": text for name, text in texts.items()})


def test_spots_come_in_the_order_of_the_form_not_of_the_findings():
    rows = [
        row("S08", place("score.quality.self")),
        row("U08", place("indicators.a1.actual")),
        row("T07", place("text.result")),
    ]
    assert [spot.key for spot in beside(rows, SECTIONS, book())] == ["text.result", "indicators.a1", "score.quality"]


def test_a_row_of_a_table_is_one_spot_with_all_its_cells():
    rows = [row("U06", place("indicators.a1.name", quote="人数"), place("indicators.a1.actual", quote="12人"))]
    (spot,) = beside(rows, SECTIONS, book())
    assert [(shown.label, shown.text) for shown in spot.fields.values()] == [
        ("indicators.a1.name", "人数"),
        ("indicators.a1.actual", "12人"),
    ]
    assert spot.rows[0]["others"] == []


def test_a_finding_stands_once_and_tells_its_other_places():
    other = place("score.quality.self", quote="8")
    rows = [row("S18", place("text.result", quote="有问题"), other)]
    spots = beside(rows, SECTIONS, book(result="制度有问题，正在修订。"))
    assert [spot.key for spot in spots] == ["text.result"]
    assert spots[0].rows[0]["others"] == [other]
    # The score line that it speaks of leads there all the same.
    assert of_scores(spots, [("quality", "score.quality.self"), ("cost", "score.cost.self")]) == {
        "quality": (spots[0].anchor, 1)
    }


def test_what_no_section_asks_for_comes_last_under_its_own_title():
    rows = [row("D08", place("", "单位负责人（签章）", "年 月 日")), row("T07", place("text.goal"))]
    sections = by_section(beside(rows, SECTIONS, book()))
    assert [(title, [spot.key for spot in spots]) for title, spots in sections] == [
        ("目标", ["text.goal"]),
        (ELSEWHERE, ["单位负责人（签章）"]),
    ]
    assert sections[1][1][0].fields["单位负责人（签章）"].text == "年 月 日"


def test_findings_of_the_paper_alone_stand_apart_from_each_other():
    rows = [row("S01", place("", "甲 分值", "10")), row("S02", place("", "乙 分值", "9"))]
    spots = beside(rows, SECTIONS, book())
    assert [list(spot.fields) for spot in spots] == [["甲 分值"], ["乙 分值"]]
    assert beside([row("S02")], SECTIONS, book())[0].rows[0]["rule"] == "S02"  # a finding without any place is not lost


def test_the_quoted_words_are_marked_in_the_text():
    rows = [row("T07", place("text.goal", quote="发放128万元"), place("text.goal", quote="万元，其中"))]
    (spot,) = beside(rows, SECTIONS, book(goal="全年发放128万元，其中企业90万元。"))
    assert spot.fields["text.goal"].pieces == [
        ("", False),
        ("全年", False),
        ("发放128万元，其中", True),
        ("企业90万元。", False),
    ]


def test_of_a_long_text_the_part_around_the_words_is_shown():
    text = "前" * 200 + "差额12万元" + "后" * 200
    shown = Shown("目标", "", text, ["差额12万元"])
    assert shown.pieces == [("…", False), ("前" * 60, False), ("差额12万元", True), ("后" * 60 + "…", False)]
    assert "".join(piece for piece, _ in Shown("目标", "", text).pieces) == "前" * 160 + "…"


def test_words_that_stand_nowhere_in_the_text_mark_nothing():
    assert [marked for _, marked in Shown("目标", "", "全年发放", ["没有的话"]).pieces] == [False, False]


def test_a_score_and_the_reason_for_it_are_one_spot():
    assert spot_of("score.quality.reason") == spot_of("score.quality.self") == "score.quality"
    assert spot_of("list.staff.b2.name") == "list.staff.b2"
    assert spot_of("text.goal") == "text.goal"
