"""旧年份的识读: sentences that tell of the report's own year under the year before: the day the books close, an account's own totals, a year's work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from crosschecks.reports.kit import Report, Sentence

_CLOSED: Final = re.compile(
    r"^[^，。；\d]{0,6}(?:截至|截止|至)(?:到)?((?:19|20)\d{2})年(?:12月(?:31日|底|末)?|年?底|年?末)，?"
    r"(?:上述|以上|前述|本年度?|当年)[^，。；\d]{0,6}(?:款项|资金|经费|补助|补贴|支出|费用|货款|款)[^。；\d]{0,16}(?:支付|拨付|付清|兑付|发放|结清|使用|到位|到账)"
)
_ACCOUNT: Final = re.compile(
    r"^(?:（[一二三四五六七八九十]）|\d{1,2}[.．、])?((?:19|20)\d{2})年度?(?:本部门|本单位|我部门|我单位|部门|单位)?"
    r"(?P<what>本年(?:收入|支出)(?:合计|总计)?|(?:收入、?支出|收、支|收支|收入|支出)(?:决算)?(?:总计|合计|总额)"
    r"|(?:一般公共预算)?财政拨款(?:支出|收入|基本支出|收入、?支出|收、支|“三公”经费支出)(?:总计|合计|决算)?|机关运行经费支出?|政府采购支出总额?)(?:为|均为|共|共计|是)?\d"
)
_WORK: Final = re.compile(
    r"^((?:19|20)\d{2})年(?:度|以来)?，(?:[\u4e00-\u9fff“”（）]{2,20}?)(?:坚持|始终|紧紧?围绕|认真|严格|切实|积极|大力|扎实)[^。；]{8,}"
)
_HISTORY: Final = re.compile(
    r"印发|制定|出台|发布|颁布|成立|始建|建成|启动|开工|立项|批复|批准|组建|设立|试点|获|入选|列入|纳入|以来|改制|上年|去年|历年|前期|筹建|申报|决定|同意"
)
_COMPARED: Final = re.compile(r"相比|与上年|与(?:19|20)\d{2}|[较比](?:上年|去年|(?:19|20)\d{2})")
_OVERVIEW: Final = re.compile(r"概况|基本情况|简介|组织|管理|实施|表内文字")
_PAST: Final = re.compile(r"上年|历年|往年|背景|沿革|由来|依据|前期|问题整改")
_REACH: Final = 2  # years back that a copied report may come from


class LeftOver(NamedTuple):
    """旧年份. start…end: the year within the sentence; what: 截止日, 数据 or 工作."""

    sentence: Sentence
    year: int
    start: int
    end: int
    what: str


def left_over(report: Report, sentence: Sentence, year: int) -> Iterator[LeftOver]:
    """At most one of a sentence that does not name the report's own year."""
    text = sentence.text
    if f"{year}年" in text:
        return
    for pattern, what, fits in ((_CLOSED, "截止日", _closes), (_ACCOUNT, "数据", _accounts), (_WORK, "工作", _works)):
        match = pattern.search(text)
        if match and year - _REACH <= int(match[1]) < year and fits(report, sentence, match, year):
            yield LeftOver(sentence, int(match[1]), *match.span(1), what)
            return


def _closes(report: Report, sentence: Sentence, match: re.Match[str], year: int) -> bool:
    """上述款项 are the report year's where no other sentence of the chapter speaks of the year before."""
    return not any(match[1] in other.text for other in _beside(report, sentence))


def _accounts(report: Report, sentence: Sentence, match: re.Match[str], year: int) -> bool:
    """The total of an account, where its own year is told nowhere in the same words."""
    if report.kind != "account" or _COMPARED.search(sentence.text[: match.end()]):
        return False
    own = re.compile(rf"{year}年度?[^，。；\d]{{0,6}}{re.escape(match['what'])}")
    return not any(own.search(other.text) for other in report.prose)


def _works(report: Report, sentence: Sentence, match: re.Match[str], year: int) -> bool:
    """坚持…, 严格落实…: how the unit worked; no chronicle (2021年，… 2022年，…) and no event of that year."""
    heading = sentence.heading or sentence.block.label
    if not _OVERVIEW.search(heading) or _PAST.search(heading) or _HISTORY.search(sentence.text):
        return False
    told = {found for other in (sentence, *_beside(report, sentence)) for found in _opened(other)}
    return told <= {match[1], str(year)}


def _opened(sentence: Sentence) -> list[str]:
    return re.findall(r"^((?:19|20)\d{2})年(?:度|以来)?，", sentence.text)


def _beside(report: Report, sentence: Sentence) -> Iterator[Sentence]:
    """The other sentences of its chapter, or of its cell."""
    return (
        other
        for other in report.sentences
        if other is not sentence
        and other.path == sentence.path
        and (sentence.cell is None or other.block is sentence.block)
    )
