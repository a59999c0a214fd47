"""意见回应的关口 (R08): a returned filing goes out again only when every remark is answered, and honestly so."""

from __future__ import annotations

from crosschecks.finding import Place
from filings.diff import diff_books
from filings.models import Filing
from filings.refused import Problem
from filings.snapshot import Case, book_in, of_round
from reviews.models import Remark
from reviews.queries import remarks_to_answer


def answered_gate(filing: Filing, case: Case, note: str) -> list[Problem]:
    """Open remarks; 已修改 where nothing was; a resubmission that changes nothing and explains nothing."""
    if not filing.returned_round:
        return []
    remarks = list(remarks_to_answer(filing))
    found = [
        Problem(f"审核意见“{short(remark)}”尚未答复，请选择“已修改”或“不修改并说明”", _place(remark))
        for remark in remarks
        if not remark.reply
    ]
    return found or _unchanged(filing, case, remarks, note)


def _unchanged(filing: Filing, case: Case, remarks: list[Remark], note: str) -> list[Problem]:
    returned = of_round(filing, filing.returned_round)
    if returned is None or diff_books(book_in(returned), case.book, case.blueprint):
        return []
    claimed = [remark for remark in remarks if remark.reply == Remark.Reply.DONE]
    if claimed:
        return [
            Problem(
                f"审核意见“{short(r)}”答复为“已修改”，但全部内容与被退回时完全相同，请修改后再报或改为“不修改并说明”",
                _place(r),
            )
            for r in claimed
        ]
    if remarks or note.strip():
        return []
    return [Problem("全部内容与被退回时完全相同，请按退回理由修改，或在“重报说明”中写明不修改的理由")]


def short(remark: Remark) -> str:
    """The remark's place and first words."""
    text = remark.text if len(remark.text) <= 20 else remark.text[:20] + "…"
    return f"{remark.label}：{text}" if remark.label else text


def _place(remark: Remark) -> tuple[Place, ...]:
    return (Place(remark.key, remark.label or remark.key, remark.text),) if remark.key else ()
