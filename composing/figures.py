"""事实的印法: the printed content of a fact path."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from blueprints.concepts import PRIOR, PRIOR_YEAR, RECKONED
from blueprints.projects import ProjectFigure
from blueprints.reviewed import is_review
from blueprints.schema import Blueprint, Derived, PointNode, RecordsTable
from blueprints.templates import fill
from composing.comparing import compared, compared_with, relation
from composing.inputs import Inputs
from composing.reviewing import review_fact
from composing.said import as_said
from composing.typed import amount, counted, percent, trimmed, typed
from documents.tree import Content, Number, Text
from scoring.sheet import ScoreLine
from values.day import chinese_day
from values.money import MoneyUnit
from values.numerals import plain
from values.rounding import round_half_up

NOTHING: Final = Text("")
_NUMERIC_SHAPES: Final = frozenset({"money", "percent", "number"})


def printed(inputs: Inputs, path: str, shape: str = "") -> Content:
    """What the paper shows at `path`; `shape` (money, percent, number, text, date) overrides the path's own way.

    Amounts are printed in the form's unit, days as 2025年3月5日 (as kept, with `text`). Everything else that people typed stays as typed. An unknown path prints nothing.
    """
    content = review_fact(inputs, path) if is_review(path) else _by_path(inputs, path, shape)
    if shape == "date" or (not shape and path in inputs.days):
        return Text(chinese_day(content.text))
    return Text(content.text) if shape == "text" else content


def text_at(inputs: Inputs, path: str) -> str:
    """The printed text at `path`, for templates."""
    return printed(inputs, path).text


def said(inputs: Inputs, path: str) -> str:
    """A fact inside a sentence; a computed figure as people write it where the form says so."""
    content = printed(inputs, path)
    return as_said(inputs, content) if _is_computed(inputs, path) else content.text


def _is_computed(inputs: Inputs, path: str) -> bool:
    """Amounts and reckoned figures are printed by the form's rule; scores and own figures stay as typed."""
    here = path.removeprefix(PRIOR)
    heads = ("funds.", "derived.", "sum.", "total.", "share.", "projects.")
    return here.startswith(heads) or inputs.view.is_amount(here)


def filled(inputs: Inputs, template: str) -> str:
    """`template` with every place printed."""
    return fill(template, lambda path: text_at(inputs, path))


def money(inputs: Inputs, yuan: Decimal) -> Number:
    """An amount in the form's unit, decimals and grouping."""
    style = inputs.blueprint.print
    printed_whole = amount(yuan, MoneyUnit(style.unit), decimals=style.decimals, grouping=style.grouping)
    return trimmed(printed_whole) if style.trim else printed_whole


def fund(inputs: Inputs, stage: str, source: str) -> Content:
    """资金格: the amount filed, else the sum of what is known below; words stay words."""
    filed = inputs.book.funds.get((stage, source))
    if filed is not None and filed.raw.strip() and filed.yuan is None:
        return Text(filed.raw)
    yuan = inputs.book.fund(stage, source)
    return NOTHING if yuan is None else money(inputs, yuan)


def full_marks(inputs: Inputs, node: PointNode) -> Content:
    """分值 as the paper shows it."""
    if node.printed:
        return typed(node.printed)
    total = inputs.sheet.nodes.get(node.key)
    of = node.of if node.of is not None else total.of if total else None
    return NOTHING if of is None else counted(of)


def self_score(inputs: Inputs, key: str) -> Content:
    """自评得分 of a leaf as typed, of an inner node or `total` as typed or added up."""
    raw = inputs.book.score(key).raw
    if raw.strip():
        return typed(raw)
    if key == "total":
        value = inputs.sheet.self_total
    else:
        total = inputs.sheet.nodes.get(key)
        value = total.self_points if total else None
    return NOTHING if value is None else counted(value)


def sum_of(inputs: Inputs, table: str, column: str) -> Content:
    """Sum of a list's column; amounts in the form's unit, other figures with the decimals of their terms."""
    found = inputs.blueprint.table(table)
    value = inputs.view.number(f"sum.{table}.{column}")
    shape = next((c.shape for c in found.columns if c.field == column), "") if isinstance(found, RecordsTable) else ""
    if value is None:
        return NOTHING
    return money(inputs, value) if shape == "money" else counted(value)


def fact_key(blueprint: Blueprint, path: str) -> str:
    """The key of a cell that shows `path`: where the fact is filled in, '' for what is no fact of its own.

    A derived figure that the unit may file itself belongs to `figure.<key>`.
    """
    head, _, key = path.partition(".")
    if not key or (path.startswith(RECKONED) and head != "derived") or path.endswith(".of") or is_review(path):
        return ""
    found = _derived(blueprint, key) if head == "derived" else None
    return f"figure.{key}" if found and found.filed else path


def computed_points(line: ScoreLine | None) -> Content:
    """计算得分 of a line, nothing while no rule can tell."""
    return NOTHING if line is None or line.award.points is None else counted(line.award.points)


def out_of_100(line: ScoreLine | None) -> Content:
    """百分制得分 of a line: its self score as a share of its full marks, times 100, so that 得分 × 权重 is the score."""
    if line is None or line.self_points is None or not line.of:
        return NOTHING
    return counted(Decimal(plain(round_half_up(line.self_points / line.of * 100))))


def score_key(node: PointNode) -> str:
    """Fact path of a node's own self score; only leaves have one, and a leaf of indicator rows leaves it to them."""
    return "" if node.children or node.from_table else f"score.{node.key}.self"


def _by_path(inputs: Inputs, path: str, shape: str) -> Content:
    match path.split("."):
        case ["funds", stage, source]:
            content = fund(inputs, stage, source)
        case ["derived", key]:
            content = _derived_content(inputs, key, shape)
        case ["score", key, "self"]:
            content = self_score(inputs, key)
        case ["score", key, "of"]:
            content = _marks_of(inputs, key)
        case ["grade", "self"]:
            content = Text(inputs.sheet.grade)
        case ["prior" | "total" | "share" | "compare" | "sum" as head, *rest]:
            content = _reckoned(inputs, head, rest, shape)
        case ["projects", *_]:
            content = _of_projects(inputs, path)
        case ["title"]:
            content = Text(_title(inputs))
        case ["parameter", key] if key in inputs.book.parameters:
            content = _number_of_the_year(inputs, key)
        case words:
            content = _as_filed(inputs, path, numeric=shape in _NUMERIC_SHAPES or words[0] == "figure")
    return content


def project_figure(inputs: Inputs, figure: ProjectFigure, value: Decimal | None) -> Content:
    """A figure of projects in the form's own unit and decimals, whatever those of the projects' forms are."""
    return NOTHING if value is None else shaped(inputs, value, figure.shape)


def _of_projects(inputs: Inputs, path: str) -> Content:
    """A count or a sum; nothing while it is not known."""
    value, definition = inputs.view.number(path), inputs.blueprint.projects
    figure = definition.figure(path.rpartition(".")[2]) if definition else None
    if figure is not None and ".sum." in path:
        return project_figure(inputs, figure, value)
    return NOTHING if value is None else counted(value)


def _number_of_the_year(inputs: Inputs, key: str) -> Content:
    value = inputs.book.parameters[key]
    is_share = any(p.key == key and p.shape == "percent" for p in inputs.blueprint.parameters)
    return typed(f"{plain(value * 100)}%") if is_share else counted(value)


def _as_filed(inputs: Inputs, path: str, *, numeric: bool) -> Content:
    """As typed; an amount of a table of figures in the form's unit."""
    yuan = inputs.view.number(path) if inputs.view.is_amount(path) else None
    if yuan is not None:
        return money(inputs, yuan)
    raw = inputs.view.raw(path)
    return typed(raw) if numeric else Text(raw)


def _reckoned(inputs: Inputs, head: str, rest: list[str], shape: str) -> Content:
    """上年的、构成的、比较的: what is printed as the same fact of the year before, as an amount, a percentage or in words."""
    path = ".".join([head, *rest])
    if head == "sum":
        return sum_of(inputs, *rest)
    if head == "compare":
        return Text(_comparison(inputs, *rest))
    if path == PRIOR_YEAR:
        return Text(inputs.view.raw(path))
    if head == "prior":
        before = inputs.before
        return printed(before, ".".join(rest), shape) if before else NOTHING
    value = inputs.view.number(path)
    if value is None:
        return NOTHING
    return percent(value) if head == "share" else money(inputs, value)


def _comparison(inputs: Inputs, key: str, than: str = "") -> str:
    """比较 in words; with `than` after the words for the other year."""
    comparison = next(found for found in inputs.blueprint.comparisons if found.key == key)
    return compared_with(inputs, comparison, filled(inputs, comparison.than)) if than else compared(inputs, comparison)


def _title(inputs: Inputs) -> str:
    """A title that quotes itself has nothing to quote."""
    return fill(inputs.blueprint.title, lambda name: "" if name == "title" else text_at(inputs, name))


def _derived_content(inputs: Inputs, key: str, shape: str) -> Content:
    found = _derived(inputs.blueprint, key)
    if found is None:
        return NOTHING
    raw = inputs.book.raw(f"figure.{key}") if found.filed else ""
    filed = inputs.view.filed_number(key) if raw.strip() and found.shape == "money" else None
    if raw.strip() and filed is None:
        return typed(raw)
    value = inputs.view.derived_number(key) if filed is None else filed
    return NOTHING if value is None else shaped(inputs, value, shape or found.shape)


def shaped(inputs: Inputs, value: Decimal, shape: str) -> Content:
    """A reckoned figure by its shape; relation in words."""
    if shape == "percent":
        return percent(value)
    if shape == "relation":
        return Text(relation(value))
    return money(inputs, value) if shape == "money" else counted(value)


def _derived(blueprint: Blueprint, key: str) -> Derived | None:
    return next((found for found in blueprint.derived if found.key == key), None)


def _marks_of(inputs: Inputs, key: str) -> Content:
    if key == "total":
        return counted(inputs.sheet.of_total)
    node = point_node(inputs.blueprint, key)
    return full_marks(inputs, node) if node else NOTHING


def point_node(blueprint: Blueprint, key: str) -> PointNode | None:
    """Node of the points tree by key, or None."""
    waiting = list(blueprint.points)
    while waiting:
        node = waiting.pop()
        if node.key == key:
            return node
        waiting.extend(node.children)
    return None
