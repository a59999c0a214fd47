"""语料的子进程: reads a folder of files in one confined child, as documents.readers.child reads one, so that a class of files costs one start."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from documents.readers import child
from documents.readers.confine import answer, ask, serve


def verdicts(folder: Path) -> dict[str, dict]:
    """What the child says about each file: its paper, or why it is refused."""
    return ask("tests.documents.corpus.batch", str(folder), seconds=100)


def main(folder: str) -> None:
    """Entry of the child."""
    files = sorted(Path(folder).iterdir())
    serve(lambda: {file.name: answer(partial(child.read, str(file), file.suffix)) for file in files})
