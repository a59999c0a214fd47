"""审核的防改: remarks that were delivered, decisions and the scores under them stay as they were; no outcome without one."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from audit.ddl import Trigger, missing, refuse, refuse_replacing
from filings.triggers import FILING, refuse_if
from reviews.models import Decision, Remark, ReviewScore

REMARK, SCORE, DECISION = "reviews_remark", "reviews_reviewscore", "reviews_decision"
DELIVERED = "审核意见已送达单位，不能修改或删除。"
DECIDED = "本轮审核已有决定，复核得分不能再变。"


def _not_reviewing(row: str) -> str:
    """SQL: is the row's filing out of review, or in review of another round than the row's?"""
    return (
        f"NOT EXISTS (SELECT 1 FROM filings_filing f WHERE f.id = {row}.filing_id"  # noqa: S608 - built from constants
        f" AND f.state = 'reviewing' AND f.round = {row}.round)"
    )


def _decided(row: str) -> str:
    return f"EXISTS (SELECT 1 FROM reviews_decision d WHERE d.filing_id = {row}.filing_id AND d.round = {row}.round)"  # noqa: S608 - same


_WORDS = " OR ".join(f"NEW.{c} <> OLD.{c}" for c in ("filing_id", "round", "key", "label", "text", "by_id", "at"))
# Answers are given while the unit has the form back, and only then.
_ANSWER = (
    "NEW.reply <> OLD.reply OR NEW.answer <> OLD.answer"
    " OR COALESCE(NEW.answered_by_id, 0) <> COALESCE(OLD.answered_by_id, 0)"
)
_NOT_RETURNED = (
    "NOT EXISTS (SELECT 1 FROM filings_filing f WHERE f.id = OLD.filing_id"
    " AND f.state = 'returned' AND f.returned_round = OLD.round)"
)

_DECISION = "审核决定只能新增，不能修改、删除或清空。"
_UNDECIDED = (
    "OLD.state = 'reviewing' AND NEW.state IN ('returned', 'approved') AND NOT EXISTS (SELECT 1 FROM reviews_decision d"
    " WHERE d.filing_id = NEW.id AND d.round = OLD.round AND d.kind = NEW.state)"
)

_UNAPPROVED = (
    "NEW.edition = 'final' AND NOT EXISTS (SELECT 1 FROM filings_snapshot s JOIN reviews_decision d"
    " ON d.filing_id = s.filing_id AND d.round = s.round WHERE s.id = NEW.snapshot_id AND d.kind = 'approved')"
)

TRIGGERS: tuple[Trigger, ...] = (
    refuse_if("filing_decided", FILING, "UPDATE", _UNDECIDED, "没有审核决定，不能改为退回或通过，只能按流转规定办理。"),
    refuse_if(f"{REMARK}_delivered_update", REMARK, "UPDATE", f"({_WORDS}) AND {_not_reviewing('OLD')}", DELIVERED),
    refuse_if(
        f"{REMARK}_answer_in_time",
        REMARK,
        "UPDATE",
        f"({_ANSWER}) AND {_NOT_RETURNED}",
        "只有退回期间才能答复审核意见。",
    ),
    refuse_if(f"{REMARK}_delivered_delete", REMARK, "DELETE", _not_reviewing("OLD"), DELIVERED),
    refuse_if(f"{REMARK}_in_review", REMARK, "INSERT", _not_reviewing("NEW"), "只有审核中的填报才能写审核意见。"),
    refuse(REMARK, "TRUNCATE", DELIVERED),
    refuse_if(f"{SCORE}_in_review", SCORE, "INSERT", _not_reviewing("NEW"), "只有审核中的填报才能复核打分。"),
    refuse_if(f"{SCORE}_frozen_update", SCORE, "UPDATE", f"{_decided('OLD')} OR {_not_reviewing('NEW')}", DECIDED),
    refuse_if(f"{SCORE}_frozen_delete", SCORE, "DELETE", f"{_decided('OLD')} OR {_not_reviewing('OLD')}", DECIDED),
    refuse(SCORE, "TRUNCATE", DECIDED),
    *(refuse(DECISION, event, _DECISION) for event in ("UPDATE", "DELETE", "TRUNCATE")),
    refuse_if("document_final", "filings_storeddocument", "INSERT", _UNAPPROVED, "没有审核通过，不能登记审定稿。"),
    refuse_replacing(Remark, DELIVERED),
    refuse_replacing(ReviewScore, DECIDED),
    refuse_replacing(Decision, _DECISION),
)


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers of reviews that `connection` lacks."""
    return missing(connection, TRIGGERS)
