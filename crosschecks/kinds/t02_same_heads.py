"""T02 人数一致 (公开文件校核): a number of people, households or visits is the same wherever it is told.

Found three ways: one name with two numbers; two numbers that differ by two digits changed about or one digit mistyped, in sentences
that share their words; and a total named after a group that is also one of its parts, at another number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import Final

from crosschecks.kinds.t01_same_figure import PEOPLE, different, of_the_year, parts_of_different_totals, row_and_words
from crosschecks.reports.aims import told_otherwise
from crosschecks.reports.retold import retold
from crosschecks.reports.slips import slips
from crosschecks.reports.total_rows import Retold, mistyped_totals
from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Severity

_PEOPLE: Final = ("人", "户", "员", "口", "群众", "学生", "居民", "职工", "对象")
_NAME: Final = 3
_MOST: Final = 12


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Heads within a report and its table."""
    for group in dossier.groups:
        heads = [
            figure
            for report in group
            for figure in report.register.figures
            if figure.unit in PEOPLE and figure.role == "amount" and of_the_year(report, figure)
        ]
        by_key: dict[str, list[Figure]] = {}
        for figure in heads:
            if len(figure.key) >= _NAME:
                by_key.setdefault(figure.key, []).append(figure)
        endings = {key[at:]: key for key in by_key for at in range(len(key) - _NAME)}
        for figure in heads:
            if not figure.key and (name := _counted(figure, endings)):
                by_key[name].append(figure)
        totals = {key: total for report in group for key, total in report.totals.items()}
        told: set[frozenset[Decimal]] = set()
        for figures in by_key.values():
            for found in different(figures, "人数") if not parts_of_different_totals(figures, totals) else ():
                told.update(_pairs(figures))
                yield found
        yield from _slips(heads, totals, told)
        rows = [row for report in group for table in report.indicators for row in table.lines]
        yield from (
            row_and_words(row, told, "人数") for row, told in told_otherwise(rows, group) if told[0].unit in PEOPLE
        )
    for report in dossier.reports:
        yield from _part_of_itself(report)
        yield from (_total_again(again) for again in mistyped_totals(report))


def _total_again(again: Retold) -> Found:
    """136栋、4956户 beside a table whose totals are 136 and 4965."""
    cell = again.row.cells[again.column.index]
    total = f"{cell.flat}{again.column.unit}"
    return Found(
        f"“{again.column.name}”文中{again.figure.shown}，表中合计{total}。",
        f"{again.figure.shown}≠{total}",
        (again.figure.place(), again.matrix.place(again.row, again.column)),
        "请核对表格合计与正文",
    )


def _counted(figure: Figure, endings: Mapping[str, str]) -> str:
    """The name whose end stands behind a figure: 468名食堂从业人员 beside 食堂从业人员共486人."""
    heads = (figure.after[:end] for end in range(len(figure.after), _NAME, -1))
    return next((endings[head] for head in heads if head in endings), "")


def _pairs(figures: list[Figure]) -> Iterator[frozenset[Decimal]]:
    """Pairs of values of one name."""
    return (frozenset(pair) for pair in combinations({figure.value for figure in figures[:_MOST]}, 2))


def _slips(heads: list[Figure], totals: dict[int, Figure], told: set[frozenset[Decimal]]) -> Iterator[Found]:
    """Numbers that look like one mistyped, and one subject said in other words at another number; `told`: pairs told already."""
    mistyped = list(slips(heads))
    sure = {(id(one), id(other)) for one, other in mistyped}
    seen: set[frozenset[Decimal]] = set()
    by_value: dict[Decimal, list[tuple[int, Figure]]] = {}
    for at, figure in enumerate(heads):
        by_value.setdefault(figure.value, []).append((at, figure))
    for one, other in (*mistyped, *retold(heads, people=True)):
        pair = frozenset((one.value, other.value))
        again = pair in told and (id(one), id(other)) not in sure
        if again or pair in seen or parts_of_different_totals([one, other], totals):
            continue
        seen.add(pair)
        both = (by_value[one.value], by_value[other.value])
        alike = [figure for _, figure in sorted((*both[0], *both[1]), key=lambda held: held[0])]
        yield _slip(one, other, alike, (len(both[0]), len(both[1])))


def _slip(one: Figure, other: Figure, alike: list[Figure], count: tuple[int, int]) -> Found:
    return Found(
        f"“{one.label or other.label or one.sentence.text[:20]}”人数不一致：{one.shown}、{other.shown}。",
        f"{one.shown}≠{other.shown}（各{count[0]}处、{count[1]}处）",
        tuple(figure.place() if figure.label else figure.sentence.place(*_around(figure)) for figure in alike),
        "两数疑为同一人数误写，请核对后改为一致",
    )


def _around(figure: Figure) -> tuple[int, int]:
    """The clause a figure stands in."""
    return figure.sentence.clause(figure.number.start)


def _part_of_itself(report: Report) -> Iterator[Found]:
    """为脱贫户代缴10万人，其中脱贫户8万人."""
    for found in report.breakdowns:
        total = found.total
        if total.unit not in PEOPLE or not found.exact:
            continue
        for part in found.parts:
            if (
                len(part.key) >= _NAME + 1
                and part.key in total.label
                and part.value != total.value
                and any(word in part.key for word in _PEOPLE)
            ):
                same = [
                    f
                    for f in report.register.figures
                    if f.value == total.value and f.unit == total.unit and f is not total
                ]
                yield Found(
                    f"“{part.label}”人数不一致：总数写作{total.shown}，其中又为{part.shown}。",
                    f"{total.shown}≠{part.shown}",
                    (total.place(), part.place(), *(figure.place() for figure in same)),
                    "总数的名称应包括各分项，请改正名称或人数",
                )


KIND = Kind("T02", "人数一致", Severity.ERROR, "公开文件校核", paper=check_paper, yields_to=("U03",))
