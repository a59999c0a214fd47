"""F13 年中调整须说明."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.samples import book, check, findings, only, paths, suining

ASKED = check("F13", before="funds.initial.all", after="funds.adjusted.all", reason="score.execution.reason")


def facts(initial, adjusted, reason=""):
    return book(funds={"initial.fiscal": initial, "adjusted.fiscal": adjusted}, scores={"execution": ("10", reason)})


def test_a_small_change_is_a_warning():
    found = only(findings(suining(), facts("3.75", "3.88"), ASKED))
    assert found.message == "预算由3.75万元调整为3.88万元（追加3.47%），请说明理由。"
    assert found.arithmetic == "3.88万元－3.75万元＝0.13万元，0.13万元÷3.75万元＝3.47%"
    assert (found.severity, found.pending) == (Severity.WARNING, True)
    assert paths(found) == ["score.execution.reason", "funds.initial.all", "funds.adjusted.all"]


def test_a_reduction():
    found = only(findings(suining(), facts("10.00", "8.72"), ASKED))
    assert found.message == "预算由10.00万元调整为8.72万元（调减12.80%），请说明理由。"
    assert found.arithmetic == "8.72万元－10.00万元＝－1.28万元，1.28万元÷10.00万元＝12.80%"


@pytest.mark.parametrize(
    ("adjusted", "severity"), [("12", "error"), ("8", "error"), ("11.99", "warning"), ("0", "error")]
)
def test_a_fifth_makes_it_an_error(adjusted, severity):
    assert only(findings(suining(), facts("10", adjusted), ASKED)).severity == severity


def test_from_nothing_is_large_and_divides_by_nothing():
    found = only(findings(suining(), facts("0.00", "147.39"), ASKED))
    assert found.message == "预算由0.00万元调整为147.39万元（原为0），请说明理由。"
    assert found.arithmetic == "147.39万元－0.00万元＝147.39万元，原为0，不能计算比例"
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("initial", "adjusted"), [("10", "10.00"), ("", "10"), ("10", ""), ("0", "0"), ("10", "100000元")]
)
def test_unchanged_or_unknown(initial, adjusted):
    assert findings(suining(), facts(initial, adjusted), ASKED) == ()


def test_explained():
    assert findings(suining(), facts("10", "20", "新增对象，年中追加"), ASKED) == ()
    assert findings(suining(), facts("10", "20", "无"), ASKED)


def test_the_form_may_set_another_bound():
    asked = check(
        "F13", before="funds.initial.all", after="funds.adjusted.all", reason="score.execution.reason", large="3%"
    )
    assert only(findings(suining(), facts("3.75", "3.88"), asked)).severity is Severity.ERROR
