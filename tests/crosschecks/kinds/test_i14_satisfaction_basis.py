"""I14 满意度依据."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
PLEASED = "满意度指标|服务对象满意度指标|渔民满意度|≥90%|96%|10|10"
REPORT = "2023年度渔业增殖放流项目支出绩效自评报告\n三、项目绩效情况\n（一）项目完成情况\n"


def test_a_row_of_a_table():
    text = HEAD + table(COLUMNS, PLEASED)
    found = one(text, "I14")
    assert (found.message, found.severity) == ("满意度96%缺少调查依据。", Severity.HINT)
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    ["渔民满意度96%。", "满意度指标：渔民满意度90%，实际完成96%。", "满意度指标：渔民满意度96%。"],
)
def test_a_sentence(sentence):
    text = REPORT + sentence
    assert one(text, "I14").message == "满意度96%缺少调查依据。"


def test_projects_of_one_file_together():
    tables = "\n\n".join(HEAD + table(f"项目名称|{name}", "", COLUMNS, PLEASED) for name in ("增殖放流", "网具回收"))
    found = one(tables, "I14")
    assert (found.message, len(found.places)) == ("满意度96%等2处缺少调查依据。", 2)


@pytest.mark.parametrize("basis", ["发放问卷200份，收回190份。", "电话回访渔民50户。", "随机抽样调查渔民100人。"])
def test_a_survey_told_anywhere(basis):
    assert said(REPORT + "渔民满意度96%。\n（二）其他\n" + basis, "I14") == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD + table(COLUMNS, "满意度指标|服务对象满意度指标|渔民满意度|≥90%||10|"),
        HEAD + table(COLUMNS, "满意度指标|服务对象满意度指标|渔民满意度|满意|满意|10|10"),
        "2023年度渔业增殖放流项目支出绩效自评报告\n一、项目概况\n（一）绩效目标\n渔民满意度达到90%以上。",
    ],
)
def test_no_share_or_only_a_goal(text):
    assert said(text, "I14") == []
