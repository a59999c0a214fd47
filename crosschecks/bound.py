"""活数据的检查: texts that quote a fact which the form does not have, has twice, or which nobody has filled in.

No form has to ask for it: a paper must never go out with a hole where a figure was meant to stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprints.schema import Blueprint
from crosschecks.finding import Finding, Place, Severity
from factbook.book import FactBook
from factbook.bound import BoundFact, BoundFacts, Columns, Reading, prose
from factbook.labels import label_of
from values.tokens import Token, has_tokens, pieces

RULE: Final = "B01"
NAME: Final = "活数据"
_PROBLEMS: Final = {
    "unknown": (
        "引用的数据“{name}”在本表中找不到（可能已改名、删除，或是从别处复制来的）",
        "在该处删去这一记号，用“插入数据”重新选择；确要印出花括号的，在前面加一个反斜杠 \\",
    ),
    "several": ("引用的数据“{name}”在本表中不止一处，不知道是哪一处", "在该处删去这一记号，用“插入数据”选定其中一处"),
    "blank": ("引用的“{name}”还没有填写，印出来会是空缺", "请先填写“{name}”，或改用文字说明"),
}


def unbound_findings(blueprint: Blueprint, book: FactBook, columns: Columns, facts: BoundFacts) -> tuple[Finding, ...]:
    """One finding for every token without a value; the same token twice in one text is said once."""
    texts = [(path, text) for path, text in prose(book, columns) if has_tokens(text)]
    return tuple(finding for path, text in texts for finding in _in_text(blueprint, book, facts, path, text))


def _in_text(blueprint: Blueprint, book: FactBook, facts: BoundFacts, path: str, text: str) -> Iterator[Finding]:
    tokens = dict.fromkeys(piece for piece in pieces(text) if isinstance(piece, Token))
    for token in tokens:
        reading = facts.read(token)
        if reading.problem:
            yield _finding(Place(path, label_of(blueprint, book, path), token.text), token, reading)


def _finding(place: Place, token: Token, reading: Reading) -> Finding:
    name = reading.fact.label if reading.fact else token.name
    trouble, remedy = (words.format(name=name) for words in _PROBLEMS[reading.problem])
    return Finding(
        rule=RULE,
        severity=Severity.ERROR,
        message=f"“{place.label}”{trouble}",
        arithmetic="",
        places=(place, *_filled_at(reading.fact)),
        remedy=remedy,
        pending=reading.problem == "blank",
    )


def _filled_at(fact: BoundFact | None) -> tuple[Place, ...]:
    return (Place(fact.path, fact.label),) if fact else ()
