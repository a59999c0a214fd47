"""原表: what the public papers print, read from the files beside this one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.documents.reading import squeezed

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Paper:
    """一份原表: `rows` are runs of cells that stand side by side; `as_filed` what the demo data tell otherwise."""

    place: str
    project: str
    rows: tuple[tuple[str, ...], ...]
    as_filed: dict[str, dict[str, str]] = field(default_factory=dict, compare=False)

    @property
    def cells(self) -> int:
        return sum(map(len, self.rows))


def papers() -> list[Paper]:
    return [_paper(place, data) for place in ("jinzhong", "xiqu", "suining") for data in _tables(place)]


def _tables(place: str) -> list[dict]:
    text = (FOLDER / f"{place}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)["tables"]


def _paper(place: str, data: dict) -> Paper:
    return Paper(place, data["project"], tuple(map(tuple, data["rows"])), data.get("as_filed", {}))


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
