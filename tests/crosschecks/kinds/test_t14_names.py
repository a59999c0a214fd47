"""T14 名称一致."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, suining


def report(*sentences: str, title: str = "2023年防汛物资储备项目支出绩效自评报告") -> str:
    return f"{title}\n一、概况\n" + "\n".join(sentences) + "\n"


def test_a_name_of_the_trade_cut_short():
    text = report("为城乡居民医疗保险参保人员建档。", "全年办理城乡医疗保险登记3200人次。")
    found = one(text, "T14")
    assert found.message == "“城乡医疗保险”与“城乡居民医疗保险”名称不一致。"
    assert (quotes(found), findable(text, found.places)) == (["城乡医疗保险", "城乡居民医疗保险"], True)


def test_one_item_under_two_groups():
    text = report(
        "1.农林水支出（类）林业和草原（款）森林管护（项）：支出20万元。",
        "2.名词解释：农林水支出（类）农业农村（款）森林管护（项），指管护支出。",
        title="2023年度部门决算情况说明",
    )
    found = one(text, "T14")
    assert found.arithmetic == "林业和草原（款）≠农业农村（款）"
    assert len(quotes(found)) == 2


def test_a_character_exchanged_in_the_projects_own_name():
    text = "项目支出绩效自评表\n（2023年度）\n\n" + table(
        "项目名称|红色文物保护修缮", "一级指标|三级指标|年度指标值|实际完成值", "产出指标|红色文物修护面积|≥800平方米|812平方米",
        "年度目标|完成红色文物保护修缮，红色文物抱护档案齐全并报备案。",
    )  # fmt: skip
    assert one(text, "T14").message == "“红色文物保护”与“红色文物抱护”名称不一致。"


@pytest.mark.parametrize(
    "text",
    [
        report("全年办理城乡医疗保险登记3200人次。"),  # nothing to compare it with
        report("按《关于城乡医疗保险经办的通知》办理。", "城乡居民医疗保险参保3200人。"),  # a title is quoted as it is
        report("农林水支出（类）水利（款）防汛（项）。", "农林水支出（类）水利（款）抗旱（项）。"),
        report("教育支出（类）普通教育（款）其他支出（项）。", "卫生健康支出（类）公共卫生（款）其他支出（项）。"),
        report("由县水利局实施，县水利局河道所协助。", "防汛物资储备按计划完成，防汛物资采购两批。"),
    ],
)
def test_other_things_and_shorter_forms(text):
    assert said(text, "T14") == []


def units(one_unit: str, other: str) -> str:
    rows = table(f"填报单位|{one_unit}", f"实施单位|{other}", "项目名称|防汛物资储备")
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n"


def test_two_names_beside_one_label():
    assert one(units("山口县防汛物资储备站", "山口县防汛物质储备站"), "T14").arithmetic.count("≠") == 1
    assert said(units("山口县防汛物资储备站", "山口县防汛物资储备站（盖章）"), "T14") == []
    assert said(units("山口县水利局", "山口县防汛物资储备站"), "T14") == []


def test_on_a_form():
    asked = check("T14", named=("text.manager", "text.goal"))
    both = {"text.manager": "山口县防汛物资储备站", "text.goal": "山口县防汛物质储备站"}
    found = only(findings(suining(), book(statements=both), asked))
    assert sorted(paths(found)) == ["text.goal", "text.manager"]
    assert findings(suining(), book(statements={**both, "text.goal": "山口县防汛物资储备站"}), asked) == ()
    assert findings(suining(), book(statements={"text.goal": "山口县防汛物资储备站"}), asked) == ()


@pytest.mark.parametrize(("name", "count"), [("临时求助", 1), ("临时救助", 0), ("医疗救助", 0)])
def test_a_short_name_with_one_character_exchanged(name, count):
    text = f"某县民政局2023年度临时救助项目绩效自评报告\n一、概况\n临时救助项目预算90.00万元。\n二、资金\n{name}项目资金全部到位。"
    assert len(said(text, "T14")) == count


@pytest.mark.parametrize(("name", "count"), [("养老服务体系建没", 1), ("养老服务体系建设", 0)])
def test_the_last_character_of_a_name(name, count):
    text = f"某区民政局2023年度养老服务体系建设项目绩效自评报告\n一、概况\n养老服务体系建设项目预算100万元。\n二、管理\n{name}项目资金专款专用。"
    assert len(said(text, "T14")) == count
