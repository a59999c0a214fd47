"""勾稽规则的参数: a blueprint's text parameters as typed values, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from blueprints.expressions import Expression, ExpressionError, parse_expression

Raw = str | tuple[str, ...]
Reader = Callable[[Raw], Any]


class ParamError(ValueError):
    """参数有误: says which parameter, why and what is allowed."""


def text(raw: Raw) -> str:
    """One text."""
    if isinstance(raw, tuple):
        raise ParamError("只能写一个值，不能写列表")
    return raw


def texts(raw: Raw) -> tuple[str, ...]:
    """One text or a list of them."""
    return raw if isinstance(raw, tuple) else (raw,)


def number(raw: Raw) -> Decimal:
    """A number or a share: `0.1`, `30%` (0.3)."""
    plain = text(raw).strip()
    try:
        value = Decimal(plain[:-1]) / 100 if plain.endswith("%") else Decimal(plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise ParamError(f"“{plain}”不是数字，可写 0.1 或 30%")
    return value


def expression(raw: Raw) -> Expression:
    """An expression over fact paths."""
    try:
        return parse_expression(text(raw))
    except ExpressionError as trouble:
        raise ParamError(str(trouble)) from None


def named_numbers(raw: Raw) -> tuple[tuple[str, Decimal], ...]:
    """Pairs `产出指标:50`."""
    pairs: list[tuple[str, Decimal]] = []
    for item in texts(raw):
        name, colon, value = item.replace("：", ":").partition(":")
        if not colon:
            raise ParamError(f"“{item}”应写成“名称:分值”，如 产出指标:50")
        pairs.append((name.strip(), number(value)))
    return tuple(pairs)


def read(
    given: Mapping[str, Raw], readers: Mapping[str, Reader], required: frozenset[str], params: Callable[..., Any]
) -> Any:
    """Typed parameters of one check. Raises ParamError."""
    unknown = sorted(set(given) - set(readers))
    if unknown:
        raise ParamError(f"不认识参数 {'、'.join(unknown)}，可用的有：{'、'.join(readers)}")
    missing = sorted(required - set(given))
    if missing:
        raise ParamError(f"缺少参数 {'、'.join(missing)}，请补写")
    typed: dict[str, Any] = {}
    for name, raw in given.items():
        try:
            typed[name] = readers[name](raw)
        except ParamError as trouble:
            raise ParamError(f"参数 {name}：{trouble}") from None
    return params(**typed)
