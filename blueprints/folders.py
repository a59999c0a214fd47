"""表样文件夹: a form's file by its id `<area code>/<year>/<form>`, in several folders, the first of which wins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from blueprints.layers import Found
from blueprints.marked import LARGEST
from blueprints.problems import BlueprintError, Problem

Stamp = tuple[int, int]


class Folders:
    """Finds parents, and remembers where it looked, so that the catalogue sees what has changed since."""

    def __init__(self, dirs: Iterable[Path]) -> None:
        """Nothing looked at yet."""
        self.dirs = tuple(dirs)
        self.looked: dict[Path, Stamp | None] = {}

    def find(self, form: str) -> Found | None:
        """File name and text of a form, None when no folder has it. Raises BlueprintError when it cannot be read."""
        for folder in self.dirs:
            path = folder.joinpath(*form.split("/")).with_suffix(".yaml")
            self.looked[path] = stamp_of(path)
            if self.looked[path] is not None:
                return str(path), text_of(path)
        return None


def stamp_of(path: Path) -> Stamp | None:
    """Time and size of a file, None when it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def text_of(path: Path) -> str:
    """Text of a UTF-8 file. Raises BlueprintError when it is too large or cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise BlueprintError(
                [Problem(str(path), 0, "", f"文件太大，最多 {LARGEST // 1_000_000} MB，请检查是否传错文件")]
            )
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BlueprintError([Problem(str(path), 0, "", f"读不了这个文件：{error.strerror}")]) from None
    except UnicodeDecodeError:
        raise BlueprintError([Problem(str(path), 0, "", "文件不是 UTF-8 编码，请另存为 UTF-8")]) from None
