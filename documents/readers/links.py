"""外链与内嵌: what of a package leads out of it or carries another programme: content types, relationships, fields, formulas.

Nothing is followed here or later; what would be followed by Word or Excel on the next desk is refused with what to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote
from zipfile import ZipFile

from documents.readers.markup import each, fromstring, local
from documents.readers.refused import Refused

_CHART_BOOK: Final = re.compile(r"(?i)(?:\.\./|/?word/)embeddings/([^/]+\.xlsx)")
_DRIVE: Final = re.compile(r"[a-z]:/")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]+:")
_SCRIPT: Final = re.compile(r"(?i)\s*(javascript|vbscript|data|ms-[a-z]+|search-ms|shell):")
_FIELD: Final = re.compile(r"(?i)^\W*(DDEAUTO|DDE|INCLUDETEXT|IMPORT|LINK|DATABASE)\b")
_CODED_FIELD: Final = re.compile(r"(?i)\bQUOTE(\s+\d{2,3}){3}")
_PICTURE_FIELD: Final = re.compile(r'(?i)\bINCLUDEPICTURE\s+(?:\\\w\s+)*"?(https?:|ftp:|\\\\|//)')
_DDE_FORMULA: Final = re.compile(r"""(?:[\w.]+|'[^'|]+')\s*\|\s*(?:'[^']*'|[^'"!&\s]+)\s*!""")  # cmd|'/C calc'!A0
_RISKY_FORMULA: Final = re.compile(r"(?i)\b(WEBSERVICE|CALL|REGISTER\.ID|EXEC|RTD)\s*\(")

TYPES: Final = (
    (
        ("macroenabled", "vbaproject", "vbadata", "intlmacrosheet", "macrosheet"),
        "文件带有宏，请另存为不含宏的文件后再上传。",
    ),
    (("activex",), "文件内嵌了 ActiveX 控件，请删除后再上传。"),
    (("externallink+xml",), "文件引用了外部工作簿，请断开链接（粘贴为数值）后再上传。"),
)
EMBEDDED: Final = "文件内嵌了其他对象（OLE、控件或文件），请删除，或用“选择性粘贴→图片”代替后再上传。"
DDE: Final = "文件含有动态数据交换（DDE）或从别处取内容的域、公式，疑似恶意文件，没有读取。请按 Ctrl+Shift+F9 去掉域，或粘贴为数值。"
REMOTE_PICTURE: Final = "文件里的图片要从网上取（远程图片），没有读取。请把图片复制后“选择性粘贴”为图片，另存后再试。"


def check_links(archive: ZipFile) -> None:
    """Look at what the package says about itself. Raises Refused."""
    names = archive.namelist()
    _check_types(archive.read("[Content_Types].xml"))
    books: set[str] = set()
    for name in names:
        if name.lower().endswith(".rels"):
            books.update(_check_relations(name, archive.read(name)))
    for name in names:
        lower = name.lower()
        if "/embeddings/" in lower and lower not in books:
            raise Refused(EMBEDDED)
        if lower.startswith("word/") and lower.endswith(".xml"):
            _check_fields(archive.read(name))
        elif lower.startswith(("xl/worksheets/", "xl/workbook")) and lower.endswith(".xml"):
            _check_formulas(archive.read(name))


def _check_types(data: bytes) -> None:
    for told in fromstring(data):
        found = str(told.get("ContentType", "")).lower()
        for words, why in TYPES:
            if any(word in found for word in words):
                raise Refused(why)


def _check_relations(name: str, data: bytes) -> Iterator[str]:
    """Yield the workbooks behind charts, which every chart of Word carries and which are never opened."""
    in_chart = name.lower().startswith("word/charts/_rels/")
    for relation in fromstring(data):
        kind = str(relation.get("Type", "")).rpartition("/")[2].lower()
        target = unquote(str(relation.get("Target", "")))
        if str(relation.get("TargetMode", "")).lower() == "external":
            _check_outward(kind, target)
        elif kind in {"oleobject", "control", "activexcontrolbinary", "afchunk", "subdocument"}:
            raise Refused(EMBEDDED)
        elif kind in {"vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet"}:
            raise Refused(TYPES[0][1])
        elif kind == "package":
            book = _CHART_BOOK.fullmatch(target)
            if not (in_chart and book):
                raise Refused(EMBEDDED)
            yield f"word/embeddings/{book[1].lower()}"


def _check_outward(kind: str, target: str) -> None:
    """Plain hyperlinks may lead anywhere a reader may click; a template may be the writer's own on disk; nothing else leads out."""
    if kind == "hyperlink":
        if _SCRIPT.match(target):
            raise Refused("文件含有会执行脚本的超链接，没有读取。请删去这个链接后再试。")
    elif kind == "attachedtemplate":
        if _is_remote(target):
            raise Refused(
                "文件挂接了远程模板（打开时会从网上取内容），没有读取。请在“开发工具→文档模板”中改为 Normal 后另存。"
            )
    elif kind == "image":
        if _is_remote(target):
            raise Refused(REMOTE_PICTURE)
    else:
        raise Refused("文件引用了文件之外的内容（外部链接），没有读取。请在“数据→编辑链接”中断开链接后另存再试。")


def _is_remote(target: str) -> bool:
    """Does it lead to another machine? C:/…, file:///C:/…, file:///home/… and bare names do not."""
    place = target.strip().lower().replace("\\", "/")
    if place.startswith("file:"):
        rest = place.removeprefix("file:").lstrip("/")
        slashes = len(place) - len("file:") - len(rest)
        return not (_DRIVE.match(rest) or rest.startswith("localhost/") or slashes in {0, 1, 3})
    return place.startswith("//") or bool(_SCHEME.match(place) and not _DRIVE.match(place))


def _check_fields(data: bytes) -> None:
    """Word fields that run a programme or fetch something. Their words may be parted over many runs."""
    if b"instr" not in data and b"nstrText" not in data:
        return
    code: list[str] = []
    for element in each(data, "{*}instrText", "{*}fldChar", "{*}fldSimple", "{*}p", "{*}tbl"):
        name = local(element)
        if name == "instrText":
            code.append(element.text or "")
        elif name == "fldChar" and code:
            _check_field("".join(code))
            code.clear()
        elif name == "fldSimple":
            _check_field(next((str(v) for k, v in element.attrib.items() if str(k).endswith("}instr")), ""))
        else:
            element.clear()
    _check_field("".join(code))


def _check_field(code: str) -> None:
    if _FIELD.match(code) or _CODED_FIELD.search(code):
        raise Refused(DDE)
    if _PICTURE_FIELD.search(code):
        raise Refused(REMOTE_PICTURE)


def _check_formulas(data: bytes) -> None:
    """Formulas that run a programme or fetch something. Nothing is calculated here, but the next desk would."""
    upper = data.upper()
    if (
        b"|" not in data
        and b"&#" not in data
        and not any(word in upper for word in (b"WEBSERVICE", b"CALL", b"EXEC", b"RTD"))
    ):
        return
    for element in each(data, "{*}f", "{*}definedName", "{*}formula1", "{*}formula2", "{*}row"):
        if local(element) == "row":
            element.clear()
        elif _DDE_FORMULA.search(element.text or "") or _RISKY_FORMULA.search(element.text or ""):
            raise Refused(DDE)
