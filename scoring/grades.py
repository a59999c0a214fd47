"""等次: the grade of a total score (财预〔2020〕10号: 优 [90,100] 良 [80,90) 中 [60,80) 差 [0,60)) [证]."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Band:
    """一档: totals from `at_least` upwards (included) until the next band; None is the band below all others."""

    at_least: Decimal | None
    name: str


NATIONAL_BANDS: Final = (
    Band(Decimal(90), "优"),
    Band(Decimal(80), "良"),
    Band(Decimal(60), "中"),
    Band(None, "差"),
)


def grade_of(total: Decimal, bands: Sequence[Band]) -> str:
    """Return the name of the highest band `total` reaches; the order of `bands` does not matter.

    `total` is the printed, already rounded score: 89.995 printed as 90.00 is 优. Raises ValueError when no band holds it.
    """
    reached = [band for band in bands if band.at_least is None or total >= band.at_least]
    if not reached:
        raise ValueError(f"总分 {total} 不在任何等次范围内，请检查表样的等次设置")
    return max(reached, key=_height).name


def _height(band: Band) -> Decimal:
    return Decimal("-Infinity") if band.at_least is None else band.at_least
