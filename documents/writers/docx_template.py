"""空白 DOCX: python-docx's own template without what is Western or Japanese about it."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache

import docx
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

from ..text import clean
from ..tree import Document

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # for a document without a moment: any fixed one keeps files repeatable
_KEPT_STYLES = frozenset(
    {
        "Normal",
        "Title",
        "Heading1",
        "Heading2",
        "Heading3",
        "DefaultParagraphFont",
        "TableNormal",
        "NoList",
        "Header",
        "Footer",
    }
)


def new_document(document: Document) -> DocxDocument:
    """Return an empty Word file with the properties of `document`."""
    target = docx.Document(io.BytesIO(_template()))
    _describe(target, document)
    return target


@cache
def _template() -> bytes:
    """Return the template without its sample picture and its Western styles, made once per process."""
    target = docx.Document()
    for found in list(target.styles.element):
        if found.get(qn("w:styleId")) not in _KEPT_STYLES and found.tag == qn("w:style"):
            target.styles.element.remove(found)
    for link in list(target.styles.element.iter(qn("w:link"))):  # to the character styles just removed
        link.getparent().remove(link)
    for name, relation in list(target.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del target.part.package.rels[name]
    target.settings.element.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")  # the template's is Japanese
    saved = io.BytesIO()
    target.save(saved)
    return saved.getvalue()


def _describe(target: DocxDocument, document: Document) -> None:
    """Write title, unit, keywords and the one fixed moment into the file's properties."""
    properties = target.core_properties
    moment = datetime.fromisoformat(document.created) if document.created else _CREATED
    moment = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = clean(document.title)[:255]
    properties.author = properties.last_modified_by = clean(document.author)[:255]
    properties.keywords = clean(" ".join(document.keywords))[:255]
    properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = moment
    properties.revision = 1
