"""计算性语句: sentences that carry figures of the facts; what is not known is not said."""

from __future__ import annotations

from blueprints.printing import SentenceNode
from blueprints.templates import fill, places
from composing.figures import filled, said, text_at
from composing.inputs import Inputs
from composing.records import Record, field_content, fill_record, records_of


def sentence(inputs: Inputs, node: SentenceNode) -> str:
    """The sentence, '' when there is nothing to say.

    A sentence over single facts is said when all facts it needs are known: those in `needs`, or else every one it quotes. A
    sentence over records is said when at least one clause remains.
    """
    return _over_records(inputs, node) if node.records else _over_facts(inputs, node)


def _over_facts(inputs: Inputs, node: SentenceNode) -> str:
    needed = node.needs or places(node.text)
    if not all(text_at(inputs, path).strip() for path in needed):
        return ""
    return fill(node.text, lambda path: said(inputs, path))


def _over_records(inputs: Inputs, node: SentenceNode) -> str:
    kept = [record for record in records_of(inputs, node.records, node.only) if _says(inputs, node, record)]
    clauses = [_group(inputs, node, value, rows) for value, rows in _grouped(node, kept)]
    if not clauses:
        return ""
    return filled(inputs, node.before) + node.join.join(clauses) + node.end


def _says(inputs: Inputs, node: SentenceNode, record: Record) -> bool:
    needed = node.needs or places(node.each)
    return all(field_content(inputs, record, name).text.strip() for name in needed)


def _grouped(node: SentenceNode, records: list[Record]) -> list[tuple[str, list[Record]]]:
    """Records by the value of the grouping field, in order of first appearance; ungrouped they are one group."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.raw(node.group).strip() if node.group else "", []).append(record)
    return list(groups.items())


def _group(inputs: Inputs, node: SentenceNode, value: str, records: list[Record]) -> str:
    # A clause may end as the unit's own sentence did; two marks in a row read badly.
    clauses = [fill_record(inputs, record, node.each).strip().rstrip("。；;") for record in records]
    prefix = fill(node.group_text, lambda name: value if name == "group" else "") if value else ""
    return prefix + node.join.join(clauses)
