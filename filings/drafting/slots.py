"""询问的位置: what a form drafted from paper will ask, in the order in which the paper has it."""

from __future__ import annotations

from dataclasses import dataclass, field

from filings.drafting.data import is_scored, quoted
from filings.drafting.guess import known_path, squeeze
from filings.drafting.tables import TablesFound
from filings.drafting.words import options_of

TOTAL = "score.total.self"
_BY_HAND = ("签", "章")
_TOTALS = frozenset({"总分", "总得分", "合计得分", "自评总分"})


@dataclass(slots=True)
class Slots:
    """询问的位置: every guessed field with the words by which it is asked."""

    subject: str
    scores_execution: bool = True  # do the points of the paper end in a tree with the execution rate in it?
    labels: dict[str, str] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)  # how many places were asked where another paper begins
    found: TablesFound = field(default_factory=TablesFound)

    def path(self, label: str) -> str:
        """A known fact, or a new place `text.f001`."""
        known = known_path(label, self.subject)
        if known:
            return known
        if squeeze(label) in _TOTALS and is_scored(self.found):
            self.labels[TOTAL] = squeeze(label)
            return TOTAL
        path = f"text.f{len(self.labels) + 1:03}"
        self.labels[path] = squeeze(label)[:30] or f"第{len(self.labels) + 1}处"
        return path

    def sign(self, label: str) -> str:
        """A place in a line of labels: the day, or who; '' where people sign or seal by hand."""
        words = squeeze(label)
        if any(word in words for word in _BY_HAND):
            return ""
        path = "sign.date" if "日期" in words else f"sign.f{len(self.labels) + 1:03}"
        self.labels[path] = words[:30] or f"第{len(self.labels) + 1}处"
        return path

    def boxes(self, label: str, text: str) -> str:
        """A cell of tick boxes as YAML: the grade, or a new place `choice.f001`; '' where the text holds none."""
        options = options_of(text)
        if not options:
            return ""
        return f"boxes: {self._choice(label, options)}, options: [{', '.join(map(quoted, options))}]"

    def _choice(self, label: str, options: list[str]) -> str:
        if "等" in label and is_scored(self.found):
            self.found.grades = options
            return "grade.self"
        path = f"choice.f{len(self.labels) + 1:03}"
        self.labels[path] = squeeze(label)[:30] or f"第{len(self.labels) + 1}处"
        self.found.choices[path] = options
        return path
