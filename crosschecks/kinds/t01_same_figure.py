"""T01 同一指标多处金额一致 (公开文件校核): what is named alike is worth the same wherever it stands.

Compared are amounts of one name, one unit and one basis (本年／上年, 目标／实际, 年初／调整) within a report and its table. Left alone: rough
figures and bounds, figures of one sentence (由…提高到…), names that stand at many different amounts (a column told line by line), and
amounts that agree once rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosschecks.reports.aims import told_otherwise
from crosschecks.reports.basis import same_basis
from crosschecks.reports.retold import retold
from crosschecks.reports.slips import slips
from crosschecks.reports.table_told import Cell, told_otherwise_in_tables
from crosschecks.rule import Dossier, Figure, Found, IndicatorRow, Kind, Profile, Report, Severity
from values.measure import same_scale

PEOPLE = frozenset({"人", "人次", "户", "名"})
_OTHERS = PEOPLE | {
    "%",
    "‰",
    "个百分点",
    "百分点",
    "",
    "次",
    "期",
    "年",
    "年度",
    "月",
    "个月",
    "天",
    "周",
    "时",
    "小时",
    "分钟",
    "分",
    "岁",
    "倍",
    "级",
    "点",
}
_KEPT = re.compile(r"公务用车(?:年末)?(?:实际)?保有量")
_OWNED = re.compile(r"(?:共有|拥有|现有|实有)(?:公务)?(?:车辆|用车|汽车)")
_MOST = 3  # different amounts of one name that may still be one thing told twice
_NAME = 4


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Figures in prose within a report and its table, actuals of a table told again in prose, and indicators across reports."""
    for group in dossier.groups:
        by_key: dict[tuple[str, str], list[Figure]] = {}
        for report in group:
            for (key, unit), figures in report.register.by_key.items():
                if unit not in _OTHERS and "/" not in unit and len(key) >= (_NAME if unit == "元" else _NAME + 1):
                    own = [figure for figure in figures if figure.role == "amount" and of_the_year(report, figure)]
                    by_key.setdefault((key, unit), []).extend(own)
        totals = {key: total for report in group for key, total in report.totals.items()}
        told: set[object] = set()
        for (_, unit), figures in by_key.items():
            if not parts_of_different_totals(figures, totals):
                for found in different(figures, "金额" if unit == "元" else "数值"):
                    told.add(frozenset(figure.value for figure in figures))
                    yield found
        yield from _slips(group, told)
        yield from _retold(group, told, totals)
        yield from _in_words(group)
    yield from _across_tables(dossier)
    for report in dossier.reports:
        yield from _official_cars(report)
        yield from (_in_table(*pair) for pair in told_otherwise_in_tables(report))


def _in_table(figure: Figure, cell: Cell) -> Found:
    """A figure of prose and the cell of a table of data that says something else."""
    shown = cell.row.cells[cell.column.index].flat
    unit = cell.matrix.unit_of(cell.column)
    return Found(
        f"“{figure.label or cell.row.name}”文中{figure.shown}，表中“{cell.row.name}”{cell.column.name}{shown}{unit}，数值不一致。",
        f"{figure.shown}≠{shown}{unit}",
        (cell.matrix.place(cell.row, cell.column), figure.place()),
        "请核对后将表与文字改为一致；口径不同的，写明口径",
    )


def _official_cars(report: Report) -> Iterator[Found]:
    """公务用车保有量 beyond all vehicles there are at the end of the same year."""
    cars = [f for f in report.register.by_unit.get("辆", ()) if f.number.exact and not f.last and f.role == "amount"]
    kept = [figure for figure in cars if _KEPT.search(figure.words)]
    owned = [figure for figure in cars if _OWNED.search(figure.words)]
    if len(kept) == len(owned) == 1 and kept[0].value > owned[0].value:
        yield Found(
            f"车辆数不一致：公务用车保有量{kept[0].shown}，共有车辆{owned[0].shown}。",
            f"{kept[0].shown}＞{owned[0].shown}",
            (owned[0].place(), kept[0].place()),
            "请按资产账核对年末车辆数，将两处改为一致",
        )


def of_the_year(report: Report, figure: Figure) -> bool:
    """Is it told of the report's year, or of none?"""
    return not figure.year or not report.year or figure.year == report.year


def _slips(group: tuple[Report, ...], told: set[object]) -> Iterator[Found]:
    """Two digits changed about, in sentences that share their words and speak of one basis."""
    figures = [
        figure
        for report in group
        for figure in report.register.figures
        if figure.role == "amount" and not figure.last and figure.unit not in _OTHERS and "/" not in figure.unit
    ]
    for one, other in slips(figures, swapped_only=True):
        years = {year for year in (one.year, other.year) if year}
        if same_basis([one, other]) and len(years) < 2 and frozenset((one.value, other.value)) not in told:
            told.add(frozenset((one.value, other.value)))
            yield _pair(one, other)


def _retold(group: tuple[Report, ...], told: set[object], totals: dict[int, Figure]) -> Iterator[Found]:
    """One subject said in other words at another value."""
    figures = [
        figure
        for report in group
        for figure in report.register.figures
        if figure.role == "amount" and figure.unit not in _OTHERS and "/" not in figure.unit
    ]
    for one, other in retold(figures, people=False):
        if frozenset((one.value, other.value)) not in told and not parts_of_different_totals([one, other], totals):
            yield _pair(one, other)


def _pair(one: Figure, other: Figure) -> Found:
    return Found(
        f"“{one.label or other.label}”多处数值不一致：{one.shown}、{other.shown}，疑为误写。",
        f"{one.shown}≠{other.shown}",
        (other.place(), one.place()),
        "两数疑为同一数误写，请核对后改为一致；口径不同的，写明口径",
    )


def _in_words(group: tuple[Report, ...]) -> Iterator[Found]:
    """What a row of a table has reached, told otherwise in prose."""
    rows = [row for report in group for table in report.indicators for row in table.lines]
    for row, told in told_otherwise(rows, group):
        people = told[0].unit in PEOPLE
        if not people:
            yield row_and_words(row, told, "数值")


def row_and_words(row: IndicatorRow, told: list[Figure], word: str) -> Found:
    """A row's actual and the figures in prose that say something else."""
    shown = list(dict.fromkeys(figure.shown for figure in told))
    return Found(
        f"“{row.name}”多处{word}不一致：表中{row.text('actual')}，文中{'、'.join(shown)}。",
        f"{row.text('actual')}{row.text('unit') if row.text('actual')[-1:].isdigit() else ''}≠{'、'.join(shown)}",
        (row.place("actual"), *(figure.place() for figure in told)),
        "请核对后将表与文字改为一致；口径不同的，写明口径",
    )


def different(figures: list[Figure], word: str) -> Iterator[Found]:
    """One finding for a name that has two or three values; the first place is that of the value told least often."""
    exact = [figure for figure in figures if figure.number.exact and not figure.last]
    values = list(dict.fromkeys(figure.value for figure in exact))
    if not 1 < len(values) <= _MOST or not _comparable(exact):
        return
    if _agree(exact):
        return
    told = list(dict.fromkeys(figure.shown for figure in exact))
    yield Found(
        f"“{exact[0].label}”多处{word}不一致：{'、'.join(told)}。",
        "≠".join(told),
        tuple(figure.place() for figure in exact),
        f"请核对后将各处{word}改为一致；口径不同的，写明口径",
    )


def parts_of_different_totals(figures: list[Figure], totals: dict[int, Figure]) -> bool:
    """办公费 under 公用经费 and 办公费 under 项目支出 are two things."""
    values = {total.value for figure in figures if (total := totals.get(id(figure))) is not None}
    return len(values) > 1


def _comparable(figures: list[Figure]) -> bool:
    """Of one year and one basis, and never two of one sentence."""
    sentences = {_where(figure) for figure in figures}
    years = {figure.year for figure in figures if figure.year}
    return len(sentences) == len(figures) and len(years) <= 1 and same_basis(figures)


def _where(figure: Figure) -> object:
    """Its sentence; cells of one row are one place, for they hold target and actual."""
    cell = figure.sentence.cell
    return id(figure.sentence) if cell is None else ("row", cell.row)


def _agree(figures: list[Figure]) -> bool:
    """Of several scales and alike within half of the coarsest last digit: 2.7万元 and 27400元."""
    step = max(figure.number.step for figure in figures) / 2
    values = [figure.value for figure in figures]
    return len({figure.number.scale for figure in figures}) > 1 and max(values) - min(values) <= step


# --- indicators of one name in several tables ---


def _across_tables(dossier: Dossier) -> Iterator[Found]:
    by_name: dict[tuple[str, int], list[tuple[Report, IndicatorRow]]] = {}
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                if len(row.name) >= _NAME + 2 and "score" not in row.cells:
                    by_name.setdefault((row.name, report.year), []).append((report, row))
    for (name, _), rows in by_name.items():
        if len({id(report) for report, _ in rows}) > 1:
            yield from _rows(name, [row for _, row in rows])


def _rows(name: str, rows: list[IndicatorRow]) -> Iterator[Found]:
    """The first actual against the others; quantities only, for shares differ from project to project."""
    first = rows[0]
    for other in rows[1:]:
        pair = same_scale(first.measure("actual"), other.measure("actual"))
        unit = first.measure("actual").unit
        if pair is None or pair[0] == pair[1] or unit in {"%", "‰", ""}:
            continue
        yield Found(
            f"“{name}”多处数值不一致：{first.text('actual')}、{other.text('actual')}。",
            f"{first.text('actual')}≠{other.text('actual')}",
            (first.place("actual"), other.place("actual"), *([other.place("target")] if other.text("target") else [])),
            "请核对后将各处改为一致；口径不同的，写明口径",
        )
        return


KIND = Kind(
    "T01",
    "同一指标多处金额一致",
    Severity.ERROR,
    "公开文件校核",
    paper=check_paper,
    yields_to=("T03", "T06", "T07", "T09", "T11", "F05", "F21", "F22", "U01", "U03"),
)
