"""I03 三级指标名空: a row with figures has a name; 指标1: and …… are none (财预〔2020〕10号附件1 [证]；晋中自评表 [种])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.rule import Context, Found, Kind, Severity
from factbook.book import IndicatorFact
from values.blank import is_blank
from values.text import fold_width

_NUMBERED: Final = re.compile(r"\s*指标\s*[\d一二三四五六七八九十]*\s*[:、.]?")
_ASKED: Final = ("target", "actual", "score")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows with a target, an actual value or a score, but without a name."""
    for row in context.table_rows(params.of):
        filled = [name for name in _ASKED if row.raw(name).strip()]
        if not filled or not is_nameless(row):
            continue
        names = "、".join(context.column(name) for name in filled)
        yield Found(
            f"{context.label(f'indicators.{row.uid}')}填了{names}，但指标名称为空。",
            "，".join(f"{context.column(name)}“{row.raw(name).strip()}”" for name in filled),
            (
                context.place(f"indicators.{row.uid}.name"),
                *(context.place(f"indicators.{row.uid}.{name}") for name in filled),
            ),
            "请填指标名称；不需要这一行的，请删除整行",
            pending=True,
        )


def is_nameless(row: IndicatorFact) -> bool:
    """Is there nothing in the name but a number of the form's own (指标1:) or dots?"""
    return is_blank(_NUMBERED.sub("", fold_width(row.name), count=1))


KIND = Kind(
    "I03",
    "三级指标名空",
    Severity.ERROR,
    "财预〔2020〕10号附件1",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
)
