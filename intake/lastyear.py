"""上年的内容: what of last year's filing may become this year's draft: words, to be gone over; figures only to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from blueprints.schema import Blueprint, FieldEntry, RecordsTable
from factbook.paths import INDICATORS

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=年)")
_BOOK: Final = re.compile(r"《[^《》]*》")
_NUMBER: Final = re.compile(r"[〔\[（(](\d{4})[〕\]）)]\d+号")
_TITLE: Final = re.compile(r"《[^《》]*》|[〔\[（(]\d{4}[〕\]）)](?:\d+号)?")
_FIGURE: Final = re.compile(r"\d[\d,.]*")
_PEOPLE: Final = ("人", "电话", "手机", "姓名", "联系", "地址", "邮编", "科室", "职务")
_NOT_PEOPLE: Final = ("人员情况", "人数", "人员编制", "对象")
# Of an indicator the class, the name and the target may serve again; what was reached then may not.
RESULTS: Final = frozenset({"actual", "progress", "score", "reason"})
FIGURES: Final = "上年数，只供对照"
PEOPLE: Final = "人员、电话可能已变动，请核对"
WRITTEN: Final = "本年已写，勾选才会替换"
TODAY: Final = "须按本年情况填写"
ROWS: Final = "上年的行，请核对是否仍然适用；其中的数和日期没有带入"
TARGETS: Final = "上年的指标和目标，请对照本年批复的绩效目标"


@dataclass(frozen=True, slots=True)
class Policy:
    """处理办法 of one fact of last year."""

    ticked: bool
    carried: bool = False
    doubt: str = ""


def policy(blueprint: Blueprint, path: str) -> Policy:
    """What may become of the fact at `path`."""
    entry = _entry(blueprint, path)
    if path.startswith("score.") and path.endswith(".reason"):
        return Policy(ticked=False, doubt=TODAY)
    if entry is None or path.split(".", 1)[0] in {"funds", "figure", "score", "grade"} or entry.widget == "number":
        return Policy(ticked=False, doubt=FIGURES)
    if path.startswith("sign.") or is_people(entry.label):
        return Policy(ticked=False, doubt=PEOPLE)
    if entry.widget in {"choice", "boxes", "date"}:
        return Policy(ticked=False, doubt=TODAY)
    return Policy(ticked=True, carried=True)


def is_people(label: str) -> bool:
    """Does a field of this name hold a person, a telephone or an address?"""
    return (
        any(word in label for word in _PEOPLE) and not any(word in label for word in _NOT_PEOPLE) and len(label) <= 12
    )


def kept_out(blueprint: Blueprint, table: str, field: str) -> bool:
    """Is this column of a row of last year only shown: a result, a figure?"""
    if table == INDICATORS:
        return field in RESULTS
    defined = blueprint.table(table)
    column = defined.column(field) if isinstance(defined, RecordsTable) else None
    return column is not None and column.shape in {"number", "money", "date"}


def old_years(text: str, year: int) -> tuple[str, ...]:
    """What a text of the year before says of its time, as it is printed there: 2022年, 〔2022〕15号.

    The present `year` counts too: in last year's words it was the next one. Titles do not count, nor the numbers of older
    papers: the rules a unit works by stand for years, a notice of funds is a new one each year.
    """
    years = (f"{found}年" for found in _YEAR.findall(_TITLE.sub("", text)) if int(found) <= year)
    numbers = (found[0] for found in _NUMBER.finditer(_BOOK.sub("", text)) if year - 1 <= int(found[1]) <= year)
    return tuple(dict.fromkeys((*years, *numbers)))


def figures_in(text: str) -> int:
    """How many figures a text names, years, titles and document numbers apart: each may be last year's."""
    return len(_FIGURE.findall(_YEAR.sub("", _TITLE.sub("", text))))


def _entry(blueprint: Blueprint, path: str) -> FieldEntry | None:
    entries = (entry for section in blueprint.sections for entry in section.entries if isinstance(entry, FieldEntry))
    return next((entry for entry in entries if entry.path == path), None)
