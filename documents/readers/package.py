"""部件包: the parts of a DOCX or XLSX and what they refer to, after the gate and the look at the parts."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from documents.readers.markup import fromstring
from documents.readers.refused import Refused


@dataclass(frozen=True, slots=True)
class Relation:
    """关系: last word of its type (`chart`, `worksheet`) and the part it leads to, '' when it leads out."""

    kind: str
    target: str


class Package:
    """部件包 of an open archive. Names of parts are compared as the standard says: upper and lower case are the same."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}

    def data(self, name: str) -> bytes:
        """Return a part, b'' when there is none."""
        found = self._names.get(name.lower())
        return self._archive.read(found) if found else b""

    def tree(self, name: str) -> Any | None:
        """Return the root of an XML part, None when there is no such part."""
        data = self.data(name)
        return fromstring(data) if data else None

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part ('' for the package itself) refers to, by id."""
        folder, _, leaf = name.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        return {} if root is None else {str(found.get("Id")): _relation(found, folder) for found in root}

    def main(self) -> str:
        """Return the name of the document or workbook itself."""
        found = [relation.target for relation in self.relations("").values() if relation.kind == "officeDocument"]
        if len(found) != 1 or found[0].lower() not in self._names or not found[0].lower().endswith(".xml"):
            raise Refused("文件没有正文部件，读不出来。请用 Word、Excel 或 WPS 另存后再试。")
        return found[0]

    def beside(self, name: str, kind: str) -> str:
        """Return the part of a kind that `name` refers to, '' when there is none."""
        return next((relation.target for relation in self.relations(name).values() if relation.kind == kind), "")

    def named(self, start: str) -> list[str]:
        """Names of the parts that begin so, in order."""
        return sorted(name for lower, name in self._names.items() if lower.startswith(start))


def _relation(found: Any, folder: str) -> Relation:
    kind = str(found.get("Type", "")).rpartition("/")[2]
    if str(found.get("TargetMode", "")).lower() == "external":
        return Relation(kind, "")
    target = unquote(str(found.get("Target", "")))
    whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(kind, whole)
