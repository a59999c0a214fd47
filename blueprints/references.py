"""引用核对: every path, template, expression, table, column and selector a form names must exist.

Runs at load, on the draft too when its structure has problems, so that all problems are told at once. Yields (path in the
file, message); the loader adds the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from blueprints import schema
from blueprints.concepts import INDICATOR_PRINTS, SLOTS, known_paths
from blueprints.expressions import Expression, ExpressionError, parse_expression
from blueprints.project_references import FOREIGN, project_faults
from blueprints.projects import PROJECTS
from blueprints.reader import guess
from blueprints.reckonings import BREAKDOWN_WORDS, in_a_row
from blueprints.reckonings import faults as reckoned_faults
from blueprints.reviewed import review_paths
from blueprints.schema import Blueprint, RecordsTable
from blueprints.score_references import Fault, group_faults, row_template, score_faults
from blueprints.selectors import parse_selector
from blueprints.templates import check_pieces, places
from blueprints.walk import members, walk
from values.vocabulary import Level1, Source, Stage

PATHS: Final = frozenset(
    {
        (schema.CellDef, "path"),
        (schema.ProseNode, "path"),
        (schema.MatrixColumn, "path"),
        (schema.SignDef, "path"),
        (schema.CoverLineDef, "path"),
    },
)
TEMPLATES: Final = frozenset(
    {
        (schema.Blueprint, "title"),
        (schema.Blueprint, "subtitle"),
        (schema.Comparison, "than"),
        (schema.CellDef, "text"),
        (schema.CellDef, "foot"),
        (schema.CoverLineDef, "label"),
        (schema.CoverNode, "note"),
        (schema.SumDef, "label"),
        (schema.TitleRow, "text"),
        (schema.LineNode, "parts"),
        (schema.TitleNode, "text"),
        (schema.TitleNode, "subtitle"),
        (schema.HeadingNode, "text"),
        (schema.ProseNode, "lead"),
        (schema.SentenceNode, "lead"),
        (schema.BoilerplateNode, "text"),
        (schema.SentenceNode, "text"),
        (schema.SentenceNode, "before"),
        (schema.ChartNode, "caption"),
        (schema.ChartNode, "categories"),
        (schema.SeriesDef, "label"),
    },
)
# Parameters of scoring rules and checks that hold an expression, a path, or a selector, whatever the rule.
EXPRESSIONS: Final = {
    schema.RuleDef: frozenset({"value", "over", "target", "faults", "merits", "when", "full"}),
    schema.CheckDef: frozenset(
        {
            "value",
            "over",
            "before",
            "after",
            "rate",
            "balance",
            "received",
            "spent",
            "whole",
            "made_of",
            "counted",
            "planned",
            "carried",
            "budget",
        }
    ),
}
CONDITIONS: Final = frozenset({"when", "full"})
PARAMETER_PATHS: Final = frozenset({"score", "grade", "reason", "measures", "problems", "texts", "stated", "named"})


def faults(blueprint: Blueprint) -> Iterator[Fault]:
    """Yield every reference that leads nowhere."""
    paths = known_paths(blueprint)
    printed = paths | review_paths(blueprint)
    for path, value in walk(blueprint):
        yield from _of_its_kind(blueprint, value, path, paths, printed)
        yield from reckoned_faults(blueprint, value, path)
        yield from project_faults(blueprint, value, path)
        foreign = in_a_row(value, path) or isinstance(value, FOREIGN)  # these speak of other facts than the form's own
        for name, here, content in () if foreign else members(value, path):
            yield from _member(type(value), name, here, content, paths if isinstance(content, Expression) else printed)


def _of_its_kind(
    blueprint: Blueprint, value: object, path: str, paths: frozenset[str], printed: frozenset[str]
) -> Iterator[Fault]:
    match value:
        case schema.Frame():
            yield from _frame(value, path)
        case schema.FundsTable():
            yield from _funds(value, path)
        case schema.FieldEntry():
            yield from _entry(value, path, paths)
        case schema.RecordsRow():
            yield from _records(blueprint, value, path)
        case schema.PointNode() | schema.ScoresRow():
            yield from score_faults(blueprint, value, path)
        case schema.SentenceNode():
            yield from _clauses(blueprint, value, path) if value.records else _needs(value, path, printed)
        case schema.RuleDef() | schema.CheckDef():
            yield from _parameters(value, path, paths)


def _member(cls: type, name: str, here: str, content: object, paths: frozenset[str]) -> Iterator[Fault]:
    if isinstance(content, Expression):
        yield from _expression(content, here, paths, name)
    elif (cls, name) in PATHS and content:
        yield from _path(str(content), here, paths)
    elif (cls, name) in TEMPLATES:
        for text in content if isinstance(content, tuple) else (content,):
            yield from _template(str(text), here, paths)


def _path(path: str, here: str, paths: frozenset[str]) -> Iterator[Fault]:
    if path in paths:
        return
    why = "；文字、选项、签名须先在填报分节（sections）里用 ask 询问" if path.split(".", maxsplit=1)[0] in SLOTS else ""
    yield here, f"没有“{path}”这个事实位置{why}，{guess(path, _nearby(path, paths))}"


def _nearby(path: str, paths: frozenset[str]) -> list[str]:
    same = sorted(each for each in paths if each.split(".")[0] == path.split(".", maxsplit=1)[0])
    return same or sorted({each.split(".")[0] + ".…" if "." in each else each for each in paths})


def _template(text: str, here: str, paths: frozenset[str]) -> Iterator[Fault]:
    try:
        for path in places(text):
            yield from _path(path, here, paths)
    except ValueError as error:
        yield here, str(error)


def _expression(expression: Expression, here: str, paths: frozenset[str], name: str) -> Iterator[Fault]:
    for path in sorted(expression.paths):
        yield from _path(path, here, paths)
    wanted = "condition" if name in CONDITIONS else "number"
    if expression.shape != wanted:
        yield here, f"{name} 要写条件，如 funds.spent.all > 0" if wanted == "condition" else "这里要写算式，不能写条件"


def _entry(entry: schema.FieldEntry, path: str, paths: frozenset[str]) -> Iterator[Fault]:
    head, _, word = entry.path.partition(".")
    here = f"{path}.ask"
    if head in SLOTS:
        if (
            not word
            or "." in word
            or not word.replace("_", "a").isalnum()
            or not word.isascii()
            or word != word.lower()
        ):
            yield here, f"“{entry.path}”的词应由小写字母、数字、下划线组成，如 {head}.goal"
    elif head in {"funds", "score", "grade"}:
        yield from _path(entry.path, here, paths)
    else:
        yield (
            here,
            f"“{entry.path}”不能填报，可询问的有：{'、'.join(f'{slot}.…' for slot in SLOTS)}、funds.…、score.…、grade.self",
        )
    if entry.widget in {"choice", "boxes"} and not entry.choices:
        yield here, "选择项要写 choices，列出可选的词"


def _columns_of(blueprint: Blueprint, key: str) -> list[str] | None:
    if key == PROJECTS and blueprint.projects:
        return list(blueprint.projects.words())
    table = blueprint.table(key)
    if not isinstance(table, RecordsTable):
        return None
    extra = INDICATOR_PRINTS if key == "indicators" else ("n",)
    return [*(column.field for column in table.columns), *(derived.key for derived in table.computed), *extra]


def _no_table(blueprint: Blueprint, key: str, here: str) -> Fault:
    lists = [table.key for table in blueprint.tables if isinstance(table, RecordsTable)]
    return here, f"没有明细表“{key}”，{guess(key, [*lists, *(b.key for b in blueprint.breakdowns)])}"


def _records(blueprint: Blueprint, row: schema.RecordsRow, path: str) -> Iterator[Fault]:
    allowed = _columns_of(blueprint, row.table)
    if allowed is None:
        yield _no_table(blueprint, row.table, f"{path}.records")
        return
    for number, column in enumerate(row.columns, 1):
        here = f"{path}.columns[{number}]"
        if bool(column.field) == bool(column.text):
            yield here, "每列须写 field 或 text 其中一个"
        elif column.per:
            yield from group_faults(blueprint, row, column, here)
        elif column.field and column.field not in allowed:
            yield f"{here}.field", f"明细表“{row.table}”没有“{column.field}”列，{guess(column.field, allowed)}"
        yield from row_template(column.text, f"{here}.text", allowed)


def _needs(node: schema.SentenceNode, path: str, paths: frozenset[str]) -> Iterator[Fault]:
    yield from _pieces(node.text, f"{path}.sentence")
    for number, word in enumerate(node.needs, 1):
        yield from _path(word, f"{path}.needs[{number}]", paths)


def _pieces(text: str, here: str) -> Iterator[Fault]:
    try:
        check_pieces(text)
    except ValueError as error:
        yield here, str(error)


def _clauses(blueprint: Blueprint, node: schema.SentenceNode, path: str) -> Iterator[Fault]:
    allowed = list(BREAKDOWN_WORDS) if blueprint.breakdown(node.records) else _columns_of(blueprint, node.records)
    if allowed is None:
        yield _no_table(blueprint, node.records, f"{path}.clauses")
        return
    if node.listed and node.before:
        yield f"{path}.before", "逐条编号（listed）的每条自成一段，起头的话请另写一个 sentence"
    yield from _pieces(node.each, f"{path}.each")
    yield from _pieces(node.before, f"{path}.before")
    if not node.each:
        yield f"{path}.clauses", "逐条成句须写 each，如 “{name}{target}”"
    yield from row_template(node.each, f"{path}.each", allowed)
    yield from row_template(node.group_text, f"{path}.group_text", ["group"])
    for word in (*node.needs, *([node.group] if node.group else [])):
        if word not in allowed:
            yield path, f"明细表“{node.records}”没有“{word}”列，{guess(word, allowed)}"


def _parameters(rule: schema.RuleDef | schema.CheckDef, path: str, paths: frozenset[str]) -> Iterator[Fault]:
    for name, content in rule.params.items():
        here = f"{path}.{name}"
        for text in content if isinstance(content, tuple) else (content,):
            if name == "indicator":
                yield from _selector(text, here)
            elif name in EXPRESSIONS[type(rule)]:
                yield from _written_expression(text, here, paths, name)
            elif isinstance(rule, schema.CheckDef) and (name in PARAMETER_PATHS or (name == "total" and "." in text)):
                yield from _path(text, here, paths)


def _selector(text: str, here: str) -> Iterator[Fault]:
    try:
        parse_selector(text)
    except ValueError as error:
        yield here, str(error)


def _written_expression(text: str, here: str, paths: frozenset[str], name: str) -> Iterator[Fault]:
    try:
        yield from _expression(parse_expression(text), here, paths, name)
    except ExpressionError as error:
        yield here, str(error)


def known(word: str, allowed: Iterable[str], path: str, what: str) -> Iterator[Fault]:
    """Yield a fault unless `word` is allowed; `what` names the kind of word."""
    names = list(allowed)
    if word not in names:
        yield path, f"没有{what}“{word}”，{guess(word, names)}"


def _frame(frame: schema.Frame, path: str) -> Iterator[Fault]:
    for number, level in enumerate(frame.levels, 1):
        yield from known(level.key, [key.value for key in Level1], f"{path}.levels[{number}].key", "一级指标的键")


def _funds(table: schema.FundsTable, path: str) -> Iterator[Fault]:
    for number, source in enumerate(table.sources, 1):
        yield from known(source.source, [s.value for s in Source], f"{path}.sources[{number}].source", "资金来源")
    for number, stage in enumerate(table.stages, 1):
        here = f"{path}.stages[{number}]"
        yield from known(stage.stage, [s.value for s in Stage], f"{here}.stage", "资金环节")
        for word in stage.sources:
            yield from known(word, table.names(), f"{here}.sources", "本表的资金来源")
