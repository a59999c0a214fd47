"""表样读取: a YAML file → a Blueprint, or all its problems with file, line, path and what is allowed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Final, cast

from blueprints.marked import LARGEST, MarkedError, line_of, read_marked
from blueprints.problems import BlueprintError, Problem
from blueprints.reader import Reader
from blueprints.references import faults
from blueprints.schema import Blueprint

__all__ = ["BlueprintError", "Problem", "load_file", "load_text"]

_ID: Final = re.compile(r"\d{6}(?:\d{3}){0,2}/20\d{2}/[a-z][a-z0-9-]{1,40}")


def load_text(text: str, *, name: str) -> Blueprint:
    """Return the blueprint written in `text`; `name` is the file told in problems. Raises BlueprintError."""
    try:
        root = read_marked(text)
    except MarkedError as error:
        raise BlueprintError([Problem(name, line, "", message) for line, message in error.problems]) from None
    reader = Reader()
    draft = cast("Blueprint | None", reader.read(Blueprint, root, ""))
    problems = [Problem(name, line, path, message) for line, path, message in reader.problems]
    if draft is not None:
        problems += [Problem(name, line_of(root, path), path, message) for path, message in faults(draft)]
        if draft.id and not _ID.fullmatch(draft.id):
            wrong = f"“{draft.id}”应为 行政区划代码/年度/表名，如 510904/2024/project-table"
            problems.append(Problem(name, line_of(root, "id"), "id", wrong))
    if problems or draft is None:
        raise BlueprintError(problems)
    return replace(draft, text=text, digest=hashlib.sha256(text.encode()).hexdigest())


def load_file(path: Path) -> Blueprint:
    """Return the blueprint of a UTF-8 file. Raises BlueprintError, also when the file cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise BlueprintError(
                [Problem(str(path), 0, "", f"文件太大，最多 {LARGEST // 1_000_000} MB，请检查是否传错文件")]
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BlueprintError([Problem(str(path), 0, "", f"读不了这个文件：{error.strerror}")]) from None
    except UnicodeDecodeError:
        raise BlueprintError([Problem(str(path), 0, "", "文件不是 UTF-8 编码，请另存为 UTF-8")]) from None
    return load_text(text, name=str(path))
