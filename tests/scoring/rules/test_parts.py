"""分项相加: sums, missing parts, and parts that do not apply."""

from __future__ import annotations

from decimal import Decimal

from scoring.rules.parts import PartsParams, Share, parts
from scoring.rules.ratio import RatioParams, score_ratio

D = Decimal
SPREAD = PartsParams(source="整体表")


def share(label, spent, budget, of=3):
    params = RatioParams(numerator="支出", denominator="预算", money=None, unit="万元", source="")
    figures = (None if each is None else D(each) for each in (spent, budget))
    return Share(label, score_ratio(of=D(of), numerator=next(figures), denominator=next(figures), params=params))


TRANSFER, BONDS, OWN = share("中省转移支付", 50, 100), share("专项债券", 0, 0), share("专项预算", 30, 30)


def test_the_sum_of_all_parts():
    award = parts(of=D(6), shares=[TRANSFER, OWN], params=SPREAD)
    assert (award.status, award.points) == ("scored", D("4.50"))
    assert award.because.sentence() == (
        "中省转移支付：支出50万元÷预算100万元＝50.00%；×3分＝1.50分；专项预算：支出30万元÷预算30万元＝100.00%；×3分＝3.00分；"
        "合计＝4.50分；依据：整体表"
    )


def test_the_weight_of_what_does_not_apply_goes_to_the_others():
    award = parts(of=D(9), shares=[TRANSFER, BONDS, OWN], params=SPREAD)
    assert award.points == D("6.75")  # (1.5 + 3) × 9 ÷ 6
    assert "“专项债券”3分不适用，由其余部分按比例承担" in award.because.sentence()
    assert award.because.needs_reason == ""


def test_nothing_applies():
    award = parts(of=D(3), shares=[BONDS], params=SPREAD)
    assert (award.status, award.points) == ("not_applicable", None)
    assert "预算为0" in award.because.needs_reason


def test_or_a_person_judges_when_a_part_does_not_apply():
    award = parts(of=D(9), shares=[TRANSFER, BONDS, OWN], params=PartsParams(absent="judge"))
    assert (award.status, award.points) == ("not_applicable", None)


def test_a_part_that_is_not_known_yet():
    award = parts(of=D(6), shares=[TRANSFER, share("专项预算", None, 30)], params=SPREAD)
    assert (award.status, award.because.cap) == ("unknown", "专项预算尚不能计算")


def test_rounding_comes_last():
    thirds = [share(f"第{n}项", 1, 3, of=1) for n in range(3)]
    assert parts(of=D(3), shares=thirds, params=SPREAD).points == D("0.99")  # each part is told with two decimals
