"""计算性语句: sentences that carry figures of the facts; what is not known is not said."""

from __future__ import annotations

import re
from typing import Final

from blueprints.printing import SentenceNode
from blueprints.templates import fill, fill_said, needed
from composing.breakdowns import clauses_of
from composing.figures import said, text_at
from composing.inputs import Inputs
from composing.records import Record, field_content, field_said, records_of

# What the unit wrote may end with a mark where the sentence goes on with its own.
_TWO_MARKS: Final = re.compile(r"[。；;](?=[。；，])")


def sentence(inputs: Inputs, node: SentenceNode) -> str:
    """The sentence, '' when there is nothing to say.

    A sentence over single facts is said when all facts it needs are known: those in `needs`, or else every one it quotes
    outside square brackets. A sentence over records, or over a breakdown, is said when at least one clause remains.
    """
    told = _over_records(inputs, node) if node.records else _over_facts(inputs, node)
    return _TWO_MARKS.sub("", told)


def _over_facts(inputs: Inputs, node: SentenceNode) -> str:
    wanted = node.needs or needed(node.text)
    if not all(text_at(inputs, path).strip() for path in wanted):
        return ""
    return fill_said(node.text, lambda path: said(inputs, path))


def _over_records(inputs: Inputs, node: SentenceNode) -> str:
    breakdown = inputs.blueprint.breakdown(node.records)
    if breakdown is not None:
        clauses = clauses_of(inputs, breakdown, node.each)
    else:
        records = records_of(inputs, node.records, node.only, in_text=True)
        kept = [record for record in records if _says(inputs, node, record)]
        groups = [("", [record]) for record in kept] if node.listed else _grouped(node, kept)
        clauses = [_group(inputs, node, value, rows) for value, rows in groups]
    if not clauses:
        return ""
    if node.listed:
        return "\n".join("".join(clause.splitlines()) + node.end for clause in clauses)
    before = fill_said(node.before, lambda path: said(inputs, path))
    return before + node.join.join(clauses) + node.end


def _says(inputs: Inputs, node: SentenceNode, record: Record) -> bool:
    wanted = node.needs or needed(node.each)
    return all(field_content(inputs, record, name).text.strip() for name in wanted)


def _grouped(node: SentenceNode, records: list[Record]) -> list[tuple[str, list[Record]]]:
    """Records by the value of the grouping field, in order of first appearance; ungrouped they are one group."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.raw(node.group).strip() if node.group else "", []).append(record)
    return list(groups.items())


def _clause(inputs: Inputs, record: Record, template: str) -> str:
    return fill_said(template, lambda name: field_said(inputs, record, name))


def _group(inputs: Inputs, node: SentenceNode, value: str, records: list[Record]) -> str:
    # A clause may end as the unit's own sentence did; two marks in a row read badly.
    clauses = [_clause(inputs, record, node.each).strip().rstrip("。；;") for record in records]
    prefix = fill(node.group_text, lambda name: value if name == "group" else "") if value else ""
    return prefix + node.join.join(clauses)
