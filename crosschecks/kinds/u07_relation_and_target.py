"""U07 指标性质与值: ≥≤＝ need a number, 定性 must not be a bare one (财预〔2021〕101号 [知]；遂宁自评表 [种])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Profile, Severity
from factbook.book import IndicatorFact
from values.measure import parse_relation
from values.number import DATE_PATTERN, parse_number
from values.text import fold_width
from values.vocabulary import Relation

_DATE: Final = re.compile(DATE_PATTERN)


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows whose target does not go with their 指标性质; rows without either are left alone."""
    for row in context.table_rows(params.of):
        relation = parse_relation(row.relation)
        if relation is None or parse_number(row.target).is_nothing or _fits(row, relation):
            continue
        judged = relation is Relation.QUALITATIVE
        yield Found(
            f"“{context.row_name(row)}”指标性质“{row.relation.strip()}”与指标值“{row.target.strip()}”不匹配。",
            f"性质“{row.relation.strip()}”，指标值“{row.target.strip()}”{'是数字' if judged else '不是数字'}",
            (context.place(f"indicators.{row.uid}.relation"), context.place(f"indicators.{row.uid}.target")),
            "指标值是数字的，性质请选≥、≤或＝" if judged else "请填数字和单位；不能用数字衡量的，性质请选定性",
        )


def _fits(row: IndicatorFact, relation: Relation) -> bool:
    """A date is compared, if not reckoned with, so it goes with any relation."""
    if relation is Relation.QUALITATIVE:
        return parse_number(row.target).value is None
    return row.target_measure.number is not None or bool(_DATE.search(fold_width(row.target)))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of tables with a column for the relation."""
    for report in dossier.reports:
        for table in report.indicators:
            if {"relation", "target"} <= table.roles:
                for row in table.lines:
                    yield from _on_paper(row)


def _on_paper(row: IndicatorRow) -> Iterator[Found]:
    relation, target = row.relation, row.text("target")
    if relation is None or parse_number(target).is_nothing:
        return
    judged = relation is Relation.QUALITATIVE
    if judged:
        fits = parse_number(target).value is None
    else:
        fits = row.measure("target").number is not None or bool(_DATE.search(target)) or bool(re.search(r"\d", target))
    if not fits:
        yield Found(
            f"“{row.shown}”指标性质“{row.text('relation')}”与指标值“{target}”不匹配。",
            f"性质“{row.text('relation')}”，指标值“{target}”{'是数字' if judged else '不是数字'}",
            (row.place("name"), row.place("relation"), row.place("target")),
            "指标值是数字的，性质请选≥、≤或＝" if judged else "请填数字和单位；不能用数字衡量的，性质请选定性",
        )


KIND = Kind(
    "U07",
    "指标性质与值",
    Severity.ERROR,
    "财预〔2021〕101号",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
