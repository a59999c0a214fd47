"""数量与单价: number, price and amount in a stretch of a sentence."""

from __future__ import annotations

import pytest

from crosschecks.reports.unit_prices import Miscounted, Priced, wrong_prices_told
from tests.crosschecks.papers import report

HEAD = "青泽县水务局2024年度供水项目绩效自评报告\n一、资金使用\n"


def wrong(text: str) -> list[Priced | Miscounted]:
    read = report(HEAD + text)
    return [found for sentence in read.prose for found in wrong_prices_told(sentence, read.register)]


@pytest.mark.parametrize(
    "text",
    [
        "购置水表120块，每块850元，计10.50万元。",
        "检测费12.00万元，按150批次、每批次820元计。",
        "组织8批320人参加培训，每批45人。",
        "单站年运维费9.00万元，16个站共154.00万元。",
        "拨付30.40万元，护水员38人，每人0.90万元。",
    ],
)
def test_it_does_not_come_out(text):
    (found,) = wrong(text)
    assert isinstance(found, Priced)
    assert found.off == 0
    assert found.due != found.whole.value


@pytest.mark.parametrize(
    "text",
    [
        "购置水表120块，每块850元，计10.20万元。",
        "购置水表120块，每块850元，预付30%，支付3.06万元。",  # 预付
        "护水员38人，每人每月900元，发放41.04万元。",  # one more factor
        "补助33家，其中规上20家，每家2万元，共40万元。",  # of the second number
        "车辆16辆，平均每辆2.48万元，运行费39.62万元。",  # a rounded mean
        "购置水表120块，每块850元；购置水泵3台，计7.50万元。",
    ],
)
def test_it_comes_out_or_is_not_told(text):
    assert wrong(text) == []


def test_the_unit_is_off():
    (found,) = wrong("查处56件，罚款合计201.60元，件均3.60万元。")
    assert isinstance(found, Priced)
    assert found.off == 1


def test_heads_written_as_money():
    (found,) = wrong("走访860万元，发放43.00万元，户均500元。")
    assert isinstance(found, Miscounted)
    assert found.per == "户"
