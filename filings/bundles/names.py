"""资料包内的命名: 主管部门/单位/项目（或部门整体）/文件; every name allowed everywhere and used once."""

from __future__ import annotations

from factbook.load import supervisor_of
from filings.documents import file_name
from filings.models import Edition, Filing
from values.text import safe_filename

# Windows opens paths of at most 260 characters, and the archive is unpacked somewhere below a user's folder.
FOLDER_BYTES = 96


class Names:
    """Hands out member names of one archive; the same name never twice, not even in other letters' case."""

    def __init__(self) -> None:
        """Nothing taken yet."""
        self._taken: set[str] = set()

    def take(self, folder: str, words: list[str], format: str) -> str:  # noqa: A002 - the word
        """A free name for a file of these words, numbered （2）, （3） … when it is taken."""
        for number in range(1, len(self._taken) + 2):
            # The number is put before the last word is cut, so that long names stay apart.
            numbered = words if number == 1 else [f"（{number}）", *words]
            name = f"{folder}/{file_name(numbered, format)}"
            if name.casefold() not in self._taken:
                break
        self._taken.add(name.casefold())
        return name


def folder_of(filing: Filing) -> str:
    """Folder of a filing's files."""
    subject = filing.subject
    supervisor = supervisor_of(subject.department)
    levels = [
        supervisor.name if supervisor else "无主管部门",
        subject.department.name,
        str(subject.project) if subject.project else "部门整体",
    ]
    return "/".join(safe_filename(level, max_bytes=FOLDER_BYTES) for level in levels)


def words_of(filing: Filing, edition: Edition = Edition.SUBMITTED) -> list[str]:
    """Words of a document's file name; the folders above it already name the unit."""
    subject = filing.subject
    whose = subject.project.name if subject.project else subject.department.name
    return [f"{subject.year}年", whose, filing.blueprint.name, *edition.words]
