"""逐条语句的读回: a sentence that the form writes over its records (数量指标：甲达到100%；…) taken apart into them again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from blueprints.printing import SentenceNode
from intake.pattern import squeezed

_PLACE: Final = re.compile(r"\{([a-z0-9_.]+)\}")
_PARTS: Final = re.compile(r"[；;]")
_TARGET: Final = re.compile(
    r"(?:达到|达|不低于|不少于|不高于|不超过|大于|小于|高于|低于|控制在|按照|按|应|全|稳步|逐步|持续|明显|有效|[≥≤＞＜>=<＝]|(?<!\d)\d)"
)
_NUMBER: Final = re.compile(r"^\d+[.．、]\s*")
_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_SHARE: Final = 3  # where no word parts them, a third is taken for the target: a guess that is told as one


@dataclass(frozen=True, slots=True)
class Clause:
    """一条: the group it stands under, its fields, and which two fields nothing parts on paper."""

    group: str
    fields: dict[str, str]
    joined: tuple[str, str] | None = None


def clauses_in(node: SentenceNode, text: str) -> list[Clause]:
    """The clauses of a sentence; none when the text is not one that this node writes. A listed one is a paragraph each."""
    lead = _opening(node.lead).match(text) if node.lead else None
    text = text[lead.end() :] if lead else text
    if node.listed:
        fields = _fields(node.each, _NUMBER.sub("", text.strip()).removesuffix(node.end))
        return [] if fields is None else [_clause(node, "", fields)]
    before = squeezed(node.before)
    opening = _opening(before).match(text)
    if opening is None:
        return []
    body = text[opening.end() :].strip().removesuffix(node.end)
    found: list[Clause] = []
    group = ""
    for piece in _PARTS.split(body) if node.join == "；" else body.split(node.join):
        name, rest = _grouped(node, piece)
        fields = _fields(node.each, rest)
        if fields is None or (not found and not name and node.group and not before):
            if not found:
                return []
            _lengthen(found[-1], node.join + piece)
            continue
        group = name or group
        found.append(_clause(node, group, fields))
    return found


@lru_cache(maxsize=64)
def _opening(before: str) -> re.Pattern[str]:
    """The words before the first clause, with blanks anywhere and anything at their places."""
    literals = _PLACE.split(_OPTIONAL.sub("{_}", before))[::2]
    return re.compile(r"\s*" + ".*?".join(r"\s*".join(map(re.escape, literal)) for literal in literals), re.DOTALL)


def _grouped(node: SentenceNode, piece: str) -> tuple[str, str]:
    if not node.group:
        return "", piece
    found = _regex(node.group_text + "\0").fullmatch(piece)
    if found is None or len(found["group"]) > 20 or not found["group"].strip():
        return "", piece
    return found["group"].strip(), found["rest"]


@lru_cache(maxsize=64)
def _regex(template: str) -> re.Pattern[str]:
    text = re.escape(template.replace("\0", "")).replace(r"\{group\}", "(?P<group>[^：:；，]*?)")
    return re.compile(rf"{text}(?P<rest>.+)", re.DOTALL)


@lru_cache(maxsize=64)
def _each(template: str) -> re.Pattern[str]:
    """The whole clause; what stands in square brackets may be left out."""
    parts = _OPTIONAL.split(template)  # outside, inside, outside, …
    made = (f"(?:{_places(part)})?" if number % 2 else _places(part) for number, part in enumerate(parts))
    return re.compile("".join(made), re.DOTALL)


def _places(template: str) -> str:
    """One group for every place; two that touch are one group, named by both."""
    parts: list[str] = []
    last, at = "", 0
    for place in _PLACE.finditer(template):
        literal = template[at : place.start()]
        if last and not literal:
            parts[-1] = f"(?P<{last}__{place[1]}>.+?)"
        else:
            parts += [re.escape(literal), f"(?P<{place[1]}>.+?)"]
        last, at = place[1], place.end()
    return "".join(parts) + re.escape(template[at:])


def _fields(template: str, text: str) -> dict[str, str] | None:
    found = _each(template).fullmatch(text.strip())
    return {name: value.strip() for name, value in found.groupdict().items() if value is not None} if found else None


def _clause(node: SentenceNode, group: str, fields: dict[str, str]) -> Clause:
    joined = next((name for name in fields if "__" in name), "")
    if not joined:
        return Clause(group, fields)
    first, _, second = joined.partition("__")
    text = fields.pop(joined)
    cut = _TARGET.search(text, 2)
    whole = len(text) if second not in node.needs else len(text) - max(1, len(text) // _SHARE)
    place = cut.start() if cut else whole
    return Clause(group, {first: text[:place], second: text[place:], **fields}, (first, second))


def _lengthen(clause: Clause, text: str) -> None:
    """What looked like a clause of its own was the rest of the last one: somebody wrote the sign that parts clauses."""
    last = list(clause.fields)[-1]
    clause.fields[last] += text
