"""图表数值的识读."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosschecks.reports.chart_values import bars, decimal_of, shares_of_pies
from documents.readers.paper import PaperChart, PaperSeries
from tests.crosschecks.papers import dossier


@pytest.mark.parametrize(
    ("raw", "value"), [("1,234.5", Decimal("1234.5")), ("25%", Decimal("0.25")), ("甲", None), ("NaN", None)]
)
def test_figures(raw, value):
    assert decimal_of(raw) == value


def test_pies():
    pie, column = PaperSeries("", ("0.6", "0.4")), PaperSeries("", ("60", "40"))
    assert list(shares_of_pies(PaperChart("", "", ("甲", "乙"), (pie, column)))) == [pie]


def test_columns_named_like_amounts():
    text = (
        "甲局2023年度部门决算说明\n一、构成\n教育支出12.50万元，卫生健康支出8.20万元，住房保障支出4.10万元。\n\n"
        "二、附图\n\n\n列1\n教育支出\t卫生健康支出\t住房保障支出\t12.5\t{}\t4.1\t\n"
    )
    assert [(bar.name, str(bar.value), str(bar.due)) for bar in bars(dossier(text.format("8.6")))] == [
        ("卫生健康支出", "8.6", "8.20")
    ]
    assert bars(dossier(text.format("8.2"))) == []
