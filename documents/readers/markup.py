"""XML 的读取: the one way in which readers parse a part: no entities, no network, bounded depth, strict names made common."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from documents.readers.refused import Refused

TORN: Final = "文件已损坏：有部件残缺、写法不对或嵌套过深。请用 Word、Excel 或 WPS 打开修复，另存后再试。"
_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_HEAD: Final = 4096  # names are declared at the root
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACED: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def fromstring(data: bytes) -> Any:
    """Return the root of a part. Raises Refused for what is no XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(_common(data), parser)
    except etree.XMLSyntaxError as trouble:
        raise Refused(TORN) from trouble


def each(data: bytes, *names: str) -> Iterator[Any]:
    """Yield every element of these names (`{*}row`) as it ends, in order; whoever is done with one clears it. Raises Refused."""
    found = etree.iterparse(
        io.BytesIO(_common(data)), events=("end",), tag=names, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        for _, element in found:
            yield element
    except etree.XMLSyntaxError as trouble:
        raise Refused(TORN) from trouble


def local(element: Any) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def whole(text: str, default: int) -> int:
    """A whole number of the file of up to seven digits, `default` when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else default


def _common(data: bytes) -> bytes:
    """ISO strict files name their elements otherwise and mean the same."""
    if b"purl.oclc.org/ooxml" not in data[:_HEAD]:
        return data
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
