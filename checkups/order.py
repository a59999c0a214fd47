"""体检问题的次序: as somebody reading the document comes by them, so that numbers and 下一处 run down the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from checkups.showing import Anchors, anchors_of
from crosschecks.finding import Finding
from documents.readers.paper import PaperBlock

_NUMBERS: Final = re.compile(r"\d+")


def in_reading_order(findings: Iterable[Finding], blocks: Sequence[PaperBlock]) -> list[Finding]:
    """Findings by the place where each stands in the margin; those without one come first, as they are shown."""
    known = anchors_of(blocks)
    return sorted(findings, key=lambda finding: _place(finding, known))


def _place(finding: Finding, known: Anchors) -> tuple[int, ...]:
    """Block and cell of the first place found on the page (`b12c3`)."""
    anchor = next((anchor for place in finding.places if (anchor := known.of(place))), "")
    return tuple(int(number) for number in _NUMBERS.findall(anchor))
