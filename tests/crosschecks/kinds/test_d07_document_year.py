"""D07 文号年份."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, said

TITLE = "2023年度公益林管护项目支出绩效自评报告\n一、依据\n"


def test_a_document_younger_than_the_report():
    text = TITLE + "按照《关于调整公益林补偿标准的通知》（某林发〔2025〕6号）执行。\n填报日期：2024年3月12日"
    found = one(text, "D07")
    assert (found.arithmetic, lines(found)) == ("2025＞2024", [3, 4])
    assert findable(text, found.places)


def test_without_a_date_the_year_after_is_the_last():
    text = TITLE + "按照《关于调整公益林补偿标准的通知》（某林发〔2026〕6号）执行。"
    assert one(text, "D07").arithmetic == "2026＞2024"


@pytest.mark.parametrize(
    "sentence",
    [
        "按照《关于公益林管护的通知》（某林发〔2024〕6号）执行。\n填报日期：2024年3月12日",
        "按照《公益林规划（2021—2035年）》执行。\n填报日期：2024年3月12日",
        "按照《关于公益林管护的通知》（某林发〔2024〕6号）执行。",
    ],
)
def test_documents_there_were(sentence):
    assert said(TITLE + sentence, "D07") == []
