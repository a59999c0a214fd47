"""数据表的写法: the tables found on paper as YAML: frame, tables, their sections, how they print, points and checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from blueprints.reviewed import REVIEW_COLUMNS
from filings.drafting.heads import Head, HeadBlock, words
from filings.drafting.tables import (
    ARRIVAL,
    AXIS,
    NOTE,
    POINTS,
    RATE,
    REVIEW,
    SCORE,
    FundsFound,
    IndicatorsFound,
    TablesFound,
    level_keys,
)
from filings.drafting.words import outermost

MARK: Final = "# 待核"
_NEEDED: Final = frozenset({"level1", "level2", "name", "target", "actual", "weight", "score"})
_NUMBERS: Final = frozenset({"weight", "score"})
FULL: Final = 100
BOUNDS: Final = (90, 80, 60)
Span = Callable[[int, int], int]


class Places(Protocol):
    """询问的位置 as far as a table needs them (`slots.Slots`)."""

    scores_execution: bool

    def path(self, label: str) -> str:
        """A place to ask for `label`."""
        ...


def quoted(text: str) -> str:
    """Text as a YAML scalar; braces are places in templates, so the paper's own become brackets."""
    return json.dumps(text.replace("{", "（").replace("}", "）").strip(), ensure_ascii=False)


def matrix_lines(found: FundsFound, span: Span, slots: Places) -> Iterator[str]:
    """The funds table where it prints."""
    yield from _heads(found.block, span)
    yield f"- matrix: funds  {MARK}"
    yield from _headless(found.block)
    yield "  columns:"
    for head in found.heads:
        yield f"  - {{{_kind(found, head, slots)}, label: {quoted(head.label)}, span: {span(head.first, head.last)}}}"


def _kind(found: FundsFound, head: Head, slots: Places) -> str:
    """What a column of the matrix holds; words, and points where the execution rate has none, are a cell over all its rows."""
    known = {
        AXIS: "axis: true",
        RATE: f"rate: spent, over: {found.base}, when_zero: —",
        ARRIVAL: f"rate: received, over: {found.base}, when_zero: —",
    }
    if slots.scores_execution:
        known |= {word: f"{word}: execution, otherwise: —" for word in (POINTS, SCORE, REVIEW)}
    if head.means in {NOTE, POINTS, SCORE, REVIEW} and head.means not in known:
        return f"field: {slots.path(head.label)}"
    return known.get(head.means, f"stage: {head.means}")


def _heads(block: HeadBlock, span: Span) -> Iterator[str]:
    """Heads of two rows or more as they stand on paper; those of one row are the columns' own."""
    for row in block.rows if block.height > 1 else ():
        yield "- cells:"
        for cell in row:
            down = f", down: {cell.down}" if cell.down > 1 else ""
            yield f"  - {{label: {quoted(words(cell))}, span: {span(cell.column, cell.column + cell.across)}{down}}}"


def _headless(block: HeadBlock) -> Iterator[str]:
    if block.height > 1:
        yield "  header: false"


def records_lines(found: IndicatorsFound, span: Span) -> Iterator[str]:
    """The indicator table where it prints."""
    yield from _heads(found.block, span)
    yield f"- records: indicators  {MARK}"
    yield from _headless(found.block)
    yield f"  {'skeleton: 1' if found.levels else 'rows: 6'}"
    yield "  columns:"
    for head in found.heads:
        more = ", merge: true" if head.means in {"level1", "level2"} else ""
        more += ", align: left" if head.means in {"name", "reason"} else ""
        yield f"  - {{label: {quoted(head.label)}, span: {span(head.first, head.last)}, field: {head.means}{more}}}"


def table_lines(found: TablesFound) -> Iterator[str]:
    """frame, derived and tables: what is asked."""
    funds, indicators = found.funds, found.indicators
    if indicators and indicators.levels:
        yield "frame:"
        yield "  levels:"
        names = [name for name, _, _ in indicators.levels]
        for key, (name, _, children) in zip(level_keys(names), indicators.levels, strict=True):
            below = f", children: [{', '.join(map(quoted, children))}]" if children else ""
            yield f"  - {{key: {key}, label: {quoted(name)}{below}}}  {MARK}"
    if funds or indicators:
        yield "tables:"
    if funds:
        yield from _funds(funds)
    if indicators:
        yield "- records: indicators"
        yield "  label: 绩效指标"
        yield "  blank_rows: 1"
        yield "  columns:"
        yield from (_column(head) for head in indicators.heads if head.means not in REVIEW_COLUMNS)


def _funds(funds: FundsFound) -> Iterator[str]:
    yield "- funds: funds"
    yield "  label: 项目资金"
    yield "  stages:"
    yield from (f"  - {{stage: {head.means}, label: {quoted(head.label)}}}  {MARK}" for head in funds.stages)
    yield "  sources:"
    for source, label in funds.sources:
        yield f"  - {{source: {source}, label: {quoted(label)}{', total: true' if source == 'all' else ''}}}  {MARK}"


def _column(head: Head) -> str:
    more = ", required: true" if head.means in _NEEDED else ""
    more += ", shape: number" if head.means in _NUMBERS else ", shape: prose" if head.means == "reason" else ""
    # 自评 below 得分 says enough on paper, not above a column of a web page.
    label = head.label + head.above if head.means == "score" and "分" not in head.label else head.label
    return f"  - {{field: {head.means}, label: {quoted(label)}{more}}}  {MARK}"


def section_lines(found: TablesFound) -> Iterator[str]:
    """A section for each table."""
    if found.funds:
        yield "- key: funds"
        yield "  title: 项目资金"
        yield "  entries:"
        yield "  - {table: funds}"
        if execution_points(found):
            yield "  - {scores: [execution]}"
    if found.indicators:
        yield "- key: indicators"
        yield "  title: 绩效指标"
        yield "  entries:"
        yield "  - {table: indicators}"


def execution_points(found: TablesFound) -> str:
    """Full marks of the execution rate, '' where it is not scored or nothing else is."""
    funds = found.funds
    return funds.points if funds and funds.has_score and funds.base and is_scored(found) else ""


def is_scored(found: TablesFound) -> bool:
    """Do the rows of the indicator table have points and scores?"""
    known = {head.means for head in found.indicators.heads} if found.indicators else set()
    return {"weight", "score"} <= known


def point_lines(found: TablesFound) -> Iterator[str]:
    """Points, grades, and the checks that follow from them and from the tables."""
    scored, execution = is_scored(found), execution_points(found)
    leaves = ["execution"] * bool(execution) + ["indicators"] * scored
    if scored:
        rest = FULL - float(execution or 0)
        yield "points:"
        if execution and found.funds:
            rule = f"kind: ratio, value: funds.spent.all, over: funds.{found.funds.base}.all, rate: 执行率"
            yield f"- {{key: execution, label: 预算执行率, of: {execution}, rule: {{{rule}}}}}  {MARK}"
        rule = "rule: {kind: by_relation, reached: 0.8, partly: 0.6}"
        yield f"- {{key: indicators, label: 绩效指标, of: {rest:g}, from_table: indicators, {rule}}}  {MARK}"
    if found.grades:
        yield "grades:"
        yield from _grades(found.grades)
    checks = list(_checks(found, leaves)) if scored or found.funds else []
    if checks:
        yield "checks:"
        yield from checks


def _grades(names: list[str]) -> Iterator[str]:
    """Bounds as most places have them; the notes of the paper say which they are here."""
    for name, bound in zip(names[:-1], (*BOUNDS, *range(BOUNDS[-1] - 1, 0, -1)), strict=False):
        yield f"- {{name: {quoted(name)}, at_least: {bound}}}  {MARK}"
    yield f"- {{name: {quoted(names[-1])}}}"


def _checks(found: TablesFound, leaves: list[str]) -> Iterator[str]:
    if "indicators" in leaves:
        yield f"- {{rule: S01, of: indicators, total: {FULL - float(execution_points(found) or 0):g}}}  {MARK}"
        levels = found.indicators.levels if found.indicators else ()
        if levels and all(points for _, points, _ in levels):
            told = ", ".join(quoted(f"{name}:{points}") for name, points, _ in levels)
            yield f"- {{rule: S02, levels: [{told}]}}  {MARK}"
        yield f"- {{rule: S04, of: [{', '.join(leaves)}]}}"
        yield f"- {{rule: S10, of: [{', '.join(leaves)}]}}"
        yield from (f"- {{rule: {rule}, of: indicators}}" for rule in ("S11", "I03", "I05"))
    if found.funds:
        parts = outermost([source for source, _ in found.funds.sources])
        if parts:
            yield f"- {{rule: F01, table: funds, total: all, parts: [{', '.join(parts)}]}}  {MARK}"
