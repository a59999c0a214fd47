"""R05 重复与错别字 (公文校核惯例): marks and words written twice, and words that are always wrong (拔付, 截止2022年).

Doubling that the language has (天天, 研究研究), names of things that meet (建设项目项目资金) and a word that ends as the next begins
(各项项目) are left alone. What can only be one thing is offered as a fix.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from crosschecks.rule import Dossier, Fix, Found, Kind, Profile, Sentence, Severity

_MARKS: Final = re.compile(r"([，。；：、])\1+(?![，。；：、])|，。|。，|、，|，、|；。|、。|。、")
_TWICE: Final = re.compile(r"([\u4e00-\u9fff]{2,8})\1")
_AGAIN: Final = re.compile(r"([\u4e00-\u9fff]{6,16})(?![和与及或、])[\u4e00-\u9fff]{1,3}\1")
_MEET: Final = re.compile(
    r"万元|项目|资金|指标|管理|单位|部门|绩效|工作|经费|支出|收入|保险|补助|补贴|服务|中心|建设|社会|人员|养老|经济|生活|企业|公司|公共|机关|机构|基金|预算|资产|设备|工程|技术|教育|医疗|卫生"
    r"|研究|讨论|商量|考虑|一个|一步|一项|一件|一户|一条|一点|许多|非常|多次|逐个|逐步|哈哈|古丽"
)
_DOUBLE: Final = re.compile(r"([\u4e00-\u9fff])\1")
_NATURAL: Final = frozenset(
    "天年月日人家户村件事样种条点步处时代层个常往仅渐纷刚好多深大远重连屡频久稍偏恰早晚明暗高低红绿蒸欣津孜兢源滚谆朗熙攘形色方面妈爸爷奶叔姐哥弟妹宝星高小慢快轻静悄默切实真完整清楚看想试说走听问查算管聊读写"
)
_FUNCTION: Final = re.compile(
    r"(?<!目)的的(?!确)|的(?:形成|造成|产生|导致)的|和和(?!谐|平|睦)|在在(?!职|编|册|岗|校|建|线|校|外|读)|与与(?!会)|(?<!不)了了(?!解|结)|是是(?!非)|及及(?!时|其|早)"
)
_WRONG: Final = (
    (re.compile(r"截止(?=(?:到|至)?(?:(?:19|20)?\d{2}年|目前|今年|当年|本年|年末|年底|上年|\d{1,2}月))"), "截至"),
    (re.compile(r"[拔](?=付|款|入|转|缴)|(?<=[划调下])拔"), "拨"),
    (re.compile(r"(?<![前年月知自克律舍利])己(?=经|完成|落实|拨付|支付|发放|到位|按|全部|全面|启动|建成|开展|实施|投入)"), "已"),
    (re.compile(r"(?<![年月季期周岁世始微])末(?=完成|达到|支出|启动|及时|发生|发现|使用|到位)"), "未"),
    (re.compile(r"助理(?=全面|推进|推动|乡村|打造|构建|脱贫|振兴|实现)"), "助力"),
    (re.compile(r"(?<![蚊营床罗])帐(?=户|目|册|务|簿|面|款|实|证)|(?<=[入对记台做报转到出销])帐(?!篷|子)"), "账"),
    (re.compile(r"(?<=[月年日季])按对(?![应象口标照比])"), "按时对"), (re.compile(r"布署"), "部署"), (re.compile(r"按排"), "安排"), (re.compile(r"园满"), "圆满"), (re.compile(r"做为(?=重|一|主|本|全|工|实|补|推)"), "作为"),
    (re.compile(r"既使"), "即使"), (re.compile(r"以经"), "已经"), (re.compile(r"积效"), "绩效"), (re.compile(r"补帖"), "补贴"), (re.compile(r"津帖"), "津贴"),
    (re.compile(r"帮抚"), "帮扶"), (re.compile(r"贫因"), "贫困"), (re.compile(r"松驰"), "松弛"), (re.compile(r"截流(?=[、，]?(?:挪用|挤占))"), "截留"),
    (re.compile(r"凑效"), "奏效"), (re.compile(r"按装(?=[^，。]{0,4}(?:设备|系统|调试|到位))"), "安装"), (re.compile(r"竟争"), "竞争"),
)  # fmt: skip
_JOINS: Final = frozenset("和的及与等")
_KNOWN: Final = 2  # how often a word stands elsewhere to be one


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Sentences one by one; single characters written twice are judged by the words of the whole file."""
    words: Counter[str] = Counter()
    for sentence in dossier.sentences():
        for size in (2, 3):
            words.update(sentence.text[at : at + size] for at in range(len(sentence.text) - size + 1))
    for sentence in dossier.sentences():
        yield from _marks(sentence)
        yield from _repeated(sentence)
        yield from _doubled(sentence, words)
        yield from _wrong(sentence)


def _marks(sentence: Sentence) -> Iterator[Found]:
    for match in _MARKS.finditer(sentence.text):
        yield _found(sentence, *match.span(), "标点重复", "请删去多余的标点")


def _repeated(sentence: Sentence) -> Iterator[Found]:
    taken = 0
    for pattern in (_AGAIN, _TWICE):
        for match in pattern.finditer(sentence.text):
            word = match[1]
            one = len(set(word)) == 1 or (len(word) == 2 and _MEET.fullmatch(word))
            if match.start() >= taken and not one and not _MEET.fullmatch(word[:2] if word[:2] == word[2:4] else word):
                taken = match.end()
                yield _found(sentence, *match.span(), f"“{word}”重复", "请删去重复的词句")


def _doubled(sentence: Sentence, words: Counter[str]) -> Iterator[Found]:
    for match in _FUNCTION.finditer(sentence.text):
        yield _found(sentence, *match.span(), f"“{match.group()[-1]}”重复", "请删去多余的字")
    for match in _DOUBLE.finditer(sentence.text):
        at, char = match.start(), match[1]
        if at > 0 and char not in _NATURAL and _is_slip(sentence.text[at - 1 : at + 3], words):
            yield _found(sentence, at - 1, match.end(), f"“{char}”重复", "请删去多余的字")


def _is_slip(around: str, words: Counter[str]) -> bool:
    """组织织开: 组织 is a word here, 组织开 stands elsewhere and 织开 nowhere else; 各项项目 has its 项目, 其中中央 its 中央."""
    if len(around) < 4 or not all("\u4e00" <= char <= "\u9fff" for char in around):
        return False
    before, after, mended = around[:2], around[2:], around[:2] + around[3]
    if words[before] <= _KNOWN:
        return False
    if around[3] in _JOINS:
        return words[after] <= 1
    return words[mended] > 0 and words[after] - 1 <= words[mended]


def _wrong(sentence: Sentence) -> Iterator[Found]:
    for pattern, right in _WRONG:
        for match in pattern.finditer(sentence.text):
            start, end = match.span()
            near = sentence.text[max(0, start - 2) : end + 2]
            old = sentence.quote(start, end)
            place = sentence.place(start, end)
            yield Found(
                f"疑似错漏：“{near}”中的“{old}”应为“{right}”。",
                f"{old}→{right}",
                (place,),
                f"请改为“{right}”",
                fix=Fix(place, old, right),
            )


def _found(sentence: Sentence, start: int, end: int, why: str, remedy: str) -> Found:
    shown = sentence.text[max(0, start - 4) : end + 4]
    return Found(f"疑似错漏：“{shown}”，{why}。", sentence.quote(start, end), (sentence.place(start, end),), remedy)


KIND = Kind("R05", "重复与错别字", Severity.WARNING, "公文校核惯例", paper=check_paper)
