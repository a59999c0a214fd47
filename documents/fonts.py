"""字体检查: do the official faces resolve to fonts with Chinese glyphs? A missing font prints boxes and raises no error."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from .style import Face

_PROBE = "绩"  # U+7EE9: simplified, so a Japanese or Korean font alone does not pass
_TIMEOUT_SECONDS = 20


def missing_faces() -> list[str]:
    """Return the face names of the official style that fontconfig resolves to a font without Chinese glyphs.

    Digits are asked for digits only. Without `fc-match` on this machine every face counts as missing.
    """
    program = shutil.which("fc-match")
    if program is None:
        return [face.value for face in Face]
    return [face.value for face in Face if not _covers(program, face)]


@cache
def file_of(face: str) -> Path | None:
    """Return the font file that stands for a face; None where fontconfig knows none. For libraries that read files themselves."""
    program = shutil.which("fc-match")
    if program is None:
        return None
    found = Path(_asked(program, "%{file}", face))
    return found if found.is_file() else None


def _covers(program: str, face: Face) -> bool:
    needed = ord("8") if face is Face.DIGITS else ord(_PROBE)
    return _contains(_asked(program, "%{charset}", face.value), needed)


def _asked(program: str, what: str, face: str) -> str:
    """Return one property of the font fontconfig chooses for a face, '' when it fails."""
    answer = subprocess.run(  # noqa: S603 - a fixed program and names from our own list
        [program, "--format", what, face],
        capture_output=True,
        text=True,
        check=False,
        timeout=_TIMEOUT_SECONDS,
    )
    return answer.stdout if answer.returncode == 0 else ""


def _contains(charset: str, code: int) -> bool:
    """Read fontconfig's `20-7e a0 4e00-9fff` and say whether `code` lies in it."""
    for piece in charset.split():
        first, _, last = piece.partition("-")
        if int(first, 16) <= code <= int(last or first, 16):
            return True
    return False
