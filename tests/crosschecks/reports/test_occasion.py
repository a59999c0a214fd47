"""年度与落款."""

from __future__ import annotations

from datetime import date

import pytest

from crosschecks.reports.occasion import signed, signed_on, sure_year
from tests.crosschecks.papers import dossier, report, table


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年度养老服务项目支出绩效自评报告\n一、概况\n养老服务。", 2023),
        ("项目支出绩效自评表\n（2023年度）\n\n" + table("项目名称|养老服务"), 2023),
        ("项目支出绩效自评报告\n项目起止时间：2023年1月至2023年12月\n一、概况\n养老服务。", 2023),
        ("项目支出绩效自评报告\n项目起止时间：2022年1月至2023年12月\n一、概况\n养老服务。", 0),
        ("项目支出绩效自评报告\n一、概况\n2023年养老服务。", 0),
    ],
)
def test_the_year_a_report_is_surely_about(text, year):
    read = dossier(text)
    assert sure_year(read.reports[0], read) == year


@pytest.mark.parametrize("line", ["填报日期：2024年3月5日", "2024年3月5日", "报告日期：2024-03-05"])
def test_the_day_it_was_signed(line):
    found, place = signed_on(report(f"2023年度养老服务项目支出绩效自评报告\n一、概况\n养老服务。\n{line}"))
    assert (found.first, place.line) == (date(2024, 3, 5), 4)


def test_a_date_in_a_sentence_is_no_signature():
    assert signed_on(report("2023年度养老服务项目支出绩效自评报告\n一、概况\n2023年3月5日开业。")) is None
    assert signed([]) is None
