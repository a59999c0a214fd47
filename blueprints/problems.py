"""表样问题: what is wrong in a form's file: where, why, what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


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
    """表样不能用: all problems found at once, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems sorted by line."""
        self.problems = sorted(problems, key=lambda problem: problem.line)
        super().__init__("\n".join(str(problem) for problem in self.problems))
