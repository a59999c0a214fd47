"""表样目录: all forms found in some folders as `<area code>/<year>/<form>.yaml`.

A file is read again when its time or size has changed, so that a corrected form needs no restart. A file that cannot be used is
left out, logged, and told by `problems()`; it never takes the other forms with it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final

from blueprints.load import BlueprintError, Problem, load_file
from blueprints.schema import Blueprint

logger: Final = logging.getLogger(__name__)
Stamp = tuple[int, int]


class Catalogue:
    """目录 over `dirs`; the first folder wins where two hold the same form."""

    def __init__(self, dirs: Iterable[Path]) -> None:
        """Remember the folders; nothing is read yet."""
        self.dirs = tuple(Path(folder) for folder in dirs)
        self._read: dict[Path, tuple[Stamp, Blueprint | None, tuple[Problem, ...]]] = {}

    def all(self) -> list[Blueprint]:
        """Every usable form, by id."""
        found: dict[str, Blueprint] = {}
        for path in self.files():
            blueprint, _ = self._load(path)
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
            blueprint = self._load(path)[0] if path.is_file() else None
            if blueprint is not None:
                return blueprint
        return None

    def problems(self) -> list[Problem]:
        """Why files were left out."""
        return [problem for path in self.files() for problem in self._load(path)[1]]

    def files(self) -> list[Path]:
        """Every file that should be a form."""
        return [path for folder in self.dirs for path in sorted(folder.glob("*/*/*.yaml"))]

    def _load(self, path: Path) -> tuple[Blueprint | None, tuple[Problem, ...]]:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        kept = self._read.get(path)
        if kept is None or kept[0] != stamp:
            kept = (stamp, *_read(path))
            self._read[path] = kept
        return kept[1], kept[2]


def _read(path: Path) -> tuple[Blueprint | None, tuple[Problem, ...]]:
    try:
        blueprint = load_file(path)
    except BlueprintError as error:
        logger.error("表样不能用：%s", error)  # noqa: TRY400 - the problems are the message; a traceback tells nothing more
        return None, tuple(error.problems)
    wrong = misplaced(path, blueprint)
    return (None, (wrong,)) if wrong else (blueprint, ())


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
