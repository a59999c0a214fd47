"""样例: real forms, leaves with one rule, and fact books made by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from blueprints.load import load_file
from blueprints.schema import Blueprint, PointNode, RuleDef
from factbook.book import FactBook, IndicatorFact, SelfScore
from factbook.view import View
from scoring.award import Award
from scoring.bind import award_leaf
from scoring.leaf import Leaf
from values.money import MoneyUnit, parse_money

FIXTURES = Path(__file__).parents[2] / "fixtures"
SUINING = "510904/2024/project-table"
JINZHONG = "140700/2020/project-table"
XIQU = "510403/2022/project-report"


@cache
def form(form_id: str) -> Blueprint:
    return load_file(FIXTURES / "blueprints" / f"{form_id}.yaml")


def book(*rows: IndicatorFact, funds=None, scores=None, statements=None, year=2024) -> FactBook:
    return FactBook(
        year=year,
        money_unit=MoneyUnit.WAN,
        funds={tuple(path.split(".")): parse_money(raw, MoneyUnit.WAN) for path, raw in (funds or {}).items()},
        statements=statements or {},
        indicators=rows,
        scores={key: SelfScore(raw) for key, raw in (scores or {}).items()},
    )


def row(uid="r1", **fields: str) -> IndicatorFact:
    return IndicatorFact(uid, **{"level1": "产出指标", "level2": "数量指标", "name": f"指标{uid}", **fields})


def leaf(kind: str, of="10", source="", **params: str) -> PointNode:
    return PointNode("leaf", "某项", Decimal(of), RuleDef(kind, params, source))


def award(node: PointNode, facts: FactBook, form_id: str = SUINING) -> Award:
    blueprint = form(form_id)
    return award_leaf(Leaf(node, node.rule, node.of, blueprint, facts, View(blueprint, facts)))


def with_points(*nodes: PointNode, form_id: str = SUINING) -> Blueprint:
    return replace(form(form_id), points=nodes)


SUINING_FORMS = (SUINING, "510904/2024/special-report")  # the report has the table for its second part
MADE_UP = ("51090424T0000111210", "51090423T")  # projects of the demo that no public paper knows


@cache
def suining_tables() -> dict[str, FactBook]:
    """The tables of 2024 as the demo gives them, by project."""
    demo: dict[str, Any] = yaml.load((FIXTURES / "demo" / "510904-anju.yaml").read_text("utf-8"), yaml.BaseLoader)
    tables = {}
    for filing in demo["filings"]:
        facts = filing["facts"]
        if "tables" in facts and filing["form"] in SUINING_FORMS and not filing["project"].startswith(MADE_UP):
            columns, *lines = facts["tables"]["indicators"]
            rows = (IndicatorFact(f"r{n}", **dict(zip(columns, line, strict=True))) for n, line in enumerate(lines, 1))
            scores = {path.removesuffix(".self"): raw for path, raw in facts["score"].items() if path.endswith(".self")}
            tables[filing["project"]] = book(*rows, funds=facts["funds"], scores=scores)
    return tables


def jinzhong_as_filed() -> FactBook:
    """The figures of the public form of 2020; every score but one is full marks."""
    every = {each.key: f"{each.of}.00" for each in form(JINZHONG).leaves()}
    return book(
        row("r1", name="补助参保居民", target="入口补每年116.11万人", actual="入口补每年108.13万人", progress="93.13%"),
        year=2020,
        funds={
            "initial.municipal": "2536.08",
            "initial.other": "0.00",
            "issued.all": "2364.01",
            "spent.municipal": "2364.01",
            "spent.other": "0.00",
        },
        scores={**every, "arrival_rate": "2.80"},
        statements={"grade.self": "优"},
    )
