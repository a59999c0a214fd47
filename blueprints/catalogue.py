"""表样目录: all forms found in some folders as `<area code>/<year>/<form>.yaml`.

A file is read again when its time or size, or that of a form it extends, has changed, so that a corrected form needs no restart. A file that
cannot be used, or in which lint finds an error, is left out, logged, and told by `problems()`; it never takes the other forms with it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from blueprints.folders import Folders, Stamp, stamp_of, text_of
from blueprints.lint import lint
from blueprints.load import BlueprintError, Problem, load_text
from blueprints.schema import Blueprint

logger: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Read:
    """读过的一份: what came of a file, and the files that had a say in it (None: was not there)."""

    blueprint: Blueprint | None
    problems: tuple[Problem, ...]
    stamps: dict[Path, Stamp | None]

    def is_fresh(self) -> bool:
        """Has none of its files changed?"""
        return all(stamp_of(path) == stamp for path, stamp in self.stamps.items())


class Catalogue:
    """目录 over `dirs`; the first folder wins where two hold the same form."""

    def __init__(self, dirs: Iterable[Path]) -> None:
        """Remember the folders; nothing is read yet."""
        self.dirs = tuple(Path(folder) for folder in dirs)
        self._read: dict[Path, Read] = {}

    def all(self) -> list[Blueprint]:
        """Every usable form, by id."""
        found: dict[str, Blueprint] = {}
        for path in self.files():
            blueprint = self._load(path).blueprint
            if blueprint is not None:
                found.setdefault(blueprint.id, blueprint)
        return [found[form] for form in sorted(found)]

    def get(self, form_id: str) -> Blueprint | None:
        """Form by id, or None; reads its own file only."""
        parts = form_id.split("/")
        if len(parts) != 3 or not all(part and part.strip(".") == part and "\\" not in part for part in parts):
            return None
        for folder in self.dirs:
            path = folder.joinpath(*parts).with_suffix(".yaml")
            blueprint = self._load(path).blueprint if path.is_file() else None
            if blueprint is not None:
                return blueprint
        return None

    def problems(self) -> list[Problem]:
        """Why files were left out."""
        return [problem for path in self.files() for problem in self._load(path).problems]

    def files(self) -> list[Path]:
        """Every file that should be a form."""
        return [path for folder in self.dirs for path in sorted(folder.glob("*/*/*.yaml"))]

    def _load(self, path: Path) -> Read:
        kept = self._read.get(path)
        if kept is None or not kept.is_fresh():
            kept = self._read[path] = self._fresh(path)
        return kept

    def _fresh(self, path: Path) -> Read:
        folders = Folders(self.dirs)
        folders.looked[path] = stamp_of(path)
        try:
            blueprint = load_text(text_of(path), name=str(path), find=folders.find)
        except BlueprintError as error:
            logger.error("表样不能用：%s", error)  # noqa: TRY400 - the problems are the message; a traceback tells nothing more
            return Read(None, tuple(error.problems), folders.looked)
        found = [misplaced(path, blueprint), *lint(blueprint, file=str(path))]
        problems = tuple(problem for problem in found if problem and problem.severity == "error")
        for problem in problems:
            logger.error("表样不能用：%s", problem)
        return Read(None if problems else blueprint, problems, folders.looked)


def misplaced(path: Path, blueprint: Blueprint) -> Problem | None:
    """Return the problem of a form whose id is not the place where it lies, None when they agree."""
    place = "/".join((*path.parts[-3:-1], path.stem))
    if blueprint.id == place:
        return None
    return Problem(str(path), 1, "id", f"“{blueprint.id}”与所在位置“{place}”不符，请改 id 或移动文件")


@cache
def _of(dirs: tuple[Path, ...]) -> Catalogue:
    return Catalogue(dirs)


_folders: list[Callable[[], Iterable[Path]]] = []


def look_in(folders: Callable[[], Iterable[Path]]) -> None:
    """Let `catalogue()` ask `folders` where forms lie; the app hands over `settings.BLUEPRINT_DIRS`, this floor knows no Django."""
    _folders[:] = [folders]


def catalogue() -> Catalogue:
    """Return the catalogue over `settings.BLUEPRINT_DIRS`. Raises LookupError before Django's apps are ready."""
    if not _folders:
        raise LookupError("还不知道表样放在哪里：应用尚未就绪，请在 django.setup() 之后使用")
    return _of(tuple(Path(folder) for folder in _folders[0]()))
