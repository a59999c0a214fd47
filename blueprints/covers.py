"""封面的结构: the cover page of a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CoverLineDef:
    """封面行: a label (template) and, underlined beside it, the fact at `path`; with `options` they are tick boxes □/☑."""

    label: str
    path: str = ""
    options: tuple[str, ...] = ()
    shape: Literal["", "text", "date"] = ""
    align: Literal["", "left", "center", "right"] = ""


@dataclass(frozen=True, slots=True)
class CoverNode:
    """封面: the form's title and `groups` of lines, spread down a page. It is the only node of its part.

    `note` (template) stands at the top left, e.g. 附件2.
    """

    groups: tuple[tuple[CoverLineDef, ...], ...]
    note: str = ""
