"""来件的读取: the one door for files from outside: checks the head, has the child read the file, and gives its paper back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from documents.readers.confine import ask
from documents.readers.gate import check_head
from documents.readers.kinds import kind_of
from documents.readers.paper import Paper
from documents.readers.refused import Refused
from documents.readers.wire import from_json


def read_paper(path: Path, *, name: str = "", seconds: float | None = None) -> Paper:
    """What stands in a .docx, .xlsx or .txt file. `name`: the file's name as uploaded, where it is stored under another.

    Raises refused.Refused with the reason and the remedy in Chinese. The caller only waits, `seconds` at the most (limits.WALL_SECONDS; and its
    turn when several files are being read): everything that costs is done by a child process under limits (documents.readers.limits).
    """
    name = name or path.name
    return from_json(have_read("documents.readers.child", path, name=name, seconds=seconds), name)


def have_read(module: str, path: Path, *words: str, name: str, seconds: float | None = None) -> dict[str, Any]:
    """What a child's `main(path, extension, *words)` says about a file whose name and head have been looked at. Raises Refused."""
    kind, why = kind_of(name)
    if kind is None:
        raise Refused(why)
    check_head(path, kind, name=name)
    return ask(module, str(path.resolve()), kind.extension, *words, seconds=seconds)
