"""通用词: words every report of this kind uses, wherever it comes from. No name of a place, project, person or unit stands here."""

from __future__ import annotations

import re
from typing import Final

# What may stand before a noun phrase without changing what it names.
LEADING: Final = re.compile(
    r"^(?:其中|并且|同时|另外|此外|以及|及|和|与|对|按|按照|根据|由|将|其|该|此|本|我|各|全部|全|已|已经|共|共计|累计|合计|总计|目前|现|现有|"
    r"截至|截止|至|到|年末|年底|全年|今年|本年度?|当年|当期|年度内?|年内|底|末|前|完成了?|实现了?|一是|二是|三是|四是|五是|六是|七是|八是|"
    r"一|二|三|包括|包含|主要包括|分别为|分别是|即|为|是|年|月|日|年度|[□：、，；\s“”\"'《》（）]|(?:全|本|我)(?:市|区|县|省|镇|乡|局|单位|中心))+"
)
TRAILING: Final = re.compile(
    r"(?:分别|均|共|共计|合计|总计|各|约|近|达到?|至|到|为|是|有|了|等于|实际|仅|仅为|只有|已|已经|可|应|需|须|的|数|总数|总额|总量|"
    r"[：，、；\s“”\"'（）=]|完成了?|实现了?|高达|多达|超过|不低于|不超过|计)+$"
)
# Heads that name no figure without the words before them.
GENERIC: Final = frozenset(
    "金额 资金 经费 支出 收入 人数 人员 数量 数 额 合计 总计 总额 小计 得分 分值 预算 决算 执行 实际执行 实际支出 费用 款项 补助 补贴 资助 奖励"
    " 投资 成本 标准 比例 占比 占 完成率 执行率 到位率 预算数 执行数 决算数 年初预算 调整后预算数 预算执行率 资金到位 到位资金 使用资金 下达资金"
    " 实际完成 完成 涉及金额 发放金额 合同金额 增加 减少 增长 下降 新增 较上年增加 较上年减少 上升 比上年增加 比上年减少 提高 降低 最高 最低 平均"
    " 人均 每人 每人每年 每人每月 共有 拥有 涉及 单价 面积 长度 其他 财政资金 剩余资金 结余资金 结余 结转 余额 项目 项目资金 专项资金 本项目 权重"
    " 满分 目标值 完成值 指标值 目标 计划 计划数 实际 实际数 综合得分 自评得分 收入合计 支出合计 本级 上级 中央 省级 市级 县级 区级 序号 指标"
    " 使用 安排 下达 投入 拨付 到位 申请 批复 追加 调整 收回 缴纳 发放 兑现".split()
)
SHARE: Final = re.compile(r"(?:占|占比|比重|比例|占总?[^，；。]{0,12}的?(?:比重|比例)?)(?:为|是|达到?|约)?$")
CHANGE_UP: Final = r"增加|增长|上升|提高|提升|增收|增支|多支出|扩大"
CHANGE_DOWN: Final = r"减少|下降|降低|压减|减收|减支|缩减|节约|核减|调减"
CHANGE: Final = re.compile(rf"(?P<up>{CHANGE_UP})|(?P<down>{CHANGE_DOWN})")
LAST_YEAR: Final = re.compile(r"上年|上一年|去年|上年度|上年同期|同比")
OTHER_YEAR: Final = re.compile(r"上年|上一年|去年|往年|下年|次年|明年|历年|以前年度|前年")
OPEN_LIST: Final = re.compile(r"等(?![级次于候额待])")
FALL_FLAT: Final = re.compile(r"持平|无变化|一致")

TARGET_WORDS: Final = re.compile(r"目标|计划|预期|预计|应当?|力争|确保|拟|将|要求|不低于|不少于|不超过|控制")
DONE_WORDS: Final = re.compile(r"实际|完成|已|达到|决算|执行|支出|发放|使用|拨付|收到|到位")
