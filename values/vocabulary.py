"""规范词汇: the canonical keys that every form maps its own words to.

A locality may call a thing what it likes (the blueprint's `frame` and labels say how); facts are stored under these keys.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """资金环节."""

    PLANNED = "planned"
    INITIAL = "initial"
    ADJUSTED = "adjusted"
    ISSUED = "issued"
    RECEIVED = "received"
    SPENT = "spent"
    CARRIED = "carried"
    RECALLED = "recalled"


STAGE_LABELS: Final[dict[Stage, str]] = {
    Stage.PLANNED: "计划安排",
    Stage.INITIAL: "年初预算",
    Stage.ADJUSTED: "调整后预算",
    Stage.ISSUED: "预算下达",
    Stage.RECEIVED: "实际到位",
    Stage.SPENT: "执行（支出）",
    Stage.CARRIED: "结转结余",
    Stage.RECALLED: "收回",
}


class Source(StrEnum):
    """资金来源: a tree; an amount may stand at any node."""

    ALL = "all"
    FISCAL = "fiscal"
    SUPERIOR = "superior"
    CENTRAL = "central"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    SPECIAL_ACCOUNT = "special_account"
    UNIT = "unit"
    CARRY_OVER = "carry_over"
    OTHER = "other"


SOURCE_LABELS: Final[dict[Source, str]] = {
    Source.ALL: "总额",
    Source.FISCAL: "财政资金",
    Source.SUPERIOR: "上级财政资金",
    Source.CENTRAL: "中央财政",
    Source.PROVINCIAL: "省级财政",
    Source.MUNICIPAL: "市级财政",
    Source.COUNTY: "县（市、区）财政",
    Source.SPECIAL_ACCOUNT: "财政专户管理资金",
    Source.UNIT: "单位资金",
    Source.CARRY_OVER: "上年结转资金",
    Source.OTHER: "其他资金",
}

SOURCE_PARENT: Final[dict[Source, Source]] = {
    Source.FISCAL: Source.ALL,
    Source.SPECIAL_ACCOUNT: Source.ALL,
    Source.UNIT: Source.ALL,
    Source.CARRY_OVER: Source.ALL,
    Source.OTHER: Source.ALL,
    Source.SUPERIOR: Source.FISCAL,
    Source.MUNICIPAL: Source.FISCAL,
    Source.COUNTY: Source.FISCAL,
    Source.CENTRAL: Source.SUPERIOR,
    Source.PROVINCIAL: Source.SUPERIOR,
}


def source_children(source: Source) -> tuple[Source, ...]:
    """下级来源 of `source`, in canonical order."""
    return tuple(child for child, parent in SOURCE_PARENT.items() if parent is source)


class Relation(StrEnum):
    """指标性质."""

    GE = "ge"
    LE = "le"
    EQ = "eq"
    GT = "gt"
    LT = "lt"
    QUALITATIVE = "qualitative"


RELATION_LABELS: Final[dict[Relation, str]] = {
    Relation.GE: "≥",
    Relation.LE: "≤",
    Relation.EQ: "＝",
    Relation.GT: ">",
    Relation.LT: "<",
    Relation.QUALITATIVE: "定性",
}


class Level1(StrEnum):
    """一级指标 (canonical; a form prints its own words)."""

    OUTPUT = "output"
    BENEFIT = "benefit"
    SATISFACTION = "satisfaction"
    COST = "cost"
    OTHER = "other"


LEVEL1_LABELS: Final[dict[Level1, str]] = {
    Level1.OUTPUT: "产出指标",
    Level1.BENEFIT: "效益指标",
    Level1.SATISFACTION: "满意度指标",
    Level1.COST: "成本指标",
    Level1.OTHER: "其他指标",
}
