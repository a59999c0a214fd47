"""逐处勾稽: what the checks found, beside the fields it speaks of, in the order of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from documents.text import anchor
from factbook.book import FactBook

Row = Mapping[str, Any]  # filings.views.panel.finding_rows
Sections = Sequence[Mapping[str, Any]]  # reviews.views.filed.places
MANY: Final = 6
SHORT: Final = 48
LONG: Final = 160  # of longer texts the part around the quoted words is shown
AROUND: Final = 60
ELSEWHERE: Final = "表样、合计和其他位置"


@dataclass(slots=True)
class Shown:
    """栏目 with what stands there; `quotes` are the words that findings speak of."""

    label: str
    href: str
    text: str
    quotes: list[str] = field(default_factory=list)

    @property
    def is_long(self) -> bool:
        """Too long to stand beside its name."""
        return len(self.text) > SHORT

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """Its text, or the part of it that matters, with the quoted words marked."""
        return list(_pieces(self.text, _spans(self.text, self.quotes)))


@dataclass(slots=True)
class Spot:
    """一处: one field, or one row of a table, with what was found there; `section` is where it stands on the form."""

    key: str
    section: str
    fields: dict[str, Shown] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_wide(self) -> bool:
        """Does it speak of more places than one takes in at a glance (every weight of a table)?"""
        return len(self.fields) > MANY

    @property
    def anchor(self) -> str:
        """Its name on the page."""
        return f"at-{anchor(self.key)}"


def spot_of(path: str) -> str:
    """A row of a table is one spot, and so are a score and the reason for it."""
    match path.split("."):
        case ["indicators", uid, *_]:
            return f"indicators.{uid}"
        case ["list", key, uid, *_]:
            return f"list.{key}.{uid}"
        case ["score", key, *_]:
            return f"score.{key}"
    return path


def beside(rows: Iterable[Row], sections: Sections, book: FactBook) -> list[Spot]:
    """Findings by the spot they speak of first; what else they speak of is told with them."""
    order = {path: number for number, path in enumerate(_paths(sections))}
    titles = {path: group["title"] for group in sections for path, _ in group["places"]}
    ranks: dict[str, int] = {}
    for path, number in order.items():
        ranks.setdefault(spot_of(path), number)
    found: dict[str, Spot] = {}
    for row in rows:
        home = next((place for place in row["places"] if spot_of(place["path"]) in ranks), None)
        key = spot_of(home["path"]) if home else _name(row["places"])
        spot = found.setdefault(key, Spot(key, _title(key, titles)))
        there = [place for place in row["places"] if not home or spot_of(place["path"]) == key]
        for place in there:
            _show(spot, place, book)
        spot.rows.append({**row, "others": [place for place in row["places"] if place not in there]})
    return sorted(found.values(), key=lambda spot: ranks.get(spot.key, len(order)))


def by_section(spots: Iterable[Spot]) -> list[tuple[str, list[Spot]]]:
    """Spots under the titles of their sections."""
    sections: dict[str, list[Spot]] = {}
    for spot in spots:
        sections.setdefault(spot.section, []).append(spot)
    return list(sections.items())


def of_scores(spots: Iterable[Spot], lines: Iterable[tuple[str, str]]) -> dict[str, tuple[str, int]]:
    """By the key of a score line (key, path): the first spot that speaks of it, and how many findings do."""
    spoken: dict[str, list[str]] = {}
    for spot in spots:
        for row in spot.rows:
            for key in {spot_of(place["path"]) for place in row["places"]} | {spot.key}:
                spoken.setdefault(key, []).append(spot.anchor)
    found = ((key, spoken.get(spot_of(path)) or spoken.get(f"score.{key}")) for key, path in lines)
    return {key: (anchors[0], len(anchors)) for key, anchors in found if anchors}


def _paths(sections: Sections) -> Iterator[str]:
    return (path for group in sections for path, _ in group["places"])


def _name(places: Sequence[Row]) -> str:
    """What a finding goes by that speaks of no field: its first place on the paper."""
    return next((place["path"] or place["label"] for place in places), "")


def _title(key: str, titles: Mapping[str, str]) -> str:
    return next((title for path, title in titles.items() if spot_of(path) == key), ELSEWHERE)


def _show(spot: Spot, place: Row, book: FactBook) -> None:
    name = place["path"] or place["label"]
    text = (book.raw(place["path"]) if place["path"] else "") or place["quote"]
    shown = spot.fields.setdefault(name, Shown(place["label"], place["href"], text))
    if place["quote"] and place["quote"] != shown.text:
        shown.quotes.append(place["quote"])


def _spans(text: str, quotes: Iterable[str]) -> list[tuple[int, int]]:
    """Where quoted words stand, joined where they overlap."""
    hits = sorted((hit.start(), hit.end()) for quote in quotes for hit in re.finditer(re.escape(quote), text))
    joined: list[tuple[int, int]] = []
    for start, end in hits:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    begin, stop = 0, len(text)
    if len(text) > LONG:
        begin = max(0, spans[0][0] - AROUND) if spans else 0
        stop = min(len(text), spans[-1][1] + AROUND if spans else LONG)
    yield ("…" if begin else ""), False
    at = begin
    for start, end in spans:
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:stop] + ("…" if stop < len(text) else ""), False
