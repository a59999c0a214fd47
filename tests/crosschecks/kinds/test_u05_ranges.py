"""U05 区间端点."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said


def test_the_ends_the_wrong_way_round():
    found = one("一、标准\n投保选择200元—700元的补20元，选择31000元—5000元的补60元。", "U05")
    assert (found.arithmetic, quotes(found)) == ("31000＞5000", ["31000元—5000元"])


@pytest.mark.parametrize(
    "text",
    ["每亩200—700元", "12月-3月施工", "8万元-3万元=5万元", "2023-2022年", "5%-3%", "电话0816-55", "得分=4-3"],
)
def test_nothing_to_say(text):
    found = said(f"一、标准\n{text}。", "U05")
    assert [quotes(f) for f in found] == ([["5%-3%"]] if text == "5%-3%" else [])


def test_bands_that_go_down_one_after_the_other_are_meant_so():
    assert said("一、标准\n按100%—80%（含）、80%—60%（含）、60%—0%三档给分。", "U05") == []
    assert len(said("一、标准\n补助对象为65—45岁，每户2—4人。", "U05")) == 1


def test_the_ends_are_turned_only_when_they_are_of_one_size():
    fix = one("一、标准\n年龄要求为45—18周岁。", "U05").fix
    assert fix.new.startswith("18—45")
    assert fix.old.startswith("45—18")
    assert one("一、标准\n选择31000元—5000元的补60元。", "U05").fix is None


# --- bands of a scale ---


@pytest.mark.parametrize(
    ("words", "arithmetic"),
    [
        ("10亩以下每亩100元，10—30亩每亩150元，25—50亩每亩200元，50亩以上每亩250元。", "25＜30"),
        ("90分以上为优，80—90分为良，60—75分为中，60分以下为差。", "80＞75"),
        ("90（含）-100分为优，80（含）-90分为良，60（含）-80分为中，50分以下为差。", "60＞50"),
        ("1000平方米以下；1000—3000平方米；3000—5000平方米；6000平方米以上。", "6000＞5000"),
        ("35岁以下96人、30至50岁104人、51岁以上40人。", "30＜35"),
    ],
)
def test_bands_that_overlap_or_leave_a_gap(words, arithmetic):
    text = f"三、标准\n按规模分档：{words}"
    found = one(text, "U05")
    assert found.arithmetic == arithmetic
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "words",
    [
        "90分以上为优，80—90分为良，60—80分为中，60分以下为差。",
        "90—100分为优，80—89分为良，60—79分为中，60分以下为差。",
        "35岁以下96人、36至50岁104人、51岁以上40人。",
        "执行率100%—90%得10分，90%—80%得8分，80%以下不得分。",
        "东段1000—3000米、西段2500—5000米为重点整治段。",
        "一等奖800—1000元、二等奖300—500元、三等奖100—200元。",
        "每天8—12小时、10—14小时、20小时以上三种班次。",
    ],
)
def test_scales_that_go_on_and_lists_that_are_none(words):
    assert said(f"三、标准\n{words}", "U05") == []


def test_a_column_of_ranges():
    rows = "档次|缴费区间（元）|补贴\n一档|200—500|30\n二档|500—1000|60\n三档|{}|90".replace("|", "\t")
    assert one("三、标准\n\n" + rows.format("3000—1500"), "U05").arithmetic == "3000＞1500"
    assert said("三、标准\n\n" + rows.format("1000—1500"), "U05") == []
