"""指标值: relations, numbers inside words, and units that compare."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from values.measure import parse_measure, parse_relation, same_scale
from values.vocabulary import Relation


@pytest.mark.parametrize(
    ("raw", "relation"),
    [
        ("≥", Relation.GE), (">=", Relation.GE), ("＞＝", Relation.GE), ("大于等于", Relation.GE), (" 正向 ", Relation.GE),
        ("≤", Relation.LE), ("反向", Relation.LE), ("反向指标", Relation.LE), ("＝", Relation.EQ), ("=", Relation.EQ),
        ("═", Relation.EQ), (">", Relation.GT), ("＞", Relation.GT), ("<", Relation.LT), ("定性", Relation.QUALITATIVE),
        ("定性:优良中低差", Relation.QUALITATIVE), ("ge", Relation.GE), ("", None), ("其他", None),
    ],
)  # fmt: skip
def test_parse_relation(raw, relation):
    assert parse_relation(raw) is relation


@pytest.mark.parametrize(
    ("raw", "form_unit", "relation", "number", "unit"),
    [
        ("≥16", "次", Relation.GE, "16", "次"),
        ("95%以上", "%", Relation.GE, "95", "%"),
        ("100", "%", None, "100", "%"),
        ("14264人", "人", None, "14264", "人"),
        ("116.11万人", "人", None, "116.11", "万人"),
        ("116.11万", "人", None, "116.11", "万人"),
        ("116.11万", "万人", None, "116.11", "万人"),
        ("入口补每年116.11万人", "万人", None, "116.11", "万人"),
        ("满意度达到百分之95", "%", None, "95", "%"),
        ("不低于95%的群众", "", Relation.GE, "95", "%"),
        ("发放率100%，无拖欠", "%", None, "100", "%"),
        ("完成16标准车位", "标准车位", None, "16", "标准车位"),
        ("2022年12月底前完成率95%", "%", None, "95", "%"),
        ("2024年1-12月覆盖率95%", "%", None, "95", "%"),
        ("增长-3%", "%", None, "-3", "%"),
        ("5日内", "", None, "5", "日"),
        ("697.71元", "万元", None, "697.71", "元"),
    ],
)
def test_numbers_are_found(raw, form_unit, relation, number, unit):
    measure = parse_measure(raw, unit=form_unit)
    assert (measure.relation, measure.number, measure.unit) == (relation, Decimal(number), unit)
    assert measure.raw == raw


@pytest.mark.parametrize(
    "raw",
    [
        "按时", "优", "", "无", "12月底前完成", "2022年12月底前", "每月15日前发放", "2021-2025年", "〔2025〕5号文执行到位",
        "第3季度", "培训16次、200人", "下降3%-5%", "7,00.0,77", "合计7,00.0,77元",
    ],
)  # fmt: skip
def test_no_single_number(raw):
    measure = parse_measure(raw, unit="项")
    assert (measure.number, measure.unit, measure.raw) == (None, "项", raw)


def test_the_forms_own_relation_wins():
    assert parse_measure("≥16", relation=Relation.EQ).relation is Relation.EQ
    assert parse_measure("按时", relation=Relation.QUALITATIVE).relation is Relation.QUALITATIVE


def test_roughness_is_kept():
    assert parse_measure("约300", unit="人").approximate
    assert not parse_measure("300", unit="人").approximate


@pytest.mark.parametrize(
    ("target", "actual", "pair"),
    [
        (("100", "%"), ("100%", ""), ("100", "100")),
        (("100%", "%"), ("98", "%"), ("100", "98")),
        (("1.4264万人", "万人"), ("14264人", "人"), ("14264", "14264")),
        (("116.11", "万人"), ("108.13", ""), ("116.11", "108.13")),
        (("697", "万元"), ("697.71元", "万元"), ("6970000", "697.71")),
        (("12", "名"), ("12", "人"), ("12", "12")),
        (("2", "公里"), ("1500", "米"), ("2000", "1500")),
    ],
)
def test_same_scale(target, actual, pair):
    first, second = parse_measure(target[0], unit=target[1]), parse_measure(actual[0], unit=actual[1])
    assert same_scale(first, second) == tuple(map(Decimal, pair))


@pytest.mark.parametrize(
    ("target", "actual"), [("14264人", "100%"), ("16次", "16人"), ("16次", "按时"), ("按时", "16次")]
)
def test_what_does_not_compare(target, actual):
    assert same_scale(parse_measure(target), parse_measure(actual)) is None


def test_a_bare_multiplier_compares_with_any_base():
    assert same_scale(parse_measure("1.5万"), parse_measure("15000人")) == (Decimal(15000), Decimal(15000))


@given(st.text(max_size=30), st.sampled_from(["", "人", "%", "万元", "标准车位", "(", "a|b"]))
def test_no_text_breaks_it(raw, unit):
    measure = parse_measure(raw, unit=unit)
    assert measure.raw == raw
    assert measure.number is None or measure.number.is_finite()


@pytest.mark.parametrize("piece", ["≥", "约", "1,", "1 ", "1人", "1至", "月", "不", "1人/人", "百分之"])
def test_long_text_is_read_in_linear_time(piece):
    started = time.process_time()
    parse_measure(piece * 20_000, unit="人")
    assert time.process_time() - started < 3
