"""PDF 输出: WeasyPrint lays out the HTML with fonts and style sheets read once per process.

A document is laid out once if its groups fit or the estimate of documents.pages was right. Where the estimate ended a
page too early it is dropped; where a page ends inside a merged cell, that cell is cut at exactly that row, its label
repeated, and the pages are laid out again.
"""

from __future__ import annotations

import atexit
import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from .. import pages
from ..fitted import fitted
from ..tree import Document
from .html import render_html
from .pdf_bold import embolden
from .pdf_breaks import cut_at_pages, ends_too_early

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

_STATIC = Path(__file__).resolve().parents[2] / "static" / "paper"
_ONE_AT_A_TIME = Lock()  # Pango's font map, shared by all threads of the process, is not made for two at once
_MAX_PASSES = 4  # every pass settles all cuts it sees; moved rows may bring another, hardly ever two


def render_pdf(document: Document) -> bytes:
    """Return the document as PDF; the same document gives the same bytes.

    Raises GridError for a table with a hole or an overlap.
    """
    identifier = hashlib.sha256(repr(document).encode("utf-8", "replace")).hexdigest()[:32].encode()
    whole = fitted(document)
    document = replace(whole, parts=tuple(pages.expected(part) for part in whole.parts))
    with _ONE_AT_A_TIME:
        laid_out = _lay_out(document)
        if ends_too_early(document, laid_out):
            document, laid_out = whole, _lay_out(whole)
        for _ in range(_MAX_PASSES - 1):
            cut = cut_at_pages(document, laid_out)
            if cut is document:
                break
            document, laid_out = cut, _lay_out(cut)
        pdf: bytes = laid_out.write_pdf(pdf_identifier=identifier, finisher=embolden)
    return pdf


def warm() -> None:
    """Read fonts and style sheets ahead of the first document of this process."""
    _base()
    _sheets(page_numbers=True)
    _sheets(page_numbers=False)


@cache
def _fonts() -> FontConfiguration:
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - slow import

    atexit.register(_forget)  # at the very end of a process its clean-up would fail and leave a folder behind
    return FontConfiguration()


def _forget() -> None:
    _base.cache_clear()
    _sheets.cache_clear()
    _fonts.cache_clear()


@cache
def _sheets(*, page_numbers: bool) -> tuple[Any, ...]:
    from weasyprint import CSS  # noqa: PLC0415 - slow import

    names = ("paper.css",) if page_numbers else ("paper.css", "plain.css")
    return tuple(CSS(filename=str(_STATIC / name), font_config=_fonts()) for name in names)


@cache
def _base() -> Any:
    from weasyprint import CSS  # noqa: PLC0415 - slow import

    return CSS(filename=str(_STATIC / "base.css"))


def _lay_out(document: Document) -> Any:
    from weasyprint import HTML  # noqa: PLC0415 - slow import

    page = HTML(string=render_html(document))
    # Not a public door: should WeasyPrint rename it, its own sheet is used and only time is lost.
    page._ua_stylesheets = lambda forms=False: [_base()]  # noqa: SLF001 - as above
    return page.render(
        font_config=_fonts(),
        stylesheets=list(_sheets(page_numbers=document.page_numbers)),
        presentational_hints=True,
    )
