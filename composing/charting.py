"""图的成文: a chart of the form with the figures of its facts."""

from __future__ import annotations

from decimal import Decimal

from blueprints.expressions import Expression
from blueprints.schema import ChartNode, SeriesDef
from composing.breakdowns import told_parts
from composing.figures import filled, money
from composing.inputs import Inputs
from composing.said import said_number
from composing.typed import percent
from documents.tree import Chart, ChartKind, Number, Series


def chart(inputs: Inputs, node: ChartNode) -> Chart:
    """Bars of amounts, or the parts of a breakdown with the shares its sentence tells."""
    title = filled(inputs, node.caption)
    if node.kind == "pie":
        return _pie(inputs, node, title)
    categories = tuple(filled(inputs, category) for category in node.categories)
    series = tuple(_series(inputs, each) for each in node.series)
    return Chart(ChartKind.BAR, title, categories, series, unit=inputs.blueprint.print.unit)


def _series(inputs: Inputs, series: SeriesDef) -> Series:
    return Series(filled(inputs, series.label), tuple(_amount(inputs, value) for value in series.values))


def _amount(inputs: Inputs, expression: Expression) -> Number | None:
    value = expression.evaluate(inputs.view)
    return said_number(inputs, money(inputs, value)) if isinstance(value, Decimal) else None


def _pie(inputs: Inputs, node: ChartNode, title: str) -> Chart:
    breakdown = inputs.blueprint.breakdown(node.breakdown)
    parts = told_parts(inputs, breakdown) if breakdown else []
    amounts = Series(
        breakdown.label if breakdown else "", tuple(said_number(inputs, money(inputs, p.amount)) for p in parts)
    )
    shares = tuple(said_number(inputs, percent(part.share)) for part in parts)
    names = tuple(part.name for part in parts)
    return Chart(ChartKind.PIE, title, names, (amounts,), shares, inputs.blueprint.print.unit)
