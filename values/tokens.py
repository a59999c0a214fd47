"""活数据的记号: how a prose text names a fact whose present value is printed in its place.

`{{预算执行率#k7f3a}}`: a name for people and a code for the place the fact stands at. Either is enough: the code survives a new
name, the name survives a new place (a text copied into another project, last year's report). Full-width braces, as an
input method may give them, mean the same. A backslash before the braces keeps them as they stand.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

CODE_LENGTH: Final = 5
LONGEST_NAME: Final = 60
_ALPHABET: Final = "abcdefghijkmnpqrstuvwxyz23456789"  # thirty-two; without l, o, 0 and 1, which are misread
_OPEN: Final = r"(?:\{\{|｛｛)"
_CLOSE: Final = r"(?:\}\}|｝｝)"
_SPACE: Final = r"[ \t\u3000]{0,8}"  # bounded: a page of spaces would be tried over and over
_NAMED: Final = r"[^{}｛｝#＃\\\s]"
_PATTERN: Final = re.compile(
    rf"(?P<kept>\\)?{_OPEN}{_SPACE}(?P<name>{_NAMED}(?:{_NAMED}|[ \t\u3000]){{0,{LONGEST_NAME - 1}}}?){_SPACE}"
    rf"(?:[#＃](?P<code>[{_ALPHABET}]{{{CODE_LENGTH}}}))?{_SPACE}{_CLOSE}"
)
_UNFIT: Final = re.compile(r"[{}｛｝#＃\\\s]+")


@dataclass(frozen=True, slots=True)
class Token:
    """活数据记号 as it stands in a text; `code` is '' when only a name was typed."""

    name: str
    code: str
    text: str


def code_of(path: str) -> str:
    """The code of a fact path: five letters and digits, always the same for the same path."""
    number = int.from_bytes(hashlib.sha256(path.encode()).digest()[:8], "big")
    return "".join(_ALPHABET[number >> (5 * place) & 31] for place in range(CODE_LENGTH))


def token_name(label: str) -> str:
    """`label` as it can stand inside a token: no braces, signs of the grammar, spaces or line breaks."""
    return _UNFIT.sub("", label)[:LONGEST_NAME]


def token_text(label: str, path: str) -> str:
    """The token that binds a place of a text to the fact at `path`."""
    return f"{{{{{token_name(label)}#{code_of(path)}}}}}"


def has_tokens(text: str) -> bool:
    """May `text` hold a token, or braces kept by a backslash? Cheap; asked of every text of a form."""
    return "{{" in text or "｛｛" in text


def pieces(text: str) -> Iterator[str | Token]:
    """Plain text and tokens in order; joined with each token's `text`, they say what is printed around the tokens."""
    at = 0
    for found in _PATTERN.finditer(text):
        if found.start() > at:
            yield text[at : found.start()]
        if found["kept"]:
            yield found[0][1:]
        else:
            yield Token(found["name"], found["code"] or "", found[0])
        at = found.end()
    if at < len(text):
        yield text[at:]


def without_codes(text: str) -> str:
    """`text` as people read it in lists of changes: every token by its name alone."""
    return "".join(p if isinstance(p, str) else f"{{{{{p.name}}}}}" for p in pieces(text)) if has_tokens(text) else text


def filled_in(text: str, value: Callable[[Token], str]) -> str:
    """`text` with every token replaced by `value(token)`; what is put in is not read again."""
    if not has_tokens(text):
        return text
    return "".join(piece if isinstance(piece, str) else value(piece) for piece in pieces(text))
