"""单位样例: a department's form that quotes its projects, and books of three of them."""

from __future__ import annotations

from blueprints.load import load_text
from factbook.book import FactBook, Related, RelatedFiling
from tests.blueprints.samples import SMALL
from tests.blueprints.test_projects import UNIT
from values.money import MoneyUnit, parse_money

FORM = load_text(UNIT, name="unit.yaml")
PROJECT_FORM = load_text(SMALL, name="small.yaml")


def project(code: str, attribute: str, budget: str = "", spent: str = "") -> RelatedFiling:
    funds = {"adjusted": budget, "spent": spent}
    book = FactBook(
        year=2024,
        money_unit=MoneyUnit.YUAN,
        identity={"project.code": code, "project.name": f"项目{code}", "project.attribute": attribute},
        funds={(stage, "fiscal"): parse_money(raw, MoneyUnit.YUAN) for stage, raw in funds.items() if raw},
    )
    return RelatedFiling(PROJECT_FORM.id, "填报中", False, PROJECT_FORM, book)


PROJECTS = (
    project("01", "经常性项目", "100", "90"),
    project("02", "一次性项目", "60", "60"),
    project("03", "经常性项目", "40", "40"),
)


def unit_book(*filings: RelatedFiling, unfiled=()) -> FactBook:
    return FactBook(
        year=2024, money_unit=MoneyUnit.WAN, identity={"department.name": "某单位"}, related=Related(filings, unfiled)
    )
