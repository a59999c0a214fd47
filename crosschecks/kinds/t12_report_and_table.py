"""T12 报告与表内容一致 (财预〔2020〕10号：自评表与报告互相印证 [知]): what a report says of problems, measures and conclusion its table says too.

Never more than a hint. Asked is whether the shorter of the two texts is in the longer one by its pairs of characters; or, where they stand in
one frame, whether the thing spoken of is another (甲测算较低，导致… beside 乙测算较低，导致…). And whether the parts that a report lists for a level of
indicators are those of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import product
from typing import Final

from crosschecks.reports.fold import folded
from crosschecks.reports.shared import contained
from crosschecks.reports.together import companions
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity
from values.blank import is_blank

_FIELDS: Final = {
    "problems": ("存在问题", re.compile(r"^(?:存在的?|主要|存在的?主要)*问题$")),
    "remedies": ("改进措施", re.compile(r"(?:改进|整改)(?:措施|建议)|相关建议|有关建议")),
    "conclusion": ("评价结论", re.compile(r"(?:评价|自评)结论")),
}
_LIST: Final = re.compile(
    r"(?:依次|分别)?(?:包括|包含|分为|涉及)(?P<items>[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,10}){2,9})(?:等|[，。；])"
)
_APART: Final = 0.34
_OTHER_WORDS: Final = 0.1  # a conclusion may be put in other words
_FRAME: Final = 0.75
_SUBJECT: Final = 5  # characters of a thing that has been exchanged
_LEAST: Final = 12


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every report with a table beside it."""
    for group in companions(dossier):
        tables = [report for report in group if report.is_table]
        told = [report for report in group if not report.is_table]
        for table, report in product(tables, told):
            for field in _FIELDS:
                yield from _field(field, table, report)
            yield from _listed(table, report)


def _field(field: str, table: Report, report: Report) -> Iterator[Found]:
    name, heading = _FIELDS[field]
    pair = table.pair(field)
    section = next((section for section in report.sections(heading) if section.sentences), None)
    if pair is None or section is None:
        return
    one, two = folded(pair.text), section.text.strip()
    places = (pair.where, section.sentences[0].place())
    if is_blank(one) != is_blank(two):
        yield _told(name, "一处写“无”，另一处写有内容", places)
    elif min(len(one), len(two)) >= _LEAST and not is_blank(one):
        share, other = contained(one, two), _exchanged(one, two)
        least = _OTHER_WORDS if field == "conclusion" else _APART
        if share < least:
            yield _told(name, f"两处文字相同的不到{int(least * 100)}%", places)
        elif other:
            yield _told(name, f"所说不是同一事项：“{other[0]}”／“{other[1]}”", places)


def _exchanged(one: str, two: str) -> tuple[str, str] | None:
    """What stands for another in the same frame, when the frame is most of both and the two have hardly a word in common."""
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] == "replace"]
    ends = one[-8:] == two[-8:] or matcher.ratio() >= _FRAME / 2
    for _, a, b, c, d in codes:
        first, second = one[a:b], two[c:d]
        if ends and min(len(first), len(second)) >= _SUBJECT and contained(first, second) < _APART:
            return first, second
    return None


def _told(name: str, why: str, places: tuple[Place, ...]) -> Found:
    return Found(f"报告与自评表“{name}”不一致。", why, places, "请核对两处，统一内容", severity=Severity.HINT)


def _listed(table: Report, report: Report) -> Iterator[Found]:
    """总体绩效…依次包括甲、乙、丙: the second level of that first level in the table."""
    levels: dict[str, set[str]] = {}
    for indicators in table.indicators:
        for row in indicators.lines:
            if row.level2_name:
                levels.setdefault(row.level1_name, set()).add(row.level2_name)
    for sentence in report.sentences:
        match = _LIST.search(sentence.text)
        name = next((level for level in levels if level and level in sentence.text), "") if match else ""
        if match is None or not name:
            continue
        items = [re.sub(r"等?(?:情况|方面|内容|指标)$", "", item) for item in match["items"].split("、")]
        known = [item for item in items if item in levels[name]]
        extra = [item for item in items if item not in levels[name]]
        if len(known) >= max(2, len(items) // 2) and extra:
            yield Found(
                f"报告与自评表“{name}”的归类不一致：{'、'.join(extra)}不在自评表“{name}”之下。",
                f"报告：{'、'.join(items)}；自评表：{'、'.join(sorted(levels[name]))}",
                (sentence.place(*match.span("items")),),
                "请按自评表的指标体系改写",
                severity=Severity.HINT,
            )


KIND = Kind("T12", "报告与表内容一致", Severity.HINT, "财预〔2020〕10号", paper=check_paper)
