"""附件: the finished papers of the unit's projects behind the unit's own, each with its own form's pages.

An annex is a copy to be read with the paper: its places carry no keys, as remarks and corrections belong to the project's own
filing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from blueprints.printing import PartDef
from composing.bound import expanded
from composing.inputs import Inputs
from composing.keys import without_keys
from documents.tree import Part
from factbook.book import RelatedFiling
from scoring.engine import score

Draw = Callable[[Inputs, PartDef], Part]


def annexed(inputs: Inputs, part: PartDef, draw: Draw) -> Iterator[Part]:
    """Parts of every project's paper that this annex takes in; `draw` lays out one part."""
    for member in inputs.view.projects.members(part.annex):
        filing = member.filing
        if not part.forms or filing.form in part.forms:
            yield from _paper(filing, draw)


def _paper(filing: RelatedFiling, draw: Draw) -> Iterator[Part]:
    form, book = filing.blueprint, filing.book
    inputs = Inputs(form, *expanded(form, book, score(form, book)))
    own = [part for part in filing.blueprint.parts if not part.annex]
    for number, part in enumerate(own, 1):
        tail = f"（{number}）" if len(own) > 1 else ""
        yield replace(without_keys(draw(inputs, part)), name=f"{filing.book.raw('project.name')}{tail}")
