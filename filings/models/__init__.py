"""填报的模型."""

from filings.models.bundle import Bundle, BundleItem
from filings.models.feedback import FalseAlarm, RuleLevel
from filings.models.filing import (
    FROZEN_STATES,
    OPEN_STATES,
    WAIVABLE,
    BlueprintVersion,
    Filing,
    State,
)
from filings.models.intake import CarriedText, IntakeFile
from filings.models.notice import Extension, Notice
from filings.models.record import Edition, SignOff, Snapshot, StoredDocument, Waiver
from filings.models.upload import UploadedBlueprint

__all__ = [
    "FROZEN_STATES",
    "OPEN_STATES",
    "WAIVABLE",
    "BlueprintVersion",
    "Bundle",
    "BundleItem",
    "CarriedText",
    "Edition",
    "Extension",
    "FalseAlarm",
    "Filing",
    "IntakeFile",
    "Notice",
    "RuleLevel",
    "SignOff",
    "Snapshot",
    "State",
    "StoredDocument",
    "UploadedBlueprint",
    "Waiver",
]
