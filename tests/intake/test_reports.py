"""几份报告: a file is parted where the title of the first kind comes again, not at an annex."""

from __future__ import annotations

from documents.readers.paper import Paper, PaperText
from intake.reports import nearest, reports_of
from intake.rows import rows_of
from tests.intake import papers

FORM = "510411/2023/project-report"
BODY = ("一、项目概况", "（一）项目资金申报及批复情况。", "按文件申报。", "四、问题及建议", "无。")


def parted(*lines, form=FORM):
    rows = rows_of(Paper(tuple(PaperText(line) for line in lines)))
    return reports_of(rows, papers.form_rows(form))


def test_one_report_is_the_whole_paper():
    (report,) = parted("2023年度项目支出绩效自评报告", "高层次人才专项经费", *BODY)
    assert (report.start, report.end, report.subject) == (0, 7, "高层次人才专项经费")


def test_titles_of_one_kind_part_the_file():
    found = parted(
        "2023年度项目支出绩效自评报告",
        "高层次人才专项经费",
        *BODY,
        "2022年度项目支出绩效自评报告",
        "困难群众代缴资金",
        *BODY,
    )
    assert [(report.title[:4], report.subject) for report in found] == [
        ("2023", "高层次人才专项经费"),
        ("2022", "困难群众代缴资金"),
    ]
    assert nearest(found, ["困难群众代缴资金"]) == 1
    assert nearest(found, ["没有这个项目"]) == 0


def test_an_annex_with_a_title_of_its_own_belongs_to_its_report():
    assert (
        len(parted("2023年度专项预算项目绩效评价报告", *BODY, "专项资金绩效目标完成情况自评表（2023年度）", "项目名称"))
        == 1
    )


def test_what_stands_before_the_first_title_is_offered_too():
    found = parted("第一部分 部门概况", "职能简介", "机构设置", *["2023年度项目支出绩效自评报告", *BODY] * 2)
    assert [report.start for report in found] == [0, 3, 9]


def test_nothing_in_the_file():
    assert parted() == ()
