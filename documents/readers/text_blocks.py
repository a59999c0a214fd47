"""文本的分块: lines of a plain text as paragraphs, tables and charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from documents.readers.clean import plain
from documents.readers.paper import PaperBlock, PaperCell, PaperTable, PaperText, Spot
from documents.readers.text_charts import chart_at, listed_at

_MARKED: Final = re.compile("[\\[<&\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u2064\ufeff]")
HEADING: Final = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]{1,3}[部分章篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|附[件表]\s*\d)"
)
TITLE: Final = re.compile(r"[^。；，]{4,50}(?:报告|自评表|情况表|评分表|报表|说明)(?:\s*[（(][^（）()]{1,16}[）)])?\s*")
PARAGRAPH: Final = "\u2028"  # between paragraphs that stand in one line of the file
_RULE_LINE: Final = re.compile(r"[\s|:\-+]+")
_FIGURE: Final = re.compile(r"\s*-?\d[\d,.]*%?\s*")
_SENTENCE: Final = re.compile(r"\S.{10,}[。；：]\s*")  # no part of a cell that is a figure
_SUBTITLE: Final = re.compile(r"\s*(?:[（(][^（）()]{1,16}[）)])?\s*")
_HASHES: Final = re.compile(r"(#{1,6})\s+(?=\S)")
_BOLD: Final = re.compile(r"\*\*([^*\n]{2,40})\*\*\s*")
_LEVELS: Final = 4
_LONG: Final = 60
_PROSE: Final = 25
_APART: Final = 3  # so many empty lines end a table
_WITHIN: Final = 12  # so many lines without a tab may still belong to one cell


@dataclass(frozen=True, slots=True)
class Piece:
    """文字与行号: a text and the line it begins in."""

    text: str
    line: int


def blocks_of(lines: list[str]) -> Iterator[PaperBlock]:
    """Every block, in order."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif found := chart_at(lines, at) or listed_at(lines, at):
            yield found[0]
            at = found[1]
        elif _is_row(line):
            at, rows = _rows(lines, at)
            yield from _row_table(rows)
        elif line.startswith("\t") and not HEADING.match(line):
            at, rows = _cells(lines, at)
            yield from _cell_table(rows)
        else:
            yield from _text(Piece(line, at + 1))
            at += 1


def clean(text: str) -> str:
    """Without the marks of other programmes; a newline is always one of the file."""
    if not _MARKED.search(text):
        return text.strip()
    return "\n".join(plain(line).strip("\n ").replace("\n", PARAGRAPH) for line in text.split("\n")).strip()


def _text(piece: Piece) -> Iterator[PaperText]:
    text = clean(piece.text)
    hashes = _HASHES.match(text)  # a heading of Markdown: ## 一、项目概况
    if hashes:
        text = text[hashes.end() :]
    if bold := _BOLD.match(text):  # **（三）绩效目标。** 改造小区21个
        text = bold[1] + text[bold.end() :]
    if text:
        yield PaperText(text, len(hashes[1]) if hashes and len(hashes[1]) <= _LEVELS else 0, spot=_spot(piece))


def _spot(piece: Piece) -> Spot:
    """The line where something is said."""
    return Spot(piece.line + piece.text[: len(piece.text) - len(piece.text.lstrip())].count("\n"))


# --- one row a line ---


def _split(line: str) -> list[str]:
    if line.count("|") > 1 and "\t" not in line:
        return line.strip().removeprefix("|").removesuffix("|").split("|")
    return line.split("\t")


def _is_row(line: str) -> bool:
    """Two tabs or bars, or one tab inside the text."""
    if "\t" in line:
        return line.count("\t") > 1 or "\t" in line.strip()
    return line.count("|") > 1


def _rows(lines: list[str], at: int) -> tuple[int, list[list[Piece]]]:
    """Rows from `at` on; one empty line may stand between two of them."""
    rows: list[list[Piece]] = []
    while at < len(lines):
        if not lines[at].strip() and at + 1 < len(lines) and _is_row(lines[at + 1]):
            at += 1
        if not _is_row(lines[at]) or (rows and chart_at(lines, at)):
            break
        if not (_RULE_LINE.fullmatch(lines[at]) and "|" in lines[at]):
            rows.append([Piece(clean(text), at + 1) for text in _split(lines[at])])
        at += 1
    return at, rows


def _row_table(rows: list[list[Piece]]) -> Iterator[PaperBlock]:
    """A table; a single line of sentences with a stray tab is prose."""
    told = [piece for row in rows for piece in row if piece.text]
    if len(rows) == 1 and any(len(piece.text) > _LONG for piece in told):
        yield from (text for piece in told for text in _text(piece))
    elif told:
        yield _table(rows)


# --- one cell a line ---


def _cells(lines: list[str], at: int) -> tuple[int, list[list[Piece]]]:
    """Rows of cells from `at` on, and the line after them."""
    rows: list[list[Piece]] = [[]]
    while at < len(lines):
        line = lines[at]
        if line.startswith("\t") and not _is_row(line):
            rows[-1].append(Piece(line[1:], at + 1))
            at += 1
            continue
        blanks = _blanks(lines, at)
        after = at + blanks
        if after >= len(lines) or blanks >= _APART or _is_row(lines[after]):
            break  # a row of its own, even one that begins with a tab, belongs to another table
        if lines[after].startswith("\t"):
            rows.append([])
            at = after
            continue
        last = rows[-1][-1]
        end = _end_of_cell(lines, after)
        if end is None or (blanks and _FIGURE.fullmatch(last.text) and _SENTENCE.fullmatch(lines[after])):
            break
        rows[-1][-1] = Piece(last.text + "\n" + "\n".join(lines[at:end]), last.line)
        at = end
    return at, [row for row in rows if row]


def _blanks(lines: list[str], at: int) -> int:
    """Empty lines from `at` on; a lone tab is an empty cell."""
    count = 0
    while at + count < len(lines) and not lines[at + count].strip() and not lines[at + count].startswith("\t"):
        count += 1
    return count


def _end_of_cell(lines: list[str], at: int) -> int | None:
    """Where the next cell begins, when the lines up to there go on with the last one; None when the table has ended."""
    said = 0
    for number in range(at, min(len(lines), at + 3 * _WITHIN)):
        line = lines[number]
        if line.startswith("\t"):
            # Lines that stand apart from the next row close the last one with an empty line before it.
            return number - 1 if not lines[number - 1].strip() else number
        said += bool(line.strip())
        if said > _WITHIN or HEADING.match(clean(line)) or TITLE.fullmatch(clean(line)):
            return None
    return None


def _cell_table(rows: list[list[Piece]]) -> Iterator[PaperBlock]:
    """Tables between headings and titles; tabs that only indent paragraphs make prose."""
    told = [Piece(clean(piece.text), piece.line) for row in rows for piece in row if piece.text.strip()]
    prose = sum(len(piece.text) > _PROSE and piece.text.endswith(("。", "；", "：")) for piece in told)
    if all(len(row) == 1 for row in rows) or prose * 2 > len(told):
        yield from (text for piece in told for text in _text(piece))
        return
    kept: list[list[Piece]] = []
    for row in rows:
        if _is_title(row):
            if any(piece.text.strip() for line in kept for piece in line):
                yield _table(kept)
            kept = []
            yield from (text for piece in row for text in _text(piece))
        else:
            kept.append(row)
    if any(piece.text.strip() for line in kept for piece in line):
        yield _table(kept)


def _is_title(row: list[Piece]) -> bool:
    """A heading, or a title with the year in brackets below it."""
    if len(row) == 1 and HEADING.match(row[0].text):
        return True
    return bool(TITLE.fullmatch(clean(row[0].text))) and all(_SUBTITLE.fullmatch(piece.text) for piece in row[1:])


def _table(rows: list[list[Piece]]) -> PaperTable:
    cells = tuple(
        PaperCell(clean(piece.text), column, number, spot=_spot(piece))
        for number, row in enumerate(rows)
        for column, piece in enumerate(row)
    )
    return PaperTable((1,) * max(map(len, rows)), len(rows), cells)
