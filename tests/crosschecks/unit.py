"""部门整体表样例: the unit's own form and its projects, for rules that look at both."""

from __future__ import annotations

from dataclasses import replace

from blueprints.catalogue import catalogue
from crosschecks.engine import run
from factbook.book import FactBook, Related, RelatedFiling, SelfScore
from scoring.engine import score
from tests.crosschecks.samples import book, suining

REPORT = "510904/2024/department-report"


def project(name: str, *, is_filed: bool = True, attribute: str = "经常性项目", **funds: str) -> RelatedFiling:
    facts = book(funds={f"{stage}.fiscal": raw for stage, raw in funds.items()})
    facts = replace(facts, identity={"project.name": name, "project.code": name, "project.attribute": attribute})
    return RelatedFiling(suining().id, "已报送待审核" if is_filed else "填报中", is_filed, suining(), facts)


def unit_book(*projects: RelatedFiling, unfiled=(), scores=None, reasons=None, **statements: str) -> FactBook:
    typed = {key: SelfScore(raw, (reasons or {}).get(key, "")) for key, raw in (scores or {}).items()}
    facts = book(statements={path.replace("__", "."): text for path, text in statements.items()})
    return replace(facts, related=Related(projects, tuple(unfiled)), scores=typed)


def found(rule: str, facts: FactBook):
    """Findings of one rule of the unit's report, as the form itself asks for it."""
    form = catalogue().get(REPORT)
    form = replace(form, checks=tuple(check for check in form.checks if check.rule == rule))
    return [each for each in run(form, facts, score(form, facts)) if each.rule == rule]
