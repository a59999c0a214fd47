"""表头的识读: what a column is, by its words; headers of two and three rows put together, also where the merges were lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from crosschecks.reports.grid import GridCell
from values.kept import remembered

_IN_BRACKETS: Final = re.compile(r"（[^（）]*）$")
_LONGEST: Final = 20
_NOISE: Final = re.compile(r"[\s：:*、“”\"]+")
INDICATOR_ROLES: Final[Mapping[str, re.Pattern[str]]] = {
    role: re.compile(pattern)
    for role, pattern in {
        "serial": r"序号|编号|行次",
        "level1": r"一级指标|评价内容|指标类别|一级|评价维度|评价类别",
        "level2": r"二级指标|绩效指标（二级）|二级",
        "name": r"三级指标|四级指标|绩效指标（三级）|指标内容|指标名称|具体指标|三级",
        "relation": r"指标性质|指标方向|计算符号|指标符号|性质|指标类型",
        "target": r"(?:年度|年初|全年|预期|计划|设定|绩效)*(?:指标|目标|计划|预期|绩效)(?:完成)?值|绩效目标|指标（目标）值|目标|指标值（目标）"
        r"|年度指标|计划数|计划完成数?|目标值（?计划值?）?|预期目标|(?:年度|年初|全年|计划|设定)目标(?:数|任务)?|年度计划|目标数|任务数|年度任务|计划任务",
        "unit": r"度量单位|计量单位|单位|指标单位",
        "actual": r"(?:全年|年度|本年)?实?际?(?:完成|达成)(?:指标)?(?:值|情况|数)|(?:全年|年度)?实际(?:完成)?(?:指标)?(?:值|数)|实际完成|完成结果|实际值|全年实际值"
        r"|自评值|业绩值|实际|(?:实际|全年|年末|本年|年度)(?:完成|达成|实现)(?:数量|量)?|完成(?:数量|量)?|(?:目标)?实现(?:情况|值)|实绩",
        "weight": r"(?:指标|标准|权重|设定|满分)?(?:分值|满分|权重|分数|标准分)(?:值|分)?|权重分值?|分值权重|应得分(?:值|数)?|基准分值?",
        "score": r"(?:自评|评价|实际|指标|单项|评定)?(?:得分|评分)(?:情况)?|自评分|自评分数|自评分值|得分值|实得分(?:值|数)?|自评得分值",
        "weighted": r"(?:加权|折算|折合|权重)后?(?:自评)?(?:得分|分值|分)",
        "score_rate": r"得分率|得分比例|得分比率",
        "deduct": r"(?:自评)?(?:扣分|扣减分|减分)(?:值|数|情况|分值)?",
        "review": r"(?:财政|主管部门|部门|财政部门)?(?:复评|复核|评审|审核|抽查|复审)(?:得分|评分|分值|分数|分)",
        "reason": r".*(?:原因|偏差).*|备注|说明|改进措施|扣分说明|情况说明",
        "progress": r"完成进度|完成率|完成比例|完成程度|目标完成率|指标完成率|完成百分比",
        "explain": r"指标解释|指标说明|指标释义|指标含义",
        "standard": r"评分说明|评分标准|评分细则|赋分规则|计分方法|评价标准|评分办法|计分标准|评分规则",
    }.items()
}
WEAK_NAME: Final = re.compile(
    r"绩效指标|评价指标|考核指标|指标|绩效目标|考核内容|考核项目|自评指标|自评内容|指标项目"
)  # a name only where no column says so better
FUND_ROLES: Final[Mapping[str, re.Pattern[str]]] = {
    role: re.compile(pattern)
    for role, pattern in {
        "rate": r".*(?:执行率|完成率|支付率|支出率|支出进度|执行进度|完成比例)(?:（.*）)?",
        "received_rate": r".*到位率.*",
        "change": r"预算调整(?:数|额|金额)?|(?:年中|预算)?(?:追加|调整|调剂|追减)(?:数|额|金额|资金|预算)|调整增减(?:数|额)?",
        "initial": r"年初预算(?:数|额|金额|安排)?|初始预算数?|年初部门预算数?|批复预算数?|年初批复数?",
        "adjusted": r"(?:调整后|调整|全年|年度|本年)预算(?:数|额|总额|金额)?|预算调整后(?:数|额)?|调整后(?:的)?(?:预算数?|数|金额)|全年预算数（A）",
        "planned": r"计划(?:安排|投入|下达|拨付)?(?:资金|金额|数|总额|投资)?|计划安排资金|应到位(?:资金|金额)|预算安排(?:资金|数)?|安排(?:资金|金额|预算|数)|预算(?:数|额|金额|资金)?|申报金额",
        "issued": r"(?:预算)?下达(?:资金|金额|数|预算)?|预算下达资金|指标下达数?",
        "received": r"(?:实际|资金)?(?:到位|到账)(?:资金|金额|数|情况)?|实际到位(?:资金|金额|数)|资金到位数?|拨付到位(?:资金|金额)?",
        "spent": r"(?:全年|预算|实际|本年|年度|累计|资金)*(?:执行|支出|使用|支付)(?:数|资金|金额|额|总额)?|全年执行数（B）|支付金额|支出决算数?|决算数|完成(?:投资|支出|金额|资金)(?:额)?",
        "carried": r"(?:当年|年末|资金|结转)*(?:结余|结转结余|结转|剩余)(?:资金|金额|数)?|累计结余",
        "weight": r"分值|权重|满分",
        "score": r"得分|自评得分",
        "reason": r".*原因.*|备注|说明",
    }.items()
}


@remembered
def plain_header(text: str) -> str:
    """Header words without unit, weight and noise."""
    flat = _NOISE.sub("", text.replace("\n", ""))
    shorn = _IN_BRACKETS.sub("", flat)
    return shorn or flat


def role_of(text: str, roles: Mapping[str, re.Pattern[str]]) -> str:
    """The role a header names, '' when none."""
    if roles is INDICATOR_ROLES:
        return _indicator_role(text)
    return _fund_role(text) if roles is FUND_ROLES else _role(text, roles)


@remembered
def _indicator_role(text: str) -> str:
    """Kept: every row of every table is asked whether it is a header."""
    return _role(text, INDICATOR_ROLES)


@remembered
def _fund_role(text: str) -> str:
    return _role(text, FUND_ROLES)


def _role(text: str, roles: Mapping[str, re.Pattern[str]]) -> str:
    for words in _spellings(text):
        for role, pattern in roles.items():
            if pattern.fullmatch(words):
                return role
    return ""


def _spellings(text: str) -> tuple[str, ...]:
    """What a header may go by, with and without its brackets; nothing for what is too long to be one."""
    flat = _NOISE.sub("", text.replace("\n", ""))
    return tuple(words for words in dict.fromkeys((flat, plain_header(text))) if words and len(words) <= _LONGEST)


def merged_header(upper: Sequence[GridCell], lower: Sequence[GridCell]) -> list[tuple[GridCell, ...]]:
    """For every cell of `lower` the cells of the header above it, outermost first, itself last.

    A text keeps no merges: an empty cell of the lower row stands under a cell that covers both rows, a run of filled ones under a
    cell that covers several columns.
    """
    found: list[tuple[GridCell, ...]] = []
    above = 0
    at = 0
    while at < len(lower):
        if not lower[at].text:
            found.append((upper[min(above, len(upper) - 1)],))
            above, at = above + 1, at + 1
            continue
        end = at
        while end < len(lower) and lower[end].text:
            end += 1
        # The blanks after the run need one cell of the upper row each; what is left covers the run.
        blanks = sum(not cell.text for cell in lower[end:])
        runs_after = sum(
            1 for one, two in zip(lower[end:], lower[end + 1 :], strict=False) if not one.text and two.text
        )
        room = max(1, len(upper) - above - blanks - runs_after)
        found.extend(_under(upper[above : above + room], lower[at:end]))
        above, at = above + room, end
    return found


def _under(upper: Sequence[GridCell], lower: Sequence[GridCell]) -> list[tuple[GridCell, ...]]:
    """Share a run of lower cells among the upper ones: by words they have in common, the first taking the rest."""
    tail: list[GridCell] = []
    rest = list(lower)
    for cell in reversed(upper[1:]):
        word = plain_header(cell.text)
        took = len(tail)
        while len(rest) > 1 and word and word in rest[-1].text:
            tail.append(cell)
            rest.pop()
        if len(tail) == took and len(rest) > 1:  # a longer upper row has nothing below its first cells
            tail.append(cell)
            rest.pop()
    heads = [upper[0]] * len(rest) + tail[::-1] if upper else []
    return [(head, cell) for head, cell in zip(heads, lower, strict=False)] if heads else [(cell,) for cell in lower]
