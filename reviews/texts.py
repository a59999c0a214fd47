"""报送的文字: every prose text of many submissions, as printed, in a handful of queries; kept, because snapshots never change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import F, Min

from blueprints.kept import parsed
from blueprints.schema import Blueprint
from composing.bound import expanded
from crosschecks.similar.copies import fixed_words
from crosschecks.similar.prose import Prose
from factbook.book import FactBook
from factbook.bound import prose, prose_columns, quotes_facts
from factbook.labels import label_of
from filings.frozen import decode
from filings.models import Filing, Snapshot
from filings.snapshot import Case
from scoring.sheet import ScoreSheet


@dataclass(frozen=True, slots=True)
class Key:
    """快照的标识: its number and digest, so that what is kept can never be another's; and the filing it belongs to."""

    snapshot: int
    digest: str
    filing: int


@dataclass(frozen=True, slots=True)
class Texts:
    """文字 by filing, and the shingles of what their forms say themselves."""

    of: Mapping[int, tuple[Prose, ...]]
    fixed: frozenset[str]


def keys_of(filings: Iterable[Filing]) -> tuple[Key, ...]:
    """Last submission of each filing that has one, by filing."""
    last = Snapshot.objects.filter(filing__in=[filing.pk for filing in filings], round=F("filing__round"))
    return tuple(Key(*row) for row in last.order_by("filing").values_list("pk", "digest", "filing"))


@lru_cache(maxsize=8)
def texts_of(keys: tuple[Key, ...]) -> Texts:
    """Texts of these submissions; three queries, however many there are, once for each set of them."""
    numbers = [key.snapshot for key in keys]
    rows = Snapshot.objects.filter(pk__in=numbers).order_by("filing")
    blueprints = _blueprints(numbers)
    facts = list(rows.values_list("pk", "filing", "blueprint_digest", "payload__facts"))
    books = {pk: (filing, blueprints[digest], FactBook.from_json(data)) for pk, filing, digest, data in facts}
    quoting = [pk for pk, (_, blueprint, book) in books.items() if quotes_facts(book, prose_columns(blueprint))]
    sheets = _sheets(quoting)
    found = {
        filing: tuple(proses(filing, blueprint, _read(blueprint, book, sheets.get(pk))))
        for pk, (filing, blueprint, book) in books.items()
    }
    return Texts(found, fixed_words(blueprint.text for blueprint in blueprints.values()))


def proses_of_case(filing: Filing, case: Case) -> tuple[Prose, ...]:
    """Texts of one filing as somebody is shown it (`filings.views.seen`)."""
    return tuple(proses(filing.pk, case.blueprint, case.book))


def proses(owner: int, blueprint: Blueprint, book: FactBook) -> Iterator[Prose]:
    """Texts of a book whose quoted facts are put in already."""
    for path, text in prose(book, prose_columns(blueprint)):
        if text.strip():
            yield Prose(owner, path, label_of(blueprint, book, path), text)


def _read(blueprint: Blueprint, book: FactBook, sheet: ScoreSheet | None) -> FactBook:
    return expanded(blueprint, book, sheet)[0] if sheet else book


def _blueprints(numbers: Sequence[int]) -> dict[str, Blueprint]:
    """Every form once, by digest: 300 submissions of one form carry its text 300 times."""
    rows = Snapshot.objects.filter(pk__in=numbers).order_by().values("blueprint_digest").annotate(first=Min("pk"))
    texts = Snapshot.objects.filter(pk__in=[row["first"] for row in rows])
    return {
        digest: parsed(text, "快照表样") for digest, text in texts.values_list("blueprint_digest", "blueprint_text")
    }


def _sheets(numbers: Sequence[int]) -> dict[int, ScoreSheet]:
    """Scores of those few whose texts quote facts."""
    rows: Iterable[tuple[int, Any]] = (
        Snapshot.objects.filter(pk__in=numbers).values_list("pk", "payload__scores") if numbers else ()
    )
    return {pk: decode(ScoreSheet, data) for pk, data in rows}
