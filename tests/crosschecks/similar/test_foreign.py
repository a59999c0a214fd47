"""外地名称: others' names are told, own ones, titles and issuers are not. All places are made up."""

from __future__ import annotations

import pytest

from crosschecks.similar.foreign import Home, Known, Names
from crosschecks.similar.prose import Prose

HOME = Home(
    "990101",
    frozenset({"云岭县", "云岭县养老保险中心", "云岭县人力资源和社会保障局", "云岭县财政局", "平江市云岭县"}),
)
KNOWN = (
    Known("云岭县", "990101", is_place=True),
    Known("云岭县民政事务局", "990101"),
    Known("云岭县养老保险中心", "990101"),
    Known("石泉县", "990202", is_place=True),
    Known("石泉县养老保险中心", "990202"),
    Known("养老保险服务中心", "990202"),
    Known("养老保险服务中心", "990101"),
    Known("社保局", "990202"),
)


def found(text, homes=None, others=()):
    mine = Prose(1, "text.goal", "目标", text)
    names = Names(KNOWN, homes or {1: HOME}, [mine, *others])
    return [(each.kind, each.quote) for each in names.foreign(mine)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由石泉县养老保险中心发放。", [("known", "石泉县养老保险中心")]),
        ("覆盖石泉县12个乡镇。", [("known", "石泉县")]),
        ("与云岭县民政事务局核对名单。", [("nearby", "云岭县民政事务局")]),
        ("由云岭县养老保险中心发放，云岭县财政局拨付。", []),
        ("按照《石泉县养老保险中心管理办法》执行。", []),
        ("按石泉县养老保险中心关于印发办法的文件执行。", []),
        ("按石泉县社发〔2023〕12号执行。", []),
        ("养老保险服务中心负责。", [("nearby", "养老保险服务中心")]),
        ("社保局负责。", []),  # too short to be anybody's in particular
        ("由松河市社会保险服务中心组织实施。", [("seeming", "松河市社会保险服务中心")]),
        ("位于松河市南桥区的经办大厅。", [("seeming", "松河市南桥区")]),
        ("平江市社会保险管理局审核。", []),
        ("根据松河市财政局下达的指标执行。", []),
    ],
)
def test_whose_name_it_is(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "全市各县区经办机构，城乡居民，社区居委会办公室。",
        "由区社保局和县财政局管理，市级财政局拨付。",
        "工业园区管理委员会、城市管理局、地区就业服务中心。",
        "我县就业服务中心，全县人民政府，市场监督管理局，区域医疗中心。",
        "根据市社保中心、归集市社保中心、报送区财政局、纳入区社保局的数据。",
        "智慧城市服务中心，乡村振兴示范区管理委员会。",
    ],
)
def test_words_that_end_like_places(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由松河市水质监测中心复核。", [("seeming", "松河市水质监测中心")]),
        ("由平江市云岭县水质监测中心复核。", []),  # begins with a place of its own
        ("水质监测由本站承担。", []),
    ],
)
def test_the_words_of_an_own_project_do_not_hide_a_foreign_place_before_them(text, expected):
    home = Home(HOME.locality, HOME.names | {"水质监测"})
    assert found(text, {1: home}) == expected


def test_a_place_that_many_name_is_near():
    text = "由松河市社会保险服务中心组织实施。"
    homes = dict.fromkeys(range(1, 6), HOME)
    assert found(text, homes, [Prose(2, "a", "a", text)]) == [("seeming", "松河市社会保险服务中心")]
    assert found(text, homes, [Prose(owner, "a", "a", text) for owner in (2, 3)]) == []


def test_the_place_of_a_name_is_told():
    prose = Prose(1, "text.goal", "目标", "资金由石泉县养老保险中心发放")
    (name,) = Names(KNOWN, {1: HOME}, [prose]).foreign(prose)
    assert prose.text[name.start :].startswith(name.quote)
