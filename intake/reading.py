"""读得的内容: what a paper says about the facts of a form, how each was found, and what found no place. Nothing is compared yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from documents.readers.paper import NOWHERE, Spot


class How(StrEnum):
    """对应方式, surest first."""

    ANCHOR = "锚点"
    PLACE = "位置"
    LABEL = "标签"

    @property
    def told(self) -> str:
        """The word a clerk knows it by; the value itself stands in stored readings and stays."""
        return "导出标记" if self is How.ANCHOR else self.value


@dataclass(frozen=True, slots=True)
class Found:
    """找到的一处. `doubt`: why somebody should look, '' when it is certain."""

    path: str
    text: str
    how: How
    spot: Spot = NOWHERE
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """找到的一行 of a table. `uid` when an anchor names the row; `texts` by field."""

    table: str
    texts: Mapping[str, str]
    how: How
    spot: Spot = NOWHERE
    uid: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Stray:
    """未找到位置的内容. `under`: the heading it stands below."""

    text: str
    spot: Spot = NOWHERE
    under: str = ""


@dataclass(frozen=True)
class Reading:
    """读得的内容 of one report: single facts by path, rows by table in their order, and the tray."""

    facts: Mapping[str, Found] = field(default_factory=dict)
    rows: Mapping[str, tuple[FoundRow, ...]] = field(default_factory=dict)
    strays: tuple[Stray, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """JSON-ready value; `from_json` gives an equal reading back."""
        return {
            "facts": [asdict(found) for found in self.facts.values()],
            "rows": [asdict(row) | {"texts": dict(row.texts)} for rows in self.rows.values() for row in rows],
            "strays": [asdict(stray) for stray in self.strays],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reading:
        """Reading from `to_json` output."""
        facts = (Found(**_told(item)) for item in data["facts"])
        rows: dict[str, tuple[FoundRow, ...]] = {}
        for item in data["rows"]:
            row = FoundRow(**_told(item))
            rows[row.table] = (*rows.get(row.table, ()), row)
        strays = tuple(Stray(item["text"], Spot(**item["spot"]), item["under"]) for item in data["strays"])
        return cls({found.path: found for found in facts}, rows, strays)


def _told(item: Mapping[str, Any]) -> dict[str, Any]:
    return {**item, "how": How(item["how"]), "spot": Spot(**item["spot"])}
