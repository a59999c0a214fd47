"""印刷部分的结构: the printed half of a blueprint (parts → nodes → grid rows → cells)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprints.charting import ChartNode
from blueprints.covers import CoverNode
from blueprints.expressions import Expression

Alignment = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class CellDef:
    """格: one printed cell of `span` grid units.

    kind label: `text` (template) printed as a label. field: the fact at `path`. text: a template printed as filled-in text
    (labelled field, e.g. `项目负责人：{text.manager}`). boxes: □/☑ for `options`, ticked by the fact at `path`. blank: empty.
    `foot` are lines at the right below the content (a signature and its date), with room to sign above them. `down` is how
    many rows of cells it covers; the rows below leave its place out.
    """

    kind: Literal["label", "field", "text", "boxes", "blank"]
    span: int
    text: str = ""
    path: str = ""
    options: tuple[str, ...] = ()
    shape: Literal["", "money", "percent", "number", "text", "date"] = ""  # how a field is printed; "" by its path
    align: Alignment = ""
    bold: bool = False
    foot: tuple[str, ...] = ()
    down: int = 1


@dataclass(frozen=True, slots=True)
class TitleRow:
    """表内通栏标题."""

    text: str


@dataclass(frozen=True, slots=True)
class CellsRow:
    """一行格子; spans add up to the width available. `header`: at the head of its grid it stands again on every page."""

    cells: tuple[CellDef, ...]
    min_height: int = 0  # mm
    header: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """左侧合并标签的行组: `label` covers `span` units at the left of all `rows`. May be nested."""

    label: str
    span: int
    rows: tuple[RowDef, ...]
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """资金表的印刷列.

    kind axis: the source's label. stage: the amount of `stage`. rate: `stage` over `over` per source. points / score /
    review: full marks / self score / the bureau's score of point node `node` on the first line, `otherwise` on the others. field: the fact at `path`, one
    cell merged over all lines; `note` is form text printed above it in the same cell (the filling note of a 原因 column).
    """

    kind: Literal["axis", "stage", "rate", "points", "score", "review", "field"]
    label: str
    span: int
    stage: str = ""
    over: str = ""
    node: str = ""
    path: str = ""
    otherwise: str = "/"
    when_zero: str = "—"  # rate of 0 over 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """资金矩阵: a header line (if asked) and one line per source of funds table `table`."""

    table: str
    columns: tuple[MatrixColumn, ...]
    header: bool = True  # off where the heads stand in rows of cells above, as heads of two rows do


@dataclass(frozen=True, slots=True)
class RecordsColumn:
    """明细的印刷列: `field` of the row, or `text` a template over the row's fields (`指标{n}: {name}`).

    `merge` joins equal neighbours below each other (level1, level2). Fields are the columns of the records table, and `n`:
    the row's number, from 1, within its 二级指标 (indicators) or the table (lists). Indicator rows also know `self`,
    `computed`, `of`, `progress`, `out_of_100`, `review` and `review_reason`.

    `per` a level: one cell over all rows of that 一级 (二级) 指标, with what `field` (of, self, computed, review, reason) says of the node
    of the points tree that bears its name, where a form gives points to groups and none to rows (ADR 0048).
    """

    label: str
    span: int
    field: str = ""
    text: str = ""
    merge: bool = False
    align: Alignment = ""
    per: Literal["", "level1", "level2"] = ""


@dataclass(frozen=True, slots=True)
class SumDef:
    """合计行 of a list: `label` across the columns before the first figure, below every figure column its sum.

    What the unit typed at `figure.<table>_<column>`, where a section asks for it, is printed in its stead.
    """

    label: str
    at: Literal["end", "start"] = "end"


@dataclass(frozen=True, slots=True)
class RecordsRow:
    """明细: header line (if asked) and one line per record of `table`.

    `skeleton` > 0 prints every 一级/二级指标 of the frame with at least that many lines, filled or not. `rows` > 0 prints at
    least that many lines. `only` keeps the indicators of one canonical level1 key.
    """

    table: str
    columns: tuple[RecordsColumn, ...]
    header: bool = True
    skeleton: int = 0
    rows: int = 0
    only: str = ""
    sum: SumDef | None = None


@dataclass(frozen=True, slots=True)
class ScoresRow:
    """评分表: the points tree with its scores.

    `level1` row: each level-one node has a line of its own with its points; column: a merged label in a column; none.
    Column fields: level1, level2, level3, of, self, computed, out_of_100, review, review_reason, reason, explanation,
    guidance.
    """

    nodes: tuple[str, ...]  # top-level keys; empty for all
    columns: tuple[RecordsColumn, ...]
    level1: Literal["row", "column", "none"] = "none"
    level1_text: str = "{label}"
    header: bool = True


RowDef = TitleRow | CellsRow | GroupRow | MatrixRow | RecordsRow | ScoresRow


@dataclass(frozen=True, slots=True)
class TitleNode:
    """文件标题: the blueprint's title and subtitle, or words of its own above an annex."""

    text: str = ""  # template; "" for the blueprint's title and subtitle
    subtitle: str = ""  # template, only beside a text of its own


@dataclass(frozen=True, slots=True)
class LineNode:
    """表头行: templates side by side, e.g. 填报单位（公章）：… and 单位：万元."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadingNode:
    """标题; numbered automatically within its level unless `numbered` is False."""

    text: str
    level: int
    numbered: bool = True
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class ProseNode:
    """叙述: the statement at `path`; printed as its paragraphs. `empty` is printed when nothing was written.

    `lead` is a heading that stands in the first line of the paragraph itself (template, with its number as on the paper).
    """

    path: str
    empty: str = ""
    when: Expression | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class SentenceNode:
    """计算性语句: a template over facts, or with `records` one clause per row, joined.

    `each` is the clause (template over the row's fields), `group` (e.g. level2) prefixes clauses of equal value once with
    `group_text`. Rows whose fields in `needs` (else: all that `each` names) are blank are left out; a sentence over facts is
    left out while a path in `needs` (else: any it names) is blank. What stands in square brackets is left out by itself.

    `records` may name a breakdown: one clause per part, over n, name, amount and share. `listed` makes every clause a
    paragraph of its own, numbered 1. 2. 3. below the heading. `lead` is a heading in the first line, as of a ProseNode.
    """

    text: str = ""
    records: str = ""
    each: str = ""
    join: str = "；"
    end: str = "。"
    before: str = ""
    group: str = ""
    group_text: str = "{group}："
    needs: tuple[str, ...] = ()
    only: str = ""
    when: Expression | None = None
    listed: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class BoilerplateNode:
    """固定文字 of the form (template); `listed` numbers its paragraphs 1. 2. 3. below the heading."""

    text: str
    align: Alignment = ""
    indent: bool = True
    when: Expression | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class GridNode:
    """网格表: `columns` equal units wide."""

    columns: int
    rows: tuple[RowDef, ...]


@dataclass(frozen=True, slots=True)
class SignDef:
    """签章项: label and the fact beside it, if any."""

    label: str
    path: str = ""
    shape: Literal["", "text", "date"] = ""  # as of a line of a cover


@dataclass(frozen=True, slots=True)
class SignoffNode:
    """签章栏, kept together."""

    rows: tuple[tuple[SignDef, ...], ...]
    align: Alignment = ""


@dataclass(frozen=True, slots=True)
class PageBreakNode:
    """分页."""


PrintNode = (
    TitleNode
    | LineNode
    | HeadingNode
    | ProseNode
    | SentenceNode
    | BoilerplateNode
    | GridNode
    | SignoffNode
    | PageBreakNode
    | CoverNode
    | ChartNode
)


@dataclass(frozen=True, slots=True)
class PartDef:
    """印刷部分 with its own page set-up.

    An `annex` has no nodes of its own: it is the finished papers of the projects (`projects`, or one group of them) that were
    filed by one of `forms` (empty: any), one after the other.
    """

    name: str
    nodes: tuple[PrintNode, ...] = ()
    orientation: Literal["portrait", "landscape"] = "portrait"
    table_points: str = "9"
    annex: str = ""
    forms: tuple[str, ...] = ()
