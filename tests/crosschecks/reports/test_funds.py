"""资金表的识读: stages as columns, as pairs side by side, as labels of rows; the unit."""

from __future__ import annotations

from decimal import Decimal

from tests.crosschecks.papers import cells, report, table


def amounts(text: str):
    (found,) = report(text).funds
    return found, {row.source or "总额": {stage: cell.flat for stage, cell in row.cells.items()} for row in found.rows}


def test_stages_as_columns():
    text = table(
        "预算执行情况（10分）|年度预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因",
        "|总额|80.00|76.50|70.00|91.50%|10|9.15|",
        "|其中：财政资金|60.00|56.50|50.00|88.50%|/|/|",
        "|其他资金|20.00|20.00|20.00|100.00%|/|/|",
        "绩效指标|一级指标|二级指标|三级指标|指标值|完成值|权重|得分|",
    )
    found, rows = amounts(text)
    assert list(rows) == ["总额", "财政资金", "其他资金"]
    assert rows["财政资金"]["adjusted"] == "56.50"
    assert (found.unit_word, found.weighs) == ("万元", 10)
    assert found.amount(found.total, "spent") == Decimal(700000)
    assert found.overall("spent") == (Decimal(700000), [found.total])
    assert [row.source for row in found.sources] == ["财政资金", "其他资金"]
    assert found.place(found.total, "spent").quote == "70.00"


def test_pairs_side_by_side_with_sources_below():
    text = cells(
        "计划安排资金\n（万元）|149|实际到位资金\n（万元）|140|实际支出\n（万元）|130|结余（万元）|10",
        "其中：中央财政|100|其中：中央财政|100|其中：中央财政|90|其中：中央财政|10",
        "其他|49|其他|40|其他|40|其他|0",
    )
    found, rows = amounts(text)
    assert rows["总额"] == {"planned": "149", "received": "140", "spent": "130", "carried": "10"}
    assert rows["中央财政"]["spent"] == "90"
    assert found.total.source == ""


def test_a_label_a_row():
    text = table(
        "项目资金情况（万元）|预算资金|市级资金||25.08",
        "||其他||0.00",
        "|预算下达资金|||20.01",
        "|实际支出资金|市级资金||20.01",
        "||其他||1.00",
        "其他需说明的问题|无|||",
    )
    found, _ = amounts(text)
    assert found.overall("planned")[0] == Decimal(250800)
    assert found.overall("issued")[0] == Decimal(200100)
    assert found.overall("spent")[0] == Decimal(210100)
    assert found.overall("received") is None


def test_a_unit_typed_with_the_amount_wins():
    found, _ = amounts(table("资金（万元）|年初预算|全年执行数", "总额|27600元|2.76"))
    assert found.amount(found.total, "initial") == found.amount(found.total, "spent") == Decimal(27600)


def test_other_tables_are_none():
    assert report(table("名称|数量|备注", "甲|3|", "乙|4|")).funds == ()


def test_a_figure_nobody_can_read_does_not_end_the_table():
    _, rows = amounts(
        table(
            "资金（万元）|年初预算数|全年执行数",
            "总额|36.00|34.56",
            "其中：中央补助|21..60|21.60",
            "县级配套|14.40|12.96",
        )
    )
    assert {name: row["spent"] for name, row in rows.items()} == {
        "总额": "34.56",
        "中央补助": "21.60",
        "县级配套": "12.96",
    }


def test_levels_of_government_with_their_sum():
    found, _ = amounts(
        table(
            "资金情况（万元）|预算资金|中央资金||42.00",
            "||县级资金||25.00",
            "||合计||67.00",
            "|实际到位资金|||60.00",
        )
    )
    assert found.overall("planned")[0] == 670_000
    assert [row.source for row in found.sources] == ["中央资金", "县级资金"]


def test_figures_of_another_kind_before_the_amounts_make_a_table_of_data():
    text = table("片区|面积（亩）|到位资金（万元）|支出（万元）", "甲片区|860|12.50|12.38", "乙片区|920|13.10|13.00")
    assert report(text).funds == ()
    assert report("资金\n" + table("序号|资金来源|预算数|支出数", "1|财政拨款|30|29", "2|其他资金|5|5")).funds
