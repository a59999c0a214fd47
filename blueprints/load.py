"""表样读取: a YAML file → a Blueprint, or all its problems with file, line, path and what is allowed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import cast

from blueprints.folders import Folders, text_of
from blueprints.folding import fold
from blueprints.layers import ID, Finder, lineage
from blueprints.problems import WORST, BlueprintError, Problem
from blueprints.reader import Reader
from blueprints.references import faults
from blueprints.schema import Blueprint

__all__ = ["BlueprintError", "Problem", "load_file", "load_text"]


def load_text(text: str, *, name: str, find: Finder | None = None) -> Blueprint:
    """Return the blueprint written in `text`; `name` is the file told in problems. Raises BlueprintError.

    `find` gives file name and text of a form by id, for `extends`; a text kept by a filing holds its parents already.
    """
    whole, origin = fold(lineage(text, name=name, find=find))
    reader = Reader()
    draft = cast("Blueprint | None", reader.read(Blueprint, origin.tree, ""))
    problems = [Problem(*origin.at(line), path, message) for line, path, message in reader.problems]
    if draft is not None:
        problems += [Problem(*origin.place(path), path, message) for path, message in islice(faults(draft), WORST + 1)]
        if draft.id and not ID.fullmatch(draft.id):
            wrong = f"“{draft.id}”应为 行政区划代码/年度/表名，如 510904/2024/project-table"
            problems.append(Problem(*origin.place("id"), "id", wrong))
    if problems or draft is None:
        raise BlueprintError(problems)
    inherited = origin if len(origin.files) > 1 else None
    return replace(draft, text=whole, digest=hashlib.sha256(whole.encode()).hexdigest(), origin=inherited)


def load_file(path: Path, *, dirs: Iterable[Path] = ()) -> Blueprint:
    """Return the blueprint of a UTF-8 file. Raises BlueprintError, also when the file cannot be read.

    Parents are looked for in `dirs`; the folder where `path` lies as <area code>/<year>/<form>.yaml comes first unless it is
    one of them.
    """
    given = [folder.resolve() for folder in dirs]
    own = [folder for folder in path.resolve().parents[2:3] if folder not in given]
    folders = Folders([*own, *given])
    return load_text(text_of(path), name=str(path), find=folders.find)
