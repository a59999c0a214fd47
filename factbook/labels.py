"""事实的叫法: what people call the fact at a path, in the words of the form (绩效指标 第3行 完成值).

Findings, remarks, conflicts and differences speak of places; they all say the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from blueprints.schema import Blueprint, FieldEntry, FiguresTable, FundsTable, PointNode, RecordsTable
from factbook.book import FactBook
from factbook.projects import HEAD, project_label
from values.vocabulary import SOURCE_LABELS, STAGE_LABELS, Source, Stage

IDENTITY_LABELS: Final = {
    "prior.year": "上年度",
    "year": "年度",
    "subject.year": "年度",
    "locality.name": "行政区划",
    "department.name": "实施单位",
    "department.code": "单位代码",
    "supervisor.name": "主管部门",
    "supervisor.code": "主管部门代码",
    "project.name": "项目名称",
    "project.code": "项目代码",
    "project.code_and_name": "项目代码及名称",
    "project.attribute": "项目属性",
    "project.period": "项目期",
    "project.months": "项目起止时间",
    "project.starts": "项目开始日期",
    "project.ends": "项目结束日期",
}
INDICATOR_LABELS: Final = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "relation": "指标性质",
    "target": "指标值",
    "unit": "度量单位",
    "actual": "完成值",
    "progress": "完成进度",
    "weight": "权重",
    "score": "自评得分",
    "reason": "未完成原因",
}
_PART_LABELS: Final = {"self": "自评得分", "reason": "扣分原因"}


def label_of(blueprint: Blueprint, book: FactBook, path: str) -> str:
    """The human name of the fact at `path`; rows by their number in `book`. A path of unknown shape gives itself."""
    if path.startswith("prior.") and path not in IDENTITY_LABELS:
        return f"上年 {label_of(blueprint, book, path.removeprefix('prior.'))}"
    if path.startswith(HEAD) and (label := project_label(blueprint.projects, path)):
        return label
    words = path.split(".")
    label = _entry_label(blueprint, path) or IDENTITY_LABELS.get(path, "") or _reckoned_label(blueprint, words)
    return label or _shaped_label(blueprint, book, words) or path


def _reckoned_label(blueprint: Blueprint, words: list[str]) -> str:
    """Name of a figure that is worked out, or stands in a table of figures; '' for others."""
    label = ""
    match words:
        case ["derived" | "figure", key]:
            label = next((d.label for d in blueprint.derived if d.key == key), "") or _figure_label(blueprint, key)
        case ["compare", key, *_]:
            label = next((comparison.label for comparison in blueprint.comparisons if comparison.key == key), "")
        case ["total" | "share", key, *rest]:
            label = _part_label(blueprint, key, rest)
        case ["sum", key, column]:
            label = _sum_label(blueprint, key, column)
        case ["parameter", key]:
            label = next((p.label for p in blueprint.parameters if p.key == key), "") or f"年度参数 {key}"
    return label


def _shaped_label(blueprint: Blueprint, book: FactBook, words: list[str]) -> str:
    """Name by the shape of the path; '' for an unknown one."""
    label = ""
    match words:
        case ["funds", stage, source]:
            label = _fund_label(blueprint, stage, source)
        case ["grade", "self"]:
            label = "自评等次"
        case ["score", key, part]:
            label = f"{_node_label(blueprint, key)} {_PART_LABELS.get(part, part)}"
        case ["rows", key]:
            label = f"{_row_label(blueprint, key, (), ())} 行的次序"
        case ["indicators", *rest]:
            label = _row_label(blueprint, "indicators", [i.uid for i in book.indicators], rest)
        case ["list", key, *rest]:
            label = _row_label(blueprint, key, [row.uid for row in book.lists.get(key, ())], rest)
    return label


def _entry_label(blueprint: Blueprint, path: str) -> str:
    """The words by which a section asks for the fact, '' when none does by name."""
    entries = (entry for section in blueprint.sections for entry in section.entries if isinstance(entry, FieldEntry))
    return next((entry.label for entry in entries if entry.path == path), "")


def _figure_label(blueprint: Blueprint, key: str) -> str:
    """“三公”经费·公务接待费·决算数."""
    tables = (table for table in blueprint.tables if isinstance(table, FiguresTable))
    return next((f"{table.label}·{cell}" for table in tables if (cell := table.label_at(f"figure.{key}"))), "")


def _part_label(blueprint: Blueprint, key: str, rest: Sequence[str]) -> str:
    """收入决算结构 合计 / 支出决算结构 基本支出 占比."""
    breakdown = blueprint.breakdown(key)
    if breakdown is None or not rest:
        return f"{breakdown.label} 合计" if breakdown else ""
    item = next((item.label for item in breakdown.items if [item.key] == rest), "")
    return f"{breakdown.label} {item} 占比"


def _fund_label(blueprint: Blueprint, stage: str, source: str) -> str:
    """预算执行情况·财政资金·预算执行数."""
    tables = [table for table in blueprint.tables if isinstance(table, FundsTable)]
    table = next((table for table in tables if any(s.stage == stage for s in table.stages)), None)
    stages = {s.stage: s.label for s in table.stages} if table else {}
    sources = {s.source: s.label for s in table.sources} if table else {}
    words = (
        table.label if table else "资金",
        sources.get(source) or (SOURCE_LABELS[Source(source)] if source in set(Source) else source),
        stages.get(stage) or (STAGE_LABELS[Stage(stage)] if stage in set(Stage) else stage),
    )
    return "·".join(word.removeprefix("其中：") for word in words)


def _node_label(blueprint: Blueprint, key: str) -> str:
    """评分项's words; with its heading where two items share them (业务管理·管理制度健全性)."""
    if key == "total":
        return "合计"
    nodes = list(_nodes(blueprint.points, ""))
    label, above = next(((node.label, above) for node, above in nodes if node.key == key), (key, ""))
    shared = sum(node.label == label for node, _ in nodes) > 1
    return f"{above}·{label}" if shared and above else label


def _nodes(nodes: Sequence[PointNode], above: str) -> Iterator[tuple[PointNode, str]]:
    for node in nodes:
        yield node, above
        yield from _nodes(node.children, node.label)


def _sum_label(blueprint: Blueprint, key: str, name: str) -> str:
    """项目支出明细 实际支出数 合计."""
    table = blueprint.table(key)
    column = table.column(name) if isinstance(table, RecordsTable) else None
    return " ".join((table.label if table else key, column.label if column else name, "合计"))


def _row_label(blueprint: Blueprint, key: str, uids: Sequence[str], rest: Sequence[str]) -> str:
    """绩效指标 / 绩效指标 第3行 / 绩效指标 第3行 完成值."""
    table = blueprint.table(key)
    words = [table.label if table else key]
    if rest:
        uid, *columns = rest
        words.append(f"第{uids.index(uid) + 1}行" if uid in uids else "已移除的行")
        column = table.column(columns[0]) if columns and isinstance(table, RecordsTable) else None
        if columns:
            own = INDICATOR_LABELS if key == "indicators" else {}
            words.append(column.label if column else own.get(columns[0], columns[0]))
    return " ".join(words)
