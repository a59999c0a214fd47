"""批次的雷同: what filings of a batch have in common with each other, with last year, with templates and with other places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from accounts.models import User
from crosschecks.similar.copies import Copied, Likeness, fixed_words
from crosschecks.similar.foreign import Named, Names
from crosschecks.similar.prose import Prose, key_of
from crosschecks.similar.residue import Residue, residue
from filings.models import Filing
from filings.snapshot import Case
from reviews.batches import desk_filings
from reviews.homes import homes_of, known_names
from reviews.texts import Key, Texts, keys_of, proses_of_case, texts_of


@dataclass(frozen=True, slots=True)
class Shared:
    """雷同的多少: copied share of the text that counts (None without any), the filing most of it is shared with."""

    share: float | None
    closest: int | None = None


@dataclass(frozen=True, slots=True)
class InText:
    """文字里的一处: a template's residue or a foreign name, and the text it stands in."""

    prose: Prose
    found: Residue | Named


@dataclass(frozen=True, slots=True)
class LikenessRow:
    """一份填报 of the overview. `last_year` is None where nothing of last year is kept."""

    filing: Filing
    siblings: Shared
    last_year: Shared | None
    residue: int
    names: int


@dataclass(frozen=True, slots=True)
class Detail:
    """一份填报的对照: passages beside siblings and beside last year, residue and names; `others` by number."""

    siblings: tuple[Copied, ...]
    last_year: tuple[Copied, ...]
    before: Filing | None
    residue: tuple[InText, ...]
    names: tuple[InText, ...]
    others: Mapping[int, Filing]


def overview(user: User, filings: Sequence[Filing]) -> list[LikenessRow]:
    """A row for every filing of a batch that was submitted."""
    keys = keys_of(filings)
    texts = texts_of(keys)
    siblings = shared_in(keys)
    before = last_year_of(user, filings)
    yearly = shared_with(keys, tuple(sorted(_keys_by(before).items(), key=lambda pair: pair[0])))
    names = Names(known_names(), homes_of(filings), [each for group in texts.of.values() for each in group])
    return [
        LikenessRow(
            filing,
            siblings[filing.pk],
            yearly.get(filing.pk),
            sum(len(residue(each.text)) for each in texts.of[filing.pk]),
            sum(len(names.foreign(each)) for each in texts.of[filing.pk]),
        )
        for filing in filings
        if filing.pk in texts.of
    ]


def detail(user: User, filing: Filing, case: Case) -> Detail:
    """Everything about one filing, as its viewer is shown it (`case`, its texts as printed)."""
    own = proses_of_case(filing, case)
    locality = filing.subject.department.locality
    batch = desk_filings(user).filter(subject__department__locality=locality, form=filing.form).exclude(pk=filing.pk)
    others = {other.pk: other for other in batch}
    keys = keys_of([filing, *others.values()])
    texts = texts_of(keys)
    proses = [*own, *(each for pk, group in texts.of.items() if pk != filing.pk for each in group)]
    fixed = texts.fixed | fixed_words([case.blueprint.text])
    # Shown as submitted, the filing is one of the batch that was compared before; shown live, it is compared now.
    likeness = likeness_in(keys) if texts.of.get(filing.pk) == own else Likeness(proses, fixed)
    before = last_year_of(user, [filing]).get(filing.pk)
    earlier = texts_of(keys_of([before])) if before else Texts({}, frozenset())
    names = Names(known_names(), homes_of([filing, *others.values()]), proses)
    return Detail(
        siblings=tuple(likeness.copies(filing.pk)),
        last_year=tuple(_against(own, earlier, fixed).copies(filing.pk)),
        before=before,
        residue=tuple(InText(each, found) for each in own for found in residue(each.text)),
        names=tuple(InText(each, found) for each in own for found in names.foreign(each)),
        others=others | ({before.pk: before} if before else {}),
    )


def last_year_of(user: User, filings: Sequence[Filing]) -> dict[int, Filing]:
    """The same project's (or unit's) filing of the year before, of whatever form, where one was submitted."""
    wanted = {(f.subject.department_id, f.subject.project_id, f.subject.year - 1): f.pk for f in filings}
    earlier = desk_filings(user).filter(
        subject__department__in={department for department, _, _ in wanted},
        subject__year__in={year for _, _, year in wanted},
        round__gt=0,
    )
    found: dict[int, list[Filing]] = {}
    for other in earlier:
        subject = other.subject
        pk = wanted.get((subject.department_id, subject.project_id, subject.year))
        if pk is not None:
            found.setdefault(pk, []).append(other)
    forms = {filing.pk: filing.form for filing in filings}
    return {pk: min(each, key=lambda other: _nearness(other, forms[pk])) for pk, each in found.items()}


def _nearness(other: Filing, form: str) -> tuple[bool, str, int]:
    """Of several forms of last year the one of the same name comes first."""
    return other.form.rpartition("/")[2] != form.rpartition("/")[2], other.form, other.pk


@lru_cache(maxsize=4)
def likeness_in(keys: tuple[Key, ...]) -> Likeness:
    """The texts of a batch compared with each other; kept, because what was submitted stays."""
    texts = texts_of(keys)
    return Likeness((each for group in texts.of.values() for each in group), texts.fixed)


@lru_cache(maxsize=4)
def shared_in(keys: tuple[Key, ...]) -> dict[int, Shared]:
    """How much each filing of a batch shares with the others."""
    likeness = likeness_in(keys)
    return {key.filing: _shared(likeness, key.filing) for key in keys}


@lru_cache(maxsize=4)
def shared_with(keys: tuple[Key, ...], before: tuple[tuple[int, Key], ...]) -> dict[int, Shared]:
    """How much each filing shares with its own of last year."""
    texts, earlier = texts_of(keys), texts_of(tuple(key for _, key in before))
    pairs = {pk: key.filing for pk, key in before if pk in texts.of}
    found = {}
    for pk, last in pairs.items():
        one = Texts({last: earlier.of[last]}, earlier.fixed)
        found[pk] = _shared(_against(texts.of[pk], one, texts.fixed), pk)
    return found


def _keys_by(before: Mapping[int, Filing]) -> dict[int, Key]:
    keys = {key.filing: key for key in keys_of(before.values())}
    return {pk: keys[last.pk] for pk, last in before.items() if last.pk in keys}


def _against(own: Sequence[Prose], earlier: Texts, fixed: frozenset[str]) -> Likeness:
    return Likeness([*own, *(each for group in earlier.of.values() for each in group)], fixed | earlier.fixed)


def _shared(likeness: Likeness, pk: int) -> Shared:
    length = likeness.length(pk)
    copies = likeness.copies(pk)
    weights: Counter[int] = Counter()
    for copied in copies:
        weights[copied.theirs.owner] += len(key_of(copied.mine.text))
    closest = min(weights, key=lambda other: (-weights[other], other)) if weights else None
    return Shared(sum(weights.values()) / length if length else None, closest)
