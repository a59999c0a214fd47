"""取值: from rows of the form that have found their rows in a paper, the facts and records that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from blueprints.printing import SentenceNode
from blueprints.reckoned import Breakdown
from documents.readers.paper import Spot
from documents.text import anchor
from factbook.paths import row_of
from intake.align import Pair
from intake.clauses import Clause, clauses_in
from intake.form import FormCell, FormRow, Kind
from intake.gather import Gathered
from intake.pattern import squeezed
from intake.reading import How
from intake.rows import PaperRow, Piece

_GUESSED = "表上名称与目标连写，系统按词义分开，请核对"


@dataclass(frozen=True)
class Known:
    """已知的锚点: anchor → fact path of every row that the book has."""

    paths: Mapping[str, str]

    @property
    def tables(self) -> dict[str, str]:
        """Anchor → table."""
        return {name: row[0] for name, path in self.paths.items() if (row := row_of(path))}

    def uid(self, table: str, names: Iterable[str]) -> str:
        """The row that most of the anchors name, '' for none."""
        rows = [row_of(self.paths.get(name, "")) for name in names]
        uids = [row[1] for row in rows if row and row[0] == table]
        return max(uids, key=uids.count, default="")


def extract(
    form: Sequence[FormRow], paper: Sequence[PaperRow], pairs: Sequence[Pair], known: Known, into: Gathered
) -> None:
    """Take every fact of the pairs."""
    rows: dict[int, list[int]] = {}
    for pair in pairs:
        rows.setdefault(pair.form, []).append(pair.paper)
    for number, papers in rows.items():
        row, found = form[number], [paper[n] for n in papers]
        for path in sorted(row.zeros):
            into.add(path, "0", How.PLACE, found[0].pieces[0].spot)
        match row.kind:
            case Kind.PROSE:
                _prose(row, found, into)
            case Kind.TEXT:
                _text(row, found, into)
            case Kind.CELLS:
                _cells(row, found[0], into)
            case Kind.RECORD:
                for line in found:
                    _record(row, line, known, into)


def _prose(row: FormRow, found: Sequence[PaperRow], into: Gathered) -> None:
    """The first paragraph without its heading, then all others."""
    first, *rest = found
    path = row.pattern.paths[0]
    values = None if row.listed else row.pattern.read(first.text)
    head = first.text if values is None else values[path]
    text = "\n".join([head, *(line.text for line in rest)]).strip()
    spot = first.pieces[0].spot
    into.add(path, text, how_of(path, spot.key), spot)


def _text(row: FormRow, found: Sequence[PaperRow], into: Gathered) -> None:
    if row.clause is not None:
        _clauses(row.clause, found, into)
    line = found[0]
    for path, text in (row.pattern.read(line.text) or {}).items():
        if not path.startswith("clauses."):
            into.add(path, text, how_of(path, *line.anchors), line.pieces[0].spot)


def _clauses(node: SentenceNode, found: Sequence[PaperRow], into: Gathered) -> None:
    """All clauses at once: two alike, in one sentence or in two paragraphs of a list, are two records."""
    spot = found[0].pieces[0].spot
    clauses = [clause for line in found for clause in clauses_in(node, line.text)]
    breakdown = into.blueprint.breakdown(node.records)
    if breakdown is not None:
        _parts(breakdown, clauses, spot, into)
        return
    rows = [{node.group: clause.group, **clause.fields} if node.group else clause.fields for clause in clauses]
    into.add_said(node.records, rows, spot, _GUESSED if any(clause.joined for clause in clauses) else "")


def _parts(breakdown: Breakdown, clauses: Sequence[Clause], spot: Spot, into: Gathered) -> None:
    """Parts of a whole, each under its name; one that is worked out from several facts tells none of them."""
    own = {squeezed(item.label): item.value.fact for item in breakdown.items}
    for clause in clauses:
        path = own.get(squeezed(clause.fields.get("name", "")), "")
        if path:
            into.add(path, clause.fields.get("amount", ""), How.PLACE, spot)


def _cells(row: FormRow, found: PaperRow, into: Gathered) -> None:
    for cell, piece in zip(row.cells, found.pieces, strict=False):
        if piece.begins or cell.begins:
            for path, text in values_of(cell, piece).items():
                into.add(path, text, how_of(path, piece.spot.key), piece.spot)


def values_of(cell: FormCell, piece: Piece) -> dict[str, str]:
    """Facts of one cell; where its printed words were rewritten, the whole text is its one fact's."""
    values = cell.pattern.read(piece.text.replace("\n", "") if cell.joined else piece.text)
    if values is not None:
        return values
    paths = cell.pattern.paths
    return {paths[0]: piece.text} if len(paths) == 1 and not cell.pattern.boxes else {}


def _record(row: FormRow, found: PaperRow, known: Known, into: Gathered) -> None:
    """One record; what its rows share with the form (one score beside several lines) is a fact of its own."""
    texts = dict(row.given)
    for cell, piece in zip(row.cells, found.pieces, strict=False):
        for path, text in values_of(cell, piece).items():
            if row_of(path):
                texts[path.rpartition(".")[2]] = text
            elif piece.begins:
                into.add(path, text, how_of(path, piece.spot.key), piece.spot)
    begun = [piece for piece in found.pieces if piece.begins]
    names = [piece.spot.key for piece in begun if piece.spot.key]
    spot = begun[0].spot if begun else found.pieces[0].spot
    uid = known.uid(row.table, names)
    into.add_row(row.table, texts, How.ANCHOR if names else How.PLACE, spot, uid=uid)


def how_of(path: str, *names: str) -> How:
    """By anchor where the place is named so, else by place."""
    return How.ANCHOR if anchor(path) in names else How.PLACE
