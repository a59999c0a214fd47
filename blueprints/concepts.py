"""事实位置目录: which fact paths a form may name.

Read-only identity paths are the same everywhere. The others exist because the form asks for them: amounts of its funds tables,
slots its sections ask (`text.goal`, `choice.kind`, `sign.head`, `figure.staff`), self scores of its points, its derived figures
and its parameters. Where the paper shows a result, `score.total.self` stands for the total score and `grade.self` for the grade.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprints.schema import Blueprint, FieldEntry, FiguresTable, FundsTable, RecordsTable
from values.vocabulary import Source, source_children

IDENTITY: Final = (
    "year",
    "subject.year",
    "locality.name",
    "department.name",
    "department.code",
    "supervisor.name",
    "supervisor.code",
)
PROJECT: Final = (
    "project.name",
    "project.code",
    "project.code_and_name",
    "project.attribute",
    "project.period",
    "project.months",
    "project.starts",
    "project.ends",
)
SLOTS: Final = ("text", "figure", "choice", "sign")  # words of their own: <slot>.<word>
PRIOR: Final = "prior."  # before any fact's path: the same fact of the same unit a year earlier
PRIOR_YEAR: Final = "prior.year"
_OF_BOTH_YEARS: Final = ("funds.", "figure.", "derived.", "sum.", "total.", "share.")  # figures, not words
RECKONED: Final = ("derived.", "parameter.", "sum.", "total.", "share.", "compare.", "projects.", PRIOR)
INDICATOR_COLUMNS: Final = (
    "level1",
    "level2",
    "name",
    "relation",
    "target",
    "unit",
    "actual",
    "progress",
    "weight",
    "score",
    "reason",
)
INDICATOR_PRINTS: Final = (
    "n",
    "self",
    "computed",
    "of",
    "progress",
    "out_of_100",
    "review",
    "review_reason",
)  # known to a printed row without a column of their own
SCORE_COLUMNS: Final = (
    "level1",
    "level2",
    "level3",
    "of",
    "self",
    "computed",
    "out_of_100",
    "review",
    "review_reason",
    "reason",
    "explanation",
    "guidance",
)
GROUP_COLUMNS: Final = ("of", "self", "computed", "review", "reason")  # what a column `per` a level may show
SCORE_WORDS: Final = ("label", "of", "self", "computed")  # places in ScoresRow.level1_text and in texts of its columns


def known_paths(blueprint: Blueprint) -> frozenset[str]:
    """Return every scalar path this form may name; rows of tables have paths of their own (`is_known`)."""
    facts = frozenset((*_funds(blueprint), *_asked(blueprint), *_figures(blueprint), *_reckoned(blueprint)))
    return frozenset(
        (
            *identity_paths(blueprint),
            *facts,
            *_scores(blueprint),
            *(f"parameter.{p.key}" for p in blueprint.parameters),
            *(f"compare.{c.key}{tail}" for c in blueprint.comparisons for tail in ("", ".than")),
            PRIOR_YEAR,
            *(f"{PRIOR}{path}" for path in facts if path.startswith(_OF_BOTH_YEARS)),
            *(blueprint.projects.paths() if blueprint.projects else ()),
        ),
    )


def is_known(path: str, blueprint: Blueprint) -> bool:
    """Is `path` a fact of this form, a cell of one of its tables' rows included?"""
    match path.split("."):
        case ["indicators", _, column]:
            return _has_column(blueprint, "indicators", column)
        case ["list", table, _, column]:
            return table != "indicators" and _has_column(blueprint, table, column)
    return path in known_paths(blueprint)


def is_identity(path: str) -> bool:
    """Is it master data, read-only in every form?"""
    return path in IDENTITY or path in PROJECT


def is_result(path: str) -> bool:
    """Is it worked out when nobody files it (total score, grade, derived figures, parameters)?"""
    return path in {"score.total.self", "grade.self"} or path.startswith(RECKONED)


def identity_paths(blueprint: Blueprint) -> tuple[str, ...]:
    """Return the read-only paths; a department's own form knows no project."""
    return (*IDENTITY, *PROJECT) if blueprint.subject == "project" else IDENTITY


def _funds(blueprint: Blueprint) -> Iterator[str]:
    for table in blueprint.tables:
        for stage in table.stages if isinstance(table, FundsTable) else ():
            asked = {s for s in table.names() if table.asks(stage, s)} if isinstance(table, FundsTable) else set()
            yield from (f"funds.{stage.stage}.{source}" for source in Source if reachable(source, asked))


def _figures(blueprint: Blueprint) -> Iterator[str]:
    """Cells of tables of figures, and figures filed beside derived ones."""
    for table in blueprint.tables:
        if isinstance(table, FiguresTable):
            yield from table.paths()
    yield from (f"figure.{d.key}" for d in blueprint.derived if d.filed)


def _reckoned(blueprint: Blueprint) -> Iterator[str]:
    """Figures worked out from others: derived, sums of columns, totals and shares of breakdowns."""
    yield from (f"derived.{d.key}" for d in blueprint.derived)
    yield from _sums(blueprint)
    for breakdown in blueprint.breakdowns:
        yield f"total.{breakdown.key}"
        yield from (f"share.{breakdown.key}.{item.key}" for item in breakdown.items)


def _sums(blueprint: Blueprint) -> Iterator[str]:
    """Sums of the figure columns of lists: `sum.<table>.<column>`."""
    for table in blueprint.tables:
        if isinstance(table, RecordsTable):
            yield from (f"sum.{table.key}.{column}" for column in table.figures())


def reachable(source: Source, asked: set[str]) -> bool:
    """Has the node an amount of its own or below it?"""
    return source.value in asked or any(reachable(child, asked) for child in source_children(source))


def _asked(blueprint: Blueprint) -> Iterator[str]:
    for section in blueprint.sections:
        for entry in section.entries:
            if isinstance(entry, FieldEntry) and (entry.path.split(".")[0] in SLOTS or entry.path == "grade.self"):
                yield entry.path


def _scores(blueprint: Blueprint) -> Iterator[str]:
    if blueprint.points:
        yield "score.total.self"
    if blueprint.grades:
        yield "grade.self"
    for leaf in blueprint.leaves():
        if not leaf.from_table:
            yield f"score.{leaf.key}.self"
            yield f"score.{leaf.key}.reason"


def _has_column(blueprint: Blueprint, key: str, column: str) -> bool:
    table = blueprint.table(key)
    return isinstance(table, RecordsTable) and table.column(column) is not None
