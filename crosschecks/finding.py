"""勾稽结果: one thing that does not agree."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """级别: error stops submission (an admin may waive it), warning needs an explanation, hint informs."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


SEVERITY_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "提示须说明", Severity.HINT: "提醒"}
PAPER_LABELS = {
    Severity.ERROR: "错误",
    Severity.WARNING: "提示",
    Severity.HINT: "提示",
}  # a check of any paper knows two


@dataclass(frozen=True, slots=True)
class Place:
    """位置: a fact path ('' in a foreign paper), what people call it, and what stands there.

    line and cell say where on a paper: the line of a text file (or paragraph of a DOCX) and `表2!B3`; 0 and '' in a form.
    """

    path: str
    label: str
    quote: str = ""
    line: int = 0
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """一键修改: at `place`, `old` may safely become `new`."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """勾稽结果 of rule `rule` (number of the catalogue).

    message: where and why, in Chinese. arithmetic: the calculation written out. remedy: what to do. pending: what is
    missing may still be typed, so a draft is told softly; handing over treats it like any other finding.
    """

    rule: str
    severity: Severity
    message: str
    arithmetic: str
    places: tuple[Place, ...]
    remedy: str = ""
    source: str = ""
    pending: bool = False
    fix: Fix | None = None

    @property
    def fingerprint(self) -> str:
        """Digest of rule, places and what stands there: a waiver holds only while the figures stay the same."""
        text = "\n".join([self.rule, self.arithmetic, *(f"{p.path}={p.quote}" for p in self.places)])
        return hashlib.sha256(text.encode()).hexdigest()
