"""S14 等次与得分: the filed grade is the one its score gives (财预〔2020〕10号第十八条 [知]；财政部预算司统一口径 [证])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.params import text
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Severity, points
from scoring.grades import grade_of
from values.number import parse_number

_SCORED: Final = re.compile(r"(?:自评|评价|综合|总)*(?:得分|评分)(?:结果)?(?:为|是|：)?(?P<score>\d{1,3}(?:\.\d+)?)分")
_GRADED: Final = re.compile(
    r"(?:等次|等级|级别|结论|结果|评定|评价|评为)(?:等次|等级)?(?:为|是|：)?“?(?P<grade>优秀?|良好?|中等?|差)(?=[”，。；、）]|等次|$)"
)


@dataclass(frozen=True, slots=True)
class Params:
    """参数: paths of the total and of the filed grade."""

    score: str
    grade: str


def check(context: Context, params: Params) -> Iterator[Found]:
    """The filed grade against the bands; nothing filed or not yet scored through, nothing to say."""
    filed = context.book.raw(params.grade).strip()
    total, due = context.sheet.self_total, context.sheet.grade_derived
    if not filed or total is None or not due or filed == due:
        return
    yield Found(
        f"得分{points(total)}对应“{due}”，填报“{filed}”。",
        f"{points(total)}→{due}；填报{filed}",
        (context.place(params.grade), context.place(params.score, str(total))),
        f"请将等次改为“{due}”，或留空由系统按得分确定",
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """The grade filed in every report against its total; 优秀 is 优, and words of another scale are left alone."""
    for report in dossier.reports:
        yield from _in_prose(report, profile)
        grade, total = report.pair("grade"), _total(report)
        if grade is None or total is None or not 0 <= total[0] <= profile.total:
            continue
        due = grade_of(total[0], profile.bands)
        filed = next((band.name for band in profile.bands if grade.text.startswith(band.name)), "")
        if filed and filed != due:
            yield Found(
                f"得分{points(total[0])}对应“{due}”，填报“{grade.text}”。",
                f"{points(total[0])}→{due}；填报{grade.text}",
                (grade.where, total[1]),
                f"请将等次改为“{due}”，或核对得分",
            )


def _in_prose(report: Report, profile: Profile) -> Iterator[Found]:
    """自评得分86.50分，评价等级为“优”: score and grade of one sentence."""
    for sentence in report.sentences:
        match = _SCORED.search(sentence.text) if "得分" in sentence.text or "评分" in sentence.text else None
        graded = _GRADED.search(sentence.text, match.end()) if match else None
        if match is None or graded is None:
            continue
        score = Decimal(match["score"])
        due = grade_of(score, profile.bands)
        filed = next((band.name for band in profile.bands if graded["grade"].startswith(band.name)), "")
        if score <= profile.total and filed and filed != due:
            yield Found(
                f"得分{points(score)}对应“{due}”，文中写“{graded['grade']}”。",
                f"{points(score)}→{due}；写{graded['grade']}",
                (sentence.place(*graded.span()), sentence.place(*match.span())),
                f"请将等次改为“{due}”，或核对得分",
            )


def _total(report: Report) -> tuple[Decimal, Place] | None:
    """总分: of the table, else written behind its label."""
    for table in report.indicators:
        if table.total is not None and (score := table.total.number("score")) is not None:
            return score, table.total.place("score")
    pair = report.pair("total_score")
    value = parse_number(pair.text).value if pair else None
    return (value, pair.where) if pair is not None and value is not None else None


KIND = Kind(
    "S14",
    "等次与得分相符",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"score": text, "grade": text},
    check,
    frozenset({"score", "grade"}),
    paper=check_paper,
)
