"""文字净化与标识: text every file format accepts, and the one short name of a keyed node."""

from __future__ import annotations

import hashlib
import re

# XML 1.0 has no place for these at all, not even escaped; tab, newline and carriage return are handled by clean().
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NEWLINES = re.compile("\r\n|\r|\x85|\u2028|\u2029")


def clean(text: str) -> str:
    r"""Return `text` without characters that XML cannot hold; every kind of line end becomes `\n`, a tab a blank."""
    return _ILLEGAL.sub("", _NEWLINES.sub("\n", text)).replace("\t", " ")


def paragraphs(text: str) -> list[str]:
    """Split cleaned text at line ends; an empty text is one empty paragraph."""
    return clean(text).split("\n")


def anchor(key: str) -> str:
    """Return the short name of a node: a letter, 20 hex digits; legal as DOCX bookmark, XLSX defined name and HTML id.

    A digest, because Word allows 40 characters and no Chinese point or slash, while keys are paths of any length.
    """
    return "k_" + hashlib.blake2s(key.encode(), digest_size=10).hexdigest()
