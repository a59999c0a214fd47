"""导入文件的读取, in the background: the file becomes a reading of one report, or a refusal that says why."""

from __future__ import annotations

from typing import Final

from documents.readers.reading import read_paper
from documents.readers.refused import Refused as Unread
from filings import storage
from filings.importing import store
from filings.importing.laying import form_rows, own_rows, reading_in
from filings.models import Filing, IntakeFile
from intake.form import FormRow
from intake.reports import Report, reports_of
from intake.rows import PaperRow, rows_of

MOST_ROWS: Final = 2_500
State = IntakeFile.State


def read_intake(number: int) -> str:
    """Read one file that waits. Delivered twice it does no harm: what is not waiting is left alone."""
    row = IntakeFile.objects.select_related("filing__subject__project", "filing__blueprint").filter(pk=number).first()
    if row is None or row.state != State.QUEUED:
        return "nothing to do"
    fields = _outcome(row)
    # Whoever has handed in another file meanwhile has deleted this row.
    IntakeFile.objects.filter(pk=number, state=State.QUEUED).update(**fields)
    if fields["state"] != State.CHOOSING:
        store.forget_file(row)
    return str(fields["state"])


def _outcome(row: IntakeFile) -> dict[str, object]:
    """What becomes of the row."""
    try:
        paper = read_paper(storage.root() / row.path, name=row.name)
    except Unread as refusal:
        return _refused(str(refusal))
    except FileNotFoundError:
        return _refused("上传的文件已经不在服务器上，请重新上传。")
    own, form = own_rows(row.filing, rows_of(paper)), form_rows(row.filing)
    reports = reports_of(own.rows, form)
    if not reports:
        return _refused(own.note or "文件里没有可以读取的文字或表格（可能只有图片）。请上传有文字的文件。")
    if len(reports) > 1 and row.report is None:
        told = [[report.title, report.subject] for report in reports]
        return {"state": State.CHOOSING, "reports": told}
    chosen = reports[min(row.report or 0, len(reports) - 1)]
    notes = [*paper.notes, own.note] if own.note else list(paper.notes)
    return _laid(row.filing, form, own.rows, chosen) | {"notes": notes}


def _laid(filing: Filing, form: tuple[FormRow, ...], rows: tuple[PaperRow, ...], report: Report) -> dict[str, object]:
    inside = rows[report.start : report.end]
    if len(inside) > MOST_ROWS:
        return _refused(f"这份报告有 {len(inside)} 行，超过 {MOST_ROWS} 行。请只留下本填报的报告和表，另存后再上传。")
    return {"state": State.READY, "reading": reading_in(filing, form, inside).to_json()}


def _refused(why: str) -> dict[str, object]:
    return {"state": State.REFUSED, "refusal": why}
