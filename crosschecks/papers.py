"""成文勾稽: the paper halves of the rules, run over any paper: a file from anywhere, or a filing as it will be printed."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from crosschecks.context import Found
from crosschecks.finding import Finding, Place
from crosschecks.kind import Kind
from crosschecks.kinds.registry import KINDS
from crosschecks.profile import NATIONAL, Profile
from crosschecks.reports.read import dossier_of
from crosschecks.reports.report import Dossier
from documents.readers.paper import Paper

logger: Final = logging.getLogger(__name__)
MOST: Final = 200  # findings of one rule on one paper; nobody reads more, and every one costs whoever shows it
_ORDER: Final = {rule: number for number, rule in enumerate(KINDS)}


def check_paper(paper: Paper, profile: Profile = NATIONAL, *, without: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything that does not agree on a paper, in catalogue order, within a rule from top to bottom, each thing said once.

    `without`: rules that are not asked.
    """
    return check_dossier(dossier_of(paper), profile, without=without)


def check_dossier(dossier: Dossier, profile: Profile = NATIONAL, *, without: Iterable[str] = ()) -> tuple[Finding, ...]:
    """The same for a paper already read."""
    left_out = frozenset(without)
    kinds = [kind for kind in KINDS.values() if kind.paper is not None and kind.rule not in left_out]
    found = [finding for kind in kinds for finding in _findings(kind, dossier, profile)]
    return tuple(sorted(said_once(found), key=_by_rule_and_place))


def _said(kind: Kind, dossier: Dossier, profile: Profile) -> list[Found]:
    """What a rule has to say. A slip of one rule on a paper nobody foresaw costs that rule, not the whole check; tests fail on it."""
    told: list[Found] = []
    try:
        if kind.paper is not None:
            told.extend(kind.paper(dossier, profile))
    except Exception:
        logger.exception("规则%s没有查完这份文件", kind.rule)
    return told


def _findings(kind: Kind, dossier: Dossier, profile: Profile) -> Iterator[Finding]:
    said = _said(kind, dossier, profile)
    more = f"（这条规则另有{len(said) - MOST}处，没有一一列出。）" if len(said) > MOST else ""
    for number, found in enumerate(said[:MOST], 1):
        yield Finding(
            rule=kind.rule,
            severity=found.severity or kind.severity,
            message=found.message + more * (number == MOST),
            arithmetic=found.arithmetic,
            places=found.places,
            remedy=found.remedy,
            source=kind.source,
            pending=found.pending,
            fix=found.fix,
        )


def _by_rule_and_place(finding: Finding) -> tuple[int, int]:
    return _ORDER[finding.rule], min((place.line for place in finding.places), default=0)


def said_once(found: Sequence[Finding]) -> list[Finding]:
    """Without findings that a rule they yield to has made of the same places, and without repetitions."""
    spots = [_spots(finding) for finding in found]
    at: dict[tuple[str, object], set[frozenset[object]]] = {}
    for finding, own in zip(found, spots, strict=True):
        for spot in own:
            at.setdefault((finding.rule, spot), set()).add(own)
    kept: dict[object, Finding] = {}
    for finding, own in zip(found, spots, strict=True):
        better = (
            places for rule in KINDS[finding.rule].yields_to for spot in own for places in at.get((rule, spot), ())
        )
        if not any(_same(own, places) for places in better):
            kept.setdefault((finding.rule, finding.arithmetic, own), finding)
    return list(kept.values())


def _spots(finding: Finding) -> frozenset[object]:
    return frozenset(_spot(place) for place in finding.places)


def _spot(place: Place) -> object:
    digits = "".join(char for char in place.quote if char.isdigit() or char == ".")
    return (place.path, place.line, place.cell, digits)


def _same(own: frozenset[object], other: frozenset[object]) -> bool:
    """Two places in common; one is enough for a finding of one place."""
    return len(own & other) >= min(2, len(own))
