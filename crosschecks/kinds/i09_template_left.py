"""I09 模板残留: words of the template that nobody replaced: （具体工作）, ××县, 用于XX、XX等, 报告范本, （此处填写…，200字以内）.

A name somebody masked (张××, 138****), a form's own notes on how to fill it in and a word such as 合同范本 are no residue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.fold import folded
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity

_MARK: Final = r"(?:[×xX]{2,6}|[○〇]{2,6})"
_MARKS: Final = rf"(?<![0-9A-Za-z*\uff0a×一二三四五六七八九]){_MARK}(?:[、和]{_MARK}){{0,4}}"
_NOUN: Final = r"[省市区县州旗镇乡局厅委办院所站馆处科股队校部]|单位|部门|中心|项目|资金|年度?|月|日|万元|元|人次?|户|个|等(?:工作|方面|项目|内容|事项)"
_BLANKS: Final = (
    re.compile(rf"{_MARKS}(?:{_NOUN})"),
    re.compile(rf"(?:(?<=[用为是对在及与将由括])|(?<=[用关位对]于)){_MARKS}(?=[、，。；）]|等)"),
    re.compile(r"[\uff0a*]{2,6}(?:[省市县区镇乡局]|单位|部门|公司)"),
    re.compile(r"(?:19|20)[×xX*○]{2}年"),
    re.compile(
        r"（(?:具体(?:工作|内容|事项|项目|业务|原因|用途|名称|情况)|简要(?:说明|描述)[^（）]{0,20}|此处[^（）]{1,40}|在此[^（）]{1,40})）"
    ),
    re.compile(r"某某(?=[省市县区镇乡局]|单位|部门|公司|项目|中心)"),
    re.compile(r"(?<=[\u4e00-\u9fff])_{2,}(?=[人户个项亩%]|万元|公里)"),
    re.compile(r"【[^【】]{0,12}(?:名称|内容|金额|填写|说明)】"),
)
_ASKED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])（(?:单位|项目|部门)名称）(?=[\u4e00-\u9fff])|（请[^（）]{0,20}(?:填写|填报|说明|描述|列明|补充)[^（）]{0,20}）"
)  # inside a sentence
_ALONE: Final = re.compile(r"（(?:请|填写|简述|概述)[^（）]{2,60}）|（\d{2,4}字(?:以内|左右)）")
_SAMPLE: Final = re.compile(
    r"(?:报告|自评表|评价表|总结|说明)(?P<left>（?(?:范本|模板|样本|样表|范文|参考格式|参考提纲|参考模板)）?)$"
)
_HINT: Final = re.compile(
    r"[×xX*\uff0a○〇【_]|某某|（(?:具体|简要|此处|在此|单位|项目|部门|请|填写|简述|概述|\d{2,4}字)"
)
_LONGEST: Final = 60


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Titles, sentences and cells; each kind of residue once in a place."""
    for report in dossier.reports:
        yield from _title(report)
        for sentence in report.sentences:
            for start, end in _spans(sentence.text, alone=sentence.cell is None):
                yield _found(sentence.quote(start, end), sentence.place(start, end))
        read = {id(sentence.cell) for sentence in report.sentences if sentence.cell is not None}
        for grid in report.grids:
            for cell in (cell for row in grid.rows for cell in row if cell.text and id(cell) not in read):
                for start, end in _spans(cell.folded.text, alone=False):
                    quote = cell.folded.quote(start, end)
                    yield _found(quote, cell.place("表格", quote))
        lines = {sentence.line for sentence in report.sentences}
        for pair in report.pairs:
            if pair.cell is None and pair.where.line not in lines:
                for start, end in _spans(folded(pair.text), alone=False):
                    yield _found(folded(pair.text)[start:end], pair.where)


def _spans(text: str, *, alone: bool) -> Iterator[tuple[int, int]]:
    if not _HINT.search(text):
        return
    taken = 0
    patterns = (*_BLANKS, _ASKED) if alone else _BLANKS
    for match in sorted((m for pattern in patterns for m in pattern.finditer(text)), key=lambda m: m.start()):
        if match.start() >= taken:
            taken = match.end()
            yield match.span()
    whole = _ALONE.fullmatch(text.strip()) if alone else None
    if whole and not taken:
        yield 0, len(text.rstrip())


def _title(report: Report) -> Iterator[Found]:
    """专项绩效评价报告范本."""
    place = report.title_place
    match = _SAMPLE.search(folded(place.quote)) if place and len(place.quote) < _LONGEST else None
    if place and match:
        yield _found(match["left"], place)


def _found(left: str, place: Place) -> Found:
    return Found(f"存在未替换的模板文字“{left}”。", left, (place,), "请换成本单位的实际内容，没有的删去")


KIND = Kind("I09", "模板残留", Severity.ERROR, "本地提纲", paper=check_paper)
