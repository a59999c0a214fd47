"""U10 数字可解析: a figure has its commas and its point in the right places (7,00.0,77 is no figure)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.numbers import malformed
from crosschecks.rule import Dossier, Fix, Found, Kind, Place, Profile, Report, Severity
from values.number import parse_number

_TWICE: Final = re.compile(r"([.,])\1+")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every sentence and every short cell."""
    for report in dossier.reports:
        for sentence in report.sentences:
            for start, end in malformed(sentence.text):
                quote = sentence.quote(start, end)
                if not _is_stop(quote):
                    yield _found(quote, sentence.place(start, end))
        yield from _cells(report)


def _cells(report: Report) -> Iterator[Found]:
    read = {id(sentence.cell) for sentence in report.sentences if sentence.cell is not None}
    for grid in report.grids:
        for cell in grid.cells():
            if id(cell) not in read:
                for start, end in malformed(cell.folded.text):
                    quote = cell.folded.quote(start, end)
                    if not _is_stop(quote):
                        yield _found(quote, cell.place("数值", quote))


def _is_stop(quote: str) -> bool:
    """Two figures, the end of one sentence between them and the number of the next point (……60%、0。3.92分以上为优秀)."""
    pieces = quote.split("。")
    return len(pieces) > 1 and all(piece and not any(malformed(piece)) for piece in pieces)


def _found(quote: str, place: Place) -> Found:
    return Found(
        f"“{quote}”不是有效数字。",
        f"{quote}：逗号或小数点的位置不对",
        (place,),
        "请核对后重填，如 1,234.50 或 1234.50",
        fix=Fix(place, quote, once) if (once := _once(quote)) else None,
    )


def _once(quote: str) -> str:
    """2,160..00 with its mark once; '' when that is no figure either."""
    single = _TWICE.sub(r"\1", quote)
    return single if single != quote and not list(malformed(single)) and parse_number(single).value is not None else ""


KIND = Kind("U10", "数字可解析", Severity.ERROR, "数值写法", paper=check_paper)
