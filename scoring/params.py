"""规则参数: a blueprint's text parameters turned into the typed parameters of a rule, or explained.

The words allowed per kind stand in `KINDS`; docs/how-to/add-a-locality.md lists them for authors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, Final

from blueprints.schema import Blueprint, FiguresTable, RuleDef
from scoring.rules.banded import BandedParams, Step
from scoring.rules.bonus import BonusParams
from scoring.rules.deduct import DeductParams
from scoring.rules.manual import ManualParams
from scoring.rules.met import MetParams
from scoring.rules.parts import PartsParams
from scoring.rules.qualitative import QualitativeParams
from scoring.rules.ratio import RatioParams
from scoring.rules.reach import OverStep, ReachParams
from values.money import MoneyUnit


class ParamError(ValueError):
    """规则参数有误: says which parameter, why and what is allowed."""


def number(text: str) -> Decimal:
    """A plain number or a share: `0.3`, `30%` (0.3). Raises ParamError."""
    plain = text.strip()
    try:
        value = Decimal(plain[:-1]) / 100 if plain.endswith("%") else Decimal(plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise ParamError(f"“{text}”不是数字，可写 0.3 或 30%")
    return value


def step(text: str) -> Decimal:
    """A score step above 0: 0.5, 1. Raises ParamError."""
    value = number(text)
    if value <= 0:
        raise ParamError(f"“{text}”应大于0，如 0.5 或 1")
    return value


def yes(text: str) -> bool:
    """`yes` or `no`. Raises ParamError."""
    if text not in {"yes", "no"}:
        raise ParamError(f"“{text}”只能写 yes 或 no")
    return text == "yes"


def word(*allowed: str) -> Callable[[str], str]:
    """One of `allowed`, else ParamError."""

    def read(text: str) -> str:
        if text not in allowed:
            raise ParamError(f"“{text}”不可用，只能写 {'、'.join(allowed)}")
        return text

    return read


def over_table(text: str) -> tuple[OverStep, ...]:
    """`30%:10%,50%:20%`: from 30 % over, a tenth of the weight off. Raises ParamError."""
    return tuple(OverStep(number(left), number(right)) for left, right in _pairs(text))


def steps(text: str) -> tuple[Step, ...]:
    """`90%:5,80%:4,其余:0`: bounds with their points. Raises ParamError."""
    return tuple(Step(None if left == "其余" else number(left), number(right)) for left, right in _pairs(text))


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for item in text.replace("，", ",").split(","):
        left, colon, right = item.replace("：", ":").partition(":")
        if not colon:
            raise ParamError(f"“{item.strip()}”应写成“界限:得分”，如 90%:5")
        pairs.append((left.strip(), right.strip()))
    return pairs


@dataclass(frozen=True, slots=True)
class Kind:
    """规则参数表: parameter class, readers per word, and the words a binder reads itself (expressions, selectors)."""

    params: Callable[..., Any]
    readers: Mapping[str, Callable[[str], Any]]
    bound: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()


_REACH: Final[dict[str, Callable[[str], Any]]] = {
    "pass_line": number,
    "over": number,
    "over_action": word("none", "require_reason", "deduct", "zero"),
    "over_table": over_table,
    "neg_mode": word("ratio", "zero"),
    "eq_mode": word("distance", "forward"),
    "step": step,
}
_BANDS: Final[dict[str, Callable[[str], Any]]] = {"reached": number, "partly": number}

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "manual": Kind(ManualParams, {"by": str, "step": step}),
        "ratio": Kind(
            RatioParams,
            {
                "numerator": str,
                "denominator": str,
                "rate": str,
                "unit": str,
                "cap": number,
                "floor": number,
                "zero": word("not_applicable", "zero"),
                "instead": str,
                "rest": yes,
                "over_reason": yes,
                "step": step,
            },
            frozenset({"value", "over", "money"}),
            frozenset({"value", "over"}),
        ),
        "reach": Kind(ReachParams, _REACH, frozenset({"indicator", "take", "relation", "value", "target"})),
        "qualitative": Kind(
            QualitativeParams, {**_BANDS, "step": step}, frozenset({"indicator"}), frozenset({"indicator"})
        ),
        "banded": Kind(
            BandedParams,
            {
                "steps": steps,
                "direction": word("at_least", "at_most"),
                "shares": yes,
                "percent": yes,
                "because_full": str,
                "name": str,
                "unit": str,
                "step": step,
            },
            frozenset({"value", "full"}),
            frozenset({"value", "steps"}),
        ),
        "deduct": Kind(
            DeductParams,
            {"each": number, "most": number, "penalty": yes, "name": str, "unit": str, "step": step},
            frozenset({"faults"}),
            frozenset({"faults", "each"}),
        ),
        "bonus": Kind(
            BonusParams,
            {"each": number, "per": step, "name": str, "unit": str, "step": step},
            frozenset({"merits"}),
            frozenset({"merits", "each"}),
        ),
        "met": Kind(MetParams, {"name": str, "step": step}, frozenset({"when"}), frozenset({"when"})),
        "parts": Kind(PartsParams, {"absent": word("spread", "judge"), "step": step}),
        "by_relation": Kind(ReachParams, _REACH, frozenset(_BANDS)),
    }
)


_PARAMETER: Final = re.compile(r"parameter\.(\w+)")


def with_parameters(rule: RuleDef, blueprint: Blueprint) -> RuleDef:
    """The rule with the year's numbers in place of `parameter.<key>` in its steps. Raises ParamError for an unknown key."""
    written = rule.params.get("steps", "")
    if "parameter." not in written:
        return rule

    def value(found: re.Match[str]) -> str:
        figure = blueprint.parameter(found[1])
        if figure is None:
            known = "、".join(f"parameter.{each.key}" for each in blueprint.parameters) or "（本表样没有年度参数）"
            raise ParamError(f"参数 steps：没有年度参数“{found[1]}”，可用的有：{known}")
        return f"{figure:f}"

    return replace(rule, params={**rule.params, "steps": _PARAMETER.sub(value, written)})


def typed(rule: RuleDef) -> Any:
    """Typed parameters of a rule (of `ReachParams` for by_relation). Raises ParamError naming the parameter."""
    kind = KINDS.get(rule.kind)
    if kind is None:
        raise ParamError(f"没有“{rule.kind}”这种计分规则，可用的有：{'、'.join(KINDS)}")
    _complete(rule, kind)
    given = {name: _read(name, text, kind.readers[name]) for name, text in rule.params.items() if name in kind.readers}
    if rule.source:
        given["source"] = rule.source
    try:
        return kind.params(**given)
    except ValueError as trouble:
        raise ParamError(str(trouble)) from None


def bands(rule: RuleDef) -> QualitativeParams:
    """Qualitative parameters of a by_relation rule. Raises ParamError."""
    readers = {**_BANDS, "step": step}
    given: dict[str, Any] = {
        name: _read(name, rule.params[name], reader) for name, reader in readers.items() if name in rule.params
    }
    if rule.source:
        given["source"] = rule.source
    params = QualitativeParams(**given)
    if not 0 <= params.partly <= params.reached <= 1:
        raise ParamError(f"参数 reached、partly 应满足 0≤partly≤reached≤1，现为 {params.partly}、{params.reached}")
    return params


def money_unit(rule: RuleDef, blueprint: Blueprint, paths: frozenset[str]) -> MoneyUnit | None:
    """Unit in which a ratio's figures are told: as written, else the form's when all of them are amounts."""
    wanted = rule.params.get("money", "")
    if wanted == "none":
        return None
    if wanted:
        return MoneyUnit(word(*MoneyUnit)(wanted))
    amounts = {path for table in blueprint.tables if isinstance(table, FiguresTable) for path in table.paths("money")}
    return MoneyUnit(blueprint.print.unit) if all(p.startswith("funds.") or p in amounts for p in paths) else None


def _complete(rule: RuleDef, kind: Kind) -> None:
    allowed = set(kind.readers) | kind.bound
    unknown = sorted(set(rule.params) - allowed)
    if unknown:
        raise ParamError(f"规则 {rule.kind} 不认识参数 {'、'.join(unknown)}，可用的有：{'、'.join(sorted(allowed))}")
    missing = sorted(kind.required - set(rule.params))
    if missing:
        raise ParamError(f"规则 {rule.kind} 缺少参数 {'、'.join(missing)}，请补写")


def _read(name: str, text: str, reader: Callable[[str], Any]) -> Any:
    try:
        return reader(text)
    except ParamError as trouble:
        raise ParamError(f"参数 {name}：{trouble}") from None
