"""问题清单: the findings of a check-up as a paper of its own, for DOCX and XLSX."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checkups.showing import Note
from documents.tree import Align, Cell, Content, Document, Line, Orientation, Part, Role, Row, Table, Text, Title

COLUMNS: Final = (
    ("序号", 5),
    ("级别", 6),
    ("规则", 11),
    ("问题", 34),
    ("算式与比对", 24),
    ("位置与原文", 34),
    ("改法", 24),
)


def listing(notes: Sequence[Note], *, name: str, created: str) -> Document:
    """One row per finding. `name`: the file that was checked; `created`: ISO 8601 moment of the check."""
    errors = sum(note.label == "错误" for note in notes)
    head = Row(tuple(_cell(at, word, Role.LABEL) for at, (word, _) in enumerate(COLUMNS)), header=True)
    rows = [
        Row(tuple(_cell(at, text, Role.FIELD) for at, text in enumerate(_texts(note))), group=note.number)
        for note in notes
    ]
    table = Table(tuple(width for _, width in COLUMNS), (head, *rows), key="findings")
    told = Line((f"文件：{name}", f"错误 {errors} 处，提示 {len(notes) - errors} 处"))
    part = Part((Title("数字体检问题清单"), told, table), Orientation.LANDSCAPE, "问题清单", table_points=9.5)
    return Document("数字体检问题清单", (part,), created=created)


def _texts(note: Note) -> tuple[str, ...]:
    places = "\n".join(f"{place.where}：{place.quote}" for place in note.nearest)
    if note.further:
        places += f"\n……共 {len(note.places)} 处"
    rule = f"{note.rule}\n{note.rule_name}"
    return str(note.number), note.label, rule, note.message, note.arithmetic, places, note.remedy


def _cell(column: int, text: str, role: Role) -> Cell:
    content: Content = Text(text)
    narrow = column < 3
    return Cell(column, content, role, align=Align.CENTER if narrow or role is Role.LABEL else Align.LEFT)
