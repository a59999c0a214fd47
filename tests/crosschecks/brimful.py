"""填满的事实簿: every place of a form holds as much as may be saved, every table as many rows, for what a save may cost at most."""

from __future__ import annotations

from blueprints.schema import Blueprint
from entry.asks import asks_of, records_tables
from factbook.book import FactBook, IndicatorFact, ListRow
from tests.crosschecks.shapes import text_of
from values.money import MoneyUnit, parse_money

CELL = 60  # characters of a cell of a row; a page carries no more for all the rows together


def brimful(form: Blueprint, shape: str, *, text: int, rows: int) -> FactBook:
    """`text`: characters of every prose field; `rows`: of every table."""
    uids = {
        table.key: tuple(f"a{number:07d}" for number in range(rows))
        for section in form.sections
        for table in records_tables(form, section)
    }
    asks = [ask for section in form.sections for ask in asks_of(form, section, uids)]
    long, short = text_of(shape, text), text_of(shape, CELL)
    typed = {ask.path: long if ask.kind == "prose" and not ask.cell else short for ask in asks}
    funds = {
        tuple(path.split(".")[1:]): parse_money("1234.50", MoneyUnit.WAN) for path in typed if path.startswith("funds.")
    }
    return FactBook(
        year=form.year,
        money_unit=MoneyUnit.WAN,
        identity={"project.name": "困难群体代缴养老保险", "department.name": "云山区服务中心"},
        funds=funds,
        statements={
            path: raw for path, raw in typed.items() if path.startswith(("text.", "figure.", "choice.", "date."))
        },
        indicators=tuple(_indicator(number, uid, shape) for number, uid in enumerate(uids.get("indicators", ()))),
        lists={
            key: tuple(
                ListRow(uid, {path.split(".")[-1]: typed[path] for path in typed if f".{key}.{uid}." in path})
                for uid in group
            )
            for key, group in uids.items()
            if key != "indicators"
        },
    )


def _indicator(number: int, uid: str, shape: str) -> IndicatorFact:
    words = text_of(shape, CELL)
    return IndicatorFact(
        uid,
        level1="产出指标",
        level2="数量指标",
        name=f"{number}{words}",
        relation="≥",
        target=f"{number + 10}",
        unit="人",
        actual=f"{number + 5}",
        weight="1",
        score="1",
        reason=words,
    )
