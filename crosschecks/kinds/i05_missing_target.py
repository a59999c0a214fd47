"""I05 目标值缺失: a named indicator has a target (财预〔2020〕10号附件1 [证])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.kinds.i03_indicator_name import is_nameless
from crosschecks.params import texts
from crosschecks.rule import Context, Found, Kind, Severity
from values.number import parse_number


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Named rows with nothing, or only a dash, as target; 0 is a target."""
    for row in context.table_rows(params.of):
        if is_nameless(row) or not parse_number(row.target).is_nothing:
            continue
        column = context.column("target")
        yield Found(
            f"“{context.row_name(row)}”未填{column}。",
            f"{column}为空",
            (context.place(f"indicators.{row.uid}.target"), context.place(f"indicators.{row.uid}.name")),
            f"请照批复的绩效目标填写{column}",
            pending=True,
        )


KIND = Kind(
    "I05",
    "目标值缺失",
    Severity.ERROR,
    "财预〔2020〕10号附件1",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
)
