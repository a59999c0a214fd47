"""R02 问题与改进对应 (财预〔2020〕10号第十一、二十六条): problems are told, and the place for remedies says 无 or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.params import text
from crosschecks.reports.answers import Answer, answers
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Severity
from values.blank import is_blank


@dataclass(frozen=True, slots=True)
class Params:
    """参数: paths of the problems and of the remedies."""

    problems: str
    measures: str


def check(context: Context, params: Params) -> Iterator[Found]:
    """Typed problems against typed remedies."""
    told, answer = context.book.raw(params.problems), context.book.raw(params.measures)
    if not is_blank(told) and is_blank(answer):
        places = (context.place(params.measures), context.place(params.problems))
        yield _found(1, context.label(params.measures), answer.strip(), places, pending=not answer.strip())


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A project's report and table together."""
    for group in dossier.groups:
        problems = [answer for report in group for answer in answers(report, "problems") if answer.says]
        remedies = [answer for report in group for answer in answers(report, "remedies")]
        if problems and remedies and all(answer.is_none for answer in remedies):
            yield _found(
                max(answer.items for answer in problems),
                remedies[0].label,
                remedies[0].text.strip("。 "),
                (*(answer.place for answer in remedies), *(_first(answer) for answer in problems)),
            )


def _first(answer: Answer) -> Place:
    return answer.sentences[0].place(label=answer.label) if answer.sentences else answer.place


def _found(problems: int, label: str, told: str, places: tuple[Place, ...], *, pending: bool = False) -> Found:
    return Found(
        "列出问题但没有对应改进措施。",
        f"问题{problems}条，{label}“{told or '空'}”",
        places,
        f"请在“{label}”中逐条写明怎样改、谁来改、何时改好",
        pending=pending,
    )


KIND = Kind(
    "R02",
    "问题与改进对应",
    Severity.WARNING,
    "财预〔2020〕10号第十一条",
    Params,
    {"problems": text, "measures": text},
    check,
    frozenset({"problems", "measures"}),
    paper=check_paper,
)
