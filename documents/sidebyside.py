"""并排: where texts that share a line begin, lines of words and rows of signatures alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from . import measure
from .style import POINTS_PER_MM

_BLANK_EMS = 1.0  # between two texts


def starts(texts: Sequence[str], width_mm: float, points: float) -> list[float]:
    """Return where every text begins, millimetres: equal shares, or by need where a share is too narrow for its text.

    Texts that no sharing gives a line of their own keep equal shares and wrap.
    """
    needs = [_need(text, points) for text in texts]
    spare = (width_mm - sum(needs)) / max(1, len(texts))
    if is_even(texts, width_mm, points) or spare < 0:
        return [width_mm * number / len(texts) for number in range(len(texts))]
    return [0.0, *accumulate(need + spare for need in needs[:-1])]


def is_even(texts: Sequence[str], width_mm: float, points: float) -> bool:
    """Do all texts fit into equal shares?"""
    return all(_need(text, points) <= width_mm / len(texts) for text in texts)


def _need(text: str, points: float) -> float:
    return (measure.ems(text) + _BLANK_EMS) * points / POINTS_PER_MM
