"""勾稽: order, severity, conditions, duplicates; the papers as filed; odd books."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosschecks.engine import run
from crosschecks.finding import Severity
from crosschecks.kinds.registry import KINDS
from crosschecks.params import ParamError
from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from scoring.engine import score
from tests.crosschecks.samples import book, check, findings, form, jinzhong, only, paths, row, suining, xiqu
from values.money import MoneyUnit, parse_money

F13 = {"before": "funds.initial.all", "after": "funds.adjusted.all", "reason": "score.execution.reason"}


def test_catalogue_order_then_reading_order():
    facts = book(
        row("r1", weight="10", score="11", relation="定性", target="5"),
        row("r2", weight="10", score="12"),
        funds={"initial.fiscal": "10", "adjusted.fiscal": "20"},
        scores={"execution": "-1"},
    )
    asked = (
        check("I05", of="indicators"),
        check("U07", of="indicators"),
        check("F13", **F13),
        check("S04", of="indicators"),
        check("S04", of="execution"),
    )
    found = findings(suining(), facts, *asked)
    assert [(f.rule, paths(f)[0]) for f in found] == [
        ("S04", "score.execution.self"),
        ("S04", "indicators.r1.score"),
        ("S04", "indicators.r2.score"),
        ("F13", "score.execution.reason"),
        ("U07", "indicators.r1.relation"),
        ("I05", "indicators.r2.target"),
    ]


def test_the_form_decides_about_severity():
    facts = book(row("r1", weight="10", score="11"))
    assert only(findings(suining(), facts, check("S04", of="indicators"))).severity is Severity.ERROR
    mild = check("S04", of="indicators", severity="hint")
    assert only(findings(suining(), facts, mild)).severity is Severity.HINT


def test_the_form_wins_over_what_a_rule_found_itself():
    facts = book(funds={"initial.fiscal": "3.75", "adjusted.fiscal": "3.88"})
    assert only(findings(suining(), facts, check("F13", **F13))).severity is Severity.WARNING
    assert only(findings(suining(), facts, check("F13", severity="error", **F13))).severity is Severity.ERROR


@pytest.mark.parametrize(("spent", "count"), [("5", 1), ("0", 0), ("", 0)])
def test_when_must_be_known_to_hold(spent, count):
    asked = check("S04", of="indicators", when="funds.spent.all > 0")
    facts = book(row("r1", weight="10", score="11"), funds={"spent.fiscal": spent})
    assert len(findings(suining(), facts, asked)) == count


def test_the_same_thing_is_said_once_and_as_gravely_as_anyone_says_it():
    facts = book(row("r1", weight="10", score="11"))
    hint, error = (check("S04", of="indicators", severity=severity) for severity in ("hint", "error"))
    assert only(findings(suining(), facts, hint, error)).severity is Severity.ERROR
    assert only(findings(suining(), facts, error, hint)).severity is Severity.ERROR


def test_a_rule_may_stand_twice_for_different_things():
    facts = book(row("r1", weight="10", score="11"), scores={"execution": "11"})
    asked = (check("S04", of="indicators"), check("S04", of="execution"), check("S04", of=("execution", "indicators")))
    assert len(findings(suining(), facts, *asked)) == 2


def test_a_finding_carries_the_clause():
    assert (
        only(findings(suining(), book(row("r1", target="")), check("I05", of="indicators"))).source
        == "财预〔2020〕10号附件1"
    )


@pytest.mark.parametrize("wrong", [check("S99"), check("S04"), check("S04", of="indicators", colour="red")])
def test_a_check_that_lint_refuses(wrong):
    with pytest.raises(ParamError):
        findings(suining(), book(), wrong)


def test_registered_under_their_own_numbers_in_the_catalogues_order():
    assert list(KINDS) == [kind.rule for kind in KINDS.values()]
    letters = "".join(dict.fromkeys(rule[0] for rule in KINDS))
    assert letters == "".join(letter for letter in "SFTUDNIR" if letter in letters)
    for letter in letters:
        own = [rule for rule in KINDS if rule[0] == letter]
        assert own == sorted(own)


@pytest.mark.parametrize("blueprint", [suining(), jinzhong(), xiqu()], ids=lambda b: b.id)
def test_nothing_typed_nothing_said(blueprint):
    empty = book(year=blueprint.year)
    assert run(blueprint, empty, score(blueprint, empty)) == ()


def jinzhong_as_filed() -> FactBook:
    """The figures of the public form of 2020; every score but one is full marks."""
    every = {leaf.key: f"{leaf.of}.00" for leaf in jinzhong().leaves()}
    return book(
        row("r1", target="入口补每年116.11万人", actual="入口补每年108.13万人", progress="93.13%"),
        year=2020,
        funds={
            "initial.municipal": "2536.08",
            "initial.other": "0.00",
            "issued.all": "2364.01",
            "spent.municipal": "2364.01",
            "spent.carry_over": "0.00",
            "spent.superior": "0.00",
            "spent.other": "0.00",
        },
        scores={**every, "arrival_rate": "2.80", "total": "99.80"},
        statements={"grade.self": "优"},
    )


def test_jinzhong_as_filed():
    facts = jinzhong_as_filed()
    sheet = score(jinzhong(), facts)
    found = run(jinzhong(), facts, sheet)
    assert [(f.rule, paths(f)[0]) for f in found] == [
        ("S08", "score.completion.self"),
        ("S10", "score.arrival_rate.reason"),
        ("S11", "score.completion.self"),
    ]
    assert found[0].message == "“实际完成率”按完成情况应得7.45分，填报8分。"
    assert found[1].arithmetic == "3分－2.8分＝0.2分"


def test_the_report_without_points():
    facts = book(row("r1", target="达到100%", actual="100%"), year=2022)
    sheet = score(xiqu(), facts)
    assert (sheet.lines, sheet.of_total, sheet.self_total, sheet.grade) == ((), 0, None, "")
    assert run(xiqu(), facts, sheet) == ()


def test_the_fingerprint_moves_with_the_figures():
    asked = check("S04", of="indicators")
    first, second = (
        only(findings(suining(), book(row("r1", weight="10", score=score)), asked)).fingerprint
        for score in ("11", "12")
    )
    assert first != second


TYPED = st.one_of(
    st.sampled_from(
        [
            "",
            "0",
            "10",
            "-5",
            "100%",
            "≥95",
            "116.11万人",
            "优",
            "无",
            "—",
            "1,234.50",
            "12月底前",
            "9" * 24,
            "0.00000001",
            "指标1：",
        ]
    ),
    st.text(max_size=12),
)
STAGES = ("initial", "adjusted", "issued", "received", "spent", "carried")
SOURCES = ("all", "fiscal", "central", "municipal", "county", "other")
CELLS = ("level1", "level2", "name", "relation", "target", "unit", "actual", "progress", "weight", "score", "reason")


@st.composite
def books(draw):
    blueprint = draw(st.sampled_from([suining(), jinzhong(), xiqu()]))
    rows = draw(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(CELLS, TYPED)), max_size=3))
    funds = draw(st.dictionaries(st.sampled_from(list(product(STAGES, SOURCES))), TYPED, max_size=6))
    leaves = [leaf.key for leaf in blueprint.leaves()] + ["total"]
    scores = draw(st.dictionaries(st.sampled_from(leaves), st.builds(SelfScore, TYPED, TYPED), max_size=4))
    asked = sorted({entry.path for s in blueprint.sections for entry in s.entries if hasattr(entry, "path")})
    filed = [f"figure.{derived.key}" for derived in blueprint.derived]
    statements = draw(st.dictionaries(st.sampled_from(asked + filed + ["grade.self"]), TYPED, max_size=6))
    return blueprint, FactBook(
        year=blueprint.year,
        money_unit=MoneyUnit.WAN,
        funds={key: parse_money(raw, MoneyUnit.WAN) for key, raw in funds.items()},
        statements=statements,
        indicators=tuple(IndicatorFact(f"r{n}", **cells) for n, cells in enumerate(rows)),
        lists={"evaluators": (ListRow("p1", {"name": "方知行"}),)},
        scores=scores,
    )


EVERY = (
    check("S02"),
    check("S03"),
    check("S12", of="points"),
    check("S13", of="points"),
    check("I06", of="indicators"),
    check("U07", of="indicators"),
    check("F13", before="funds.initial.all", after="funds.spent.all", reason="text.goal"),
    check("F04", balance="funds.carried.all", received="funds.received.all", spent="funds.spent.all"),
    check("F05", rate="derived.execution_rate", texts=("text.goal", "text.funds_usage"), word="执行率"),
    check("R01", problems="text.problems", of="points", rate="derived.execution_rate", below="90%"),
)


@settings(max_examples=150, deadline=None)
@given(books())
def test_odd_books_never_raise(given_book):
    blueprint, facts = given_book
    tops = tuple(node.key for node in blueprint.points)
    more = tuple(replace(c, params={k: tops if v == "points" else v for k, v in c.params.items()}) for c in EVERY)
    asked = replace(blueprint, checks=(*blueprint.checks, *more))
    found = run(asked, facts, score(asked, facts))
    assert len({finding.fingerprint for finding in found}) == len(found)
    assert all(finding.message and finding.places for finding in found)


def test_the_forms_are_those_of_the_fixtures():
    assert {blueprint.id for blueprint in (suining(), jinzhong(), xiqu())} == {
        "510904/2024/project-table",
        "140700/2020/project-table",
        "510403/2022/project-report",
    }
    assert form("510904/2024/project-table") is suining()
