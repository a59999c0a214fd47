"""来件的子进程: looks at every part of one file from outside, reads it, and prints its paper as JSON (wire.py), or why not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from documents.readers.confine import serve
from documents.readers.gate import check_directory
from documents.readers.kinds import KINDS, PAPER, PLAIN
from documents.readers.paper import Paper
from documents.readers.parts import check_parts
from documents.readers.wire import to_json


def read(path: str, extension: str) -> dict[str, Any]:
    """What to print about a file of a kind. Raises Refused."""
    return to_json(paper_of(path, extension))


def paper_of(path: str, extension: str) -> Paper:
    """The paper of a file of a kind, every part looked at first. Raises Refused. For child processes only."""
    kind = KINDS[extension]
    if kind is PLAIN:
        from documents.readers.text import read_text  # noqa: PLC0415 - only what is needed

        return read_text(Path(path))
    check_directory(Path(path), kind)
    check_parts(path)
    if kind is PAPER:
        from documents.readers.docx import read_docx as reader  # noqa: PLC0415 - only once the parts are seen
    else:
        from documents.readers.xlsx import read_xlsx as reader  # noqa: PLC0415 - same
    return reader(path)


def main(path: str, extension: str) -> None:
    """Entry of the child."""
    serve(lambda: read(path, extension))
