"""D01 年度一致 (财预〔2020〕10号：自评以一个预算年度为范围；标题年、正文年、数据年相同).

A report copied from last year's keeps last year here and there. Told are: a sentence that stands once more with the report's own year;
what was achieved, or what the project is, told of an earlier year; a target set for an earlier year. Comparisons, carried funds,
policies, plans, founding dates and sums over years are no stale figures. A span of evaluation, a closing date or a score of another year, a
year that cannot be, and results of a whole year to come are told wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from crosschecks.reports.left_over import LeftOver, left_over
from crosschecks.reports.occasion import sure_year
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Sentence, Severity

_YEAR: Final = re.compile(r"((?:19|20)\d{2})(?=年)")
_FOUR: Final = re.compile(r"(?:19|20)\d{2}")
_TOPIC: Final = re.compile(
    r"^(?:（[^（）]{1,3}）|\d{1,2}[.、])?(?:截至|截止|至|到)?((?:19|20)\d{2})年(?:度|底|末|末期|12月(?:31日|底)?)?，?(?![—~\d月初])"
)
_OTHER_TIME: Final = re.compile(
    r"上年|去年|往年|历年|同比|相比|较|比(?:\d|上|去)|增长|增加|下降|减少|提高|缩短|结转|累计|以来|开始|起[，实施执]|自\d|《|文件|通知|意见|规划|印发|制定|出台|发布|颁布"
    r"|成立|始建|建成|启动|开工|立项|批复|下达|拨付|到位|提前|签订|招标|采购|试点|审计|评为|获|入选|列入|列为|纳入|申报|迁|改制|组建|设立|决定|提出|确定|调研|论证|一期|首批|前期|被|原|曾|分年|分期"
    r"|预算|决算|跨年|延续|年均|基期|基数|为基|普查|统计公报"
)
_BY_PLAN: Final = re.compile(r"(?:严格)?按照?(?:预算|计划)(?:批复)?(?:的?要求)?")
_RESULT: Final = re.compile(r"完成|效益|绩效|产出|效果|成效|成果")
_ACHIEVED: Final = re.compile(r"完成|实现|效益|产出|效果|成效|达到")
_OVERVIEW: Final = re.compile(r"概况|基本情况|项目简介|主要内容|背景")
_DONE: Final = re.compile(r"\d|完成|实现|发放|开展|组织|新增|改造|培训|坚持|推进|落实|保障|覆盖|受益|达到")
_FORMER: Final = re.compile(r"历年|上年|往年|依据|背景|由来|沿革|以前|前期|历史")
_DID: Final = re.compile(r"[共计了]|完成|累计|合计|检查|发放|召开|培训|供餐|举办|开展|组织")
_STANDING: Final = re.compile(r"涉及|覆盖|由[^，。]{2,20}(?:实施|负责|承担|组织)|主要(?:任务|内容|用于)|包括|分布|惠及")
_GOAL: Final = re.compile(r"目标")
_GOAL_TOLD: Final = re.compile(r"^[^，。；]{0,10}(?:年度|绩效|总体)目标(?:为|是|：)")
_BY: Final = re.compile(
    r"((?:19|20)\d{2})年(?:度|底|末|\d{1,2}月(?:份|底|末|\d{1,2}日)?)?(?:之?前|以前|内|期间)?[^，；。]{0,8}?(?:前|内|完成|实现|达到|支付|发放|竣工|完工)"
)
_NO_YEAR: Final = re.compile(
    r"(?<![\d.,])((?:1[0-8]|2[1-9]|[3-9]\d)\d{2})年(?=度|底|末|全年|初|上半年|下半年|\d{1,2}月|[春夏秋冬]季)"
)
_SPAN: Final = re.compile(
    r"(?:评价|自评|考核|核查)(?:的)?(?:时段|期间|时间范围|范围|年度|基准日|时限|对象)[^，。；\d]{0,10}((?:19|20)\d{2})年"
)
_SCORED: Final = re.compile(
    r"((?:19|20)\d{2})年度?[^，。；]{0,30}(?:自评|评价|综合)(?:总)?(?:得分|评分|等级|等次)(?:为|是)?[“\d优良中差]"
)
_CLOSING: Final = re.compile(
    r"(?:截至|截止|至)((?:19|20)\d{2})年(?:12月(?:31日|底|末)|年?底|年?末|末)，?(?!上述|以上|前述)(?=[^，。；]{0,24}(?:共有|实有|现有|拥有|车辆|设备|人员|床位|档案|馆藏|在校|在册|参保|在编|在职|编制|资产|固定资产|全县|全市|全区|本单位|单位|项目|累计支出|实际支出|支出|资金))"
)
_BESIDE: Final = re.compile(
    r"上年|去年|同比|相比|较|比|增长|下降|结转|结余|欠|尚未|历年|以来|启动|立项|前期|分年|分期|一期|首批|余额|基数|建成|累计完成"
)
_SPENT: Final = re.compile(
    r"^[^，。；\d]{0,10}((?:19|20)\d{2})年度?[^。；]{0,50}(?:实际支出|执行数?|全年支出|支出)[^。；]{0,12}\d[\d.,]*(?:万|亿)?元"
)
_AHEAD: Final = re.compile(
    r"((?:19|20)\d{2})年(?:度|全年)?(?:共|全年|度)[^，。；]{0,4}(?:完成|支出|发放|实施|开展|建成|实现|培训|收入|救助|补助)"
)
_RUN: Final = re.compile(
    r"自?((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日|上旬|中旬|下旬|初|底)?(?:起)?(?:正式|全面)?(?:开工|动工|启动|开始|实施|进场)[^，。；\d]{0,8}(?:至|到|，|，于|，至)(?:同年|当年)?\d{1,2}月(?:\d{1,2}日|上旬|中旬|下旬|初|底)?(?:全部|全面|主体|正式)*(?:完工|竣工|完成|结束|建成|交付)"
)
_STARTED: Final = re.compile(r"(?<!年)(?<!\d)\d{1,2}月(?:\d{1,2}日)?[^，。；\d]{0,6}(?:开工|动工|进场|启动)")
_PLAN: Final = re.compile(r"计划|拟|将|预计|目标|下一步|力争|预算|安排|规划|下年|明年|确保|争取")
_LEAST: Final = 15  # characters that two sentences must share to be one told twice
_REACH: Final = 2  # years back that a copied report may come from
_MARKS: Final = re.compile(r"[\s，。；：、,.;:“”\"'（）()]")


@dataclass(frozen=True)
class _Stale:
    sentence: Sentence
    year: int
    start: int
    end: int

    def place(self) -> Place:
        """From the year to the end of its clause."""
        _, stop = self.sentence.clause(self.end)
        return self.sentence.place(self.start, max(stop, min(self.end + 20, len(self.sentence.text))))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every report whose year is sure."""
    for report in dossier.reports:
        year = sure_year(report, dossier)
        if not year:
            continue
        twins = _twins(report, year)
        told = {id(stale.sentence) for stale, _ in twins}
        for stale, twin in twins:
            yield _twice(stale, twin, year)
        for sentence in report.sentences:
            if id(sentence) not in told:
                slips = list(_slip(report, sentence, year)) or list(_alone(report, sentence, year))
                yield from slips or (
                    _left(left, year) for left in left_over(report, sentence, year) if left.year not in _term(report)
                )
        yield from _targets(report, year)


# --- the same sentence with two years ---


def _twins(report: Report, year: int) -> list[tuple[_Stale, Sentence]]:
    ours: dict[str, Sentence] = {}
    stale: list[tuple[str, _Stale]] = []
    for sentence in report.sentences:
        match = _YEAR.search(sentence.text)
        if match is None or len(sentence.text) - match.start() < _LEAST:
            continue
        years = {int(found) for found in _YEAR.findall(sentence.text)}
        key = _MARKS.sub("", _YEAR.sub("□", sentence.text[match.start() :]))
        if years == {year}:
            ours.setdefault(key, sentence)
        elif len(years) == 1 and year - _REACH <= min(years) < year:
            stale.append((key, _Stale(sentence, min(years), *match.span())))
    return [(found, ours[key]) for key, found in stale if key in ours]


def _twice(stale: _Stale, twin: Sentence, year: int) -> Found:
    return Found(
        f"报告年度{year}，此处为{stale.year}年；同一句话在别处写的是{year}年。",
        f"{stale.year}≠{year}",
        (stale.place(), twin.place(0, min(len(twin.text), 60))),
        f"请核对：是{year}年的情况就改正年份，是沿用的旧文就改写",
    )


# --- a year that cannot be meant ---


def _slip(report: Report, sentence: Sentence, year: int) -> Iterator[Found]:
    """No year at all, the span of evaluation, the closing date, the score or the spending of another year, a whole year to come."""
    text = sentence.text
    if match := _NO_YEAR.search(text):
        yield _slipped(sentence, match, f"“{match[1]}年”不是可能的年份", f"{match[1]}年")
    if _beside(report, text, year):
        return
    for pattern, what in ((_SPAN, ""), (_SCORED, ""), (_CLOSING, ""), (_SPENT, "的预算执行")):
        match = pattern.search(text)
        if match and int(match[1]) == year - 1 and not _BESIDE.search(text[match.start() : match.end() + 40]):
            if pattern is not _SPENT or not _tells_spending(report, year):
                yield _slipped(sentence, match, f"报告年度{year}，此处写{match[1]}年{what}", f"{match[1]}≠{year}")
            return
    match = _RUN.search(text)
    if (
        match
        and int(match[1]) == year - 1
        and not _BESIDE.search(text, match.end())
        and _begins_otherwise(report, sentence, year)
    ):
        yield _slipped(sentence, match, f"报告年度{year}，此处写{match[1]}年开工当年完工", f"{match[1]}≠{year}")
        return
    match = _AHEAD.search(text)
    if match and int(match[1]) > year and not _PLAN.search(text):
        yield _slipped(sentence, match, f"报告年度{year}，此处写{match[1]}年的完成情况", f"{match[1]}＞{year}")


def _beside(report: Report, text: str, year: int) -> bool:
    """Is the report's own year told beside it, or is the project one of several years?"""
    return bool(re.search(rf"{year}年|今年|本年", text)) or year - 1 in _term(report)


def _begins_otherwise(report: Report, told: Sentence, year: int) -> bool:
    """Does another sentence begin the work in the report's own year, or without naming one?"""
    return any(sentence is not told for sentence in _beginnings(report, year))


@lru_cache(maxsize=8)
def _beginnings(report: Report, year: int) -> tuple[Sentence, ...]:
    """The first two sentences that begin the work; asked for once a report."""
    own = re.compile(rf"{year}年\d{{1,2}}月(?:\d{{1,2}}日)?[^，。；\d]{{0,6}}(?:开工|动工|进场|启动)")
    return tuple(islice((s for s in report.prose if own.search(s.text) or _STARTED.search(s.text)), 2))


def _tells_spending(report: Report, year: int) -> bool:
    """Does any sentence tell what the report's own year spent?"""
    own = re.compile(rf"{year}年[^。]*(?:支出|执行)[^。]*\d")
    return any(own.search(sentence.text) for sentence in report.prose)


def _slipped(sentence: Sentence, match: re.Match[str], message: str, arithmetic: str) -> Found:
    stale = _Stale(sentence, int(match[1]), *match.span(1))
    severity = Severity.WARNING if match.re is _SPENT else None
    return Found(f"{message}。", arithmetic, (stale.place(),), "请核对年份；确为其他年度的情况，请写明", severity)


def _targets(report: Report, year: int) -> Iterator[Found]:
    """Rows to be finished by a day of an earlier year."""
    for row in (row for table in report.indicators for row in table.lines):
        years = {int(found) for found in _YEAR.findall(row.text("target"))}
        if years and max(years) < year and max(years) >= year - _REACH and not years & set(_term(report)):
            yield Found(
                f"报告年度{year}，“{row.shown}”目标的时间却在{max(years)}年。",
                f"{max(years)}＜{year}",
                (row.place("target"),),
                f"请对照{year}年度批复的绩效目标改正年份",
            )


# --- a sentence that speaks of an earlier year ---


def _alone(report: Report, sentence: Sentence, year: int) -> Iterator[Found]:
    years = [int(found) for found in _YEAR.findall(sentence.text)]
    if not years or max(years) >= year or _OTHER_TIME.search(_BY_PLAN.sub("", sentence.text)):
        return
    if _is_goal(sentence):
        yield from _goal(report, sentence, year)
        return
    match = _TOPIC.match(sentence.text)
    if match is None or not year - _REACH <= int(match[1]) < year or _compared(sentence, year):
        return
    sure = _is_sure(report, sentence)
    if sure is not None and int(match[1]) not in _term(report):
        stale = _Stale(sentence, int(match[1]), match.start(1), match.end(1))
        yield Found(
            f"报告年度{year}，此处为{stale.year}年的情况。",
            f"{stale.year}≠{year}",
            (stale.place(),),
            f"请改用{year}年的数据；确需引用{stale.year}年的，请写明是上年数或结转事项",
            severity=None if sure else Severity.WARNING,
        )


def _left(left: LeftOver, year: int) -> Found:
    """截至2022年12月31日，上述款项均已支付 in a report on 2023."""
    stale = _Stale(left.sentence, left.year, left.start, left.end)
    return Found(
        f"报告年度{year}，此处的{left.what}写{left.year}年。",
        f"{left.year}≠{year}",
        (stale.place(),),
        f"请核对：是{year}年的情况就改正年份；确为{left.year}年的，请写明",
    )


def _term(report: Report) -> range:
    """Years of a project of several: from its 项目期, or a title that names two."""
    period = report.pair("period")
    years = [int(year) for year in _FOUR.findall(f"{report.title} {period.text if period else ''}")]
    return range(min(years, default=0), max(years, default=-1) + 1)


def _compared(sentence: Sentence, year: int) -> bool:
    """Does the line set the year beside the report's own?"""
    whole = sentence.block.source.text
    start, end = whole.rfind("\n", 0, sentence.start) + 1, whole.find("\n", sentence.end)
    line = whole[start : end if end >= 0 else len(whole)]
    return f"{year}年" in line or "今年" in line or "本年" in line


def _is_sure(report: Report, sentence: Sentence) -> bool | None:
    """Results of an earlier year are stale; of a description only what says how the project itself stands. None: nothing to say."""
    heading = sentence.heading or sentence.block.label
    if not _DONE.search(sentence.text) or _FORMER.search(heading):
        return None
    if _RESULT.search(heading):
        return True
    if not _OVERVIEW.search(heading):
        return False if _DID.search(sentence.text) else None
    about = "项目" in sentence.text or (report.project and report.project[:6] in sentence.text)
    return bool(about and _STANDING.search(sentence.text))


def _is_goal(sentence: Sentence) -> bool:
    heading = sentence.path[-1].name if sentence.path else ""
    label = sentence.block.label if sentence.cell else heading
    told = bool(_GOAL_TOLD.search(sentence.text))
    return told or (bool(_GOAL.search(label)) and not _ACHIEVED.search(label))


def _goal(report: Report, sentence: Sentence, year: int) -> Iterator[Found]:
    for match in _BY.finditer(sentence.text):
        if int(match[1]) in _term(report):
            continue
        stale = _Stale(sentence, int(match[1]), match.start(1), match.end(1))
        yield Found(
            f"报告年度{year}，目标的时间却在{stale.year}年。",
            f"{stale.year}＜{year}",
            (stale.place(),),
            f"请对照{year}年度批复的绩效目标改正年份",
        )


KIND = Kind("D01", "年度一致", Severity.ERROR, "财预〔2020〕10号", paper=check_paper)
