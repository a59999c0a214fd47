"""表头的识别: a run of cells that are words of columns, as heads of an indicator table or of a funds table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from crosschecks.laid.piece import Piece, joined
from crosschecks.reports.columns import FUND_ROLES, INDICATOR_ROLES, WEAK_NAME, plain_header, role_of
from crosschecks.reports.fold import folded
from crosschecks.reports.funds import AMOUNTS

_SOURCE: Final = re.compile(
    r"(?:项目|预算|专项)?资金(?:来源|构成|性质|类别|名称|项目|类型|情况)?|资金情况|预算执行情况|指标|项目|来源|名称|类别|内容|预算项目|支出项目"
)
_FRAGMENT: Final = re.compile(
    r"(?:[一二三四]级|年度|全年|年初|年中|实际|计划|目标|指标|预期|完成|自评|评价|未完成|偏差|扣分|预算|调整后?|设定|度量|计量|全年实际|年度指标|年度目标)"
)
_HALF: Final = re.compile(
    r"[一二三四]级|年度|全年|年初|年中|未完成|调整后|设定|度量|计量|年度指标|年度目标|全年实际|预期|偏差"
)
_GOES_ON: Final = re.compile(r"（.*）|[及和与、/].*")
_OF_LEVELS: Final = ("level1", "level2")
_VALUES: Final = frozenset({"target", "actual", "weight", "score"})
_MOST_LINES: Final = 3
_LONGEST: Final = 20
_LEAST: Final = 3
_MOST_HEADS: Final = 24  # a text of nothing but heads is looked at no further
_MOST_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Head:
    """一列的表头. role: of INDICATOR_ROLES or FUND_ROLES, 'source', 'other' for words nobody knows."""

    role: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Heads:
    """表头. end: the piece behind it."""

    columns: tuple[Head, ...]
    end: int
    section: Piece | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """From left to right."""
        return tuple(head.role for head in self.columns)


def heads_at(pieces: Sequence[Piece], at: int) -> Heads | None:
    """The header that begins with a piece, None when none does."""
    return _indicators(pieces, at) or _funds(pieces, at)


def heads_of(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Roles of cells that are, all of them, the heads of one table; what covers all rows is of no role."""
    if not texts or not all(texts):
        return None
    # An empty line between any two: no head goes on in the next cell.
    pieces = [Piece(text, 100 * number, 1) for number, text in enumerate(texts)]
    heads = heads_at(pieces, 0)
    if heads is None or heads.end < len(texts):
        return None
    return ("section", *heads.roles) if heads.section else heads.roles


def _indicators(pieces: Sequence[Piece], at: int) -> Heads | None:
    found = _run(pieces, at, INDICATOR_ROLES)
    section = None
    weak = [number for number, head in enumerate(found) if head.role == "weak"]
    if weak and weak[0] == 0 and len(found) > 1 and found[1].role in {*_OF_LEVELS, "name"}:
        section, found = found[0].piece, found[1:]
    has_name = any(head.role == "name" for head in found)
    named = max((n for n, head in enumerate(found) if head.role == "weak"), default=-1)
    columns: list[Head] = []
    for number, head in enumerate(found):
        role = head.role
        if role == "weak":
            role = "name" if number == named and not has_name else "other"
        elif role == "weight" and columns and columns[-1].role in _OF_LEVELS and _weighs_later(found[number + 1 :]):
            role = f"{columns[-1].role}_weight"
        if role != "other" and any(other.role == role for other in columns):
            break
        columns.append(Head(role, head.piece))
    roles = {head.role for head in columns}
    if not roles & {*_OF_LEVELS, "name"} or not roles & _VALUES or len(roles - {"serial", "other"}) < _LEAST:
        return None
    return Heads(tuple(columns), _end(pieces, at, columns), section)


def _weighs_later(heads: Sequence[Head]) -> bool:
    return any(head.role == "weight" for head in heads)


def _end(pieces: Sequence[Piece], at: int, columns: Sequence[Head]) -> int:
    """The piece behind the last head."""
    last = columns[-1].piece
    final = last.line + last.text.count("\n")
    while at < len(pieces) and pieces[at].line <= final:
        at += 1
    return at


def _funds(pieces: Sequence[Piece], at: int) -> Heads | None:
    source, start = _source(pieces, at)
    found = _run(pieces, start, FUND_ROLES)
    section = None
    if found and any(
        head.role == found[0].role for head in found[1:]
    ):  # 年度预算数 above the labels, 年初预算 beside it
        section, source, found = source if source.text else None, found[0].piece, found[1:]
    columns = [Head("source", source)]
    for head in found:
        if head.role in {"weak", "other"} or any(other.role == head.role for other in columns):
            break
        columns.append(head)
    stages = sum(head.role in AMOUNTS for head in columns)
    if stages < _LEAST - 1 or len(columns) <= _LEAST:
        return None
    return Heads(tuple(columns), _end(pieces, start, columns), section)


def _source(pieces: Sequence[Piece], at: int) -> tuple[Piece, int]:
    """The head of the sources, which may be left out, and where the stages begin."""
    for size in range(_MOST_LINES - 1, 0, -1):
        cell = joined(pieces[at : at + size])
        if at + size <= len(pieces) and _SOURCE.fullmatch(plain_header(folded(cell.text))):
            return cell, at + size
    return Piece("", pieces[at].line), at


def _run(pieces: Sequence[Piece], at: int, roles: Mapping[str, re.Pattern[str]]) -> list[Head]:
    """Heads from a piece on; words nobody knows may stand alone among known ones."""
    found: list[Head] = []
    while at < len(pieces) and len(found) < _MOST_HEADS and (not found or pieces[at].gap <= _MOST_GAP):
        role, size = _head(pieces, at, roles)
        if not role:
            known = at + 1 < len(pieces) and len(found) >= _LEAST - 1 and found[-1].role != "other"
            if not known or not _may_be_head(pieces[at]) or not _head(pieces, at + 1, roles)[0]:
                break
            role = "other"
        found.append(Head(role, joined(pieces[at : at + size])))
        at += size
    return found


def _may_be_head(piece: Piece) -> bool:
    text = folded(piece.text)
    return len(text) <= _LONGEST // 2 and not re.search(r"[\d，。；：—]", text)


def _head(pieces: Sequence[Piece], at: int, roles: Mapping[str, re.Pattern[str]]) -> tuple[str, int]:
    """Role of the head that begins with a piece, and how many lines it takes."""
    texts = [folded(piece.text) for piece in pieces[at : at + _MOST_LINES]]
    if not texts or len(texts[0]) > _LONGEST:
        return "", 1
    role, size = role_of(texts[0], roles), 1
    for more in range(2, len(texts) + 1):
        if pieces[at + more - 1].gap or sum(map(len, texts[:more])) > _LONGEST:
            break
        whole = role_of("".join(texts[:more]), roles)
        if whole and role in {"", whole} and _goes_on(texts[0], texts[more - 1], whole, roles, begun=bool(role)):
            role, size = whole, more
    if not role and roles is INDICATOR_ROLES and WEAK_NAME.fullmatch(plain_header(texts[0])):
        return "weak", 1
    return role, size


def _goes_on(first: str, text: str, whole: str, roles: Mapping[str, re.Pattern[str]], *, begun: bool) -> bool:
    """Is a line the rest of a head, and no head itself?"""
    if _GOES_ON.fullmatch(text):
        return True
    if _HALF.fullmatch(first) and not begun:
        return True
    if WEAK_NAME.fullmatch(first) and role_of(text, roles):
        return False  # 指标, 分值 are two heads
    return bool(_FRAGMENT.fullmatch(first)) and role_of(text, roles) in {"", whole} and whole != "reason"
