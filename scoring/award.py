"""得分与依据: what one row was awarded and because of what, in words a reviewer can check by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

Status = Literal["scored", "unknown", "not_applicable", "manual"]


@dataclass(frozen=True, slots=True)
class Because:
    """计分依据, all in Chinese.

    `inputs` are (name, value as printed) in order; `formula` speaks of them by name (执行数÷预算数＝93.22%；×10分) and is
    empty when nothing was calculated; `cap` says what limited or decided the outcome; `result` is the outcome as printed
    (9.32分); `source` the clause; `needs_reason` why the unit must explain itself, empty when it need not.
    """

    inputs: tuple[tuple[str, str], ...] = ()
    formula: str = ""
    cap: str = ""
    result: str = ""
    source: str = ""
    needs_reason: str = ""

    def sentence(self) -> str:
        """The whole explanation in one line: 执行数2364.01万元÷预算数2536.08万元＝93.22%；×10分＝9.32分；依据：…."""
        told = self._told()
        head = f"{told}＝{self.result}" if self.formula and self.result else told or self.result
        tail = f"，{self.result}" if told and self.result and not self.formula else ""
        parts = (
            head + tail,
            self.cap,
            f"须说明：{self.needs_reason}" if self.needs_reason else "",
            f"依据：{self.source}" if self.source else "",
        )
        return "；".join(part for part in parts if part)

    def reckoning(self) -> str:
        """The explanation without its source, for where the source is told beside it."""
        return replace(self, source="").sentence()

    def _told(self) -> str:
        """The formula with every name followed by its value, or the bare list of inputs."""
        values = dict(self.inputs)
        if not self.formula:
            return "，".join(name + text for name, text in self.inputs)
        if not values:
            return self.formula
        # Longest first and in one pass, so that 预算数 inside 全年预算数 is not given a value twice.
        names = sorted(values, key=len, reverse=True)
        return re.sub("|".join(map(re.escape, names)), lambda found: found[0] + values[found[0]], self.formula)


@dataclass(frozen=True, slots=True)
class Award:
    """得分: `points` out of `of`, known exactly when `status` is "scored".

    "unknown": something the rule needs is missing. "not_applicable": the row cannot be calculated and is left out with an
    explanation. "manual": a person has to judge. `key` is the row's, empty until the engine gives it.
    """

    key: str
    of: Decimal
    points: Decimal | None
    status: Status
    because: Because

    def __post_init__(self) -> None:
        """Refuse points without status "scored", and the other way round."""
        if (self.points is not None) != (self.status == "scored"):
            raise ValueError(f"得分 {self.points} 与状态 {self.status} 不相符")

    def keyed(self, key: str) -> Award:
        """Return this award for the row `key`."""
        return replace(self, key=key)
