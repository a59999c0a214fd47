"""数据表的识读: headers of one to three rows, parts under 其中, rows of sums."""

from __future__ import annotations

from tests.crosschecks.papers import cells, report, table


def test_parts_under_parts():
    text = cells(
        "支出情况（万元）",
        "机构|支出合计|其中：|结余",
        "||基本支出|其中：|项目支出|当年结余|累计结余",
        "|||人员支出|公用支出|||",
        "本级|90|70|60|10|20|0|0",
    )
    (found,) = report("一、收支\n" + text).matrices
    names = {column.name: column for column in found.columns}
    assert [column.name for column in found.parts_of(names["支出合计"])] == ["基本支出", "项目支出"]
    assert [column.name for column in found.parts_of(names["基本支出"])] == ["人员支出", "公用支出"]
    assert found.parts_of(names["项目支出"]) == []
    assert found.unit == "万元"
    assert found.place(found.rows[0], names["人员支出"]).label == "本级 人员支出"


def test_rows_of_sums():
    (found,) = report(table("支出内容|实际支出数|备注", "维修|42|", "绿化|107|", "支出合计|149|")).matrices
    assert [(row.name, row.is_sum) for row in found.rows] == [("维修", False), ("绿化", False), ("支出合计", True)]


def test_a_table_of_words_is_none():
    assert report(table("姓名|职务|单位", "张|主任|甲", "李|科员|乙")).matrices == ()
