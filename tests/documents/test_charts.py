"""图的共同之处: what a chart says in words and how much room it takes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from documents import charts, measure
from documents.tree import Chart, ChartKind, Number, Part, Series


def number(text: str) -> Number:
    return Number(Decimal(text), text, "0.00")


def share(text: str) -> Number:
    return Number(Decimal(text) / 100, f"{text}%", "0.00%")


def bar(*rows: tuple[str | None, ...], unit: str = "万元") -> Chart:
    names = ("2024年", "2023年", "2022年")
    series = tuple(
        Series(name, tuple(None if text is None else number(text) for text in row))
        for name, row in zip(names, rows, strict=False)
    )
    return Chart(ChartKind.BAR, "图1：收支变动情况", ("收入", "支出")[: len(rows[0])], series, unit=unit, key="chart.1")


def pie(**parts: tuple[str, str]) -> Chart:
    values = tuple(number(amount) for amount, _ in parts.values())
    shares = tuple(share(text) for _, text in parts.values())
    return Chart(ChartKind.PIE, "图2：结构", tuple(parts), (Series("", values),), shares, "万元")


PIE = pie(社会保障和就业支出=("1256.46", "95.66"), 卫生健康支出=("20.47", "1.56"), 住房保障支出=("36.57", "2.78"))


def test_all_figures_in_words():
    assert charts.described(bar(("1313.50", "1313.50"), ("1727.58", None))) == (
        "图1：收支变动情况（柱状图）：2024年收入1313.50万元，支出1313.50万元；2023年收入1727.58万元，支出未知。"
    )
    assert charts.described(PIE) == (
        "图2：结构（饼图）：社会保障和就业支出1256.46万元，占95.66%；卫生健康支出20.47万元，占1.56%；住房保障支出36.57万元，占2.78%。"
    )


@pytest.mark.parametrize("chart", [bar(("0", None)), pie(甲=("0.00", "0")), pie()])
def test_zeros_are_no_data(chart):
    assert charts.is_empty(chart)
    assert charts.described(chart).endswith("：无数据。")
    assert not charts.is_empty(PIE)


def test_the_unit_stands_above():
    assert [charts.unit_line(bar(("1",), unit=unit)) for unit in ("万元", "")] == ["单位：万元", ""]


def test_a_pie_of_many_parts_is_taller():
    many = pie(**{f"第{n}类": ("1", "5") for n in range(20)})
    assert charts.height_mm(many) > charts.height_mm(PIE) == charts.height_mm(pie())
    room = measure.block_height(PIE, Part(()))
    assert room == charts.block_mm(PIE) > charts.height_mm(PIE)
