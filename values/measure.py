"""指标值: target and actual values of an indicator, with relation, number and unit, also when written inside words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from values.number import AFTER_PATTERN, BEFORE, BEFORE_PATTERN, DATE_PATTERN, ParsedNumber, parse_number
from values.text import fold_width
from values.units import MULTIPLIERS, UNIT_PATTERN, scale_of, split_multiplier
from values.vocabulary import Relation

_WORDS: Final[dict[str, Relation]] = {
    **{word: Relation(bound) for word, bound in BEFORE.items()},
    **{relation.value: relation for relation in Relation},
    "正向": Relation.GE,
    "正向指标": Relation.GE,
    "反向": Relation.LE,
    "反向指标": Relation.LE,
    "负向": Relation.LE,
    "逆向": Relation.LE,
    "＝": Relation.EQ,
}
# Dates, document numbers and ordinals carry digits that measure nothing.
_NO_MEASURE: Final = re.compile(
    rf"(?:{DATE_PATTERN})(?:上旬|中旬|下旬|底)?前?|[\u3014\[(]\d{{4}}[\u3015\])]\d+号|第\d+|\d季度",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """指标值: `number` in the scale of `unit` (116.11 and "万人"; 98 and "%"), None when the text carries no single number."""

    raw: str
    relation: Relation | None
    number: Decimal | None
    unit: str
    approximate: bool


def parse_relation(raw: str) -> Relation | None:
    """指标性质 from ≥, >=, 大于等于, 正向, ≤, 反向, ＝, ═, >, <, 定性 …; None when it is none of these."""
    text = re.sub(r"\s", "", fold_width(raw)).rstrip(":")
    if text.startswith("定性"):
        return Relation.QUALITATIVE
    return _WORDS.get(text)


def parse_measure(raw: str, *, unit: str = "", relation: Relation | None = None) -> Measure:
    """What `raw` says; a `relation` from the form's own column wins over ≥ or 以上 in the text, a typed unit over `unit`.

    A number inside words counts when it is the only one (入口补每年116.11万人); dates and document numbers do not count
    (12月底前完成). Never raises.
    """
    unit = fold_width(unit).strip()
    whole = parse_number(raw)
    found = whole if whole.value is not None or whole.is_nothing else _embedded(raw, unit)
    if found is None or found.value is None:
        return Measure(raw, relation, None, unit, approximate=False)
    bound = Relation(found.bound) if found.bound else None
    return Measure(raw, relation or bound, found.value / found.multiplier, _typed_unit(found, unit), found.approximate)


def _embedded(raw: str, unit: str) -> ParsedNumber | None:
    """The one number inside a phrase, None when there is none or more than one."""
    text = _NO_MEASURE.sub("；", re.sub(r"(?<=\d)。(?=\d)", ".", fold_width(raw)))
    own = re.escape(unit) + "|" if unit else ""
    scale = "|".join(MULTIPLIERS)
    pattern = (
        rf"(?:(?:{BEFORE_PATTERN}){{0,3}}|百分之)(?:(?<![-~A-Za-z\d])-)?\d[\d,.]*(?<![,.])[余多]?"
        rf"(?P<unit>{own}{UNIT_PATTERN}|{scale})?(?:{AFTER_PATTERN})?"
    )
    matches = list(re.finditer(pattern, text))
    if len(matches) != 1:
        return None
    match = matches[0]
    if match["unit"] != unit or not unit:
        return parse_number(match.group())
    # The form's own unit may be a word no list knows, so it is taken off before the number is read.
    start, end = match.span("unit")
    bare = parse_number(text[match.start() : start] + text[end : match.end()])
    return bare if bare.value is None else _in_unit(bare, unit)


def _in_unit(bare: ParsedNumber, unit: str) -> ParsedNumber:
    return ParsedNumber(bare.raw, bare.value, unit, bare.approximate, bare.bound, "")


def _typed_unit(found: ParsedNumber, unit: str) -> str:
    word = next((word for word, times in MULTIPLIERS.items() if times == found.multiplier), "")
    if found.unit:
        return word + found.unit
    # 「116.11万」 beside a unit of 人 or 万人 means 万人.
    return word + split_multiplier(unit)[1] if word else unit


def same_scale(a: Measure, b: Measure) -> tuple[Decimal, Decimal] | None:
    """Both numbers in one unit (万人 and 人 converted), None when a number is missing or the units do not compare.

    A measure without a unit is read in the other's unit.
    """
    if a.number is None or b.number is None:
        return None
    if a.unit == b.unit or not a.unit or not b.unit:
        return a.number, b.number
    base_a, times_a = scale_of(a.unit)
    base_b, times_b = scale_of(b.unit)
    if base_a != base_b and base_a and base_b:
        return None
    return a.number * times_a, b.number * times_b
