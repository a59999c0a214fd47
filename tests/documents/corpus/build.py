"""文件零件: small honest DOCX and XLSX packages written part by part, so that a test can change any of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

Parts = dict[str, bytes]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = f'xmlns:r="{OFFICE}"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
NAMES = f"{W} {R} {C} {A} {WPS} {MC} {V} {M}"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def packed(parts: Mapping[str, bytes | str], change: Callable[[zipfile.ZipInfo], None] | None = None) -> bytes:
    """A ZIP of parts; `change` may alter each entry."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if change:
                change(entry)
            archive.writestr(entry, data)
    return out.getvalue()


def unpacked(data: bytes) -> Parts:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(text: str) -> bytes:
    return (HEAD + text).encode()


def relations(*told: tuple[str, str, str], external: Iterable[str] = ()) -> bytes:
    """A .rels part of (id, last word of the type, target); ids in `external` lead out."""
    out = set(external)
    lines = [
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}'
        + (' TargetMode="External"/>' if name in out else "/>")
        for name, kind, target in told
    ]
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return xml(f'<Relationships xmlns="{space}">{"".join(lines)}</Relationships>')


def types(main: str, kind: str, more: Mapping[str, str] | None = None) -> bytes:
    """[Content_Types].xml."""
    told = {main: kind, **(more or {})}
    lines = [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in told.items()]
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    defaults = (
        f'<Default Extension="rels" ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    return xml(f'<Types xmlns="{space}">{defaults}{"".join(lines)}</Types>')


# --- Word ---


def p(text: str = "", *, style: str = "", properties: str = "", runs: str = "") -> str:
    """A paragraph of one text, or of `runs`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    held = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{held}{runs or r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tc(inner: str, properties: str = "") -> str:
    """A cell of a text or of paragraphs."""
    body = inner if inner.startswith("<") else p(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>"


def tbl(*rows: Iterable[str]) -> str:
    """A table of rows of cells, each a text or a whole w:tc."""
    lines = ["".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in row) for row in rows]
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def docx_parts(body: str = p("正文"), *, more: Mapping[str, bytes] | None = None, rels: bytes | None = None) -> Parts:
    """Parts of a Word file with this body."""
    return {
        "[Content_Types].xml": types("word/document.xml", f"{WORD_TYPE}.document.main+xml"),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": xml(f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>"),
        "word/_rels/document.xml.rels": rels or relations(("rId1", "styles", "styles.xml")),
        "word/styles.xml": xml(f"<w:styles {W}></w:styles>"),
        **(more or {}),
    }


def docx(body: str = p("正文"), *, more: Mapping[str, bytes] | None = None, rels: bytes | None = None) -> bytes:
    """A Word file with this body."""
    return packed(docx_parts(body, more=more, rels=rels))


def styled(styles: str = "", numbering: str = "") -> dict[str, object]:
    """Keywords for `docx`: a style sheet and automatic numbers."""
    more = {
        "word/styles.xml": xml(f"<w:styles {W}>{styles}</w:styles>"),
        "word/numbering.xml": xml(f"<w:numbering {W}>{numbering}</w:numbering>"),
    }
    return {"more": more, "rels": relations(("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"))}


# --- Excel ---


def sheet_xml(rows: str = "", *, before: str = "", after: str = "") -> str:
    return f"<worksheet {S} {R}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def inline(reference: str, text: str) -> str:
    """A cell that holds its own text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def xlsx_parts(
    sheet: str | None = None,
    *,
    styles: str = "",
    names: str = "",
    state: str = "",
    more: Mapping[str, bytes] | None = None,
) -> Parts:
    """Parts of a workbook with one sheet called 自评表."""
    shown = f' state="{state}"' if state else ""
    defined = f"<definedNames>{names}</definedNames>" if names else ""
    sheets = f'<sheets><sheet name="自评表" sheetId="1"{shown} r:id="rId1"/></sheets>'
    told = {
        "xl/worksheets/sheet1.xml": f"{SHEET_TYPE}.worksheet+xml",
        "xl/styles.xml": f"{SHEET_TYPE}.styles+xml",
    }
    return {
        "[Content_Types].xml": types("xl/workbook.xml", f"{SHEET_TYPE}.sheet.main+xml", told),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": xml(f"<workbook {S} {R}>{sheets}{defined}</workbook>"),
        "xl/_rels/workbook.xml.rels": relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")
        ),
        "xl/worksheets/sheet1.xml": xml(sheet or sheet_xml(row(1, inline("A1", "项目名称"), inline("B1", "助餐")))),
        "xl/styles.xml": xml(f"<styleSheet {S}>{styles}</styleSheet>"),
        **(more or {}),
    }


def xlsx(sheet: str | None = None, **words: object) -> bytes:
    """A workbook with one sheet."""
    return packed(xlsx_parts(sheet, **words))  # type: ignore[arg-type]


# --- charts ---


def chart_xml(
    kind: str, categories: Iterable[str], *series: tuple[str, Iterable[str]], title: str = "", code: str = "General"
) -> bytes:
    """A chart part with cached figures."""
    cats = "".join(f'<c:pt idx="{n}"><c:v>{escape(text)}</c:v></c:pt>' for n, text in enumerate(categories))
    told = "".join(
        f"<c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        f"<c:cat><c:strRef><c:strCache>{cats}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache><c:formatCode>{code}</c:formatCode>"
        + "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values) if value)
        + "</c:numCache></c:numRef></c:val></c:ser>"
        for name, values in series
    )
    head = (
        f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        if title
        else ""
    )
    return xml(
        f"<c:chartSpace {C} {A}><c:chart>{head}<c:plotArea><c:layout/><c:{kind}>{told}</c:{kind}></c:plotArea></c:chart></c:chartSpace>"
    )


def drawn_chart(relation: str) -> str:
    """A run that shows a chart."""
    return f'<w:r><w:drawing><a:graphic><a:graphicData><c:chart r:id="{relation}"/></a:graphicData></a:graphic></w:drawing></w:r>'


def text_box(text: str) -> str:
    """A text box as Word writes it: once for today's programmes and once for old ones."""
    held = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{held}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
