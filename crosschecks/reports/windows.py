"""窗口: stretches of a report that speak of one account: half-sentences, sentences, paragraphs, sections; with their amounts by stage."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from crosschecks.reports.register import Figure
from crosschecks.reports.report import Report
from crosschecks.reports.sentences import Sentence
from crosschecks.reports.stages import Stage, stage_of
from values.kept import once

PART: Final = 0  # between semicolons, or a sentence without any
SENTENCE: Final = 1
PARAGRAPH: Final = 2
SECTION: Final = 3
WHOLE: Final = 4
_MOST: Final = 60  # figures of a section that speaks of one thing
_DEEPEST: Final = 5


@dataclass(frozen=True, eq=False)
class Window:
    """窗口. figures: every figure in it, in order; width: how far it reaches."""

    figures: tuple[Figure, ...]
    sentences: tuple[Sentence, ...]
    width: int

    @property
    def text(self) -> str:
        """Everything said in it; of a part between semicolons the whole sentence."""
        return "\n".join(sentence.text for sentence in self.sentences)

    @cached_property
    def stages(self) -> tuple[tuple[Figure, Stage], ...]:
        """Amounts that are of a stage."""
        return tuple((figure, stage) for figure in self.figures if (stage := stage_of(figure)) is not None)

    @cached_property
    def scope(self) -> str:
        """The one thing its first amount speaks of (中央), '' for the whole or where several are told."""
        scopes = {stage.scope for _, stage in self.stages if stage.scope}
        first = self.stages[0][1].scope if self.stages else ""
        return first if self.width == PART and scopes == {first} else ""

    def of(self, *names: str) -> list[Figure]:
        """Amounts of some stages that speak of the window's thing."""
        return [f for f, stage in self.stages if stage.name in names and stage.scope in {"", self.scope}]


@once
def windows(report: Report) -> tuple[Window, ...]:
    """From the narrowest to the widest; a figure stands in several."""
    return tuple(_windows(report))


def _windows(report: Report) -> Iterator[Window]:
    told = [sentence for sentence in report.sentences if report.register.in_sentence(sentence)]
    for sentence in told:
        parts = _parts(report, sentence)
        yield from (Window(tuple(part), (sentence,), PART) for part in parts)
        if len(parts) > 1:
            yield _window(report, [sentence], SENTENCE)
    blocks: dict[Hashable, list[Sentence]] = {}
    for sentence in told:
        blocks.setdefault(id(sentence.block), []).append(sentence)
    yield from (_window(report, block, PARAGRAPH) for block in blocks.values() if len(block) > 1)
    prose = [sentence for sentence in told if sentence.cell is None]
    yield from _sections(report, prose)
    yield _window(report, prose, WHOLE)


def _parts(report: Report, sentence: Sentence) -> list[list[Figure]]:
    parts: list[list[Figure]] = []
    end = 0
    for figure in report.register.in_sentence(sentence):
        if not parts or "；" in sentence.text[end : figure.number.start]:
            parts.append([])
        parts[-1].append(figure)
        end = figure.number.end
    return parts


def _sections(report: Report, prose: Sequence[Sentence]) -> Iterator[Window]:
    """Sentences below each heading, those of the deepest headings first."""
    for depth in reversed(range(_DEEPEST)):
        below: dict[Hashable, list[Sentence]] = {}
        for sentence in prose:
            if depth < len(sentence.path):
                below.setdefault(id(sentence.path[depth]), []).append(sentence)
        for group in below.values():
            if any(sentence.block is not group[0].block for sentence in group):
                window = _window(report, group, SECTION)
                if len(window.figures) <= _MOST:
                    yield window


def _window(report: Report, sentences: Sequence[Sentence], width: int) -> Window:
    figures = tuple(figure for sentence in sentences for figure in report.register.in_sentence(sentence))
    return Window(figures, tuple(sentences), width)
