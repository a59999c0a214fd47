"""检查所得: a fault before its line is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Fault:
    """一处不对: path in the file (counted from 1) and what to do about it."""

    path: str
    message: str
    severity: Literal["error", "warning"] = "error"


def repeated(words: Iterable[tuple[str, str]], what: str) -> Iterator[Fault]:
    """Yield a fault for every word (path, word) that stood before; `what` names the kind of word."""
    seen: Counter[str] = Counter()
    for path, word in words:
        seen[word] += 1
        if seen[word] == 2:
            yield Fault(path, f"{what}“{word}”重复了，每个只能出现一次，请改名或删去一处")
