"""F16 项目合计与部门项目支出: what the projects spent is within the unit's own project spending, or is explained (遂宁 [种]).

On paper: three or more projects told one after the other with what each of them spent, against 项目支出 of the same report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.rule import (
    Context,
    Dossier,
    Expression,
    Figure,
    Found,
    Kind,
    Profile,
    Report,
    Severity,
    addition,
    expression,
    is_blank,
    money,
    money_unit_yuan,
    number,
    text,
)

_EACH: Final = re.compile(r"(?:实际|预算)?(?:执行|支出|完成)(?:数|金额)?(?:为|了)?$")
_OWN: Final = re.compile(r"^(?:其中)?(?:本年|全年)?项目支出(?:决算)?$")
_ELSEWHERE: Final = re.compile(r"不在本|列支|专户|上解|转移支付|基金(?:支出|列)|财政代")
_LEAST: Final = 3
_WAN: Final = Decimal(10_000)


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


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """The paragraph of a unit's report that tells what its projects spent."""
    for report in dossier.reports:
        own = next(
            (f for f in report.register.figures if f.unit == "元" and f.role == "amount" and _OWN.fullmatch(f.label)),
            None,
        )
        spent = _by_project(report)
        if report.kind == "project" or own is None or own.last or len(spent) < _LEAST:
            continue
        total = sum((figure.value for figure in spent), Decimal(0))
        if total - own.value <= profile.most_rounding * _WAN or _ELSEWHERE.search(spent[0].sentence.block.source.text):
            continue
        shown = [figure.value / _WAN for figure in spent]
        yield Found(
            f"项目执行合计{sum(shown, Decimal(0))}万元大于部门项目支出{own.shown}，请说明列支口径。",
            f"{addition(shown)}＞{own.value / _WAN}",
            (own.place(), *(figure.place() for figure in spent)),
            "写明哪些项目资金不在本部门列支（如上解上级专户），或核对两处数字",
        )


def _by_project(report: Report) -> Sequence[Figure]:
    """What each project spent, where one paragraph tells of several: …项目130万元，实际执行130万元."""
    by_block: dict[int, list[Figure]] = {}
    for figure in report.register.figures:
        before = figure.sentence.text[figure.sentence.clause(figure.number.start)[0] : figure.number.start]
        if figure.unit == "元" and figure.role == "amount" and figure.number.exact and _EACH.fullmatch(before.strip()):
            by_block.setdefault(id(figure.sentence.block), []).append(figure)
    return max(by_block.values(), key=len, default=[])


KIND = Kind(
    "F16",
    "项目合计与部门项目支出",
    Severity.WARNING,
    "公开文件校核",
    Params,
    {"value": expression, "over": expression, "reason": text, "tolerance": number},
    check,
    frozenset({"value", "over"}),
    paper=check_paper,
)
