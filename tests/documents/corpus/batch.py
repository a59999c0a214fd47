"""语料的子进程: reads a folder of files in one confined child, as documents.readers.child reads one, so that a class of files costs one start."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path

from documents.readers.confine import answer, ask, serve

READERS = {
    "paper": ("documents.readers.child", lambda module, file: module.read(str(file), file.suffix)),
    "import": ("factbook.imports.child", lambda module, file: module.checked(str(file))),
}


def verdicts(folder: Path, reader: str = "paper") -> dict[str, dict]:
    """What the child says about each file: what it read, or why it is refused."""
    return ask("tests.documents.corpus.batch", str(folder), reader, seconds=100)


def main(folder: str, reader: str) -> None:
    """Entry of the child."""
    name, read = READERS[reader]
    module, files = import_module(name), sorted(Path(folder).iterdir())
    serve(lambda: {file.name: answer(partial(read, module, file)) for file in files})
