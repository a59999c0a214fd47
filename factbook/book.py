"""事实簿: everything one form can know about one subject and year, as one frozen value.

No ORM here: the same value is loaded from the database for a draft and from a snapshot for a submitted filing, and scoring,
checks and documents cannot tell the difference. Whatever was typed is kept raw; numbers are understood on demand.
Amounts are yuan. Unknown is None, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from blueprints.kept import parsed
from blueprints.schema import Blueprint
from values.measure import Measure, parse_measure, parse_relation
from values.money import MoneyUnit, ParsedMoney, parse_money
from values.number import parse_number
from values.vocabulary import Relation, Source, source_children


@dataclass(frozen=True)
class IndicatorFact:
    """三级指标 with its result, every field as typed. `uid` is stable over a filing's life."""

    uid: str
    level1: str = ""
    level2: str = ""
    name: str = ""
    relation: str = ""
    target: str = ""
    unit: str = ""
    actual: str = ""
    progress: str = ""
    weight: str = ""
    score: str = ""
    reason: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)

    def raw(self, name: str) -> str:
        """Field as typed; `note_…` columns too. Unknown names give ''."""
        if name.startswith("note_"):
            return self.notes.get(name, "")
        return str(getattr(self, name, ""))

    @property
    def is_empty(self) -> bool:
        """Has nobody typed anything into this row?"""
        words = (self.name, self.target, self.actual, self.weight, self.score, self.reason, self.unit, self.progress)
        return not any(words) and not any(self.notes.values())

    @cached_property
    def relation_value(self) -> Relation | None:
        """指标性质 understood from its own column, or from the target's text (≥16)."""
        return parse_relation(self.relation) or parse_measure(self.target).relation

    @cached_property
    def target_measure(self) -> Measure:
        """指标值."""
        return parse_measure(self.target, unit=self.unit, relation=self.relation_value)

    @cached_property
    def actual_measure(self) -> Measure:
        """完成值."""
        return parse_measure(self.actual, unit=self.unit, relation=self.relation_value)

    @cached_property
    def weight_value(self) -> Decimal | None:
        """权重（分）."""
        return parse_number(self.weight).value

    @cached_property
    def score_value(self) -> Decimal | None:
        """自评得分（分）."""
        return parse_number(self.score).value


@dataclass(frozen=True)
class ListRow:
    """明细行 of a list table."""

    uid: str
    cells: Mapping[str, str]

    def raw(self, name: str) -> str:
        """Cell as typed, '' when unknown."""
        return self.cells.get(name, "")


@dataclass(frozen=True)
class SelfScore:
    """自评得分 of a leaf of the points tree (or of key `total`), with the reason for a deduction."""

    raw: str = ""
    reason: str = ""

    @cached_property
    def value(self) -> Decimal | None:
        """Points, None when blank or not a number."""
        return parse_number(self.raw).value


@dataclass(frozen=True)
class RelatedFiling:
    """相关填报: the paper of one of the unit's projects, as it stood when this book was read.

    `state` is the word people see; `is_filed` whether it was submitted, so that form and facts are those of its snapshot.
    """

    form: str
    state: str
    is_filed: bool
    blueprint: Blueprint
    book: FactBook


@dataclass(frozen=True)
class Related:
    """相关填报 of a unit and year by project code, and the names of the projects that have to file and have not begun."""

    filings: tuple[RelatedFiling, ...] = ()
    unfiled: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """JSON-ready value; forms that several projects share stand once."""
        return {
            "forms": {filing.blueprint.digest: filing.blueprint.text for filing in self.filings},
            "filings": [
                {
                    "form": filing.form,
                    "state": filing.state,
                    "is_filed": filing.is_filed,
                    "blueprint": filing.blueprint.digest,
                    "facts": filing.book.to_json(),
                }
                for filing in self.filings
            ],
            "unfiled": list(self.unfiled),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Related:
        """Value of `to_json` output."""
        return cls(
            filings=tuple(
                RelatedFiling(
                    form=row["form"],
                    state=row["state"],
                    is_filed=row["is_filed"],
                    blueprint=parsed(data["forms"][row["blueprint"]], row["form"]),
                    book=FactBook.from_json(row["facts"]),
                )
                for row in data["filings"]
            ),
            unfiled=tuple(data["unfiled"]),
        )


@dataclass(frozen=True)
class FactBook:
    """事实簿.

    identity: read-only master data by path (`project.name`, `department.name`, `supervisor.code`, `subject.year`, …).
    funds: (stage, source) → amount as typed, understood in the form's default unit. statements: path → text for
    `text.*`, `figure.*`, `choice.*`, `sign.*`, `grade.self`. scores: leaf key → self score. Paths of another year are read
    through `factbook.view`, which knows the form.
    """

    year: int
    money_unit: MoneyUnit
    identity: Mapping[str, str] = field(default_factory=dict)
    funds: Mapping[tuple[str, str], ParsedMoney] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)
    indicators: tuple[IndicatorFact, ...] = ()
    lists: Mapping[str, tuple[ListRow, ...]] = field(default_factory=dict)
    scores: Mapping[str, SelfScore] = field(default_factory=dict)
    parameters: Mapping[str, Decimal] = field(default_factory=dict)
    prior: FactBook | None = None  # the year before, where the form compares and facts of it are known
    related: Related | None = None  # the projects' papers, where the form quotes them

    # -- funds

    def fund_filed(self, stage: str, source: str) -> Decimal | None:
        """Amount in yuan as filed at this very node, or None."""
        amount = self.funds.get((stage, source))
        return amount.yuan if amount else None

    def fund_sum(self, stage: str, source: str) -> Decimal | None:
        """Sum in yuan of what is known below `source`, or None when nothing is."""
        parts = [self.fund(stage, child) for child in source_children(Source(source))]
        known = [p for p in parts if p is not None]
        return sum(known, Decimal(0)) if known else None

    def fund(self, stage: str, source: str) -> Decimal | None:
        """Amount in yuan: filed here, else the sum of what is below."""
        filed = self.fund_filed(stage, source)
        return filed if filed is not None else self.fund_sum(stage, source)

    # -- rows

    def indicator(self, uid: str) -> IndicatorFact | None:
        """Indicator by uid."""
        return next((i for i in self.indicators if i.uid == uid), None)

    def score(self, key: str) -> SelfScore:
        """Self score of a leaf; an empty one when nothing was typed."""
        return self.scores.get(key, SelfScore())

    # -- by path

    def raw(self, path: str) -> str:  # noqa: PLR0911 - one return per shape of path reads best
        """Text at a path as typed ('' when nothing was). Paths of unknown shape give ''; lint refuses them in blueprints."""
        if path in self.identity:
            return self.identity[path]
        match path.split("."):
            case ["year"]:
                return str(self.year)
            case ["funds", stage, source]:
                amount = self.funds.get((stage, source))
                return amount.raw if amount else ""
            case ["indicators", uid, name]:
                found = self.indicator(uid)
                return found.raw(name) if found else ""
            case ["list", key, uid, name]:
                rows = self.lists.get(key, ())
                return next((row.raw(name) for row in rows if row.uid == uid), "")
            case ["score", key, "self"]:
                return self.score(key).raw
            case ["score", key, "reason"]:
                return self.score(key).reason
        return self.statements.get(path, "")

    def number(self, path: str) -> Decimal | None:
        """Number at a path (money in yuan, percentages as typed: 98% → 98), None when unknown."""
        match path.split("."):
            case ["funds", stage, source]:
                return self.fund(stage, source)
            case ["parameter", key]:
                return self.parameters.get(key)
            case ["indicators", uid, "target" | "actual" as name]:
                found = self.indicator(uid)
                if found is None:
                    return None
                return (found.target_measure if name == "target" else found.actual_measure).number
        text = self.raw(path)
        return parse_number(text).value if text else None

    # -- snapshot form

    def to_json(self) -> dict[str, Any]:
        """JSON-ready value with every raw text; `from_json` gives an equal book back."""
        prior = {"prior": self.prior.to_json()} if self.prior else {}  # no key without it: older digests stay true
        related = {"related": self.related.to_json()} if self.related else {}  # same
        return {
            **prior,
            **related,
            "year": self.year,
            "money_unit": self.money_unit.value,
            "identity": dict(self.identity),
            "funds": [[stage, source, amount.raw] for (stage, source), amount in sorted(self.funds.items())],
            "statements": dict(self.statements),
            "indicators": [_indicator_json(i) for i in self.indicators],
            "lists": {k: [[row.uid, dict(row.cells)] for row in rows] for k, rows in self.lists.items()},
            "scores": {k: [s.raw, s.reason] for k, s in self.scores.items()},
            "parameters": {k: str(v) for k, v in self.parameters.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> FactBook:
        """Book from `to_json` output."""
        unit = MoneyUnit(data["money_unit"])
        return cls(
            year=int(data["year"]),
            money_unit=unit,
            identity=dict(data["identity"]),
            funds={(stage, source): parse_money(raw, unit) for stage, source, raw in data["funds"]},
            statements=dict(data["statements"]),
            indicators=tuple(IndicatorFact(**row) for row in data["indicators"]),
            lists={k: tuple(ListRow(uid, cells) for uid, cells in rows) for k, rows in data["lists"].items()},
            scores={k: SelfScore(raw, reason) for k, (raw, reason) in data["scores"].items()},
            parameters={k: Decimal(v) for k, v in data["parameters"].items()},
            prior=cls.from_json(data["prior"]) if "prior" in data else None,
            related=Related.from_json(data["related"]) if "related" in data else None,
        )


INDICATOR_FIELDS = (
    "level1",
    "level2",
    "name",
    "relation",
    "target",
    "unit",
    "actual",
    "progress",
    "weight",
    "score",
    "reason",
)


def _indicator_json(indicator: IndicatorFact) -> dict[str, Any]:
    return {
        "uid": indicator.uid,
        **{name: getattr(indicator, name) for name in INDICATOR_FIELDS},
        "notes": dict(indicator.notes),
    }
