"""勾稽: every check a form asks for, run over its facts and its score sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from blueprints.schema import Blueprint, CheckDef
from crosschecks.context import Context, Found
from crosschecks.finding import Finding, Place, Severity
from crosschecks.kind import Kind
from crosschecks.kinds.registry import KINDS
from crosschecks.papers import check_paper
from crosschecks.params import ParamError, read
from crosschecks.profile import profile_of
from crosschecks.reach import left_out, within
from crosschecks.reading import reading_order
from documents.readers.paper import Paper
from factbook.book import FactBook
from scoring.sheet import ScoreSheet

_GRAVITY = tuple(Severity)


def run(blueprint: Blueprint, book: FactBook, sheet: ScoreSheet, paper: Paper | None = None) -> tuple[Finding, ...]:
    """All findings: in catalogue order, within a rule in the form's reading order, the same thing said once.

    A check with `when` runs only when that is known to hold. `paper`: the form as it will be printed; what its words and figures
    say to each other is told after what the form's own checks say, and before everything what of it is too much to look at. Raises ParamError for a check that `lint_checks` refuses.
    """
    context = Context(blueprint, book, sheet)
    places = reading_order(blueprint, book)
    found = [finding for check in blueprint.checks for finding in _findings(context, check)]
    beyond: list[Finding] = []
    if paper is not None:
        near, rest = within(paper)
        found += _on_paper(context, near)
        beyond += (_in_form(context, finding) for finding in left_out(rest))

    def order(finding: Finding) -> tuple[int, int]:
        first = min((places.get(place.path, len(places)) for place in finding.places), default=len(places))
        return tuple(KINDS).index(finding.rule), first

    return (*beyond, *sorted(_once(found), key=order))


def _on_paper(context: Context, paper: Paper) -> Iterator[Finding]:
    """Paper halves of the rules whose form half does not already look.

    A rule without a form half that the form names has the severity it names; every other only hints, so that what was read out of
    prose never stops a filing by itself (docs/adr/0024).
    """
    checks = {check.rule: check for check in context.blueprint.checks}
    looked_at = [rule for rule, kind in KINDS.items() if rule in checks and kind.check is not None]
    for finding in check_paper(paper, profile_of(context.blueprint), without=looked_at):
        check = checks.get(finding.rule)
        told = _in_form(context, finding)
        if check is None:
            yield replace(told, severity=Severity.HINT)
        elif check.when is None or check.when.holds(context.view):
            yield replace(told, severity=Severity(check.severity)) if check.severity else told


def _in_form(context: Context, finding: Finding) -> Finding:
    return replace(finding, places=tuple(_as_asked(context, place) for place in finding.places))


def _as_asked(context: Context, place: Place) -> Place:
    """A place of the paper under the name the form gives its fact."""
    label = context.label(place.path) if place.path else ""
    return replace(place, label=label) if label else place


def kind_of(check: CheckDef) -> Kind:
    """The catalogue's entry of a check. Raises ParamError, naming the rules there are."""
    try:
        return KINDS[check.rule]
    except KeyError:
        raise ParamError(f"没有“{check.rule}”这条勾稽规则，可用的有：{'、'.join(KINDS)}") from None


def _findings(context: Context, check: CheckDef) -> Iterator[Finding]:
    if check.when is not None and not check.when.holds(context.view):
        return
    kind = kind_of(check)
    if kind.check is None:
        return  # looks at the paper only
    params = read(check.params, kind.readers, kind.required, kind.params)
    for found in kind.check(context, params):
        yield _finding(kind, check, found)


def _finding(kind: Kind, check: CheckDef, found: Found) -> Finding:
    """What the form says of the severity wins over the rule's own words."""
    return Finding(
        rule=kind.rule,
        severity=Severity(check.severity) if check.severity else found.severity or kind.severity,
        message=found.message,
        arithmetic=found.arithmetic,
        places=found.places,
        remedy=found.remedy,
        source=kind.source,
        pending=found.pending,
        fix=found.fix,
    )


def _once(found: list[Finding]) -> list[Finding]:
    """Each fingerprint once, the gravest of its kind, so that no error hides behind a warning of the same words."""
    gravest: dict[str, Finding] = {}
    for finding in found:
        known = gravest.setdefault(finding.fingerprint, finding)
        if _GRAVITY.index(finding.severity) < _GRAVITY.index(known.severity):
            gravest[finding.fingerprint] = finding
    return list(gravest.values())
