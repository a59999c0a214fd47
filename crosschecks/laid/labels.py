"""标签与内容的还原: 项目名称 and, in the next line, the name; labels side by side with their paragraphs below (预期目标、实际完成情况)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosschecks.laid.piece import Piece
from crosschecks.reports.fold import folded
from crosschecks.reports.pairs import label_of
from documents.readers.text_blocks import HEADING

_SHORT: Final = frozenset(
    ["project", "department", "unit", "leader", "filled_on", "period", "leader_phone", "staff_quota", "staff", "attribute", "grade", "total_score"]
)  # fmt: skip
_SIDE_BY_SIDE: Final = ("goal", "done")
_HEAD: Final = re.compile(r"(?:自评|评价|绩效)?(?:得分|评分)|等[次级]|级别")  # the head of a column as often
_LONGEST: Final = 40
_TELLS: Final = 10
_MARKS: Final = "。；：？！"


def labelled(pieces: Sequence[Piece], at: int) -> list[tuple[Piece, Piece]]:
    """Pairs of a label and its content that begin with a piece, one below another."""
    found: list[tuple[Piece, Piece]] = []
    while at + 1 < len(pieces) and _is_pair(pieces[at], pieces[at + 1]):
        found.append((pieces[at], pieces[at + 1]))
        at += 2
    return found


def _is_pair(label: Piece, content: Piece) -> bool:
    text = folded(content.text)
    told = label_of(label.text) in _SHORT and not _HEAD.fullmatch(folded(label.text)) and content.gap == 0
    told = told and not HEADING.match(text)
    return told and len(text) <= _LONGEST and not label_of(text) and not any(mark in text for mark in _MARKS)


def side_by_side(pieces: Sequence[Piece], at: int) -> list[tuple[Piece, Piece]]:
    """预期目标 and 实际完成情况, then what they say, in the same order."""
    four = pieces[at : at + 4]
    if len(four) < len(_SIDE_BY_SIDE) * 2 or tuple(label_of(piece.text) for piece in four[:2]) != _SIDE_BY_SIDE:
        return []
    if any(len(piece.text) < _TELLS or label_of(piece.text) for piece in four[2:]):
        return []
    return [(four[0], four[2]), (four[1], four[3])]
