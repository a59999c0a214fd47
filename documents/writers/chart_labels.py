"""饼图的标注: where the names beside a pie stand, so that those of tiny slices do not cover each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from .. import measure, style

LINE_MM: Final = 4.6  # of a label
_OUT_MM: Final = 3.0  # from the pie to the knee of the line
_FAR_MM: Final = 7.0  # from the pie to the text
_GAP_MM: Final = 1.0  # between line and text


@dataclass(frozen=True, slots=True)
class Label:
    """一处标注: its lines, where they begin or end, and the line that ties them to the slice (xs, ys)."""

    text: str
    x: float
    y: float
    side: Literal["left", "right"]  # how the text is aligned at x
    tie: tuple[tuple[float, float, float], tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Room:
    """版面 of a pie in millimetres, from its middle; `points` is the size of the text."""

    radius: float
    width: float
    height: float
    points: float

    @property
    def ems(self) -> float:
        """How much text fits beside the pie."""
        return (self.width / 2 - self.radius - _FAR_MM) * style.POINTS_PER_MM / self.points


def spread(values: Sequence[float], names: Sequence[tuple[str, str]], room: Room, *, turned: float = 0) -> list[Label]:
    """Return one label per slice, slices clockwise from `turned` degrees after the top; `names` are name and share of each."""
    total, passed = sum(values), sum(values) * turned / 360
    angles = []
    for value in values:
        angles.append(math.pi / 2 - 2 * math.pi * (passed + value / 2) / total)
        passed += value
    texts = [in_lines(name, share, room.ems) for name, share in names]
    sides = (
        [n for n, a in enumerate(angles) if math.cos(a) >= 0],
        [n for n, a in enumerate(angles) if math.cos(a) < 0],
    )
    return [
        label for side, sign in zip(sides, (1, -1), strict=True) for label in _column(side, angles, texts, sign, room)
    ]


def in_lines(name: str, share: str, room: float) -> str:
    """Return name and share on one line where they fit into `room` em, else the share below the name."""
    if measure.ems(f"{name}　{share}") <= room:
        return f"{name}　{share}"
    lines = [""]
    for character in name:
        if measure.ems(lines[-1] + character) > room:
            lines.append("")
        lines[-1] += character
    return "\n".join([*lines, share])


def apart(wanted: Sequence[float], heights: Sequence[float], most: float) -> list[float]:
    """Return falling middles of labels that do not touch, as near as may be to those wanted, within `most` of the middle while they fit."""
    steps = [(upper + lower) / 2 for upper, lower in pairwise(heights)]
    places: list[float] = []
    for number, place in enumerate(wanted):
        highest = places[-1] - steps[number - 1] if places else most - heights[0] / 2
        places.append(min(place, highest))
    for number in reversed(range(len(places))):
        last = number == len(places) - 1
        lowest = heights[-1] / 2 - most if last else places[number + 1] + steps[number]
        places[number] = max(places[number], lowest)
    return places


def _column(numbers: list[int], angles: Sequence[float], texts: Sequence[str], sign: int, room: Room) -> list[Label]:
    """Labels of one side from the top down."""
    numbers = sorted(numbers, key=lambda n: -math.sin(angles[n]))
    wanted = [math.sin(angles[n]) * (room.radius + _OUT_MM) for n in numbers]
    heights = [LINE_MM * (texts[n].count("\n") + 1) for n in numbers]
    labels = []
    for number, y in zip(numbers, apart(wanted, heights, room.height / 2 - _GAP_MM), strict=True):
        angle = angles[number]
        x = sign * (room.radius + _FAR_MM)
        xs = (math.cos(angle) * room.radius * 0.97, sign * (room.radius + _OUT_MM), x - sign * _GAP_MM)
        ys = (math.sin(angle) * room.radius * 0.97, y, y)
        labels.append(Label(texts[number], x, y, "left" if sign > 0 else "right", (xs, ys)))
    return labels
