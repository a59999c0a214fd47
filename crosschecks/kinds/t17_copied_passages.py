"""T17 重复段落差异 (公开文件校核): a passage told twice in nearly the same words differs in a word or two.

困难 beside 生活 in the same duty, 我市 beside 我区 in the same conclusion: one of them was not copied right. Nothing but a hint. Left alone are
figures (T01, T02, T03 tell them), years (D01), what was aimed at and what was done, sentences of a list that name their own subject, and the
reports of other projects, which tell their own story in the same frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from crosschecks.rule import (
    Dossier,
    Found,
    Kind,
    Profile,
    Report,
    Sentence,
    Severity,
    companions,
)

_NUMBER: Final = re.compile(r"^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、)?\s*")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_FIGURE: Final = re.compile(r"[\d.,%‰〇一二三四五六七八九十百千万亿元人户个年月日季度初末底、，；。\s]*")
_TENSE: Final = re.compile(
    r"将|已|拟|计划|预计|预期|目标|实际|完成|达到|确保|力争|全部|基本|均|不低于|以上|了|的|地|得|和|与|及|等|为|实现|对|使|让|在|由|按|把|做好|开展"
)
_LEVEL: Final = re.compile(r"[省市县区州旗镇乡村级本上下中央]+|收入|支出|增加|减少|上升|下降|提高|降低")
_OURS: Final = re.compile(r"[我全本]$")
_PLACE: Final = frozenset("省市县区州旗镇乡")
_RELATED: Final = re.compile(r"其[他它]|另|合并|划转|调剂|调整|转入|并入|统筹|整合|结合|同时|与|和|以及|及|共")
_NAME: Final = 4
_TWO: Final = 2
_LEAST: Final = 20
_ENDS: Final = 8
_MOST_DIFFERENT: Final = 4
_LONGEST: Final = 500  # characters; comparing longer ones word by word costs more than it tells
_CROWD: Final = 24  # a beginning that more sentences share is a frame
_ALIKE: Final = 0.9


@dataclass(frozen=True)
class _Difference:
    """The one place where two sentences part: spans of both."""

    one: tuple[int, int]
    two: tuple[int, int]


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Sentences of the unit's own papers together, of every project by itself."""
    own = [report for report in dossier.reports if report.kind != "project"]
    groups = [group for group in companions(dossier) if any(report.kind == "project" for report in group)]
    told: set[tuple[str, str]] = set()
    yield from _foreign(dossier)
    for reports in (own, *groups):
        for one, two in _pairs(_sentences(reports)):
            found = _difference(one, two)
            words = _words(one, two, found) if found else ("", "")
            if found and words not in told:
                told |= {words, words[::-1]}
                yield _told(one, two, found, words)


def _foreign(dossier: Dossier) -> Iterator[Found]:
    """The name of another project of the same paper in a sentence that does not name the report's own, once for every two."""
    projects = [report for report in dossier.reports if report.kind == "project" and len(report.project) >= _NAME]
    names = dict.fromkeys(report.project for report in projects)
    if len(names) < _TWO or len(names) > _CROWD:
        return
    told: set[tuple[str, str]] = set()
    for report in projects:
        own = report.project
        others = [name for name in names if name not in own and own not in name]
        for sentence in report.prose:
            other = next((name for name in others if name in sentence.text), None)
            if other and own not in sentence.text and (own, other) not in told and not _RELATED.search(sentence.text):
                told.add((own, other))
                start = sentence.text.index(other)
                yield Found(
                    f"“{own}”的报告中写到另一项目“{other}”，疑为误抄。",
                    f"{other}≠{own}",
                    (sentence.place(*sentence.clause(start)),),
                    "请核对本段是否抄自另一项目的报告",
                )


def _sentences(reports: Iterable[Report]) -> list[Sentence]:
    """Long sentences (not endless ones), each wording once; those of indicator tables are the form's."""
    kept: dict[str, Sentence] = {}
    for report in reports:
        rows = {id(cell) for table in report.indicators for row in table.rows for cell in row.cells.values()}
        for sentence in report.sentences:
            text = _NUMBER.sub("", sentence.text.strip())
            if (
                len(text) <= _LONGEST
                and len(_HAN.findall(text)) >= _LEAST
                and (sentence.cell is None or id(sentence.cell) not in rows)
            ):
                kept.setdefault(text, sentence)
    return list(kept.values())


def _pairs(sentences: list[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Sentences that begin or end alike; only neighbours by wording are compared."""
    buckets: dict[tuple[bool, str], list[Sentence]] = {}
    for sentence in sentences:
        text = _NUMBER.sub("", sentence.text.strip()).strip("。")
        for key in ((True, text[:_ENDS]), (False, text[-_ENDS:])):
            buckets.setdefault(key, []).append(sentence)
    seen: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        for at, one in enumerate(bucket if len(bucket) <= _CROWD else []):
            for two in bucket[at + 1 :]:
                if (id(one), id(two)) not in seen:
                    seen.add((id(one), id(two)))
                    yield one, two


def _difference(one: Sentence, two: Sentence) -> _Difference | None:
    """Their one difference of a word, when the rest is the same and long enough to be a copy."""
    first, second = one.text, two.text
    if abs(len(first) - len(second)) > _ENDS + _MOST_DIFFERENT or one.path[-1:] == two.path[-1:] != ():
        return None
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal" and (code[1] > 0 or code[3] > 0)]
    inner = [code for code in codes if code[0] == "replace"]
    more = [code for code in codes if code[0] != "replace" and code[1] > 0 and code[3] > 0]
    same = sum(block.size for block in matcher.get_matching_blocks())
    if len(inner) != 1 or len(more) > 1 or same < _ALIKE * min(len(first), len(second)):
        return None
    _, a, b, c, d = inner[0]
    return _Difference((a, b), (c, d)) if _is_word(first[a:b], second[c:d], first[:a]) else None


def _is_word(one: str, two: str, before: str) -> bool:
    """A word in place of another, no figure, tense, level or mark."""
    if max(len(one), len(two)) > _MOST_DIFFERENT or not (_HAN.search(one) and _HAN.search(two)):
        return False
    if one in _PLACE and two in _PLACE:
        return bool(_OURS.search(before))
    return not any(pattern.fullmatch(word) for pattern in (_FIGURE, _TENSE, _LEVEL) for word in (one, two))


def _words(one: Sentence, two: Sentence, found: _Difference) -> tuple[str, str]:
    """The words that differ, a single character with its neighbours."""
    return _wide(one.text, found.one), _wide(two.text, found.two)


def _wide(text: str, span: tuple[int, int]) -> str:
    start, end = span
    return text[max(0, start - 1) : end + 1].strip("，。；、“”（）") if end - start == 1 else text[start:end]


def _told(one: Sentence, two: Sentence, found: _Difference, words: tuple[str, str]) -> Found:
    return Found(
        f"两处相同段落存在差异：“{words[0]}”／“{words[1]}”。",
        f"{words[0]}≠{words[1]}，其余文字相同",
        (one.place(*_around(one, found.one)), two.place(*_around(two, found.two))),
        "请核对哪一处正确，统一文字",
    )


def _around(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """The clause with the words."""
    return sentence.clause(span[0])[0], max(span[1], sentence.clause(span[1] - 1)[1])


KIND = Kind("T17", "重复段落差异", Severity.WARNING, "公开文件校核", paper=check_paper, yields_to=("D01", "T14", "I08"))
