"""读件: one report, as rows, laid against a form: the ladder anchors → place → label; what finds no place goes to the tray."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from blueprints.schema import Blueprint
from intake.align import align
from intake.by_columns import ByColumns
from intake.by_headings import ByHeadings
from intake.by_labels import ByLabels
from intake.extract import Known, extract
from intake.form import FormRow
from intake.gather import Gathered
from intake.loose import Loose
from intake.names import Names, prose_names, single_names
from intake.reading import Reading, Stray
from intake.reports import looks_like_title
from intake.rows import PaperRow
from intake.words import bare

_TITLES = 3  # first rows of a report that may be its title


def read(
    blueprint: Blueprint, form: Sequence[FormRow], paper: Sequence[PaperRow], anchors: Mapping[str, str]
) -> Reading:
    """What the paper says about the form's facts. `anchors`: anchor → path of the rows that the book has now."""
    known = Known(anchors)
    pairs = align(form, paper, known.tables)
    into = Gathered(blueprint, frozenset(row.pattern.paths[0] for row in form if row.listed))
    extract(form, paper, pairs, known, into)
    loose = Loose(paper, {pair.paper for pair in pairs})
    ByColumns(blueprint, form, loose, into).run()
    prose = prose_names(blueprint, form)
    ByHeadings(_left(prose, into), loose, into).run()
    ByLabels(_left(single_names(blueprint, form), into), loose, into).run()
    return Reading(into.facts, into.all_rows(), tuple(_strays(form, loose)))


def _left(names: Names, into: Gathered) -> dict[str, tuple[str, ...]]:
    """Facts still to be found."""
    return {path: own for path, own in names.items() if path not in into.facts}


def _strays(form: Sequence[FormRow], loose: Loose) -> Iterator[Stray]:
    """The tray: whatever was not taken and is not merely a printed word of the form."""
    printed = {bare(words) for row in form for cell in row.cells for words in (cell.pattern.words,) if words}
    under = ""
    for number, row in enumerate(loose.rows):
        if row.level or (row.is_text and bare(row.text) in printed):
            under = row.text
        pieces = row.pieces if number not in loose.taken else loose.left.get(number, ())
        texts = [piece.text for piece in pieces if piece.begins and piece.text.strip()]
        is_title = number < _TITLES and row.is_text and looks_like_title(row.text)
        if not is_title and any(bare(text) not in printed for text in texts):
            yield Stray("\t".join(texts), pieces[0].spot, under)
