"""差异: two passages side by side, what differs in them, and what became of their figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from values.text import fold_width

# A figure counts as one sign, so that 14264 beside 14246 differs as a whole.
_SIGNS: Final = re.compile(r"\d[\d,.]*\d|\d|.", re.DOTALL)
_FIGURE: Final = re.compile(r"\d[\d,.]*")
_BLANK: Final = re.compile(r"\s+")

Kind = Literal["same", "words", "figure"]


@dataclass(frozen=True, slots=True)
class Segment:
    """片段: text of one side that stands on the other too, or is that side's own."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sides:
    """两段对照. figures: pairs (mine, theirs) that stand at the same place and differ; kept: how many figures are the same."""

    mine: tuple[Segment, ...]
    theirs: tuple[Segment, ...]
    figures: tuple[tuple[str, str], ...]
    kept: int

    @property
    def verdict(self) -> Literal["same", "kept", "figures", "words"]:
        """Word for word; only words differ though there are figures; figures differ; words differ and there are no figures."""
        if self.figures:
            return "figures"
        changed = any(segment.kind != "same" for segment in (*self.mine, *self.theirs))
        if not changed:
            return "same"
        return "kept" if self.kept else "words"


def differences(mine: str, theirs: str) -> Sides:
    """What differs, sign by sign; letter width does not count."""
    one, other = _signs(mine), _signs(theirs)
    matcher = SequenceMatcher(None, [_folded(s) for s in one], [_folded(s) for s in other], autojunk=False)
    left: list[Segment] = []
    right: list[Segment] = []
    figures: list[tuple[str, str]] = []
    kept = 0
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        same = tag == "equal"
        left += _segments(one[i1:i2], same=same)
        right += _segments(other[j1:j2], same=same)
        pairs = _figures(one[i1:i2]), _figures(other[j1:j2])
        if same:
            kept += len(pairs[0])
        elif len(pairs[0]) == len(pairs[1]):
            figures += zip(*pairs, strict=True)
        else:
            figures += [("、".join(pairs[0]), "、".join(pairs[1]))]
    return Sides(tuple(_merged(left)), tuple(_merged(right)), tuple(figures), kept)


def _signs(text: str) -> list[str]:
    return [found[0] for found in _SIGNS.finditer(_BLANK.sub(" ", text))]


def _folded(sign: str) -> str:
    return fold_width(sign)


def _figures(signs: list[str]) -> list[str]:
    return [sign for sign in signs if _FIGURE.fullmatch(fold_width(sign))]


def _segments(signs: list[str], *, same: bool) -> list[Segment]:
    if same:
        return [Segment("".join(signs), "same")] if signs else []
    return [Segment(sign, "figure" if _FIGURE.fullmatch(fold_width(sign)) else "words") for sign in signs]


def _merged(segments: list[Segment]) -> Iterator[Segment]:
    """Neighbours of one kind as one."""
    last: Segment | None = None
    for segment in segments:
        if last is not None and segment.kind != last.kind:
            yield last
            last = None
        last = Segment(last.text + segment.text, last.kind) if last is not None else segment
    if last is not None:
        yield last
