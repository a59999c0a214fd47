"""表样初稿: the whole YAML of a paper: head, sections that ask every guessed field, and the printed part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from documents.readers.paper import Paper, PaperBlock, PaperTable
from documents.readers.refused import Refused
from filings.drafting.data import MARK, execution_points, point_lines, quoted, section_lines, table_lines
from filings.drafting.lifted import lifted
from filings.drafting.running import front_of, nodes_of, of_the_year
from filings.drafting.slots import TOTAL, Slots

SECTION: Final = 12  # places asked together
LINES: Final = ("人", "电话", "日期", "时间", "编号", "文号", "邮箱", "地址", "金额")
SHORT: Final = 10
WIDE: Final = 11  # columns
# A form is short; whoever drafts one from a whole report drafts the wrong file.
MOST_BLOCKS: Final = 600
MOST_ROWS: Final = 400
MOST_COLUMNS: Final = 60
HEAD: Final = """\
# {name}：由 {source} 起草，带“待核”的行都要与原表核对，核对后删去这两个字。写法见 docs/how-to/add-a-locality.md。
# 认出的资金表、指标表已写成 tables；没有认出的请照教程改写。等次 grades 和其余勾稽 checks 请补写。
id: {form}
name: {name_text}
title: {title}  {mark}{subtitle}
subject: {subject}
source: {source_text}  {mark}
print: {{unit: {unit}, decimals: 2}}  {mark}
"""


def draft(paper: Paper, *, form: str, name: str, source: str, subject: str = "project") -> str:
    """YAML of a first version; it loads and lints at once. `source` is the file name of the paper.

    Raises Refused for a paper that is too long to be a form.
    """
    _check_size(paper)
    slots, text = _drafted(paper, Slots(subject), form=form, name=name, source=source)
    if slots.found.funds and not execution_points(slots.found):  # told only when all tables are known
        text = _drafted(paper, Slots(subject, scores_execution=False), form=form, name=name, source=source)[1]
    return text


def _drafted(paper: Paper, slots: Slots, *, form: str, name: str, source: str) -> tuple[Slots, str]:
    front = front_of(lifted(paper.blocks), name)
    above = [f"  - {{boilerplate: {quoted(text)}, indent: false}}  {MARK}" for text in front.above]
    nodes = [*above, "  - title", *nodes_of(front.rest, slots)]
    head = HEAD.format(
        form=form,
        name=name,
        source=source,
        name_text=quoted(name),
        title=of_the_year(front.title),
        subtitle=f"\nsubtitle: {of_the_year(front.subtitle)}  {MARK}" if front.subtitle else "",
        unit=front.unit,
        subject=slots.subject,
        source_text=quoted(source),
        mark=MARK,
    )
    printed = ["parts:", f"- name: {quoted(name)}", *_orientation(front.rest), "  nodes:", *nodes]
    lines = [*table_lines(slots.found), *_sections(slots), *printed, *point_lines(slots.found)]
    return slots, head + "\n".join(lines) + "\n"


def _orientation(blocks: list[PaperBlock]) -> Iterator[str]:
    """A wide first table lies on its side; the reader does not know how the paper lay."""
    first = next((block for block in blocks if isinstance(block, PaperTable)), None)
    if first and len(first.widths) >= WIDE:
        yield f"  orientation: landscape  {MARK}"


def _check_size(paper: Paper) -> None:
    if len(paper.blocks) > MOST_BLOCKS:
        raise Refused(f"文件有{len(paper.blocks)}段和表，超过{MOST_BLOCKS}，请只留下表样本身后再试。")
    for table in paper.blocks:
        if isinstance(table, PaperTable) and (table.height > MOST_ROWS or len(table.widths) > MOST_COLUMNS):
            raise Refused(f"表格超过{MOST_ROWS}行或{MOST_COLUMNS}列，请只留下表样本身后再试。")


def _sections(slots: Slots) -> Iterator[str]:
    """Sections of at most a dozen places of one paper, in its order; a section for each table after the first."""
    places = list(slots.labels)
    starts = sorted({*range(0, len(places), SECTION), *(at for at in slots.breaks if at < len(places))})
    tables = list(section_lines(slots.found))
    yield "sections:" if places or tables else "sections: []"
    for number, (start, end) in enumerate(pairwise([*starts, len(places)]), 1):
        yield f"- key: part{number}"
        yield f"  title: 第{number}部分  {MARK}"
        yield "  entries:"
        for path in places[start:end]:
            yield f"  - {{ask: {path}, label: {quoted(slots.labels[path])}, {_widget(path, slots)}}}  {MARK}"
        if number == 1:
            yield from tables
            tables = []
    yield from tables


def _widget(path: str, slots: Slots) -> str:
    if path == TOTAL:
        return "widget: number"
    label = slots.labels[path]
    if path == "sign.date":
        return "widget: date"
    if len(label) <= SHORT and any(word in label for word in LINES):
        return "widget: line"
    options = slots.found.choices.get(path)
    return f"widget: choice, choices: [{', '.join(map(quoted, options))}]" if options else "widget: prose"
