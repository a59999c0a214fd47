"""相同的词: the longest run of characters two texts have in common, and how alike two passages are."""

from __future__ import annotations

from difflib import SequenceMatcher


def common_run(one: str, other: str) -> str:
    """The longest text that stands in both, '' when there is none."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match(0, len(one), 0, len(other))
    return one[match.a : match.a + match.size]


def shingles(text: str, size: int = 2) -> set[str]:
    """Every run of `size` characters."""
    return {text[at : at + size] for at in range(len(text) - size + 1)}


def contained(one: str, other: str) -> float:
    """Share of the shorter text's pairs of characters that stand in the other, 0 to 1; 1 for texts too short to tell."""
    first, second = shingles(one), shingles(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least else 1.0
