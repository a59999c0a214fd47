"""体检结果的存放: a paper and its findings as JSON and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from crosschecks.finding import Finding
from documents.readers.paper import Paper, PaperBlock, PaperChart, PaperTable, PaperText
from filings.frozen import decode, encode

KINDS: Final[dict[str, type[PaperText | PaperTable | PaperChart]]] = {
    "text": PaperText,
    "table": PaperTable,
    "chart": PaperChart,
}
WORDS: Final = {kind: word for word, kind in KINDS.items()}


def to_json(paper: Paper, findings: Sequence[Finding]) -> dict[str, Any]:
    """{"blocks": [[word, block], …], "findings": [finding, …]}."""
    return {
        "blocks": [[WORDS[type(block)], encode(block)] for block in paper.blocks],
        "findings": findings_to_json(findings),
    }


def findings_to_json(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The second half of it."""
    return [encode(finding) for finding in findings]


def blocks_of(result: dict[str, Any]) -> tuple[PaperBlock, ...]:
    """The paper as read."""
    return tuple(decode(KINDS[word], data) for word, data in result["blocks"])


def findings_of(result: dict[str, Any]) -> tuple[Finding, ...]:
    """What was found on it."""
    return tuple(decode(Finding, data) for data in result["findings"])
