"""原表: what the public papers print, read from the files beside this one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.documents.reading import squeezed

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Paper:
    """一份原表: `rows` are runs of cells that stand side by side; `as_filed` what the demo data tell otherwise.

    `project` is the code of the project, or of the unit where the form is about the unit as a whole.
    """

    place: str
    form: str
    project: str
    rows: tuple[tuple[str, ...], ...]
    facts: str = ""  # the form whose filing holds the facts, where it is another one of the same project
    as_filed: dict[str, dict[str, str]] = field(default_factory=dict, compare=False)

    @property
    def cells(self) -> int:
        return sum(map(len, self.rows))


def papers() -> list[Paper]:
    """Every paper of every file here; a file names its form once, a table of another form says so itself."""
    return [paper for path in sorted(FOLDER.glob("*.yaml")) for paper in _read(path)]


def _read(path: Path) -> list[Paper]:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [_paper(path.stem, {"form": data["form"], **table}) for table in data["tables"]]


def _paper(place: str, data: dict) -> Paper:
    rows = tuple(map(tuple, data["rows"]))
    return Paper(place, data["form"], data["project"], rows, data.get("facts", ""), data.get("as_filed", {}))


def missing(paper: Paper, text: str) -> list[str]:
    """Rows of the paper that do not stand in `text` behind the one before, each as one unbroken run."""
    lost, place = [], 0
    for row in paper.rows:
        run = squeezed("".join(row))
        found = text.find(run, place)
        if found < 0:
            lost.append(" | ".join(row))
        else:
            place = found + len(run)
    return lost


def fraction(paper: Paper, text: str) -> float:
    """Share of the paper's cells that were found in order."""
    lost = sum(row.count(" | ") + 1 for row in missing(paper, text))
    return 1 - lost / paper.cells
