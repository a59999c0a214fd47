"""断行: where a label or a title goes on to its next line, so that no word of the trade is torn.

Type-setting programs break Chinese after any character, which leaves 满意度指 / 标 in a narrow column. Lines end between
words instead, before a bracket, and come out about equally long. Where a line would be too long nothing is changed.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from . import measure

# Words of these forms; a text may well hold others, which are then torn as any program would.
_VOCABULARY = """
一级 三级 上年 上级 专户 专项 业务 主任 主管 主要 事业 事务 二级 产出 人员 人次 付款 代缴 任务 使用 保险 保障 信息
健全 健全性 公众 公共 公章 其他 养老 养老金 内容 决策 分值 分析 到位 到位率 制度 办公 区级 单位 原因 县级 及时 及时率
发放 可持续 可控性 合理 合理性 合规 合规性 名称 困难 城乡 基本 基础 填报 处室 备注 姓名 完成 完成值 完成率 实施 实现
实际 审核 对象 居民 属性 岗位 工作 市级 帮扶 年初 年度 年末 度量 建议 建设 开支 影响 征缴 得分 性质 总体 情况 意见
成本 执行 执行数 执行率 投入 报告 指标 指标值 措施 支出 收入 改进 效果 效益 数量 整体 日期 时效 明确性 有效性 服务
未完成 机关 机构 权重 来源 标准 概况 概述 次数 比例 民生 水平 满意 满意度 环境 生态 用途 申报 电话 监控 监督 盖章 目标
目标值 省级 社会 社保 科室 程序 立项 签章 管理 组织 经办 经济 结余 结果 结论 结转 绩效 综合 缴费 群众 职业 职务 职称
联系 能力 自评 自评表 节约 节约率 落实 补助 补贴 规范 规范性 计划 评价 评分 评分表 说明 调整 调整后 负责人 财务 财政
质量 费用 资产 资金 转移 达标 达标率 过程 进度 部门 配套 重点 金额 问题 防控 需说明 项目 预算 预算数 领取 风险
"""
_WORDS = frozenset(_VOCABULARY.split())
_LONGEST = max(map(len, _WORDS))
_OPENING = frozenset("（《【“‘(「")
_CLOSING = frozenset("）》】”’)」，。；：、！？,.;:%％")
_PAUSES = frozenset("）)，；：、")
_TORN, _BETWEEN_UNKNOWN, _LINE, _IN_BRACKETS, _PAUSE = 30.0, 8.0, 20.0, 10.0, -3.0
_RAGGED, _TOP_HEAVY = 0.5, 0.01
_MARGIN_EMS = 0.12  # borders and rounding


@lru_cache(maxsize=4096)
def broken(text: str, room: float) -> str:
    r"""Return `text` with `\n` where its lines should end; `room` is the width of a line in em.

    A text that fits, has line ends already, or has a piece no line can hold comes back as it is.
    """
    room -= _MARGIN_EMS
    if "\n" in text or measure.ems(text) <= room:
        return text
    ends = _line_ends(text, room, measure.ems(text))
    return "\n".join(text[start:stop].strip() for start, stop in pairwise([0, *ends])) if ends else text


def _line_ends(text: str, room: float, total: float) -> list[int]:
    """Return the places where the cheapest set of lines ends, the last at the end of the text; empty if there is none."""
    ideal = total / max(1, -(-total // room))
    price = _prices(text)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(text)
    for stop in range(1, len(text) + 1):
        for start in range(stop):
            length = measure.ems(text[start:stop].strip())
            if length > room:
                continue
            cost = best[start][0] + price[stop] + _LINE + _RAGGED * (length - ideal) ** 2
            cost -= _TOP_HEAVY * length / (start + 1)  # of two equal choices the one with the longer first line
            best[stop] = min(best[stop], (cost, start))
    if best[-1][0] == float("inf"):
        return []
    ends = [len(text)]
    while best[ends[-1]][1]:
        ends.append(best[ends[-1]][1])
    return ends[::-1]


def _prices(text: str) -> list[float]:
    """Return what a line end before every character costs; the one after the last is free."""
    words = _words(text)
    made, depth = [0.0] * (len(text) + 1), 0
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        depth += (before in _OPENING) - (before in "）》】)」")
        if after in _CLOSING or before in _OPENING or _one_figure(before, after):
            made[place] = float("inf")
            continue
        price = _PAUSE if after in _OPENING or before in _PAUSES else _between(words, place)
        made[place] = price + _IN_BRACKETS * (depth > 0)
    return made


def _one_figure(before: str, after: str) -> bool:
    return (before.isascii() and after.isascii() and " " not in (before, after)) or (
        before.isdigit() and after in "年月日"
    )


def _between(words: list[tuple[int, int]], place: int) -> float:
    if any(start < place < stop for start, stop in words):
        return _TORN
    return 0.0 if any(place in word for word in words) else _BETWEEN_UNKNOWN


def _words(text: str) -> list[tuple[int, int]]:
    """Return where known words stand, the longest first at every place."""
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(text):
        length = next((n for n in range(_LONGEST, 1, -1) if text[place : place + n] in _WORDS), 0)
        if length:
            found.append((place, place + length))
        place += length or 1
    return found
