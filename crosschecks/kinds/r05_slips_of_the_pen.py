"""R05 重复与错别字 (公文校核惯例): marks and words written twice, and words that are always wrong (拔付, 截止2022年).

Doubling that the language has (天天, 研究研究), names of things that meet (建设项目项目资金) and a word that ends as the next begins
(各项项目) are left alone. What can only be one thing is offered as a fix.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.rule import Dossier, Fix, Found, Kind, Profile, Sentence, Severity

_MARKS: Final = re.compile(r"[，。；：、]{2,}|%{2,}")
_WRONG_MARKS: Final = re.compile(r"([，。；：、%])\1+|，。|。，|、，|，、|；。|、。|。、")
_TWICE: Final = re.compile(r"([\u4e00-\u9fff]{2,8})\1")
_AGAIN: Final = re.compile(r"([\u4e00-\u9fff]{6,16})(?![和与及或])[\u4e00-\u9fff]{1,3}\1")
_LEAST: Final = 6  # characters of a passage that comes again
_NEAR: Final = range(7, 20)  # from its beginning to its beginning
_MEET: Final = re.compile(
    r"万元|项目|资金|指标|管理|单位|部门|绩效|工作|经费|支出|收入|保险|补助|补贴|服务|中心|建设|社会|人员|养老|经济|生活|企业|公司|公共|机关|机构|基金|预算|资产|设备|工程|技术|教育|医疗|卫生"
    r"|财政|农业|农村|林业|水利|城市|城乡|居民|职工|合同|采购|质量|数量|安全|环境|生态|文化|旅游|体育|学校|学生|医院|中央|地方|国家|计划|任务|目标|标准|制度|规定|办法|政策|方案|系统|平台"
    r"|信息|数据|网络|监督|检查|审计|评价|考核|研究|讨论|商量|考虑|一个|一步|一项|一件|一户|一条|一点|许多|非常|多次|逐个|逐步|哈哈"
)
_DOUBLE: Final = re.compile(r"([\u4e00-\u9fff])\1")
_NATURAL: Final = frozenset(
    "天年月日人家户村件事样种条点步处时代层个常往仅渐纷刚好多深大远重连屡频久稍偏恰早晚明暗高低红绿蒸欣津孜兢源滚谆朗熙攘形色方面妈爸爷奶叔姐哥弟妹宝星高小慢快轻静悄默切实真完整清楚看想试说走听问查算管聊读写"
)
_FUNCTION: Final = re.compile(
    r"(?<!(?<!项)目)的的(?!确)|(?<=进一)步步|(?<=逐)步步(?!入|推|深|提|加|走|向)|和和(?!谐|平|睦)|在在(?!职|编|册|岗|校|建|线|外|读)|与与(?!会)|(?<!不)了了(?!解|结)|是是(?!非)|及及(?!时|其|早)"
    r"|(?<=\d)年年(?![初末底中])|(?<=\d)月月|(?<=\d)日日"
)
_OF_OF: Final = re.compile(r"的(?:形成|造成|产生|导致)的")
_WRONG: Final = tuple(
    (re.compile(wrong), right)
    for wrong, right in (
        (r"截止(?=(?:到|至)?(?:(?:19|20)?\d{2}年|目前|今年|当年|本年|年末|年底|上年|\d{1,2}月))", "截至"),
        (r"拔(?<![选提海]拔)(?=付|款|转|缴)|(?<=[划调下])拔", "拨"),
        (
            r"己(?<![前年月知自克律舍利]己)(?=经|完成|落实|拨付|支付|发放|到位|按|全部|全面|启动|建成|开展|实施|投入)",
            "已",
        ),
        (r"末(?<![年月季期周岁世始微]末)(?=完成|达到|支出|启动|及时|发生|发现|使用|到位|支付)", "未"),
        (r"助理(?=全面|推进|推动|乡村|打造|构建|脱贫|振兴|实现)", "助力"),
        (r"帐(?<![蚊营床罗]帐)(?=户|目|册|务|簿|面|款|实|证)|(?<=[入对记台做报转到出销专])帐(?!篷|子)", "账"),
        (r"(?<=[月年日季])按对(?![应象口标照比])", "按时对"),
        (r"以经(?![济营费典验纪销办贸手理])", "已经"),
        (r"布署(?<![公发]布署)(?!名)", "部署"),
        (r"按排(?=资金|专人|人员|经费|部署|项目|预算|工作|了)", "安排"),
        (r"园满(?=完成|成功|结束)", "圆满"),
        (r"积效(?=评价|目标|自评|指标|管理|考核)", "绩效"),
        (r"做为(?=重|一|主|本|全|工|实|补|推)", "作为"),
        (r"贫因(?=户|人口|群众|家庭|地区|村|县|学生|对象)", "贫困"),
        (r"截流(?=[、，]?(?:挪用|挤占))", "截留"),
        (r"按装(?=[^，。]{0,4}(?:设备|系统|调试|到位))", "安装"),
        (r"补帖", "补贴"),
        (r"津帖", "津贴"),
        (r"帮抚", "帮扶"),
        (r"松驰", "松弛"),
        (r"凑效", "奏效"),
        (r"竟争", "竞争"),
    )
)
_JOINS: Final = frozenset("和的及与等")
_AROUND: Final = 4
_KNOWN: Final = 2  # how often a word stands elsewhere to be one


@dataclass(frozen=True)
class _Whole:
    """All sentences of a file as one text, a line each, so that every pattern runs once."""

    text: str
    sentences: list[Sentence]
    starts: list[int]

    @classmethod
    def of(cls, dossier: Dossier) -> _Whole:
        sentences = list(dossier.sentences())
        starts = [0]
        for sentence in sentences:
            starts.append(starts[-1] + len(sentence.text) + 1)
        return cls("\n".join(sentence.text for sentence in sentences), sentences, starts)

    def at(self, start: int, end: int) -> tuple[Sentence, int, int]:
        """The sentence with a span of the text, and the span within it."""
        number = bisect_right(self.starts, start) - 1
        return self.sentences[number], start - self.starts[number], end - self.starts[number]


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every pattern over the whole file; single characters written twice are judged by the file's own words."""
    whole = _Whole.of(dossier)
    for match in _MARKS.finditer(whole.text):
        if _WRONG_MARKS.fullmatch(match.group()):
            yield _found(whole, match.span(), "标点重复", "请删去多余的标点")
    for start, end, word in sorted(_repeated(whole.text)):
        yield _found(whole, (start, end), f"“{word}”重复", "请删去重复的词句")
    for start, end in sorted(_doubled(whole.text)):
        yield _found(whole, (start, end), f"“{whole.text[end - 1]}”重复", "请删去多余的字")
    yield from _wrong(whole)


def _repeated(text: str) -> Iterator[tuple[int, int, str]]:
    taken: set[int] = set()
    for match in (*_again(text), *_TWICE.finditer(text)):
        word = match[1]
        half = word[:2] if word[:2] == word[2:4] else word
        if match.start() not in taken and len(set(word)) > 1 and not _MEET.fullmatch(half):
            taken.update(range(*match.span()))
            yield (*match.span(), word)


def _again(text: str) -> Iterator[re.Match[str]]:
    """Passages that come again after a word or two, looked for where six characters do."""
    seen: dict[str, int] = {}
    end = 0
    for at in range(len(text) - _LEAST + 1):
        passage = text[at : at + _LEAST]
        before = seen.get(passage)
        seen[passage] = at
        match = _AGAIN.match(text, before) if before is not None and before >= end and at - before in _NEAR else None
        if match:
            end = match.end()
            yield match


def _doubled(text: str) -> Iterator[tuple[int, int]]:
    known: dict[str, int] = {}  # a hostile text asks for the same words at every character

    def times(word: str) -> int:
        return known[word] if word in known else known.setdefault(word, text.count(word))

    for match in _DOUBLE.finditer(text):
        if _FUNCTION.match(text, match.start()):
            yield match.span()
        elif match[1] not in _NATURAL and _is_slip(text, match.start(), times):
            yield match.start() - 1, match.end()
    yield from (match.span() for match in _OF_OF.finditer(text))


def _is_slip(text: str, at: int, times: Callable[[str], int]) -> bool:
    """组织织开: 组织 is a word here, 组织开 stands elsewhere and 织开 nowhere else; 各项项目 has its 项目, 其中中央 its 中央."""
    around = text[max(0, at - 1) : at + 3]
    if len(around) < _AROUND or not all("\u4e00" <= char <= "\u9fff" for char in around):
        return False
    before, after, mended = around[:2], around[2:], around[:2] + around[3]
    if times(before) <= _KNOWN:
        return False
    if around[3] in _JOINS:
        return times(after) <= 1
    return (right := times(mended)) > 0 and times(after) - 1 <= right


def _wrong(whole: _Whole) -> Iterator[Found]:
    for pattern, right in _WRONG:
        for match in pattern.finditer(whole.text):
            sentence, start, end = whole.at(*match.span())
            near = sentence.text[max(0, start - 2) : end + 2]
            old = sentence.quote(start, end)
            place = sentence.place(start, end)
            message = f"疑似错漏：“{near}”中的“{old}”应为“{right}”。"
            yield Found(message, f"{old}→{right}", (place,), f"请改为“{right}”", fix=Fix(place, old, right))


def _found(whole: _Whole, span: tuple[int, int], why: str, remedy: str) -> Found:
    sentence, start, end = whole.at(*span)
    shown = sentence.text[max(0, start - 4) : end + 4]
    return Found(f"疑似错漏：“{shown}”，{why}。", sentence.quote(start, end), (sentence.place(start, end),), remedy)


KIND = Kind("R05", "重复与错别字", Severity.WARNING, "公文校核惯例", paper=check_paper)
