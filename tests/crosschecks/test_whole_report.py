"""整篇报告: an invented report and an invented account in which everything agrees, and one figure changed at a time.

As they stand no error may be told of them; after each change the rule has to find what no longer agrees.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from crosschecks.finding import PAPER_LABELS
from crosschecks.papers import check_paper
from documents.readers.text import parse_text

TEXT = Path(__file__).with_name("whole_report.txt").read_text(encoding="utf-8")
CHANGES = [
    ("T07", "智力残疾138人", "智力残疾183人"),
    ("T07", "区级配套330.00万元", "区级配套303.00万元"),
    ("T08", "分别占28.97%、25.52%", "分别占28.97%、26.52%"),
    ("T08", "占全年预算的92.16%", "占全年预算的93.16%"),
    ("T08", "45.60\t6.82%", "45.60\t6.28%"),
    ("T08", "406名，完成目标的96.67%", "406名，完成目标的97.67%"),
    ("T08", "康复有效率87.82%，高于", "康复有效率89.82%，高于"),
    ("T08", "满意度92.69%。", "满意度93.69%。"),
    ("F06", "到位率96.00%", "到位率97.00%"),
    ("F03", "实际到位696.00万元，到位率96.00%", "实际到位656.00万元，到位率90.48%"),
    ("F21", "20000\t38.00", "20000\t36.00"),
    ("F07", "\t45.60\t", "\t54.60\t"),
    ("T01", "康复有效率87.82%，高于", "康复有效率78.82%，高于"),
    ("T02", "救助残疾儿童406名，", "救助残疾儿童460名，"),
    ("T03", "完成目标80件的95%", "完成目标85件的89.41%"),
    ("T09", "增加12名，增长26.09%", "增加12名，增长20.69%"),
    ("T09", "增加12名，增长", "增加21名，增长"),
    ("S01", "\t20\t20.00", "\t25\t20.00"),
    ("S05", "100\t98.22", "100\t98.72"),
    ("S07", "9.22\t配套", "9.72\t配套"),
    ("S08", "14.50\t部分", "14.90\t部分"),
    ("S11", "9.50\t申请量减少", "10.00\t"),
    ("U03", "中途退训17人", "中途退训17万元人"),
    ("U04", "满意度不低于92%", "满意度不低于102%"),
    ("D07", "兰财绩〔2024〕3号", "兰财绩〔2025〕3号"),
]


ACCOUNT = Path(__file__).with_name("whole_account.txt").read_text(encoding="utf-8")
ACCOUNT_CHANGES = [
    ("T07", "初级8人", "初级6人"),
    ("T07", "公务接待费0.66万元", "公务接待费0.96万元"),
    ("T07", "固定资产835.60", "固定资产853.60"),
    ("T08", "占96.10%", "占91.60%"),
    ("T08", "占7.71%", "占7.17%"),
    ("T09", "各增加48.60万元，增长9.04%", "各增加48.60万元，增长9.40%"),
    ("T09", "较2022年的505.80万元", "较2022年的508.50万元"),
    ("T09", "下降15.38%", "下降18.18%"),
    ("T09", "减少0.42万元", "减少0.24万元"),
    ("T10", "4个部室", "5个部室"),
    ("T10", "4个项目开展", "5个项目开展"),
    ("T01", "涉及资金188.30万元", "涉及资金183.80万元"),
    ("F05", "106.25%", "102.65%"),
    ("F05", "53.00\t106.00%", "53.00\t103.00%"),
    ("F07", "46.90\t104.22%", "49.60\t110.22%"),
    ("F10", "年末结转和结余11.60万元", "年末结转和结余16.10万元"),
    ("U01", "基本支出386.50万元", "基本支出386.50元"),
    ("D01", "2023年对文化惠民", "2021年对文化惠民"),
]
EVERY = [(TEXT, *change) for change in CHANGES] + [(ACCOUNT, *change) for change in ACCOUNT_CHANGES]


def errors(text):
    return {found.rule for found in check_paper(parse_text(text)) if PAPER_LABELS[found.severity] == "错误"}


@pytest.mark.parametrize("text", [TEXT, ACCOUNT], ids=["report", "account"])
def test_as_it_stands(text):
    assert errors(text) == set()


@pytest.mark.parametrize(("text", "rule", "old", "new"), EVERY, ids=[f"{rule}-{new[:12]}" for _, rule, _, new in EVERY])
def test_one_figure_changed(text, rule, old, new):
    assert text.count(old) >= 1
    assert rule in errors(text.replace(old, new, 1))
