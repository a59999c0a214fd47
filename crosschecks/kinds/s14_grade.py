"""S14 等次与得分: the filed grade is the one its score gives (财预〔2020〕10号第十八条 [知]；财政部预算司统一口径 [证])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.params import text
from crosschecks.reports.told_points import totals_in
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Severity, points
from scoring.grades import grade_of
from values.number import parse_number

_SCORED: Final = re.compile(r"(?:自评|评价|综合|总)+(?:得分|评分)(?:结果)?(?:为|是|：)?(?P<score>\d{1,3}(?:\.\d+)?)分")
_GRADED: Final = re.compile(
    r"(?:等次|等级|级别|评级|结论|结果|评定|评价|评为)(?:等次|等级)?(?:为|是|：)?“?(?P<grade>优秀?|良好?|中等?|差)(?=[”，。；、）]|等次|$)"
)

_PART: Final = re.compile(r"执行率|产出|效益|效果|满意度|过程|决策|上年|去年|复评|复核|抽查|财政|平均")
_TICKS: Final = "☑☒■▣✓✔√⊠●"
_BOX: Final = re.compile(rf"[□☐◻▢⬜○{_TICKS}]")
_OPTION: Final = re.compile(rf"优秀?|良好?|中等?|合格|差|{_BOX.pattern}")
_CHOICE: Final = re.compile(r"(?:等次|等级|级别|结论|结果)[^，。；：]{0,6}：?(?P<rest>[^。；：]{4,60})")
_BAND: Final = re.compile(
    r"(?P<name>优|良|中)秀?好?等?(?:级|为|：|（|\s)*(?P<least>\d{2,3})分?(?:（含）?）?)?(?:以上|[-—~至到]\d)"
)
_GRADE: Final = re.compile(r"“?(?P<grade>优秀?|良好?|中等?|差)(?=[”，。；、（）]|等次|等|$)")
_OPTIONS: Final = 3
_SHORT: Final = 30


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
        if _has_bands_of_its_own(report, profile):
            continue
        yield from _in_prose(report, profile)
        total = _total(report)
        if total is None or not 0 <= total[0] <= profile.total:
            continue
        for grade in _filed(report):
            yield from _compared(total, grade, profile)


def _filed(report: Report) -> Iterator[tuple[str, Place]]:
    """The grade behind its label, else the one whose box is ticked."""
    grade = report.pair("grade")
    if grade is not None and not _BOX.search(grade.text):
        yield grade.text, grade.where
        return
    for sentence in report.sentences:
        choice = _CHOICE.search(sentence.text)
        ticked = _ticked(choice["rest"]) if choice else ""
        if choice and ticked:
            yield ticked, sentence.place(*choice.span())
    for cell in (cell for grid in report.grids for cell in grid.cells()):
        if len(cell.flat) < _SHORT and (ticked := _ticked(cell.flat)):
            yield ticked, cell.place("评价等级")


def _ticked(text: str) -> str:
    """优□良☑中□差□ → 良: the box stands behind its word, or before it where the choice begins with one."""
    marks = _OPTION.findall(text)
    words = [mark[0] for mark in marks if not _BOX.fullmatch(mark)]
    boxes = [mark for mark in marks if _BOX.fullmatch(mark)]
    if len(words) < _OPTIONS or len(words) != len(boxes) or len(set(words)) != len(words):
        return ""
    ticked = [word for word, box in zip(words, boxes, strict=True) if box in _TICKS]
    return ticked[0] if len(ticked) == 1 else ""


def _has_bands_of_its_own(report: Report, profile: Profile) -> bool:
    """优（95分以上）: a paper that tells other bounds goes by them."""
    bounds = {band.name: band.at_least for band in profile.bands}
    told = (match for sentence in report.sentences for match in _BAND.finditer(sentence.text))
    return any(Decimal(match["least"]) != bounds.get(match["name"]) for match in told)


def _compared(total: tuple[Decimal, Place], grade: tuple[str, Place], profile: Profile) -> Iterator[Found]:
    due = grade_of(total[0], profile.bands)
    word = _GRADE.match(grade[0])
    filed = next((band.name for band in profile.bands if word and word["grade"].startswith(band.name)), "")
    if filed and filed != due:
        yield Found(
            f"得分{points(total[0])}对应“{due}”，填报“{grade[0]}”。",
            f"{points(total[0])}→{due}；填报{grade[0]}",
            (grade[1], total[1]),
            f"请将等次改为“{due}”，或核对得分",
        )


def _in_prose(report: Report, profile: Profile) -> Iterator[Found]:
    """自评得分86.50分，评价等级为“优”: score and grade of one sentence, in either order, or of two that follow one another."""
    scored: tuple[Decimal, Place] | None = None
    block: object = None
    for sentence in report.sentences:
        if sentence.block is not block:
            scored = None
        block = sentence.block
        told = list(totals_in(sentence.text))
        if not told and (match := _SCORED.search(sentence.text)) and not _PART.search(sentence.text[: match.start()]):
            told = [(*match.span(), Decimal(match["score"]))]
        graded = list(_GRADED.finditer(sentence.text))
        own = (told[0][2], sentence.place(*told[0][:2])) if len({value for _, _, value in told}) == 1 else None
        near = own or (scored if not told else None)
        if near is not None and near[0] <= profile.total and len({match["grade"][0] for match in graded}) == 1:
            yield from _compared(near, (graded[0]["grade"], sentence.place(*graded[0].span())), profile)
        scored = own if own is not None and not graded else None


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
