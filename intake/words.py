"""叫法: when two printed words mean the same place, whatever their number, brackets and blanks, and what forms call things.

No locality's words stand here, only those that forms of many places share; a form's own words always come first.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from intake.pattern import squeezed
from values.text import fold_width

# 一、 （一） 1． （1） 1) 第一部分 ①: the number of a heading says nothing about what it heads.
NUMBER: Final = re.compile(
    r"(?:第?[一二三四五六七八九十百]+(?:部分|章|节|[、.．:：])|[（(][一二三四五六七八九十百\d]+[)）]|\d{1,2}(?:[.．、)）](?!\d))|[①-⑳])"
)
_MARKS: Final = re.compile(r"[\s\u3000，。、；：:;,.．·\-—_*\uff0a“”\"'‘’《》]+")
_BRACKETED: Final = re.compile(r"[（(\[〔【][^（()）\[\]〔〕【】]*[)）\]〕】]")
_FIRST: Final = re.compile(r"^(?:其中|减|加)[:：]?")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}(?:年度?)?")
_WIDE: Final = re.compile("[\uff01-\uffee]")
CLOSE: Final = 0.8  # below this two words are two things
SURE: Final = 0.95
_ALIKE: Final = 0.94  # no likeness of letters makes two labels one
SHORTEST: Final = 4  # a shorter label is itself or nothing

# Each line: words that mean one thing on forms of this kind, whichever the form itself uses.
ALIASES: Final = (
    "三级指标 指标名称 指标内容 具体指标 绩效指标名称",
    "一级指标 指标类别 一级指标名称",
    "二级指标 评价内容 二级指标名称",
    "指标值 目标值 年度指标值 年度目标值 指标目标值 预期指标值 计划指标值 预期值 计划值 绩效目标值 全年指标值 全年目标值",
    "完成值 实际完成值 实际完成指标值 全年实际完成值 全年实际值 实际值 全年完成值 实际完成情况 完成情况 实际完成 指标完成值 指标完成情况",
    "指标性质 性质 指标方向 关系符号 计算符号",
    "度量单位 计量单位 指标单位",
    "权重 分值 指标分值 标准分 权重分 满分",
    "得分 自评得分 评价得分 自评分 评分",
    "偏差原因分析及改进措施 未完成原因分析 未完成原因和改进措施 偏差原因 未完成原因 原因分析 扣分原因 扣分原因和改进措施 原因及改进措施",
    "完成进度 完成比例 完成率 完成百分比",
    "年初预算 年初预算数 预算安排 年初预算安排 年初安排预算 当年预算数",
    "调整后预算数 全年预算数 调整后预算 调整预算数 全年预算",
    "预算执行数 全年执行数 执行数 实际支出 支出数 资金支出 资金使用 实际支出数 实际支出资金",
    "资金到位 实际到位资金 到位资金 实际到位 到位数 资金到位数",
    "总额 合计 年度资金总额 资金总额 总计 项目资金总额",
    "财政资金 财政拨款 当年财政拨款 财政拨款资金",
    "中央财政 中央 中央资金 中央补助 中央财政资金",
    "省级财政 省财政 省级 省级资金 省级财政资金 省级补助",
    "市级财政 市财政 市级 市级资金 市级财政资金 市级预算资金 市级补助",
    "区级财政 区县财政 县级财政 县市区财政 区级 县级 区级资金 县级资金 县区财政 本级财政",
    "上年结转资金 上年结转 结转资金 结余结转资金",
    "其他资金 其他 其它 其它资金",
    "项目年度目标 年度总体目标 年度目标 总体目标 预期目标 总体绩效目标 绩效目标 预期总目标",
    "年度目标完成情况 目标完成情况 实际完成情况 实际完成目标 年度总体目标完成情况 总体目标完成情况",
    "存在问题 存在的问题 存在的主要问题 存在主要问题 主要问题 问题",
    "改进措施 改进建议 相关建议 改进措施和有关建议 下一步改进措施 下一步措施 下一步打算 整改措施 有关建议 建议 意见建议",
    "评价结论 自评结论 综合评价结论 总体评价",
    "项目名称 项目名 评价项目",
    "实施单位 项目单位 项目实施单位 填报单位 单位名称 部门名称 预算单位 部门单位名称",
    "主管部门 项目主管部门 主管单位",
    "项目负责人 负责人 项目责任人",
    "填报人 填表人 经办人",
    "联系电话 联络电话 电话",
    "填报日期 填表日期 报告日期 日期",
    "评价等次 等次 评价等级 等级 评价结果等次 自评等次 自评等级",
    "综合得分 自评总分 总分 绩效自评综合得分 自评综合得分 总得分",
)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A label without its number, marks, blanks and what stands in brackets: （一）项目概况。 → 项目概况."""
    text = _FIRST.sub("", unnumbered(_folded(text)))
    without = _BRACKETED.sub("", text)
    return _MARKS.sub("", without or text)


@lru_cache(maxsize=4096)
def plainly(text: str) -> str:
    """A printed text without number, marks and blanks; what stands in brackets stays."""
    return _MARKS.sub("", unnumbered(_folded(text)))


def _folded(text: str) -> str:
    text = squeezed(text)
    return fold_width(text) if _WIDE.search(text) else text


def unnumbered(text: str) -> str:
    """A heading without its number."""
    found = NUMBER.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


_GROUPS: Final[dict[str, frozenset[int]]] = {}
for _number, _line in enumerate(ALIASES):
    for _word in _line.split():
        _GROUPS[_word] = _GROUPS.get(_word, frozenset()) | {_number}


def likeness(one: str, other: str) -> float:
    """How surely two labels mean one thing: 1 the same words, 0.95 known to mean the same, less when they are only alike."""
    return _likeness(bare(one), bare(other))


def meanings(word: str) -> frozenset[int]:
    """The groups of words of one meaning that a bare label belongs to."""
    return _GROUPS.get(word, frozenset())


@lru_cache(maxsize=65_536)
def _likeness(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if meanings(one) & meanings(other) or _YEAR.sub("", one) == _YEAR.sub("", other):
        return SURE
    return closeness(one, other)


def closeness(one: str, other: str) -> float:
    """How alike two different labels are; 0 when they are too short or too unlike to say."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    # Cheap looks first: most labels share no word at all.
    if (
        len(short) < SHORTEST
        or len(long) > 2 * len(short)
        or 2 * len(set(short).intersection(long)) < CLOSE * len(short)
    ):
        return 0.0
    if short in long:
        return 0.85
    ratio = SequenceMatcher(None, short, long).ratio()
    return min(ratio, _ALIKE) if ratio >= CLOSE else 0.0
