"""F16 项目合计与部门项目支出: what the projects spent is within the unit's own project spending, or is explained (遂宁 [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks.params import expression, number, text
from crosschecks.rule import Context, Found, Kind, Severity
from crosschecks.wording import money, money_unit_yuan
from values.blank import is_blank


@dataclass(frozen=True, slots=True)
class Params:
    """参数: sum over projects, the unit's project spending, path of the explanation, tolerance in the form's unit."""

    value: Expression
    over: Expression
    reason: str = ""
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The sum against the unit's figure, once both are known and nothing explains them."""
    spent, own = context.number(params.value), context.number(params.over)
    form = context.blueprint
    if spent is None or own is None or spent - own <= params.tolerance * money_unit_yuan(form):
        return
    if params.reason and not is_blank(context.book.raw(params.reason)):
        return
    told = (context.place(params.reason),) if params.reason else ()
    yield Found(
        f"项目执行合计{money(spent, form)}大于部门项目支出{money(own, form)}，请说明列支口径。",
        f"{money(spent, form)}－{money(own, form)}＝{money(spent - own, form)}",
        (*told, *context.places(params.over), *context.places(params.value)),
        "写明哪些项目资金不在本部门列支（如上解上级专户），或核对两处数字",
        pending=True,
    )


KIND = Kind(
    "F16",
    "项目合计与部门项目支出",
    Severity.WARNING,
    "公开文件校核",
    Params,
    {"value": expression, "over": expression, "reason": text, "tolerance": number},
    check,
    frozenset({"value", "over"}),
)
