"""拟案: a reading beside the book becomes a proposal: what differs, under the form's own names, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from blueprints.concepts import is_identity
from blueprints.schema import Blueprint, FieldEntry, ProseNode, Section, TableEntry
from factbook.book import FactBook
from factbook.labels import label_of
from intake import lastyear
from intake.applied import Edits, with_edits
from intake.from_book import asked_paths
from intake.pattern import squeezed
from intake.proposal import Item, Origin, Proposal, SectionPlan, Told
from intake.propose_rows import RowProposer
from intake.reading import Found, Reading
from intake.same import day_of, is_same
from intake.words import bare
from intake.worked import Worked
from values.number import parse_number

_NO_NUMBER = "不像数字，请核对"


def propose(
    blueprint: Blueprint, book: FactBook, reading: Reading, origin: Origin, *, printed: FactBook | None = None
) -> Proposal:
    """The proposal of one reading. Pure: shown and applied it is made anew, and is the same while nobody changes a fact.

    `printed`: the book with the facts that its texts quote put in (活数据), as the paper says them.
    """
    return _Proposer(blueprint, book, reading, origin, printed or book).made()


class _Proposer:
    def __init__(
        self, blueprint: Blueprint, book: FactBook, reading: Reading, origin: Origin, printed: FactBook
    ) -> None:
        self.blueprint, self.book, self.reading, self.printed = blueprint, book, reading, printed
        self.is_last = origin is Origin.LAST_YEAR
        self.rows = RowProposer(blueprint, book, reading, printed, is_last=self.is_last)
        self.fields = {e.path: e for s in blueprint.sections for e in s.entries if isinstance(e, FieldEntry)}
        nodes = (node for part in blueprint.parts for node in part.nodes)
        self.empties = {node.path: node.empty for node in nodes if isinstance(node, ProseNode)}
        self.worked = Worked(blueprint, self._imagined())
        # A line that only names the project or the unit says nothing that could be lost.
        self.names = {bare(text) for path, text in book.identity.items() if path.endswith("name") and text}
        self.same = 0

    def made(self) -> Proposal:
        sections = tuple(self._section(section) for section in self.blueprint.sections)
        return Proposal(
            sections=tuple(section for section in sections if section.items or section.rows),
            same=self.same + self.rows.same,
            told=() if self.is_last else tuple(self._told()),
            missing=() if self.is_last else tuple(self._missing()),
            strays=tuple(stray for stray in self.reading.strays if bare(stray.text) not in self.names),
        )

    def _imagined(self) -> FactBook:
        """The book with all that was found but what could be worked out: sums are then seen to be sums."""
        facts = {p: f.text for p, f in self.reading.facts.items() if self._is_asked(p) and not self._is_sum(p)}
        return with_edits(self.book, Edits(facts, self.rows.texts()))

    def _is_asked(self, path: str) -> bool:
        return self.blueprint.section_of(path) is not None

    def _is_sum(self, path: str) -> bool:
        """May this be worked out when nobody files it?"""
        if path.startswith("funds."):
            table = self.blueprint.first_funds()
            source = path.rpartition(".")[2]
            return table is not None and any(s.total and s.source == source for s in table.sources)
        return path in {"score.total.self", "grade.self"} or path.startswith("figure.")

    def _section(self, section: Section) -> SectionPlan:
        paths = [path for path in self.reading.facts if self.blueprint.section_of(path) is section]
        order = {path: number for number, path in enumerate(asked_paths(self.blueprint, section))}
        paths.sort(key=lambda path: order.get(path, len(order)))
        items = tuple(item for path in paths if (item := self._item(self.reading.facts[path])))
        tables = dict.fromkeys(entry.table for entry in section.entries if isinstance(entry, TableEntry))
        rows = tuple(row for table in tables for row in (*self.rows.of(table), *self.rows.gone(table)))
        return SectionPlan(section.key, section.title, items, rows)

    def _item(self, found: Found) -> Item | None:
        path = found.path
        text, current = self._stored(path, found.text), self.book.raw(path)
        if self._stands(path, current, text):
            self.same += 1
            return None
        label = label_of(self.blueprint, self.book, path)
        doubt = found.doubt or _odd(path, text)
        if not self.is_last:
            return Item(path, label, current, text, found.how, not doubt, doubt, spot=found.spot)
        rule = lastyear.policy(self.blueprint, path)
        more: dict[str, Any] = {"carried": rule.carried, "spot": found.spot}
        if rule.carried:
            more |= {"years": lastyear.old_years(text, self.book.year), "figures": lastyear.figures_in(text)}
        # Last year's words never replace by themselves what was written this year.
        doubt = rule.doubt or doubt or (lastyear.WRITTEN if current.strip() else "")
        return Item(path, label, current, text, found.how, rule.ticked and not doubt, doubt, **more)

    def _stands(self, path: str, current: str, text: str) -> bool:
        """Does the file only say what is there, or what the form prints where nothing is?"""
        if any(is_same(self.blueprint, path, one, text) for one in (current, self.printed.raw(path))):
            return True
        if current.strip():
            return False
        empty = self.empties.get(path, "")
        is_empty = bool(empty) and squeezed(text) == squeezed(empty)
        return is_empty or (self._is_sum(path) and self.worked.is_worked_out(path, text))

    def _stored(self, path: str, text: str) -> str:
        """As the page would store it."""
        entry = self.fields.get(path)
        return day_of(text) or text if entry and entry.widget == "date" else text

    def _told(self) -> Iterator[Told]:
        for path, found in self.reading.facts.items():
            if self._is_asked(path):
                continue
            master = is_identity(path)
            ours = self.book.raw(path) if master else self.worked.text(path)
            if ours.strip() and not self._says(path, ours, found.text):
                yield Told(path, label_of(self.blueprint, self.book, path), found.text, ours, master)

    def _says(self, path: str, ours: str, text: str) -> bool:
        if is_identity(path) and path.endswith("name"):  # with its code, without its year: the same project
            one, other = sorted((bare(ours), bare(text)), key=len)
            return bool(one) and one in other
        return is_same(self.blueprint, path, ours, text) or self.worked.is_worked_out(path, text)

    def _missing(self) -> Iterator[str]:
        """Filled in here and printed by the form, but not in the file."""
        for path, entry in self.fields.items():
            if self.book.raw(path).strip() and path not in self.reading.facts and not entry.unprinted:
                yield entry.label


def _odd(path: str, text: str) -> str:
    """Why the text does not look like what belongs there."""
    is_number = path.startswith("funds.") or (path.startswith("score.") and path.endswith(".self"))
    return _NO_NUMBER if is_number and parse_number(text).problem else ""
