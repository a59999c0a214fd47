"""整篇报告: an invented report in which everything agrees, and one figure of it changed at a time.

As it stands no error may be told of it; after each change the rule has to find what no longer agrees.
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


def errors(text):
    return {found.rule for found in check_paper(parse_text(text)) if PAPER_LABELS[found.severity] == "错误"}


def test_as_it_stands():
    assert errors(TEXT) == set()


@pytest.mark.parametrize(("rule", "old", "new"), CHANGES, ids=[f"{rule}-{new[:12]}" for rule, _, new in CHANGES])
def test_one_figure_changed(rule, old, new):
    assert TEXT.count(old) >= 1
    assert rule in errors(TEXT.replace(old, new, 1))
