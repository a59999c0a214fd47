"""表头的叫法: what the heads of the two tables that almost every form has are called: funds by source, indicators by level."""

from __future__ import annotations

import re
from typing import Final

# The first entry whose words stand in a head says what it is.
REVIEWED: Final = ("复核", "复评", "财政评", "审核得分", "审核评分")
NOTES: Final = ("原因", "备注", "说明", "措施")
COLUMNS: Final = (
    (("一级指标",), "level1"),
    (("二级指标",), "level2"),
    (("三级指标", "指标名称", "绩效指标", "指标内容"), "name"),
    (("指标性质", "指标方向"), "relation"),
    (("复核理由", "复核说明", "扣分理由"), "review_reason"),
    (REVIEWED, "review"),
    (("原因", "偏差", "改进", "未完成"), "reason"),
    (("进度", "完成比例", "完成率"), "progress"),
    (("完成值", "完成情况", "实际值", "完成数"), "actual"),
    (("指标值", "目标值"), "target"),
    (("计量单位", "度量单位", "单位"), "unit"),
    (("得分", "评分"), "score"),
    (("分值", "权重", "满分"), "weight"),
)
STAGES: Final = (
    (("年初",), "initial"),
    (("调整", "全年预算"), "adjusted"),
    (("下达",), "issued"),
    (("到位",), "received"),
    (("执行", "支出"), "spent"),
    (("结转", "结余"), "carried"),
    (("收回",), "recalled"),
    (("计划", "预算"), "planned"),
)
SOURCES: Final = (
    (("合计", "总额", "总数", "总计", "资金总", "小计", "总投资", "总资金", "全部"), "all"),
    (("中央和省", "中央及省", "上级"), "superior"),
    (("上年结转", "结转"), "carry_over"),
    (("财政专户",), "special_account"),
    (("中央",), "central"),
    (("省",), "provincial"),
    (("市",), "municipal"),
    (("县", "区", "本级"), "county"),
    (("财政", "拨款"), "fiscal"),
    (("自筹", "单位"), "unit"),
    (("其他", "其它"), "other"),
)
LEVELS: Final = (
    (("产出",), "output"),
    (("效益", "效果"), "benefit"),
    (("满意",), "satisfaction"),
    (("成本",), "cost"),
)
_PARENT: Final = {
    "central": "superior",
    "provincial": "superior",
    "superior": "fiscal",
    "municipal": "fiscal",
    "county": "fiscal",
}
_POINTS: Final = re.compile(r"[（(]\s*(\d+(?:\.\d+)?)\s*分\s*[）)]")
_BOX: Final = re.compile(r"[□☐☑■]\s*([^□☐☑■\s　]+)")


def meaning(table: tuple[tuple[tuple[str, ...], str], ...], text: str) -> str:
    """What a head is, '' when no word of the table stands in it."""
    return next((means for words, means in table if any(word in text for word in words)), "")


def points_of(text: str) -> tuple[str, str]:
    """产出指标（45分） → the name and its points, '' without any."""
    found = _POINTS.search(text)
    return (_POINTS.sub("", text).strip(), found[1]) if found else (text.strip(), "")


def options_of(text: str) -> list[str]:
    """The words behind the boxes of a cell (□新增　□延续); none when there are fewer than two."""
    found = [word.strip("，、；;") for word in _BOX.findall(text)]
    return found if len(found) > 1 else []


def outermost(sources: list[str]) -> list[str]:
    """Those that are no part of another one listed; together they are the whole."""

    def inside(source: str) -> bool:
        parent = _PARENT.get(source, "")
        return bool(parent) and (parent in sources or inside(parent))

    return [source for source in sources if source != "all" and not inside(source)]
