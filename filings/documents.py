"""成品文件: DOCX, PDF and XLSX of a filing; stored once per snapshot and edition, drawn on the fly (watermark 草稿) before submission."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from accounts.models import User
from audit.actions import record
from composing.compose import compose
from documents.tree import Document
from filings import storage
from filings.digests import digest_of_review
from filings.editions import editions_of, reviewed
from filings.models import Edition, Filing, Snapshot, StoredDocument
from filings.refused import Refused
from filings.snapshot import blueprint_of, case_in, filed, is_frozen, live_case
from values.text import safe_filename

FORMATS = ("docx", "pdf", "xlsx")
CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NAME_BYTES = 200


def document_bytes(
    filing: Filing,
    format: str,  # noqa: A002 - the word
    *,
    now: datetime,
    by: User | None = None,
    edition: Edition | None = None,
) -> bytes:
    """The document as bytes. Submitted: the stored file, made first when missing. Before: drawn now, marked 草稿.

    Without an edition the latest one. Raises Refused (with an audit row) when the stored file is not what was stored.
    """
    if not is_frozen(filing):
        return render(draft_tree(filing, now=now), format)
    snapshot = filed(filing)
    edition = edition or editions_of(snapshot)[0]
    return stored_bytes(ensure(snapshot, format, edition, now=now), now=now, by=by)


def stored_bytes(stored: StoredDocument, *, now: datetime, by: User | None = None) -> bytes:
    """Bytes of a stored document after checking its digest."""
    try:
        return storage.read(stored.path, stored.digest)
    except storage.Damaged as damage:
        filing = stored.snapshot.filing
        with transaction.atomic():
            unit = filing.subject.department.name
            detail = {
                "format": stored.format,
                "edition": stored.edition,
                "digest": stored.digest,
                "message": str(damage),
            }
            record(
                action="document.damaged",
                by=by,
                now=now,
                target=filing.target,
                unit=unit,
                result="refused",
                detail=detail,
            )
        raise Refused(
            f"“{filing.subject}”的 {stored.format.upper()} 成品文件不能提供：{damage}。请联系管理员从备份恢复该文件，系统不会用新文件代替。"
        ) from damage


def render_all(snapshot: Snapshot, *, now: datetime) -> list[StoredDocument]:
    """All formats of all editions of a snapshot; what is there already stays."""
    return [ensure(snapshot, format, edition, now=now) for edition in editions_of(snapshot) for format in FORMATS]  # noqa: A001 - the word


def ensure(snapshot: Snapshot, format: str, edition: Edition = Edition.SUBMITTED, *, now: datetime) -> StoredDocument:  # noqa: A002 - the word
    """The stored document of a snapshot, rendered when there is none. Two renderers at once leave one row.

    Raises LookupError for a final edition that there is not.
    """
    told = {"snapshot": snapshot, "edition": edition, "format": format}
    found = StoredDocument.objects.filter(**told).first()
    if found is not None:
        return found
    data = render(snapshot_tree(snapshot, edition), format)
    digest, path = storage.store(data)
    fields = {"digest": digest, "path": path, "size": len(data), "at": now}
    return StoredDocument.objects.get_or_create(**told, defaults=fields)[0]


def snapshot_tree(snapshot: Snapshot, edition: Edition = Edition.SUBMITTED) -> Document:
    """Document of a submission; its metadata carry the moment and the digest of the snapshot, so that files repeat.

    The final edition adds what the bureau decided, and the digest of that. Raises LookupError when nothing was decided.
    """
    case, review = case_in(snapshot), None
    if edition is Edition.FINAL:
        review = reviewed(snapshot)
        if review is None:
            raise LookupError(f"第{snapshot.round}轮没有审定稿")
    tree = compose(case.blueprint, case.book, case.sheet, review=review, created=snapshot.at.isoformat())
    marks = (snapshot.digest, digest_of_review(review)) if review else (snapshot.digest,)
    return replace(tree, keywords=(*tree.keywords, *marks))


def draft_tree(filing: Filing, *, now: datetime) -> Document:
    """Document of facts that may still change."""
    case = live_case(filing)
    return compose(case.blueprint, case.book, case.sheet, watermark="草稿", created=now.isoformat())


def render(tree: Document, format: str) -> bytes:  # noqa: A002 - the word
    """Bytes of a tree in one format; KeyError for an unknown one."""
    return _writer(format)(tree)


def _writer(format: str) -> Callable[[Document], bytes]:  # noqa: A002 - the word
    if format == "docx":
        from documents.writers.docx import render_docx  # noqa: PLC0415 - slow import

        return render_docx
    if format == "pdf":
        from documents.writers.pdf import render_pdf  # noqa: PLC0415 - slow import

        return render_pdf
    if format == "xlsx":
        from documents.writers.xlsx import render_xlsx  # noqa: PLC0415 - slow import

        return render_xlsx
    raise KeyError(format)


def document_name(filing: Filing, format: str, edition: Edition = Edition.SUBMITTED) -> str:  # noqa: A002 - the word
    """文件名: 2024年 单位 项目 表名.docx, or 2024年 单位 项目 表名 审定稿.docx."""
    subject = filing.subject
    words = [f"{subject.year}年", subject.department.name, subject.project.name if subject.project else ""]
    return file_name([*words, blueprint_of(filing).name, *edition.words], format)


def file_name(words: list[str], format: str) -> str:  # noqa: A002 - the word
    """A file name of these words, the extension never cut off."""
    stem = safe_filename(" ".join(w for w in words if w), max_bytes=NAME_BYTES - len(format) - 1)
    return f"{stem}.{format}"
