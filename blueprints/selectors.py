"""指标选择: which indicator rows a scoring rule looks at: `indicators[level1=产出指标,level2=数量指标]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

FIELDS: Final = ("level1", "level2", "name")
_SELECTOR: Final = re.compile(r"indicators\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Selector:
    """选择条件: (field, word) pairs that must all hold."""

    text: str
    conditions: tuple[tuple[str, str], ...]

    def matches(self, *, level1: str, level2: str, name: str, level1_key: str = "") -> bool:
        """Does a row meet all conditions? A level1 condition may also be the canonical key (`level1_key`)."""
        row = {"level1": level1.strip(), "level2": level2.strip(), "name": name.strip()}
        return all(word == row[field] or (field == "level1" and word == level1_key) for field, word in self.conditions)


def parse_selector(text: str) -> Selector:
    """Parse `indicators[field=word,…]`. Raises ValueError, saying what is allowed."""
    match = _SELECTOR.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text}”不是指标选择，应写成 indicators[level2=数量指标]")
    conditions = []
    for part in match[1].split(","):
        field, _, word = (piece.strip() for piece in part.partition("="))
        if field not in FIELDS or not word:
            raise ValueError(
                f"指标选择的条件“{part.strip()}”不对，应写成 {'、'.join(FIELDS)} 之一＝词，如 level2=数量指标"
            )
        conditions.append((field, word))
    return Selector(text.strip(), tuple(conditions))
