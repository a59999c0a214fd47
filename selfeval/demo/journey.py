"""演示过程: a filing is walked to its state by the people whose job each step is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from accounts.models import User
from crosschecks.finding import Severity
from filings.actions.confirm import confirm
from filings.actions.move import hand_over, start_review
from filings.actions.open import open_filing
from filings.actions.submit import submit
from filings.actions.waive import explain, waive
from filings.models import Filing
from filings.snapshot import blueprint_of, findings_of
from projects.models import Subject
from reviews.actions.decide import approve, return_
from reviews.actions.remark import remark
from reviews.actions.score import adopt_all, score
from selfeval.demo.facts import save_facts
from selfeval.demo.masters import Town

ORDER = ("draft", "awaiting", "confirmed", "submitted", "reviewing", "returned", "approved")


def walk(row: Mapping[str, Any], *, town: Town, now: datetime) -> Filing:
    """Open one filing, fill it and bring it to the state the demo file asks for."""
    department, project = town.whose(row)
    people = {role: town.users[name] for role, name in row["people"].items()}
    subject, _ = Subject.objects.get_or_create(
        department=department, project=project, year=int(row["form"].split("/")[1])
    )
    filing = open_filing(subject=subject, form=row["form"], by=people["filler"], now=now)
    blueprint = blueprint_of(filing)
    save_facts(row.get("facts", {}), subject=subject, blueprint=blueprint, by=people["filler"], now=now)
    wanted = row.get("state", "draft")
    if wanted != "draft":
        _settle(filing, row.get("waivers", {}), people, now)
    for step in _steps(wanted):
        step(filing, row, people, now)
    return filing


Step = Callable[[Filing, Mapping[str, Any], Mapping[str, User], datetime], object]


def _steps(wanted: str) -> list[Step]:
    road: list[tuple[str, Step]] = [
        ("awaiting", lambda f, _r, p, n: hand_over(filing=f, by=p["filler"], now=n)),
        ("confirmed", lambda f, _r, p, n: confirm(filing=f, by=p["head"], now=n)),
        ("submitted", lambda f, _r, p, n: submit(filing=f, by=p["filler"], now=n)),
        ("reviewing", lambda f, _r, p, n: start_review(filing=f, by=p["reviewer"], now=n)),
    ]
    steps = [step for state, step in road if ORDER.index(state) <= ORDER.index(wanted)]
    if wanted in {"reviewing", "returned", "approved"}:
        steps.append(_review)
    if wanted == "returned":
        steps.append(lambda f, r, p, n: return_(filing=f, reason=r["return_reason"], by=p["reviewer"], now=n))
    if wanted == "approved":
        steps.append(_approve)
    return steps


def _settle(filing: Filing, waivers: Mapping[str, str], people: Mapping[str, User], now: datetime) -> None:
    """Explain warnings and waive errors by rule number, as the file says."""
    for finding in findings_of(filing):
        reason = waivers.get(finding.rule)
        if reason and finding.severity is Severity.ERROR:
            waive(filing=filing, fingerprint=finding.fingerprint, reason=reason, by=people["admin"], now=now)
        elif reason and finding.severity is Severity.WARNING:
            explain(filing=filing, fingerprint=finding.fingerprint, reason=reason, by=people["filler"], now=now)


def _review(filing: Filing, row: Mapping[str, Any], people: Mapping[str, User], now: datetime) -> None:
    for note in row.get("remarks", ()):
        remark(filing=filing, key=note["key"], label=note["label"], text=note["text"], by=people["reviewer"], now=now)
    for line in row.get("review_scores", ()):
        score(
            filing=filing,
            key=line["key"],
            points=Decimal(str(line["points"])),
            reason=line["reason"],
            by=people["reviewer"],
            now=now,
        )


def _approve(filing: Filing, row: Mapping[str, Any], people: Mapping[str, User], now: datetime) -> None:
    adopt_all(filing=filing, source="self", by=people["reviewer"], now=now)
    approve(filing=filing, reason=row.get("opinion", ""), by=people["reviewer"], now=now)
