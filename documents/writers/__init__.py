"""输出格式: one function per file format; the libraries behind them are imported on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ..tree import Document

Writer = Callable[[Document], bytes]


def _docx(document: Document) -> bytes:
    from .docx import render_docx  # noqa: PLC0415 - slow import

    return render_docx(document)


def _pdf(document: Document) -> bytes:
    from .pdf import render_pdf  # noqa: PLC0415 - slow import

    return render_pdf(document)


def _xlsx(document: Document) -> bytes:
    from .xlsx import render_xlsx  # noqa: PLC0415 - slow import

    return render_xlsx(document)


WRITERS: Final[Mapping[str, Writer]] = MappingProxyType({"docx": _docx, "pdf": _pdf, "xlsx": _xlsx})

CONTENT_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf": "application/pdf",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
