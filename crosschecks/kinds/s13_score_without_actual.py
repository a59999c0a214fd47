"""S13 完成值空却得分: a row has points but no actual value (财预〔2020〕10号附件1 [证])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.params import texts
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, points


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table nodes looked at."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows with a positive self score and nothing in the actual column."""
    for line in context.lines(params.of):
        row = context.row(line)
        if row is None or row.actual.strip() or line.self_points is None or line.self_points <= 0:
            continue
        yield Found(
            f"“{context.name(line)}”未填完成值却得{points(line.self_points)}。",
            f"完成值为空，得分{points(line.self_points)}",
            (context.place(f"indicators.{row.uid}.actual"), context.place(line.path)),
            "请填年末实际完成的数或情况",
            pending=True,
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Lines of tables that have a column for it; a line of sums or without a target asks for no actual."""
    for report in dossier.reports:
        for table in report.indicators:
            if not {"actual", "score", "target"} <= table.roles:
                continue
            for row in table.lines:
                score = row.number("score")
                empty = not row.text("actual") and "actual" in row.cells and row.text("target")
                if empty and score is not None and score > 0:
                    yield Found(
                        f"“{row.shown}”未填完成值却得{points(score)}。",
                        f"完成值为空，得分{points(score)}",
                        (row.place("name"), row.place("score"), row.place("target")),
                        "请填年末实际完成的数或情况",
                    )


KIND = Kind(
    "S13",
    "完成值空却得分",
    Severity.ERROR,
    "财预〔2020〕10号附件1",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
