"""部门报告及其附件: the report, its own table, and the projects' tables just as they are printed alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.catalogue import catalogue
from composing.compose import compose
from documents.tree import Table
from documents.writers import WRITERS
from scoring.engine import score
from tests.fidelity.extracting import extracted

pytestmark = pytest.mark.django_db  # makes the test database; the facts are loaded once, by conftest

UNIT, REPORT, TABLE = "510904010002", "510904/2024/department-report", "510904/2024/project-table"
CODES = ("11111273", "11111513", "11111658", "11111720", "11111736", "11111850")


@pytest.fixture
def case(cases):
    return cases[REPORT, UNIT]


def cells(part):
    tables = [block for block in part.blocks if isinstance(block, Table)]
    return [cell.content.text for table in tables for row in table.rows for cell in row.cells]


def test_the_report_is_one_document_with_its_annexes(case, cases):
    document = compose(case.blueprint, case.book, case.sheet)
    report, table, *annexes = document.parts
    assert (report.name, table.name) == ("部门预算绩效评价报告", "部门整体支出绩效自评表")
    assert len(annexes) == len(CODES)
    for annex, code in zip(annexes, CODES, strict=True):
        own = cases[TABLE, f"51090424T0000{code}"]
        (alone,) = compose(own.blueprint, own.book, own.sheet).parts
        assert annex.name == own.book.raw("project.name")
        assert cells(annex) == cells(alone)


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_every_project_table_stands_in_every_format(case, kind):
    text = extracted(kind, WRITERS[kind](compose(case.blueprint, case.book, case.sheet)))
    assert [text.count(f"51090424T0000{code}-") for code in CODES] == [1] * len(CODES)


def test_the_score_of_the_public_table(case):
    assert (case.sheet.self_total, case.sheet.computed_total, case.sheet.of_total) == (97, Decimal("97.00"), 100)
    judged = [line.label for line in case.sheet.lines if line.award.status == "not_applicable"]
    assert judged == ["支持中小企业发展", "采购执行率", "决策程序", "项目调整"]
    assert case.sheet.line("sme").self_points == 0


@pytest.mark.parametrize(
    ("change", "rule", "said"),
    [
        ({"figure.idle_now": "5", "figure.assets_all_now": "100", "figure.idle_last": "8", "figure.assets_all_last": "100"}, "idle", "1.80"),
        ({"figure.assets_net_now": "47.5"}, "assets_per_head", "1.00"),
        ({"figure.general_budget_now": "41"}, "thrift", "3.50"),
        ({"figure.mismatched_count": "1"}, "targets", "2.67"),
        ({"figure.transfer_budget": "100", "figure.transfer_spent": "50"}, "progress", "6.75"),
        ({"figure.fault_rules_count": "2"}, "fault_rules", "-2.00"),
        ({"figure.furniture_old": "3.15"}, "assets_use", "2.25"),
        ({"figure.staged_total": "2", "figure.staged_low": "1"}, "outturn", "3.00"),
        ({"figure.sme_suitable_amount": "10", "figure.sme_reserved_amount": "8"}, "sme", "0.00"),
    ],
)  # fmt: skip
def test_formulas_of_the_table(case, change, rule, said):
    book = replace(case.book, statements={**case.book.statements, **change})
    assert f"{score(case.blueprint, book).line(rule).award.points}" == said


def test_the_contradictions_of_the_public_report_are_found(case):
    told = {(finding.rule, str(finding.severity)) for finding in case.findings}
    assert {("T05", "error"), ("S18", "error"), ("T05", "warning"), ("S02", "hint"), ("S03", "hint")} <= told
    assert not {"S08", "S10", "S20", "F16", "F17"} & {rule for rule, _ in told}  # agreed, or explained


def test_without_the_explanations_more_is_found(case):
    silent = {path: text for path, text in case.book.statements.items() if path != "text.projects_scope"}
    scores = {key: replace(typed, reason="") for key, typed in case.book.scores.items()}
    book = replace(case.book, statements=silent, scores=scores)
    from crosschecks.engine import run

    found = {finding.rule for finding in run(case.blueprint, book, score(case.blueprint, book))}
    assert {"S10", "S20", "F16"} <= found


def test_the_table_alone_is_the_annex(case):
    form = catalogue().get("510904/2024/department-table")
    (alone,) = compose(form, case.book, score(form, case.book)).parts
    assert cells(alone) == cells(compose(case.blueprint, case.book, case.sheet).parts[1])
