"""探针: a form filled with one sign for every fact, so that its printed paper tells which fact stands where.

The caller composes the probe's blueprint with its book and hands the document back (`intake.form`): this package need not
know how a form is laid out, and a new kind of row needs no second reader. Every condition is lifted, so that optional
pieces are on the paper too; what the system works out by itself is one common sign (`WILD`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from blueprints.concepts import RECKONED, identity_paths
from blueprints.expressions import Expression
from blueprints.printing import (
    BoilerplateNode,
    GridNode,
    GroupRow,
    HeadingNode,
    PartDef,
    PrintNode,
    ProseNode,
    RecordsRow,
    RowDef,
    SentenceNode,
)
from blueprints.schema import Blueprint, FieldEntry, FiguresTable, FundsTable, RecordsTable
from blueprints.templates import fill
from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from values.money import MoneyUnit, ParsedMoney

# One character of the private use area for each fact: no form and no unit writes one, and nothing reads it as a number.
FIRST: Final = 0xE000
MOST: Final = 6_000
WILD: Final = "\uf8ff"
OPTIONAL: Final = "\uf8fe"  # stands before what is printed only under a condition
BEGIN: Final = "\uf8fc"  # around a piece of a sentence that may be left out
END: Final = "\uf8fd"
ITEM: Final = "\uf8fb"  # stands for the number of a paragraph of a list
ROW: Final = "p"  # probe rows are p0, p1 …
_WORKED_OUT: Final = (*RECKONED, "title")


@dataclass(frozen=True, slots=True)
class Probe:
    """探针: the form without conditions, the book of signs, which path a sign stands for, and the generated clauses.

    `zeros`: a sign before what is printed only where certain facts are 0, and their paths.
    """

    blueprint: Blueprint
    book: FactBook
    paths: Mapping[str, str]
    clauses: Mapping[str, SentenceNode]  # `clauses.<n>` → the node that writes them
    zeros: Mapping[str, frozenset[str]]


def probe_of(blueprint: Blueprint) -> Probe:
    """The probe of a form. Raises ValueError for a form of more facts than there are signs."""
    return _Maker(blueprint).made()


class _Maker:
    """制作 of one probe: hands out the signs."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.paths: dict[str, str] = {}
        self.clauses: dict[str, SentenceNode] = {}
        self.zeros: dict[str, frozenset[str]] = {}
        self.filed = frozenset(f"derived.{derived.key}" for derived in blueprint.derived if derived.filed)

    def made(self) -> Probe:
        parts = tuple(self._part(part) for part in self.blueprint.parts)
        return Probe(replace(self.blueprint, parts=parts), self._book(), self.paths, self.clauses, self.zeros)

    def sign(self, path: str) -> str:
        if len(self.paths) >= MOST:
            raise ValueError(f"表样“{self.blueprint.name}”有{MOST}处以上可填，不能导入")
        sign = chr(FIRST + len(self.paths))
        self.paths[sign] = path
        return sign

    # -- the form without conditions

    def _part(self, part: PartDef) -> PartDef:
        return replace(part, nodes=tuple(self._node(node) for node in part.nodes))

    def _node(self, node: PrintNode) -> PrintNode:
        made: PrintNode = node
        match node:
            case SentenceNode() if node.records:
                name = f"clauses.{len(self.clauses)}"
                self.clauses[name] = node
                said = self._said(node.lead) + self._said(node.before) + self.sign(name)
                made = BoilerplateNode(self._mark(node.when) + said)
            case SentenceNode():
                made = BoilerplateNode(self._mark(node.when) + self._sentence(node))
            case BoilerplateNode():
                text = _numbered(node.text) if node.listed else node.text
                made = replace(node, text=self._mark(node.when) + fill(text, self._wild), when=None, listed=False)
            case HeadingNode():
                made = replace(node, text=self._mark(node.when) + node.text, when=None)
            case ProseNode():
                made = replace(node, lead=self._mark(node.when) + node.lead, when=None)
            case GridNode():
                made = replace(node, rows=self._rows(node.rows))
        return made

    def _rows(self, rows: tuple[RowDef, ...]) -> tuple[RowDef, ...]:
        return tuple(self._row(row) for row in rows)

    def _row(self, row: RowDef) -> RowDef:
        match row:
            case GroupRow():
                return replace(row, label=self._mark(row.when) + row.label, when=None, rows=self._rows(row.rows))
            case RecordsRow():
                return replace(row, skeleton=0, rows=0)
            case _:
                return row

    # -- words around facts

    def _mark(self, when: Expression | None) -> str:
        """The sign of what is printed under a condition, and one of what the condition tells by itself."""
        every = {self._filed_at(path) for path in when.zeros} if when else set[str]()
        zeros = frozenset(path for path in every if path.startswith(("figure.", "funds.")))
        sign = self.sign(f"when.{len(self.zeros)}") if zeros else ""
        self.zeros |= {sign: zeros} if sign else {}
        return "" if when is None else OPTIONAL + sign

    def _filed_at(self, path: str) -> str:
        """Where units file what the system else works out."""
        return f"figure.{path.removeprefix('derived.')}" if path in self.filed else path

    def _sentence(self, node: SentenceNode) -> str:
        """The sentence; its lead stands by itself where nothing can be said yet."""
        text = self._said(node.text)
        return f"{self._said(node.lead)}{BEGIN}{text}{END}" if node.lead else text

    def _said(self, template: str) -> str:
        """A template; what stands in square brackets may be left out."""
        return fill(template, self._wild).replace("[", BEGIN).replace("]", END)

    def _wild(self, path: str) -> str:
        """Leave places of facts to the composer; what the system works out may say anything, unless units may file it."""
        is_worked_out = path.startswith(_WORKED_OUT) or path.endswith(".of")
        return WILD if is_worked_out and path not in self.filed else f"{{{path}}}"

    # -- the book of signs

    def _book(self) -> FactBook:
        blueprint = self.blueprint
        unit = MoneyUnit(blueprint.print.unit)
        funds = {
            (stage.stage, source): ParsedMoney(self.sign(f"funds.{stage.stage}.{source}"), None, "")
            for table in blueprint.tables
            if isinstance(table, FundsTable)
            for stage in table.stages
            for source in table.names()
            if table.asks(stage, source)
        }
        return FactBook(
            year=blueprint.year,
            money_unit=unit,
            identity={path: self.sign(path) for path in identity_paths(blueprint)},
            funds=funds,
            statements={path: self.sign(path) for path in dict.fromkeys(_statements(blueprint))},
            indicators=tuple(self._indicators()),
            lists=dict(self._lists()),
            scores={
                key: SelfScore(self.sign(f"score.{key}.self"), self.sign(f"score.{key}.reason"))
                for key in ("total", *(leaf.key for leaf in blueprint.leaves() if not leaf.from_table))
            },
        )

    def _indicators(self) -> Iterator[IndicatorFact]:
        """One row for each 一级指标, so that a table of one class alone has its row too."""
        table = self.blueprint.table("indicators")
        if not isinstance(table, RecordsTable):
            return
        labels = [level.label for level in self.blueprint.frame.levels] or [""]
        for number, label in enumerate(labels):
            uid = f"{ROW}{number}"
            signs = {c.field: self.sign(f"indicators.{uid}.{c.field}") for c in table.columns}
            notes = {name: sign for name, sign in signs.items() if name.startswith("note_")}
            own = {name: sign for name, sign in signs.items() if name not in notes}
            if label:
                own["level1"] = label
            yield IndicatorFact(uid=uid, notes=notes, **own)

    def _lists(self) -> Iterator[tuple[str, tuple[ListRow, ...]]]:
        for table in self.blueprint.tables:
            if isinstance(table, RecordsTable) and table.key != "indicators":
                cells = {c.field: self.sign(f"list.{table.key}.{ROW}0.{c.field}") for c in table.columns}
                yield table.key, (ListRow(f"{ROW}0", cells),)


def _numbered(text: str) -> str:
    """Every paragraph behind a number, which depends on how many stand before it."""
    return "\n".join(f"{ITEM}{line}" for line in text.split("\n") if line.strip())


def _statements(blueprint: Blueprint) -> Iterator[str]:
    """Paths of single texts, figures, choices, signatures and of figures that may be filed beside the computed ones."""
    for section in blueprint.sections:
        for entry in section.entries:
            if isinstance(entry, FieldEntry) and not entry.path.startswith("score."):
                yield entry.path
    for table in blueprint.tables:
        yield from table.paths() if isinstance(table, FiguresTable) else ()
    yield from (f"figure.{derived.key}" for derived in blueprint.derived if derived.filed)
