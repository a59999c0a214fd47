"""文字清理: characters that no XML part, file name or comparison may carry."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NEWLINES: Final = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_XML_ILLEGAL: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_EXTENSION: Final = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)")
_SPACES: Final = re.compile(r"\s+")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Cn"})
# Everything Unicode calls wide: the blank, the forms of ASCII, and seven signs (¢£¬¯¦¥₩).
_WIDE: Final = (0x3000, *range(0xFF01, 0xFF61), *range(0xFFE0, 0xFFE7))
_NARROW: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in _WIDE}
_UNNAMED: Final = "未命名"
_LEAST_BYTES: Final = 24


def strip_illegal(text: str) -> str:
    """Return `text` with every kind of line break as a newline and without characters that XML 1.0 forbids (NUL, lone surrogates …)."""
    return _XML_ILLEGAL.sub("", _NEWLINES.sub("\n", text))


def fold_width(text: str) -> str:
    """全角转半角: full-width letters, digits, signs and spaces to half-width; everything else (㎡, ①, ²) stays as it is.

    Plain NFKC would turn 100㎡ into 100m2 and invent a digit.
    """
    return text.translate(_NARROW)


def safe_filename(text: str, *, max_bytes: int = 80) -> str:
    """A file name Windows, Linux and ZIP tools all accept, at most `max_bytes` of UTF-8; Chinese and a short extension stay.

    No separators, control or direction-changing characters, reserved device names, or dots and spaces at the ends; an
    empty outcome becomes 未命名. Raises ValueError when `max_bytes` is below 24.
    """
    if max_bytes < _LEAST_BYTES:
        raise ValueError(f"文件名至少要留 {_LEAST_BYTES} 字节，现为 {max_bytes}")
    name = _NAME_FORBIDDEN.sub("_", _visible(unicodedata.normalize("NFC", text)))
    name = _trim(_SPACES.sub(" ", name)) or _UNNAMED
    if _RESERVED.match(name):
        name = f"_{name}"
    return _shorten(name, max_bytes)


def _visible(text: str) -> str:
    spaced = _SPACES.sub(" ", text)
    return "".join(char for char in spaced if unicodedata.category(char) not in _INVISIBLE)


def _trim(name: str) -> str:
    return name.strip(" .")


def _shorten(name: str, max_bytes: int) -> str:
    if len(name.encode()) <= max_bytes:
        return name
    found = _EXTENSION.search(name)
    extension = found.group() if found else ""
    stem = name.removesuffix(extension).encode()[: max_bytes - len(extension)].decode(errors="ignore")
    return (_trim(stem) or _UNNAMED) + extension
