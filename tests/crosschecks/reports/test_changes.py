"""增减的识读: amounts and rates of a change, this year's and last year's."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosschecks.reports.changes import amount_due, changes_of, rate_due
from tests.crosschecks.papers import report


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("支出12万元，较上年增加2万元，增长20%。", ("12万元", None, "2万元", "20%")),
        ("支出12万元，比2022年的10万元增加2万元，增长20%。", ("12万元", "10万元", "2万元", "20%")),
        ("总计12万元，与2022年相比增加2万元，2022年总计为10万元。", ("12万元", "10万元", "2万元", None)),
        (
            "支出总计12万元。与2022年的10万元相比，支出总计增加2万元。",
            ("2023年支出总计12万元", "10万元", "2万元", None),
        ),
        ("支出12万元，下降20%，上年为15万元。", ("12万元", "15万元", None, "20%")),
    ],
)
def test_ends_of_a_change(words, told):
    (change,) = changes_of(report(f"甲局2023年度部门决算说明\n一、概况\n2023年{words}"))
    shown = tuple(figure and figure.shown for figure in (change.current, change.prior, change.amount, change.rate))
    assert shown == tuple(text and text.removeprefix("2023年支出总计") for text in told)


def test_what_is_due():
    (change,) = changes_of(report("一、概况\n2023年支出12万元，比2022年的10万元减少3万元，下降20%。"))
    assert change.signed == -30_000
    assert amount_due(change) == 20_000
    assert rate_due(change)[:2] == (Decimal(100_000), Decimal(30))


def test_no_change():
    assert list(changes_of(report("一、概况\n2023年支出12万元，比例10%。"))) == []
