"""复核得分: saves every line that was filled in, or adopts one column for the lines still open."""

from __future__ import annotations

from typing import Any, Final, Literal

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from filings.refused import Refused
from filings.views.messages import say_refused
from filings.views.requests import PageRequest
from reviews.actions.score import adopt_all, clear_score, score
from reviews.queries import ReviewLine, review_sheet
from reviews.views.desk import review_page
from values.number import parse_number
from values.numerals import plain

Source = Literal["self", "computed"]
SOURCES: Final[dict[str, Source]] = {"self": "self", "computed": "computed"}


def save_scores(request: PageRequest, filing_id: int) -> HttpResponse:
    """Save the lines that changed, then adopt a column for the rest if asked.

    Refused lines come back as typed, each with its reason, and nothing is adopted over them.
    """
    typed = _save_lines(request)
    if typed:
        return review_page(request, filing_id, typed, status=409)
    if source := SOURCES.get(request.POST.get("adopt", "")):
        _adopt(request, source)
    return redirect("review", filing_id)


def _save_lines(request: PageRequest) -> dict[str, str]:
    """Save what was typed; what was refused, by field name."""
    typed: dict[str, str] = {}
    saved = 0
    for row in review_sheet(request.filing).lines:
        points, reason = f"points.{row.line.key}", f"reason.{row.line.key}"
        sent = request.POST.get(points, "").strip(), request.POST.get(reason, "").strip()
        if points not in request.POST or sent == stored(row):
            continue
        try:
            _save_line(request, row, *sent)
            saved += 1
        except Refused as refusal:
            say_refused(request, refusal)
            typed |= {points: sent[0], reason: sent[1]}
    if saved:
        messages.success(request, f"已保存 {saved} 行复核得分。")
    return typed


def stored(row: ReviewLine) -> tuple[str, str]:
    """Points and reason as the page shows them."""
    return (plain(row.review.points), row.review.reason) if row.review else ("", "")


def _save_line(request: PageRequest, row: ReviewLine, text: str, reason: str) -> None:
    told: dict[str, Any] = {"filing": request.filing, "key": row.line.key, "by": request.user, "now": timezone.now()}
    if not text:
        if row.review is None:
            raise Refused(f"“{row.line.label}”只写了理由，没有填复核得分。请填写得分后再保存。")
        clear_score(**told, address=request.address)
        return
    parsed = parse_number(text)
    if parsed.value is None:
        raise Refused(f"“{row.line.label}”的复核得分{parsed.problem or '不是数字'}。")
    score(**told, points=parsed.value, reason=reason, address=request.address)


def _adopt(request: PageRequest, source: Source) -> None:
    try:
        told: dict[str, Any] = {
            "filing": request.filing,
            "by": request.user,
            "now": timezone.now(),
            "address": request.address,
        }
        number = adopt_all(source=source, **told)
        word = "自评得分" if source == "self" else "计算得分"
        messages.success(request, f"{number} 行采用了{word}；已有复核得分的行没有改动。")
    except Refused as refusal:
        say_refused(request, refusal)
