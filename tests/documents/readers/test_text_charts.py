"""文本里的图表数据: what a chart leaves behind in a text."""

from __future__ import annotations

import pytest

from documents.readers.paper import PaperChart, PaperSeries, Spot
from documents.readers.text_charts import chart_at


def chart(text: str):
    return chart_at(text.split("\n"), 0)


def test_series_over_categories():
    found = chart("2024年\t\n收入\t支出\t13.5\t12.5\t2023年\t\n收入\t支出\t17\t16\t\n\n后文")
    series = (PaperSeries("2024年", ("13.5", "12.5")), PaperSeries("2023年", ("17", "16")))
    assert found == (PaperChart("", "", ("收入", "支出"), series, Spot(2)), 3)


def test_shares_are_a_pie():
    found = chart("列1\t\n维修\t绿化\t0.75\t0.25\t")
    assert found == (PaperChart("", "pie", ("维修", "绿化"), (PaperSeries("列1", ("0.75", "0.25")),), Spot(2)), 2)


def test_one_figure_a_year():
    found = chart("养护支出\n2024年\t\n13.5\t2023年\t\n17\t")
    assert found[0].categories == ("2024年", "2023年")
    assert found[0].series == (PaperSeries("养护支出", ("13.5", "17")),)


@pytest.mark.parametrize(
    "text",
    [
        "名称\t金额\n甲\t3",  # a table
        "只有一行\t3\t",
        "列1\t\n甲\t乙\t3\t",  # one figure for two categories
        "列1\t\n这一段文字太长不可能是图表的类别名称所以不读作图表的数据来处理\t3\t",
        "3\t\n甲\t乙\t",
        "一、概况\n正文",
    ],
)
def test_no_chart(text):
    assert chart(text) is None
