"""表样的结构: one form of one locality and year as frozen values.

`blueprints.load` turns a YAML file into a `Blueprint` or explains, with file, line and path, why it cannot. Everything that
draws, asks, checks or scores reads these values and nothing else about a form.

Words used here: a *path* names a fact (`funds.spent.fiscal`, `text.goal`, `indicators.<uid>.actual`, `score.<key>.self`); a
*template* is plain text with `{path}` places; an *expression* is arithmetic or a condition over paths (`blueprints.expressions`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal, assert_never

from blueprints.charting import ChartNode, SeriesDef
from blueprints.covers import CoverLineDef, CoverNode
from blueprints.expressions import Expression
from blueprints.layers import Origin
from blueprints.printing import (  # re-exported: the printed half of the schema
    BoilerplateNode,
    CellDef,
    CellsRow,
    GridNode,
    GroupRow,
    HeadingNode,
    LineNode,
    MatrixColumn,
    MatrixRow,
    PageBreakNode,
    PartDef,
    PrintNode,
    ProseNode,
    RecordsColumn,
    RecordsRow,
    RowDef,
    ScoresRow,
    SentenceNode,
    SignDef,
    SignoffNode,
    SumDef,
    TitleNode,
    TitleRow,
)
from blueprints.projects import ProjectsDef
from blueprints.reckoned import Breakdown, BreakdownItem, Comparison, Derived
from blueprints.scored import GradeDef, PointNode, RuleDef
from blueprints.tables import (
    ColumnDef,
    FigureColumn,
    FigureRow,
    FiguresTable,
    FundsTable,
    RecordsTable,
    SourceDef,
    StageDef,
    TableDef,
)
from blueprints.templates import fill
from values.numerals import plain

__all__ = [
    "Blueprint",
    "BoilerplateNode",
    "Breakdown",
    "BreakdownItem",
    "CellDef",
    "CellsRow",
    "ChartNode",
    "CheckDef",
    "ColumnDef",
    "Comparison",
    "CoverLineDef",
    "CoverNode",
    "Derived",
    "Entry",
    "FieldEntry",
    "FigureColumn",
    "FigureRow",
    "FiguresTable",
    "Frame",
    "FundsTable",
    "GradeDef",
    "GridNode",
    "GroupRow",
    "HeadingNode",
    "LevelDef",
    "LineNode",
    "MatrixColumn",
    "MatrixRow",
    "PageBreakNode",
    "Parameter",
    "PartDef",
    "PointNode",
    "PrintNode",
    "PrintStyle",
    "ProseNode",
    "RecordsColumn",
    "RecordsRow",
    "RecordsTable",
    "RowDef",
    "RuleDef",
    "ScoresEntry",
    "ScoresRow",
    "Section",
    "SentenceNode",
    "SeriesDef",
    "SignDef",
    "SignoffNode",
    "SourceDef",
    "StageDef",
    "SumDef",
    "TableDef",
    "TableEntry",
    "TitleNode",
    "TitleRow",
    "entry_covers",
]


@dataclass(frozen=True, slots=True)
class PrintStyle:
    """金额印法 of a form: unit 元 or 万元, decimals, thousands separators.

    `in_text` plain: in sentences computed figures stand as people write them, 2602.62 and 90 for 2,602.62 and 90.00. whole:
    only whole figures lose their decimals, as in accounts: 1313.50, 98.74%, 0, 100%.
    """

    unit: Literal["元", "万元"] = "万元"
    decimals: int = 2
    grouping: bool = False
    in_text: Literal["as_table", "plain", "whole"] = "as_table"
    trim: bool = False  # 149 for 149.00


@dataclass(frozen=True, slots=True)
class LevelDef:
    """一级指标 as the form prints it, with its 二级指标 in printed order."""

    key: str  # values.vocabulary.Level1
    label: str
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """本地指标框架: the locality's own words for indicator classes and relations offered to choose from."""

    levels: tuple[LevelDef, ...] = ()
    relations: tuple[str, ...] = ("≥", "≤", "＝", "定性")

    def level_key(self, label: str) -> str:
        """Canonical key of a 一级指标 as the form or a person writes it; '' when it is none of the frame's."""
        return next((level.key for level in self.levels if level.label == label.strip()), "")


# ---- sections: how people fill it ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """填报项: one fact asked in a section."""

    path: str
    label: str
    widget: Literal["line", "prose", "choice", "boxes", "date", "number"] = "line"
    hint: str = ""
    example: str = ""
    required: bool = False
    limit: int = 0  # 字数上限 advised, 0 for none
    choices: tuple[str, ...] = ()
    unprinted: bool = False  # asked for a check or a score and meant to stand nowhere on the paper


@dataclass(frozen=True, slots=True)
class TableEntry:
    """填报表格: a data table filled in this section."""

    table: str


@dataclass(frozen=True, slots=True)
class ScoresEntry:
    """评分表填报: self scores of these nodes of the points tree (their leaves, except `from_table` ones), with reasons.

    A total that the unit types itself is asked apart, by a FieldEntry at `score.total.self`.
    """

    nodes: tuple[str, ...]


Entry = FieldEntry | TableEntry | ScoresEntry


@dataclass(frozen=True, slots=True)
class Section:
    """填报分节: fields grouped for people."""

    key: str
    title: str
    entries: tuple[Entry, ...]
    guidance: str = ""


# ---- checks ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckDef:
    """勾稽规则的启用: rule number of the catalogue and its parameters as written; `crosschecks` types and lints them."""

    rule: str
    params: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    severity: Literal["", "error", "warning", "hint"] = ""
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """年度参数: a number of the year with its source, at path `parameter.<key>`; a percentage is kept as a fraction."""

    key: str
    value: Decimal
    source: str
    label: str = ""
    shape: Literal["number", "percent"] = "number"

    @property
    def said(self) -> str:
        """The number as the form says it: -4.63%."""
        return f"{plain(self.value * 100)}%" if self.shape == "percent" else plain(self.value)


NATIONAL: Final = "000000"  # area of the forms of the ministry, for localities without their own


@dataclass(frozen=True, slots=True)
class Blueprint:
    """表样."""

    id: str  # "510904/2024/project-table": area code / year / form
    name: str  # short name for lists
    title: str  # printed title, template
    subtitle: str  # printed below the title, template; may be empty
    subject: Literal["project", "department"]
    source: str  # the paper this was taken from
    print: PrintStyle
    frame: Frame
    derived: tuple[Derived, ...]
    tables: tuple[TableDef, ...]
    sections: tuple[Section, ...]
    parts: tuple[PartDef, ...]
    points: tuple[PointNode, ...]
    grades: tuple[GradeDef, ...]
    checks: tuple[CheckDef, ...]
    parameters: tuple[Parameter, ...]
    text: str  # the YAML as read, with its parents folded in
    digest: str  # SHA-256 of text
    comparisons: tuple[Comparison, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    projects: ProjectsDef | None = None  # a department's form that looks at the filings of its projects
    origin: Origin | None = field(
        default=None, compare=False, repr=False
    )  # where each line stands, when it has parents

    @property
    def area(self) -> str:
        """行政区划代码."""
        return self.id.split("/")[0]

    @property
    def is_national(self) -> bool:
        """全国通用: for any locality whose notice asks for it."""
        return self.area == NATIONAL

    def serves(self, code: str) -> bool:
        """May the locality of this code ask for it?"""
        return self.is_national or self.area == code

    @property
    def year(self) -> int:
        """年度."""
        return int(self.id.split("/")[1])

    def table(self, key: str) -> TableDef | None:
        """Data table by key, or None."""
        return next((t for t in self.tables if t.key == key), None)

    def breakdown(self, key: str) -> Breakdown | None:
        """Breakdown by key, or None."""
        return next((b for b in self.breakdowns if b.key == key), None)

    def parameter(self, key: str) -> Decimal | None:
        """Number of the year by key, or None."""
        return next((p.value for p in self.parameters if p.key == key), None)

    def with_numbers(self, text: str) -> str:
        """A text of the points tree with the year's numbers in place of `{parameter.…}`."""
        said = {f"parameter.{p.key}": p.said for p in self.parameters}
        return fill(text, lambda path: said.get(path, ""))

    def node(self, key: str) -> PointNode | None:
        """Node of the points tree by key, at any depth, or None."""
        return next((n for n in self.nodes() if n.key == key), None)

    def nodes(self) -> Iterator[PointNode]:
        """All nodes of the points tree, parents before children."""
        for node in self.points:
            yield from node.walk()

    def leaves(self) -> Iterator[PointNode]:
        """All leaves of the points tree, in printed order."""
        for node in self.points:
            yield from node.leaves()

    def first_funds(self) -> FundsTable | None:
        """First funds table, or None."""
        return next((t for t in self.tables if isinstance(t, FundsTable)), None)

    def section_of(self, path: str) -> Section | None:
        """Section where a fact path is filled in, or None."""
        return next((s for s in self.sections if any(entry_covers(self, e, path) for e in s.entries)), None)


def entry_covers(blueprint: Blueprint, entry: Entry, path: str) -> bool:
    """Is the fact at `path` asked by this entry? Derived figures that may be filed are asked beside the first funds table."""
    match entry:
        case FieldEntry():
            return path == entry.path
        case TableEntry():
            return _table_covers(blueprint, entry.table, path)
        case ScoresEntry():
            return _scores_cover(blueprint, entry.nodes, path)
        case _:
            assert_never(entry)


def _table_covers(blueprint: Blueprint, key: str, path: str) -> bool:
    table = blueprint.table(key)
    match table, path.split("."):
        case FundsTable(), ["funds", stage, source]:
            return any(table.asks(s, source) for s in table.stages if s.stage == stage) and source in table.names()
        case FiguresTable(), ["figure", _]:
            return path in table.paths()
        case FundsTable(), ["figure", name]:
            return table is blueprint.first_funds() and name in {d.key for d in blueprint.derived if d.filed}
        case RecordsTable(), ["indicators", *_]:
            return key == "indicators"
        case RecordsTable(), ["list", name, *_]:
            return name == key != "indicators"
    return False


def _scores_cover(blueprint: Blueprint, keys: tuple[str, ...], path: str) -> bool:
    match path.split("."):
        case ["score", key, "self" | "reason"]:
            nodes = (blueprint.node(each) for each in keys)
            return any(leaf.key == key for node in nodes if node for leaf in node.leaves() if not leaf.from_table)
    return False
