"""S18 扣分项与所述问题: whoever tells of problems takes points off where the form says so (遂宁整体表“每有一个问题点扣1分” [种]).

On paper the problems are counted in the unit's own report. That the rows 扣分项 speak of the same thing makes it an error; problems of
another kind are only hinted at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.params import text, texts
from crosschecks.reports.shared import common_run
from crosschecks.reports.together import companions
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Profile, Report, Sentence, Severity, points
from values.blank import is_blank

_PROBLEMS: Final = re.compile(r"问题")
_LISTED: Final = re.compile(r"(?:存在|有|是)(?P<list>[^。；]{4,120}?)等?(?:\d个|几个|方面的?)?问题")
_POINTS: Final = re.compile(r"[一二三四五六七八九]是|（[一二三四五六七八九\d]）|(?:^|[。；\n])\d[.．、]")
_TAKEN: Final = re.compile(r"扣\s*\d+(?:\.\d+)?\s*分|扣分")
_ABOUT: Final = 4


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes whose leaves take points off, path of the problems told in words."""

    of: tuple[str, ...]
    problems: str = ""


def check(context: Context, params: Params) -> Iterator[Found]:
    """No points taken off, though problems are counted or told."""
    lines = list(context.lines(params.of))
    if any(line.self_points for line in lines):
        return
    due = -sum((line.award.points or Decimal(0) for line in lines), Decimal(0))
    told = context.book.raw(params.problems).strip() if params.problems else ""
    places = tuple(context.place(line.path) for line in lines)
    if due > 0:
        yield Found(
            f"填报的问题应扣{points(due)}，扣分项没有相应扣分。",
            "；".join(line.award.because.reckoning() for line in lines if line.award.points),
            places,
            "请在扣分项填负数，如 -1；不应扣分的，请核对问题数",
            pending=True,
        )
    elif not is_blank(told):
        yield Found(
            f"“{context.label(params.problems)}”写有问题，扣分项没有相应扣分。",
            "扣分项合计0分",
            (context.place(params.problems, told[:30]), *places),
            "请按问题个数在扣分项填负数；所写不属于扣分项规定的问题的，请说明理由",
            pending=all(line.self_points is None for line in lines),
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A unit's report with problems beside its table whose rows 扣分项 took nothing off."""
    for group in companions(dossier):
        rows = [row for report in group for row in _deductions(report)]
        told = next((found for report in group if (found := _problems(report))), None)
        if told is None or not rows or any(row.number("score") for row in rows):
            continue
        sentence, items = told
        about = [row for row in rows if any(_speaks_of(row, item) for item in items)]
        yield Found(
            f"报告列出{len(items)}个问题，扣分项未相应扣分。",
            f"问题{len(items)}个：{'、'.join(item[:20] for item in items)}；扣分项合计0分",
            (sentence.place(), *(row.place("name") for row in about or rows)),
            "请按问题个数在扣分项扣分；所写不属于扣分项规定的问题的，请说明理由",
            severity=None if about else Severity.WARNING,
        )


def _deductions(report: Report) -> Iterator[IndicatorRow]:
    """Rows under 扣分项 that say how much a problem costs."""
    for table in report.indicators:
        for row in table.lines:
            rule = "".join(row.text(role) for role in ("standard", "explain", "weight", "name"))
            if "扣分" in row.level1_name and (_TAKEN.search(rule) or "问题" in rule):
                yield row


def _problems(report: Report) -> tuple[Sentence, list[str]] | None:
    """The sentence that tells them and each of them: a list before 等问题, or numbered."""
    for section in report.sections(_PROBLEMS):
        for sentence in section.sentences:
            match = _LISTED.search(sentence.text)
            if match and "、" in match["list"]:
                return sentence, [item for item in match["list"].split("、") if len(item) >= _ABOUT]
        numbered = [sentence for sentence in section.sentences if _POINTS.search(sentence.text)]
        items = [item for sentence in numbered for item in _POINTS.split(sentence.text) if len(item) > _ABOUT]
        if numbered and items:
            return numbered[0], items
    return None


def _speaks_of(row: IndicatorRow, item: str) -> bool:
    return len(common_run(row.shown + "，" + row.text("standard"), item)) >= _ABOUT


KIND = Kind(
    "S18",
    "扣分项与所述问题",
    Severity.ERROR,
    "地方表注",
    Params,
    {"of": texts, "problems": text},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
