"""报告的读取: years, headings, tables and pairs of a report; charts and captions of a paper."""

from __future__ import annotations

from crosschecks.reports.read import dossier_of
from documents.readers.paper import Paper, PaperCell, PaperTable, PaperText, Spot
from tests.crosschecks.papers import cells, dossier, report, table


def test_the_year():
    assert report("校舍维修项目绩效自评报告\n一、概况\n2023年开工，2023年完工，2024年审计。").year == 2023
    text = "校舍维修项目绩效自评报告\n报告日期：2024年3月\n" + cells("项目起止时间|2023年1月起至2023年12月")
    assert report(text).year == 2023


def test_charts_and_their_captions():
    found = dossier("一、收入\n（图1：收入结构图）\n正文收入30万元。\n\n列1\t\n拨款\t自筹\t0.9\t0.1\t\n")
    assert [chart.categories for chart in found.charts] == [("拨款", "自筹")]
    assert [(text, place.line) for text, place in found.captions] == [("（图1：收入结构图）", 2)]


def test_a_word_file_has_styles_merges_and_cells():
    merged = (
        PaperCell("一级指标", 0, 0, spot=Spot(cell="表1!A1")),
        PaperCell("三级指标", 1, 0, spot=Spot(cell="表1!B1")),
        PaperCell("指标值", 2, 0, spot=Spot(cell="表1!C1")),
        PaperCell("产出指标", 0, 1, down=2, spot=Spot(cell="表1!A2")),
        PaperCell("修路", 1, 1, spot=Spot(cell="表1!B2")),
        PaperCell("36公里", 2, 1, spot=Spot(cell="表1!C2")),
        PaperCell("架桥", 1, 2, spot=Spot(cell="表1!B3")),
        PaperCell("2座", 2, 2, spot=Spot(cell="表1!C3")),
    )
    paper = Paper(
        (PaperText("资金情况", 1, Spot(1)), PaperText("支出3万元。", spot=Spot(2)), PaperTable((1, 1, 1), 3, merged))
    )
    (found,) = dossier_of(paper).reports
    assert [(h.name, h.level) for h in found.headings] == [("资金情况", 2)]
    (indicators,) = found.indicators
    assert [(row.level1_name, row.name) for row in indicators.lines] == [("产出指标", "修路"), ("产出指标", "架桥")]
    assert indicators.lines[1].place("target").cell == "表1!C3"


def test_pairs_are_not_taken_from_recognised_tables():
    text = table("资金|年初预算|全年执行数|得分", "总额|30|28|9") + "\n" + table("综合得分|96|x|")
    found = report(text)
    assert [(pair.name, pair.text) for pair in found.pairs] == [("total_score", "96")]
