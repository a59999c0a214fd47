"""活数据的清单: the facts the texts of an open page may quote, for its scripts and for those who type tokens by hand."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

from composing.bound import bound_facts
from factbook.bound import BoundFacts
from filings.snapshot import Case

_MARK: Final = 16


@dataclass(frozen=True, slots=True)
class Offered:
    """本页可引用的数据: `rows` of token, label, group, value, number and unit; `mark` changes whenever one of them does."""

    rows: list[dict[str, str]]
    mark: str


def facts_in(case: Case) -> BoundFacts:
    """The facts that texts of this case may quote."""
    return bound_facts(case.blueprint, case.book, case.sheet)


def offered(facts: BoundFacts) -> Offered:
    """What the page is told."""
    rows = [
        {
            "token": fact.token,
            "code": fact.code,
            "label": fact.label,
            "group": fact.group,
            "value": fact.value,
            "number": fact.number,
            "unit": fact.unit,
        }
        for fact in facts.facts
    ]
    digest = hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()
    return Offered(rows, digest[:_MARK])


def news(facts: BoundFacts, known: str) -> dict[str, Any]:
    """The list again for a page that has an older one; most saves change no figure, so most answers carry nothing."""
    now = offered(facts)
    return {} if now.mark == known else {"facts": now.rows, "facts_mark": now.mark}
