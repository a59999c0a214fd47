"""U07 指标性质与值: ≥≤＝ need a number, 定性 must not be a bare one (财预〔2021〕101号 [知]；遂宁自评表 [种])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Place, Profile, Severity
from factbook.book import IndicatorFact
from values.measure import parse_relation
from values.number import DATE_PATTERN, parse_number
from values.text import fold_width
from values.vocabulary import Relation

_DATE: Final = re.compile(DATE_PATTERN)
_COMPARED: Final = re.compile(
    r"(?P<sign>[≥≤＞＜>])\s*(?P<words>(?!百分之|[一二三四五六七八九十两]+[级类个项次人户所天日月年名件篇期场]|[甲乙丙]|上年|去年|[^，。；、\d]{0,8}(?:值|标准|水平|平均|级|类|等|均))[\u4e00-\u9fff]{2,12})"
    r"(?=[，。；、）\s]|$)"
)
_LONG: Final = 14  # in longer cells a sentence is read


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
    """Rows of tables with a column for the relation; a mark of comparison before words, in a target or in prose."""
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                if {"relation", "target"} <= table.roles:
                    yield from _on_paper(row)
                yield from _before_words(row)
        for sentence in report.sentences:
            for match in _COMPARED.finditer(sentence.text):
                yield _told(match, (sentence.place(match.start(), match.end(), "指标值"),))


def _before_words(row: IndicatorRow) -> Iterator[Found]:
    """≥良好; a grade or class that has an order may be compared."""
    for role in ("target", "actual"):
        match = _COMPARED.fullmatch(row.text(role))
        if match and row.cells[role].folded.text.strip() and len(row.text(role)) < _LONG:
            yield _told(match, (row.place("name"), row.place(role)))


def _told(match: re.Match[str], places: tuple[Place, ...]) -> Found:
    return Found(
        f"“{match['sign']}”后面应是数字，写的是“{match['words']}”。",
        f"{match.group()}：文字不能比较大小",
        places,
        "请填数字和单位；不能用数字衡量的，去掉比较符号，按定性指标填写",
    )


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
