"""U08 完成值照抄目标: the actual is a value, not the target's bound or its words again (财预〔2021〕101号 佐证资料).

≥3 or 95%以上 as an actual says nothing of what was reached. Words of a whole phrase repeated word for word are hinted at as well; 优, 按时 and
the like are grades and may be the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosschecks.reports.numbers import numbers
from crosschecks.reports.spoken import Spoken, spoken
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Severity

_PHRASE: Final = 6  # characters from which words are more than a grade


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of every table, and indicators told in prose."""
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                target, actual = row.text("target"), row.text("actual")
                if actual and _is_copy(target, actual):
                    places = (row.place("actual"), *([row.place("target")] if target else []))
                    yield _found(row.shown, actual, places)
        yield from (found for one in spoken(report) for found in _spoken(one))


def _is_copy(target: str, actual: str) -> bool:
    given = numbers(actual)
    if len(given) == 1 and given[0].bound in {"ge", "gt", "le", "lt"}:
        return True
    return not given and target == actual and len(actual) >= _PHRASE


def _spoken(one: Spoken) -> Iterator[Found]:
    given = one.actual_numbers
    told = f"{one.kind}指标：{one.target}"[:40]
    if one.actual and len(given) == 1 and given[0].bound in {"ge", "gt"}:
        yield _found(told, one.actual, (one.place(),))
    elif (
        one.part == "done"
        and not one.actual
        and len(one.target_numbers) == 1
        and one.target_numbers[0].bound in {"ge", "gt"}
    ):
        yield _found(told, one.target, (one.place(),))


def _found(name: str, actual: str, places: tuple[Place, ...]) -> Found:
    shown = actual if len(actual) <= 30 else actual[:30] + "…"
    return Found(
        f"“{name}”完成值“{shown}”照抄目标，请填实际值。",
        f"完成值“{shown}”不是一个实际的数或情况",
        places,
        "请填调查、统计得到的实际数，如 96.5%",
    )


KIND = Kind("U08", "完成值照抄目标", Severity.WARNING, "财预〔2021〕101号", paper=check_paper, yields_to=("U06",))
