"""样例: real forms with the checks under test only, and fact books made by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from blueprints.expressions import parse_expression
from blueprints.load import load_file
from blueprints.schema import Blueprint, CheckDef
from crosschecks.engine import run
from crosschecks.finding import Finding
from factbook.book import FactBook, IndicatorFact, SelfScore
from scoring.engine import score
from values.money import MoneyUnit, parse_money

FORMS = Path(__file__).parents[2] / "fixtures" / "blueprints"


@cache
def form(form_id: str) -> Blueprint:
    return load_file(FORMS / f"{form_id}.yaml")


def suining() -> Blueprint:
    return form("510904/2024/project-table")


def jinzhong() -> Blueprint:
    return form("140700/2020/project-table")


def xiqu() -> Blueprint:
    return form("510403/2022/project-report")


def check(rule: str, *, severity: str = "", when: str = "", **params: str | tuple[str, ...]) -> CheckDef:
    return CheckDef(rule, params, severity, parse_expression(when) if when else None)


def with_checks(blueprint: Blueprint, *checks: CheckDef) -> Blueprint:
    return replace(blueprint, checks=checks)


def row(uid: str, **fields: str) -> IndicatorFact:
    return IndicatorFact(uid, **{"level1": "产出指标", "level2": "数量指标", "name": f"指标甲{uid}", **fields})


def book(
    *rows: IndicatorFact,
    year: int = 2024,
    funds: dict[str, str] | None = None,
    scores: dict[str, str | tuple[str, str]] | None = None,
    statements: dict[str, str] | None = None,
) -> FactBook:
    return FactBook(
        year=year,
        money_unit=MoneyUnit.WAN,
        funds={tuple(k.split(".")): parse_money(v, MoneyUnit.WAN) for k, v in (funds or {}).items()},
        statements=statements or {},
        indicators=rows,
        scores={k: SelfScore(v) if isinstance(v, str) else SelfScore(*v) for k, v in (scores or {}).items()},
    )


def findings(blueprint: Blueprint, facts: FactBook, *checks: CheckDef) -> tuple[Finding, ...]:
    asked = with_checks(blueprint, *checks)
    return run(asked, facts, score(asked, facts))


def only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1, found
    return found[0]


def paths(finding: Finding) -> list[str]:
    return [place.path for place in finding.places]
