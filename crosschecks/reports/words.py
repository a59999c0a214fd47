"""通用词: words every report of this kind uses, wherever it comes from. No name of a place, project, person or unit stands here."""

from __future__ import annotations

import re
from typing import Final

# What may stand before a noun phrase without changing what it names.
LEADING: Final = re.compile(
    r"^(?:(?:全|本|我)(?:市|区|县|省|镇|乡|局|单位|中心|馆|院|校|站|所|园|队|村|系统)|各(?:校|站|所|村|镇|乡|县|区|馆|单位|部门|学校)|实有|其中|并且|同时|另外|此外|以及|及|和|与|对|按|按照|根据|由|将|其(?![他它余])|该|此|本|我|各|全部|全|已|已经|共|共计|累计|合计|总计|目前|现有|现|"
    r"截至|截止|至|到|年末|年底|全年|今年|本年度?|当年|当期|年度内?|年内|底|末|前|完成了?|实现了?|一是|二是|三是|四是|五是|六是|七是|八是|"
    r"包括|包含|主要包括|分别为|分别是|即|为|是|年|月|日|年度|[□：、，；\s“”\"'《》（）]|(?:全|本|我)(?:市|区|县|省|镇|乡|局|单位|中心))+"
)
TRAILING: Final = re.compile(
    r"(?:分别|均|共|共计|合计|总计|各|约|近|达到?|至|到|为|是|有|了|等于|实际|仅|仅为|只有|已|已经|可|应|需|须|的|(?<![人户次个])数|总数|总额|总量|"
    r"[：，、；\s“”\"'（）=]|完成了?|实现了?|高达|多达|超过|不低于|不超过|计)+$"
)
# Heads that name no figure without the words before them.
GENERIC: Final = frozenset(
    [
        "金额资金经费支出收入人数人员数量数额合计总计总额小计得分分值预算决算执行实际执行实际支出费用款项补助补贴资助奖励投资成本标准比例占比占完成率执行率到位率预算数执行数决算数年初预算调整后预算数预算执行率资金到位到位资金使用资金下达资金实际完成完成涉及金额发放金额合同金额增加减少增长下降新增较上年增加较上年减少上升比上年增加比上年减少提高降低最高最低平均人均每人每人每年每人每月共有拥有涉及单价面积长度其他财政资金剩余资金结余资金结余结转余额项目项目资金专项资金本项目权重满分目标值完成值指标值目标计划计划数实际实际数综合得分自评得分收入合计支出合计本级上级中央省级市级县级区级序号指标使用安排下达投入拨付到位申请批复追加调整收回缴纳发放兑现"
    ]
)
SHARE: Final = re.compile(r"(?:占|占比|比重|比例|占总?[^，；。]{0,12}的?(?:比重|比例)?)(?:为|是|达到?|约)?$")
CHANGE_UP: Final = r"增幅|涨幅|升幅|增加|增长|上升|提高|提升|增收|增支|多支出|扩大"
CHANGE_DOWN: Final = r"降幅|减幅|减少|下降|降低|压减|减收|减支|少支出|缩减|节约|核减|调减"
CHANGE: Final = re.compile(rf"(?P<up>{CHANGE_UP})|(?P<down>{CHANGE_DOWN})")
LAST_YEAR: Final = re.compile(r"上年|上一年|去年|上年度|上年同期|同比")
OTHER_YEAR: Final = re.compile(r"上年|上一年|去年|往年|下年|次年|明年|历年|以前年度|前年")
PRIOR: Final = re.compile(r"(?:与|比|较|同|由|从)(?:(?:19|20)\d{2}年度?|上年|上一年|去年|上年度|年初)|同比|上年")
COMPARED: Final = re.compile(
    r"(?:与|比|较|由|从)(?:(?:19|20)\d{2}年度?|年初)的?[^，；。]{0,16}$"
)  # last year's, before its amount
OPEN_LIST: Final = re.compile(r"等(?![级次于候额待])")
FALL_FLAT: Final = re.compile(r"持平|无变化|一致")

TARGET_WORDS: Final = re.compile(r"目标|计划|预期|预计|应当?|力争|确保|拟|将|要求|不低于|不少于|不超过|控制")
DONE_WORDS: Final = re.compile(r"实际|完成|已|达到|决算|执行|支出|发放|使用|拨付|收到|到位")
