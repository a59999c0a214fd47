"""表样问题: what is wrong in a form's file: where, why, what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

WORST: Final = 100  # problems told at a time: nobody corrects more, and a hostile file may have tens of thousands


@dataclass(frozen=True, slots=True)
class Problem:
    """问题: `line` from 1 (0: the file as a whole); `path` inside the file, counted from 1 (`parts[1].nodes[2].rows[3]`)."""

    file: str
    line: int
    path: str
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        where = f"{self.file} 第{self.line}行" if self.line else self.file
        return f"{where} {self.path}：{self.message}" if self.path else f"{where}：{self.message}"


class BlueprintError(Exception):
    """表样不能用: the problems found at once, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems sorted by line."""
        self.problems = foremost(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def foremost(problems: Sequence[Problem]) -> list[Problem]:
    """The problems in the order of the file; of more than `WORST` the errors first, with a word about the rest."""
    worst = sorted(problems, key=lambda problem: (problem.severity != "error", problem.line))
    rest = [replace(worst[WORST], path="", message=more())] if len(worst) > WORST else []
    return sorted(worst[:WORST], key=lambda problem: problem.line) + rest


def more() -> str:
    """What stands in the place of the problems that are not told."""
    return f"错误太多，只列出前{WORST}处，请改正后再检查"
