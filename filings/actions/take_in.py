"""导入: what was ticked of a proposal, in one transaction with its audit row; all of it or nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from accounts.models import Role, User
from blueprints.schema import Blueprint
from factbook.apply import apply
from factbook.changes import ChangeSet, Conflict, FactsLocked, SaveBusy, TooLong, VersionMissing
from filings.actions.verb import hold, on_filing, require_role
from filings.carried import digest_of
from filings.importing import store
from filings.importing.proposing import change_set, proposal_of, ticked_sections
from filings.models import OPEN_STATES, CarriedText, Filing, IntakeFile, State
from filings.refused import Refused
from filings.snapshot import blueprint_of, live_book
from intake.proposal import Origin, SectionPlan

MOVED_ON = "核对期间这些内容已被他人改动，本次没有写入。页面已按现在的内容重新比对，请核对后再写入。"


def take_in(
    *, intake: IntakeFile, ticks: Collection[str], version: int | None, by: User, now: datetime, address: str = ""
) -> int:
    """写入勾选的内容; returns how many places were written. `version` is the subject's as the page showed it.

    Raises Refused when the filing is not open any more, nothing was ticked, or somebody has changed a ticked place meanwhile.
    """
    filing = intake.filing
    with on_filing("import", filing=filing, by=by, now=now, address=address) as detail:
        require_role(filing.subject.department, "导入", by=by, roles=(Role.FILLER,))
        hold(filing)
        require_open(filing)
        blueprint = blueprint_of(filing)
        book = live_book(filing, blueprint)
        taken = ticked_sections(proposal_of(intake, blueprint, book), ticks)
        if not taken:
            raise Refused("没有勾选要写入的内容。请勾选后再点“写入勾选的内容”，不需要时点“放弃”。")
        origin = f"{'沿用' if intake.origin == Origin.LAST_YEAR else '导入'} {intake.name}"[:120]
        for section in taken:
            changes = change_set(filing, section, book, version, origin)
            _apply(filing, changes, blueprint, by, now)
        count = sum(len(section.items) + len(section.rows) for section in taken)
        _mark(filing, taken, intake, by, now)
        detail.update(file=intake.name, digest=intake.digest, origin=intake.origin, places=count)
        store.drop(intake)
    return count


def require_open(filing: Filing) -> None:
    """Refuse while the filing is out of the filler's hands."""
    filing.refresh_from_db(fields=["state"])
    if filing.state not in OPEN_STATES:
        raise Refused(f"本填报现为“{State(filing.state).label}”，内容已锁定，没有写入。需要修改请先撤回。")


def _apply(filing: Filing, changes: ChangeSet, blueprint: Blueprint, by: User, now: datetime) -> None:
    try:
        apply(subject=filing.subject, changes=changes, blueprint=blueprint, by=by, now=now)
    except Conflict as conflict:
        raise Refused(MOVED_ON) from conflict
    except VersionMissing as missing:
        raise Refused("本页缺少有效的版本号，没有写入。请刷新页面核对后再写入。") from missing
    except (FactsLocked, SaveBusy, TooLong) as refusal:
        raise Refused(f"没有写入：{refusal}") from refusal


def _mark(filing: Filing, taken: list[SectionPlan], intake: IntakeFile, by: User, now: datetime) -> None:
    """沿用待改 for last year's words."""
    for item in (item for section in taken for item in section.items if item.carried):
        fresh = {"digest": digest_of(item.found), "source": intake.name, "by": by, "at": now}
        settled = {"settled_by": None, "settled_at": None}
        CarriedText.objects.update_or_create(subject=filing.subject, path=item.path, defaults=fresh | settled)
