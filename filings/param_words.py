"""参数的叫法: the parameters of scoring rules and checks in words; what is not listed here is told as written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PARAMS: Final[Mapping[str, str]] = {
    "value": "取数",
    "over": "分母或上限",
    "target": "目标",
    "relation": "比较",
    "indicator": "指标",
    "take": "取多条指标时",
    "steps": "分档",
    "each": "每次",
    "most": "至多",
    "faults": "扣分数",
    "merits": "加分数",
    "cap": "封顶",
    "floor": "起点",
    "zero": "分母为0时",
    "reached": "达成",
    "partly": "部分达成",
    "by": "由谁评",
    "of": "分值项",
    "nodes": "分值项",
    "total": "合计",
    "parts": "各部分",
    "table": "数据表",
    "stages": "环节",
    "rate": "比率",
    "below": "低于",
    "reason": "原因写在",
    "measures": "措施写在",
    "measures_below": "低于此数须写措施",
    "limit": "字数",
    "numerator": "分子名称",
    "denominator": "分母名称",
    "name": "名称",
    "unit": "单位",
    "step": "得分步长",
    "over_action": "超额时",
    "over_table": "超额扣分档",
    "over_reason": "超过时须说明",
    "neg_mode": "反向指标",
    "eq_mode": "等于型指标",
    "pass_line": "及格线",
    "shares": "按比率",
    "direction": "方向",
    "money": "金额单位",
    "penalty": "倒扣",
    "tolerance": "允许误差",
    "before": "调整前",
    "after": "调整后",
    "large": "变动超过",
    "items": "各项",
    "paths": "位置",
    "stated": "自填数",
}
# The same word means another thing in these kinds.
OWN: Final[Mapping[tuple[str, str], str]] = {
    ("ratio", "over"): "除以",
    ("reach", "over"): "超额线",
    ("by_relation", "over"): "超额线",
    ("S07", "over"): "除以",
    ("S12", "over"): "超额线",
}
VALUES: Final[Mapping[tuple[str, str], str]] = {
    ("over_action", "none"): "不处理",
    ("over_action", "require_reason"): "须说明原因",
    ("over_action", "deduct"): "扣分",
    ("over_action", "zero"): "不得分",
    ("neg_mode", "ratio"): "按比例",
    ("neg_mode", "zero"): "不得分",
    ("eq_mode", "distance"): "按偏离程度",
    ("eq_mode", "forward"): "按完成比例",
    ("zero", "not_applicable"): "不适用",
    ("zero", "zero"): "得0分",
    ("take", "first"): "取第一条",
    ("take", "sum"): "合计",
    ("direction", "at_least"): "达到",
    ("direction", "at_most"): "不超过",
    ("relation", "ge"): "不低于",
    ("relation", "gt"): "高于",
    ("relation", "le"): "不高于",
    ("relation", "lt"): "低于",
    ("relation", "eq"): "等于",
}


def param_label(kind: str, name: str) -> str:
    """What a parameter of a rule kind or check is called."""
    return OWN.get((kind, name)) or PARAMS.get(name, name)
