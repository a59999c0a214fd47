"""D04 时效指标达标."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, quotes, said, table

SCORED = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因"


def form(target: str, actual: str, score: str, reason: str = "") -> str:
    row = f"产出指标|时效指标|路灯安装时间|{target}|{actual}|8|{score}|{reason}"
    return "项目支出绩效自评表\n（2023年度）\n\n" + table(SCORED, row) + "\n"


def test_late_with_full_marks():
    text = form("2023年10月31日", "2023年11月25日", "8")
    found = one(text, "D04")
    assert found.arithmetic == "2023-11-25－2023-10-31＝25天"
    assert quotes(found) == ["2023年11月25日", "2023年10月31日", "8"]
    assert findable(text, found.places)


def test_late_and_judged_complete_by_progress():
    text = "绩效自评表\n（2023年度）\n\n" + table(
        "绩效指标（二级）|绩效指标（三级）|目标值|实际完成指标值|完成进度",
        "时效指标|疫苗接种完成时间|9月底前|10月12日|100%",
    )
    assert one(text, "D04").message == "“疫苗接种完成时间”完成时间10月12日晚于目标9月底前，却判为100%。"


@pytest.mark.parametrize(
    ("target", "actual", "score"),
    [
        ("2023年10月31日", "2023年10月20日", "8"),
        ("2023年12月底前", "2023年10月", "8"),
        ("2023年10月31日", "2023年11月25日", "6"),  # points were lost
        ("2023年10月", "2023年10月31日", "8"),
        ("2023年底前", "2023年12月31日", "8"),
        ("按时", "2023年12月31日", "8"),
    ],
)
def test_in_time_or_honest(target, actual, score):
    assert said(form(target, actual, score), "D04") == []


PROSE = (
    "2023年度危桥改造项目支出绩效自评报告\n一、项目概况\n（一）项目绩效目标\n3.时效指标：危桥加固{goal}完工。\n"
    "二、项目绩效情况\n（一）项目完成情况\n{done}\n"
)


def test_prose_that_claims_to_be_in_time():
    text = PROSE.format(goal="2023年9月30日前", done="危桥加固于2023年11月8日完工，按期完成任务。")
    found = one(text, "D04")
    assert (found.arithmetic, lines(found)) == ("2023-11-08－2023-09-30＝39天", [7, 4])
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "done",
    [
        "危桥加固于2023年9月8日完工，按期完成任务。",
        "危桥加固于2023年11月8日完工，因汛期推迟39天。",  # honest
        "标线施划于2023年11月8日完工，按期完成任务。",  # another thing
    ],
)
def test_prose_without_a_contradiction(done):
    assert said(PROSE.format(goal="2023年9月30日前", done=done), "D04") == []


# --- one deed with one deadline ---

DEEDS = "某县2023年度补贴项目支出绩效自评报告\n"


@pytest.mark.parametrize(
    "text",
    [
        "一、概况\n绩效目标：6月30日前发放到户。\n二、绩效\n发放时间为2023年7月21日，在目标时限内完成。",
        "一、绩效\n项目计划2023年10月底前完工，实际于2023年12月20日完工，按期完成了建设任务。",
        "一、绩效\n目标要求2023年9月30日前完成发放，实际2023年11月5日发放完毕，发放及时率100%。",
    ],
)
def test_later_and_said_to_be_in_time(text):
    assert findable(DEEDS + text, one(DEEDS + text, "D04").places)


@pytest.mark.parametrize(
    "text",
    [
        "一、概况\n绩效目标：6月30日前发放到户。\n二、绩效\n发放时间为2023年6月21日，在目标时限内完成。",
        "一、绩效\n项目计划2023年10月底前完工，因汛期顺延，实际于2023年12月20日完工，按期完成了调整后的任务。",
        "一、绩效\n东线计划2023年10月底前完工，西线于2023年12月20日完工，按期完成。",
        "一、概况\n6月30日前发放第一批，12月31日前发放第二批。\n二、绩效\n2023年7月21日发放完毕，按时完成。",
    ],
)
def test_in_time_or_another_thing(text):
    assert said(DEEDS + text, "D04") == []
