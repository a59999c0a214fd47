"""字片: which keys resemble each other, found through the few rarest shingles of each. Near linear, always the same answer.

Every key is sketched by the `SKETCH` smallest checksums of its shingles; keys that share some of them are looked at closely. A
checksum that hundreds of keys share is followed to the first `MOST` of them only: they stand for the rest.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

LENGTH: Final = 5
SKETCH: Final = 10
MOST: Final = 40
_TOGETHER: Final = 2  # checksums shared before a pair is looked at
_ALIKE: Final = 0.5  # of their shingles: alike without reading on
_PERHAPS: Final = 0.3
_READ_ALIKE: Final = 0.8  # of their characters, when read from left to right


def shingles(key: str) -> frozenset[str]:
    """Every run of `LENGTH` characters; the key itself when it is shorter."""
    return frozenset(key[at : at + LENGTH] for at in range(max(1, len(key) - LENGTH + 1)))


def sketch(pieces: frozenset[str]) -> tuple[int, ...]:
    """The smallest checksums, the same on every machine and day."""
    return tuple(sorted({zlib.crc32(piece.encode()) for piece in pieces})[:SKETCH])


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of shingles in common, by the mean of both sizes."""
    return 2 * len(one & other) / (len(one) + len(other))


def neighbours(keys: Sequence[str]) -> dict[int, list[tuple[int, float]]]:
    """For the number of each key, numbers of keys like it, most alike first. A pair is told on both sides."""
    pieces = [shingles(key) for key in keys]
    postings: dict[int, list[int]] = {}
    found: dict[int, list[tuple[int, float]]] = {}
    for number in range(len(keys)):
        together: Counter[int] = Counter()
        for checksum in sketch(pieces[number]):
            posted = postings.setdefault(checksum, [])
            together.update(posted)
            if len(posted) < MOST:
                posted.append(number)
        for other, shared in sorted(together.items()):
            alike = _alike(keys, pieces, number, other) if shared >= _TOGETHER else 0.0
            if alike:
                found.setdefault(number, []).append((other, alike))
                found.setdefault(other, []).append((number, alike))
    return {number: sorted(pairs, key=lambda pair: (-pair[1], pair[0])) for number, pairs in found.items()}


def _alike(keys: Sequence[str], pieces: Sequence[frozenset[str]], one: int, other: int) -> float:
    """How alike two keys are, 0 for not enough."""
    shared = likeness(pieces[one], pieces[other])
    if shared >= _ALIKE:
        return shared
    if shared < _PERHAPS:
        return 0.0
    matcher = SequenceMatcher(None, keys[one], keys[other], autojunk=False)
    return shared if matcher.quick_ratio() >= _READ_ALIKE and matcher.ratio() >= _READ_ALIKE else 0.0
