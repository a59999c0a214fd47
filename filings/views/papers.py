"""成品栏: the papers of a filing that a reader may open and download, each told apart from the other."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import User
from filings.editions import editions_of
from filings.models import Edition, Filing, Snapshot
from filings.views.seen import seen_snapshot


@dataclass(frozen=True, slots=True)
class PaperShown:
    """一种成品: how it is called and what it holds, both '' where there is only one; `query` of its addresses."""

    title: str = ""
    said: str = ""
    query: str = ""
    is_draft: bool = False


def papers_of(filing: Filing, user: User) -> list[PaperShown]:
    """The papers `user` is shown, the latest first."""
    snapshot = seen_snapshot(filing, user)
    editions = editions_of(snapshot) if snapshot else ()
    if snapshot is None or len(editions) == 1:
        return [PaperShown(is_draft=snapshot is None)]
    return [PaperShown(str(each.label), _said(each, snapshot), f"?edition={each.value}") for each in editions]


def _said(edition: Edition, snapshot: Snapshot) -> str:
    if edition is Edition.FINAL:
        return "审核通过后的成品，印有财政复核的得分、等次或意见，年度资料包收这一份"
    return f"第 {snapshot.round} 轮报送时的原样，复核各栏空着"
