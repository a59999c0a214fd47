"""工作簿: sheets in order, shared texts, number formats and names of a workbook, before any sheet is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from documents.readers.markup import LINK, SHEET, each, fromstring
from documents.readers.package import Package
from documents.readers.references import area
from documents.readers.shown import BUILT_IN
from documents.readers.tally import Tally

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")  # Excel writes signs that XML cannot hold so
_ANCHOR: Final = re.compile(r"k_[0-9a-f]{20}")  # as documents.text.anchor makes them
_PRINTABLE: Final = 0x20
Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """工作表: its name, its part, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Book:
    """工作簿."""

    def __init__(self, package: Package, tally: Tally) -> None:
        self.package = package
        self.main = package.main()
        root = fromstring(package.data(self.main))
        settings = root.find(f"{SHEET}workbookPr")
        self.epoch_1904 = settings is not None and str(settings.get("date1904", "0")) in {"1", "true"}
        self.sheets = self._sheets(root)
        self.texts = self._texts(tally)
        self.formats = self._formats()
        self.keys = _keys(root)

    def _part(self, kind: str) -> str:
        return self.package.beside(self.main, kind)

    def _sheets(self, root: Any) -> list[SheetPart]:
        relations = self.package.relations(self.main)
        found = []
        for sheet in root.iterfind(f"{SHEET}sheets/{SHEET}sheet"):
            relation = relations.get(str(sheet.get(f"{LINK}id")))
            if relation is not None and relation.kind in {"worksheet", "chartsheet"}:
                hidden = str(sheet.get("state", "visible")) != "visible"
                found.append(SheetPart(str(sheet.get("name", "")).strip(), relation.target, hidden))
        return found

    def _texts(self, tally: Tally) -> list[str]:
        data = self.package.data(self._part("sharedStrings"))
        texts = []
        for one in each(data, "{*}si") if data else ():
            texts.append(tally.text(rich_text(one)))
            one.clear()
        return texts

    def _formats(self) -> list[str]:
        """Format code of every cell style, '' for none."""
        part = self._part("styles")
        root = self.package.tree(part) if part else None
        if root is None:
            return []
        own = {str(one.get("numFmtId")): str(one.get("formatCode", "")) for one in root.iter(f"{SHEET}numFmt")}
        styles = root.iterfind(f"{SHEET}cellXfs/{SHEET}xf")
        return [_code(str(style.get("numFmtId", "0")), own) for style in styles]


def rich_text(element: Any) -> str:
    """Text of a shared or inline string; how it is spoken (rPh) is not part of it."""
    direct = element.findall(f"{SHEET}t")
    told = direct or element.findall(f"{SHEET}r/{SHEET}t")
    return unescaped("".join(t.text or "" for t in told))


def unescaped(text: str) -> str:
    """Signs that Excel writes as _x000D_; those that are no text vanish."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: _sign(int(found[1], 16)), text)


def _sign(code: int) -> str:
    if code in {0x0A, 0x09}:
        return chr(code)
    return chr(code) if code >= _PRINTABLE and not 0xD800 <= code < 0xE000 else ""


def _code(number: str, own: dict[str, str]) -> str:
    return own.get(number) or BUILT_IN.get(int(number) if number.isascii() and number.isdigit() else 0, "")


def _keys(root: Any) -> dict[tuple[str, int, int], str]:
    """Our own names by sheet and first cell; where a row and its cell are both named, the smaller one counts."""
    found: dict[tuple[str, int, int], tuple[int, str]] = {}
    for one in root.iterfind(f"{SHEET}definedNames/{SHEET}definedName"):
        name = str(one.get("name", ""))
        sheet, _, reference = (one.text or "").rpartition("!")
        covered = area(reference)
        if covered is None or not _ANCHOR.fullmatch(name):
            continue
        top, left, bottom, right = covered
        size = (bottom - top + 1) * (right - left + 1)
        place = (_sheet_name(sheet), top, left)
        if place not in found or size < found[place][0]:
            found[place] = (size, name)
    return {place: name for place, (_, name) in found.items()}


def _sheet_name(quoted: str) -> str:
    return quoted[1:-1].replace("''", "'") if quoted.startswith("'") and quoted.endswith("'") else quoted
