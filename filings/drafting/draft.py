"""表样初稿: the whole YAML of a paper: head, sections that ask every guessed field, and the printed part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from documents.readers.paper import Paper, PaperBlock, PaperChart, PaperTable, PaperText
from documents.readers.refused import Refused
from filings.drafting.grid import MARK, GridDraft, Slots, quoted

SECTION: Final = 12  # places asked together
_LEVELS: Final = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)"),
    re.compile(r"\d+[.．、]"),
)
LONGEST_HEADING: Final = 40
# A form is short; whoever drafts one from a whole report drafts the wrong file.
MOST_BLOCKS: Final = 600
MOST_ROWS: Final = 400
MOST_COLUMNS: Final = 60
HEAD: Final = """\
# {name}：由 {source} 起草，带“待核”的行都要与原表核对，核对后删去这两个字。写法见 docs/how-to/add-a-locality.md。
# 逐行的指标、资金请改成 tables 里的数据表（records: indicators、funds）；评分、等次、勾稽请补写 points、grades、checks。
id: {form}
name: {name_text}
title: {title}  {mark}
subject: {subject}
source: {source_text}  {mark}
print: {{unit: 万元, decimals: 2}}  {mark}
"""


def draft(paper: Paper, *, form: str, name: str, source: str, subject: str = "project") -> str:
    """YAML of a first version; it loads and lints at once. `source` is the file name of the paper.

    Raises Refused for a paper that is too long to be a form.
    """
    _check_size(paper)
    slots = Slots(subject)
    blocks = list(paper.blocks)
    title = name
    first = blocks[0] if blocks else None
    if isinstance(first, PaperText) and len(first.text) <= LONGEST_HEADING:
        title = first.text
        del blocks[0]
    nodes = list(_nodes(blocks, slots))
    head = HEAD.format(
        form=form,
        name=name,
        source=source,
        name_text=quoted(name),
        title=quoted(title),
        subject=subject,
        source_text=quoted(source),
        mark=MARK,
    )
    printed = ["parts:", f"- name: {quoted(name)}", "  nodes:", "  - title", *nodes]
    return head + "\n".join([*_sections(slots), *printed]) + "\n"


def _check_size(paper: Paper) -> None:
    if len(paper.blocks) > MOST_BLOCKS:
        raise Refused(f"文件有{len(paper.blocks)}段和表，超过{MOST_BLOCKS}，请只留下表样本身后再试。")
    for table in paper.blocks:
        if isinstance(table, PaperTable) and (table.height > MOST_ROWS or len(table.widths) > MOST_COLUMNS):
            raise Refused(f"表格超过{MOST_ROWS}行或{MOST_COLUMNS}列，请只留下表样本身后再试。")


def _nodes(blocks: list[PaperBlock], slots: Slots) -> Iterator[str]:
    """Nodes of the printed part; running text between headings becomes one place to write."""
    heading, written = "", False
    for block in blocks:
        if isinstance(block, PaperTable):
            grid = GridDraft(block, slots)
            yield f"  - grid: {grid.columns}"
            yield "    rows:"
            yield from (f"    {line}" for line in grid.lines())
            heading, written = "", False
            continue
        if isinstance(block, PaperChart):
            continue  # a chart is drawn from figures that the form asks elsewhere
        level = next((n for n, shape in enumerate(_LEVELS, 1) if shape.match(block.text)), 0)
        if level and len(block.text) <= LONGEST_HEADING:
            yield f"  - {{heading: {quoted(block.text)}, level: {level}, numbered: false}}  {MARK}"
            heading, written = block.text, False
        elif heading and not written:
            yield f"  - {{prose: {slots.path(heading)}}}  {MARK}"
            written = True
        elif not heading:
            yield f"  - {{boilerplate: {quoted(block.text)}}}  {MARK}"


def _sections(slots: Slots) -> Iterator[str]:
    """Sections of a dozen places each, in the order of the paper."""
    places = list(slots.labels.items())
    yield "sections:" if places else "sections: []"
    for number, start in enumerate(range(0, len(places), SECTION), 1):
        yield f"- key: part{number}"
        yield f"  title: 第{number}部分  {MARK}"
        yield "  entries:"
        for path, label in places[start : start + SECTION]:
            yield f"  - {{ask: {path}, label: {quoted(label)}, widget: prose}}  {MARK}"
