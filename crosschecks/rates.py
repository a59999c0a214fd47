"""比率的说法: what a rate is called, which facts it is reckoned from, and the calculation written out."""

from __future__ import annotations

import re
from decimal import Decimal

from blueprints.expressions import Expression
from blueprints.schema import Derived, RecordsTable
from crosschecks.context import Context
from crosschecks.finding import Place
from crosschecks.wording import money, percent
from factbook.sums import SUM
from values.numerals import plain

_SIGNS = {"*": "×", "/": "÷", "+": "＋", "-": "－"}
_PREFIX = "derived."


def derived_of(context: Context, rate: Expression) -> Derived | None:
    """The form's derived figure that `rate` names, None for any other expression."""
    key = rate.text.strip().removeprefix(_PREFIX) if rate.text.strip().startswith(_PREFIX) else ""
    return next((derived for derived in context.blueprint.derived if derived.key == key), None)


def rate_name(context: Context, rate: Expression) -> str:
    """What people call it: 预算执行率."""
    derived = derived_of(context, rate)
    return derived.label if derived else "比率"


def sources(context: Context, rate: Expression) -> tuple[Place, ...]:
    """Places of the figures behind a rate."""
    derived = derived_of(context, rate)
    return context.places(derived.value if derived else rate)


def reckoned(context: Context, rate: Expression) -> str:
    """「2364.01万元÷2536.08万元」: the calculation with its figures; unknown ones by name."""
    derived = derived_of(context, rate)
    expression = derived.value if derived else rate
    if not expression.paths:
        return expression.text
    names = sorted(expression.paths, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<![\w.]){re.escape(path)}(?![\w.])|[-+*/]" for path in names))
    return pattern.sub(lambda found: _SIGNS.get(found[0]) or _figure(context, found[0]), expression.text).replace(
        " ", ""
    )


def _figure(context: Context, path: str) -> str:
    value = context.view.number(path)
    if not isinstance(value, Decimal):
        return context.label(path)
    derived = next((d for d in context.blueprint.derived if path == f"{_PREFIX}{d.key}"), None)
    shape = derived.shape if derived else "money" if _is_amount(context, path) else "number"
    return (
        money(value, context.blueprint) if shape == "money" else percent(value) if shape == "percent" else plain(value)
    )


def _is_amount(context: Context, path: str) -> bool:
    """Is it an amount of yuan: of funds, of a table of figures, the total of a breakdown, the sum of a list's amounts?"""
    if path.startswith(SUM):
        _, key, name = path.split(".")
        table = context.blueprint.table(key)
        column = table.column(name) if isinstance(table, RecordsTable) else None
        return column is not None and column.shape == "money"
    return path.startswith(("funds.", "total.")) or context.view.is_amount(path)
