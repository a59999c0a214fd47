"""报送: freezes everything the unit says into a snapshot. From here on the filing is drawn from it only."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from accounts.models import User
from filings import gate, jobs
from filings.actions.verb import hold, move, on_filing, require
from filings.digests import digest_of_facts, digest_of_snapshot
from filings.frozen import encode
from filings.models import Filing, SignOff, Snapshot
from filings.refused import Refused, refused_for
from filings.related import hold_related
from filings.snapshot import Case, blueprint_of, live_case
from filings.states import transition


def submit(*, filing: Filing, by: User, now: datetime, version: int | None = None, address: str = "") -> Snapshot:
    """报送. Refused while findings or remarks are open, or when a fact changed after the head confirmed."""
    step = transition("submit")
    with on_filing(step.name, filing=filing, by=by, now=now, address=address) as detail:
        require(filing, step, by=by)
        subject = hold(filing)
        hold_related(filing, blueprint_of(filing))
        case = live_case(filing)
        signoff = require_signed(filing, case)
        if found := gate.problems(filing, case=case):
            raise refused_for(step.verb, found)
        snapshot = freeze(filing, case, signoff, facts_version=subject.version, by=by, now=now)
        move(filing, step, by=by, now=now, version=version, round=snapshot.round)
        detail.update(round=snapshot.round, snapshot=snapshot.digest)
        transaction.on_commit(partial(jobs.enqueue, "render_snapshot", snapshot.pk), robust=True)
    return snapshot


def require_signed(filing: Filing, case: Case) -> SignOff:
    """Refuse unless the facts are, byte for byte, those that the head confirmed for this round."""
    signoff = filing.signoffs.filter(round=filing.round + 1).last()
    if signoff is None:
        raise Refused(f"“{filing.subject}”本轮没有负责人确认记录，不能报送。请撤回确认后重新送负责人确认。")
    if signoff.facts_digest != digest_of_facts(case.book):
        raise Refused(
            f"确认后数据有变动：{signoff.by} 于 {signoff.at:%Y年%m月%d日} 确认的内容与现在的内容不一致"
            "（可能在同一对象的另一张表或所附的项目表中修改，或主数据有调整）。请撤回确认，核对后重新送负责人确认。"
        )
    return signoff


def freeze(filing: Filing, case: Case, signoff: SignOff, *, facts_version: int, by: User, now: datetime) -> Snapshot:
    """Write the snapshot of the next round."""
    body = payload(filing, case, signoff)
    text = case.blueprint.text
    return Snapshot.objects.create(
        filing=filing,
        round=filing.round + 1,
        at=now,
        by=by,
        payload=body,
        blueprint_text=text,
        blueprint_digest=case.blueprint.digest,
        facts_version=facts_version,
        total_self=case.sheet.self_total,
        total_computed=case.sheet.computed_total,
        grade=case.sheet.grade,
        digest=digest_of_snapshot(body, text),
    )


def payload(filing: Filing, case: Case, signoff: SignOff) -> dict[str, Any]:
    """Facts, scores with their reasons, findings with what covers them, and who confirmed."""
    waivers = [
        {
            "fingerprint": held.waiver.fingerprint,
            "rule": held.waiver.rule,
            "kind": held.waiver.kind,
            "reason": held.waiver.reason,
            "by": str(held.waiver.by),
            "at": held.waiver.at.isoformat(),
        }
        for held in gate.stand(filing, case.findings)
        if held.waiver
    ]
    return {
        "facts": case.book.to_json(),
        "scores": encode(case.sheet),
        "findings": encode(case.findings),
        "waivers": waivers,
        "signoff": {"by": str(signoff.by), "at": signoff.at.isoformat(), "facts_digest": signoff.facts_digest},
        "note": filing.note,
    }
