"""收集: facts and rows as they are found, the surer way first; two places that disagree leave a doubt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from blueprints.schema import Blueprint, RecordsTable
from documents.readers.paper import Spot
from intake.listing import unnumbered_lines
from intake.pattern import squeezed
from intake.reading import Found, FoundRow, How

_ORDER = list(How)
_LEVELS = frozenset({"level1", "level2"})
SHOWN = 30


class Gathered:
    """收集到的内容 of one report."""

    def __init__(self, blueprint: Blueprint, listed: Collection[str] = ()) -> None:
        self.blueprint, self.listed = blueprint, listed  # `listed`: texts whose paragraphs are printed behind numbers
        self.facts: dict[str, Found] = {}
        self.rows: dict[str, list[FoundRow]] = {}
        self.said: dict[str, list[FoundRow]] = {}  # rows told by sentences, for forms that print no table of them

    def add(self, path: str, text: str, how: How, spot: Spot, doubt: str = "") -> None:
        """Keep what stands at a fact's place; blanks tell nothing."""
        if not text.strip():
            return
        found = Found(path, unnumbered_lines(text) if path in self.listed else text, how, spot, doubt)
        known = self.facts.get(path)
        if known is None:
            self.facts[path] = found
        elif squeezed(known.text) != squeezed(text):
            first, second = sorted((known, found), key=lambda one: _ORDER.index(one.how))
            self.facts[path] = replace(first, doubt=first.doubt or f"文件中另一处写的是“{_short(second.text)}”")

    def add_row(
        self, table: str, texts: Mapping[str, str], how: How, spot: Spot, *, uid: str = "", doubt: str = ""
    ) -> None:
        """Keep a row in which somebody wrote; its printed classes alone are the form's own words."""
        texts = {name: text for name, text in texts.items() if text.strip()}
        if any(name not in _LEVELS for name in texts):
            row = FoundRow(table, self._placed(table, texts), how, spot, uid, doubt)
            self.rows.setdefault(table, []).append(row)

    def add_said(self, table: str, rows: Sequence[Mapping[str, str]], spot: Spot, doubt: str) -> None:
        """Keep the rows that one sentence tells; another sentence may tell the same ones."""
        found = self.blueprint.table(table)
        if not isinstance(found, RecordsTable):  # parts of a whole, worked out from facts that stand elsewhere
            return
        if not rows:  # nothing but the lead of the sentence
            return
        columns = {column.field for column in found.columns}
        known = self.said.setdefault(table, [])
        left = list(range(len(known)))
        for said in rows:
            texts = {name: text for name, text in said.items() if name in columns}
            row = FoundRow(table, self._placed(table, texts), How.PLACE, spot, "", doubt)
            place = next((n for n in left if _said(known[n]) == _said(row)), None)
            if place is None:
                known.append(row)
            else:
                left.remove(place)
                known[place] = replace(known[place], texts={**known[place].texts, **row.texts})

    def all_rows(self) -> dict[str, tuple[FoundRow, ...]]:
        """Rows by table; sentences count only where no table was found."""
        return {table: tuple(rows) for table, rows in {**self.said, **self.rows}.items()}

    def _placed(self, table: str, texts: Mapping[str, str]) -> dict[str, str]:
        """A row under a 二级指标 of the form belongs to its 一级指标, also where the paper does not print it."""
        if table != "indicators" or texts.get("level1") or not texts.get("level2"):
            return dict(texts)
        level2 = squeezed(texts["level2"])
        level1 = next((level.label for level in self.blueprint.frame.levels if level2 in level.children), "")
        return {"level1": level1, **texts} if level1 else dict(texts)


def _said(row: FoundRow) -> str:
    """Group, name and target run together, as the sentence has them."""
    return squeezed("".join(row.texts.get(name, "") for name in ("level2", "name", "target")))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
