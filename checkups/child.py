"""体检的子进程: reads one file from outside and asks the rules about it, confined as every reader (documents.readers.confine).

What somebody drops in may be made to keep a rule busy for hours; here that costs a minute of one processor and nobody's worker.
"""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from typing import Any

from checkups.result import to_json
from crosschecks import papers
from crosschecks.profile import Profile
from documents.readers import limits
from documents.readers.child import paper_of
from documents.readers.confine import serve
from filings.frozen import decode


class _Kept(logging.Handler):
    """留话: what the rules log, for the process that asked."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(self.format(record))


def checked(path: str, extension: str, name: str, without: str, profile: str) -> dict[str, Any]:
    """The result as it is stored, with `log`: what went wrong within a rule.

    `without`: rules not asked, parted by commas; `profile`: crosschecks.profile.Profile as JSON.
    """
    kept = _Kept()
    papers.logger.addHandler(kept)
    try:
        paper = replace(paper_of(path, extension), name=name)
        findings = papers.check_paper(paper, decode(Profile, json.loads(profile)), without=without.split(","))
    finally:
        papers.logger.removeHandler(kept)
    return to_json(paper, findings) | {"log": kept.told}


def main(path: str, extension: str, name: str, without: str, profile: str) -> None:
    """Entry of the child."""
    means = {"memory": limits.CHECKING_MEMORY, "cpu": limits.CHECKING_CPU_SECONDS}
    serve(lambda: checked(path, extension, name, without, profile), **means)
