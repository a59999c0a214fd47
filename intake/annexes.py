"""附表: the papers of a unit's projects behind the unit's own. They belong to the filings of the projects and are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from blueprints.schema import Blueprint
from intake.form import FormRow
from intake.reports import is_title, subject_of
from intake.rows import PaperRow
from intake.words import bare

_NEAR: Final = 6  # rows below a title by which the paper is known
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """附表的表头: the title of a paper that may stand behind the form's own, and the labels right below it."""

    title: FormRow
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Own:
    """本填报的行: the rows that are left, and whose papers were left out."""

    rows: tuple[PaperRow, ...]
    others: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What somebody who hands the file in should know; '' where it has no such papers."""
        if not self.others:
            return ""
        names = "、".join([name for name in self.others if name][:_SHOWN])
        named = f"（{names}{'等' if len(self.others) > _SHOWN else ''}）" if names else ""
        return f"文件后附 {len(self.others)} 份项目的附表{named}，没有读取：附表属于各项目，请在各项目的填报里导入。"


def annexed_forms(blueprint: Blueprint) -> tuple[str, ...]:
    """Forms whose papers the form prints behind its own."""
    every = blueprint.projects.forms if blueprint.projects else ()
    return tuple(dict.fromkeys(form for part in blueprint.parts if part.annex for form in part.forms or every))


def head_of(form: Sequence[FormRow]) -> AnnexHead | None:
    """By what a paper of `form` is known, None where it has no title."""
    at = next((number for number, row in enumerate(form) if row.title), None)
    if at is None:
        return None
    words = (bare(cell.pattern.words) for row in form[at + 1 : at + 1 + _NEAR] for cell in row.cells)
    return AnnexHead(form[at], frozenset(word for word in words if word))


def without_annexes(form: Sequence[FormRow], heads: Sequence[AnnexHead], paper: Sequence[PaperRow]) -> Own:
    """The rows of the form's own pages. A project's paper goes on to the next title, of whatever is known here."""
    kept: list[PaperRow] = []
    others: list[str] = []
    titles = [row for row in form if row.title]
    is_own = True
    for number, row in enumerate(paper):
        if any(_opens(head, paper, number) for head in heads):
            is_own = False
            others.append(subject_of(paper[number : number + _NEAR]))
        elif not is_own and row.is_text and any(is_title(title, row.text) for title in titles):
            is_own = True
        if is_own:
            kept.append(row)
    return Own(tuple(kept), tuple(others))


def _opens(head: AnnexHead, paper: Sequence[PaperRow], number: int) -> bool:
    """Does a paper begin here? Its title alone may be a line in a list of what is attached."""
    if not paper[number].is_text or not is_title(head.title, paper[number].text):
        return False
    below = paper[number + 1 : number + 1 + _NEAR // 2]
    return any(bare(piece.text) in head.labels for row in below for piece in row.pieces)
