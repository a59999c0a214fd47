"""T11 约数相容 (公开文件校核): a rough figure and the exact one of the same name agree once rounded.

1.98亿 of 19856万元 is cut off where 1.99亿 would be rounded; that is hinted at. Figures further apart are told as two figures by T01.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.rule import Dossier, Figure, Fix, Found, Kind, Place, Profile, Severity, plain
from values.rounding import round_half_up

_FAR: Final = Decimal("0.02")
_FARTHER: Final = Decimal("0.10")  # 近1900万元 of 1786.5万元
_NAME: Final = 4
_MOST: Final = 100  # different figures of one name; more are a list and no figure told twice


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Figures of one name within a report and its table, the coarser against the finer."""
    for group in dossier.groups:
        by_key: dict[str, list[Figure]] = {}
        for report in group:
            for (key, unit), figures in report.register.by_key.items():
                if unit not in {"%", "‰", "个百分点", "百分点"} and "/" not in unit and len(key) >= _NAME:
                    by_key.setdefault(key, []).extend(figure for figure in figures if figure.role == "amount")
        for figures in by_key.values():
            yield from _coarse(figures)


def _coarse(figures: list[Figure]) -> Iterator[Found]:
    told: set[tuple[Decimal, Decimal]] = set()
    steps = [(figure, _step(figure)) for figure in _once(figures)[:_MOST]]
    exact = [(figure, step) for figure, step in steps if figure.number.exact]
    for rough, step in steps:
        if rough.number.bound:
            continue
        for fine, finer in exact:
            coarser = step > finer * 10 or (rough.number.rough and step > finer)
            if not coarser or rough.value == fine.value or (rough.value, fine.value) in told or rough.year != fine.year:
                continue
            gap = abs(rough.value - fine.value)
            # 余 and 多 say themselves that something is cut off.
            cut = _is_cut(rough) and gap < step
            if gap <= step / 2 or gap > (_FARTHER if rough.number.rough else _FAR) * fine.value or cut:
                continue
            told.add((rough.value, fine.value))
            place = rough.place()
            yield Found(
                f"“{rough.label}”{rough.shown}与{fine.shown}取整不一致。",
                f"{fine.shown}＝{plain(fine.value / rough.number.scale)}{rough.number.label_unit or ''}，取整后不是{rough.shown}",
                (place, fine.place()),
                "请按四舍五入写，或写明精确数",
                fix=_rounded(rough, fine, place),
            )


def _once(figures: list[Figure]) -> list[Figure]:
    """Figures that this rule cannot tell from one another, only the first of each."""
    kept: dict[object, Figure] = {}
    for figure in figures:
        number = figure.number
        alike = (figure.value, number.step, figure.year, number.rough, number.bound, number.in_range, _is_cut(figure))
        kept.setdefault(alike, figure)
    return list(kept.values())


def _is_cut(figure: Figure) -> bool:
    return any(word in figure.shown for word in "余多")


def _step(figure: Figure) -> Decimal:
    """One unit of the last digit that counts: 近1800万元 is told in hundreds."""
    number = figure.number
    if not number.rough or number.written != number.written.to_integral_value() or not number.written:
        return number.step
    digits = str(int(number.written))
    return number.scale.scaleb(len(digits) - len(digits.rstrip("0")))


def _rounded(rough: Figure, fine: Figure, place: Place) -> Fix | None:
    """The rough figure as it should be; none for 余 and 约, which say that they are not exact."""
    exponent = rough.number.written.as_tuple().exponent
    if not rough.number.exact or not isinstance(exponent, int):
        return None
    first, last = rough.number.digits
    due = round_half_up(fine.value / rough.number.scale, -exponent)
    typed = rough.sentence.quote(first, last)
    unit = rough.sentence.quote(last, rough.number.end)
    return Fix(place, f"{typed}{unit}", f"{due}{unit}") if "," not in typed else None


KIND = Kind("T11", "约数相容", Severity.WARNING, "公开文件校核", paper=check_paper)
