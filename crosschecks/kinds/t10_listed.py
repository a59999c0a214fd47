"""T10 列举个数 (公开文件校核): “共N个，包括：甲、乙、丙” lists N; “甲、乙等N个” lists no more than N; a table led up to by “N类设备，明细如下” has N rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.enumerations import Promise, promises
from crosschecks.reports.grid import Grid
from crosschecks.reports.matrix import OF_WHICH, Matrix
from crosschecks.rule import Dossier, Found, Kind, Profile, Report, Sentence, Severity

_CLASSIFIER: Final = r"(?:个|家|所|类|项|种|处|座|条|台|套|部|份|辆|栋|间|支|场|门|批|名|位|次|期|站|户)"
_COUNT: Final = r"(?P<count>\d{1,3}|[二两三四五六七八九十]{1,3})"
_CLOSED: Final = re.compile(
    rf"(?<![\d.第]){_COUNT}{_CLASSIFIER}(?P<noun>[^，。；：、（）\d]{{0,10}}?)(?:(?:，|：)?(?:分别(?:为|是)|包括|具体为|具体是|即|为|是|有)：?|(?P<colon>：))(?P<list>[^。；（]{{4,400}})"
)
_OPEN: Final = re.compile(
    r"(?:对|为|设|有|：|，|。|；|^|）)(?P<list>(?:“[^”]{2,40}”、?|《[^》]{2,60}》、?|[\u4e00-\u9fffA-Za-z（）]{2,24}、)+[^，。；：、]{2,30}?)等(?P<count>\d{1,3})"
    + _CLASSIFIER
)
_DIRECT: Final = re.compile(
    r"(?:对|为|设有?|在|：|，|。|；|^|）|包括|即|分别是)(?P<list>(?:[\u4e00-\u9fff（）]{2,14}、){2,20}[\u4e00-\u9fff（）]{2,14}?)(?:共|这)?(?P<count>\d{1,2}|[三四五六七八九十])[个家所]"
    r"(?:内设)?(?:企业|公司|医院|学校|股室|科室|部室|处室|部门|乡镇|街道|社区|村|县|单位|站所|片区|标段|机构|项目)"
)
_BRACKETED: Final = re.compile(
    rf"(?<![\d.第]){_COUNT}{_CLASSIFIER}(?P<noun>[^，。；：、（）\d]{{2,10}})（(?!含|包括|其中|如|详见|注|见)(?P<list>(?:[\u4e00-\u9fff]{{2,14}}、){{1,20}}[\u4e00-\u9fff]{{2,14}}(?<!等))）"
)
_PEOPLE: Final = re.compile(
    r"(?<![\d.第])(?P<count>\d{1,2}|[二两三四五六七八九十])[人名]（(?P<list>(?:[\u4e00-\u9fff]{2,4}、){1,20}[\u4e00-\u9fff]{2,4}(?<!等))）"
)
_MONTHS: Final = re.compile(
    r"(?<![\d.第])(?P<count>\d{1,2}|[二两三四五六七八九十])[次批期轮场](?:[^，。；、（]{0,12}，?分别(?:于|在)(?:(?:19|20)\d{2}年)?|（(?=[^（）]*月[^（）]{0,4}）))(?P<list>(?:\d{1,2}月(?:\d{1,2}日|底|初|中旬|上旬|下旬)?、){1,11}\d{1,2}月(?:\d{1,2}日|底|初|中旬|上旬|下旬)?)(?!等)"
)
_AGAIN: Final = re.compile(
    r"[\u4e00-\u9fff]{2,8}、[\u4e00-\u9fff、]{2,60}(?<!等)(?P<one>\d{1,2})个(?P<noun>[\u4e00-\u9fff]{2,4})，(?:共计|合计|总计|共)(?P<two>\d{1,2})个(?P=noun)"
)
_TITLES: Final = re.compile(
    r"(?P<list>(?:《[^》]{2,60}》(?:（[^（）]{2,40}）)?(?:以及|[、和及与，])?){2,20})(?P<open>等)?(?P<count>\d{1,2}|[二两三四五六七八九十])(?:项|个|部|份)(?!方面|月)"
)
_NO_MORE: Final = re.compile(
    r"^[^。；]{0,8}，(?:除(?:上述|以上|此|前述)[^，。；]{0,10}(?:外|之外)，?[^，。；]{0,10}(?:未|没有|无|不)|(?:再)?无其他|没有其他|未[^，。；]{0,6}其他)"
)  # …等5项制度，除上述文件外未另行出台其他规定: nothing is left out
_ASPECTS: Final = re.compile(r"情况|是否|立项|质量|进度|资金使用|如何")
_TOLD: Final = re.compile(rf"(\d{{1,3}}){_CLASSIFIER}")
_ROWS: Final = re.compile(r"(?P<count>\d{1,2})(?:个|家|所|类|项|种|处)(?P<noun>[\u4e00-\u9fff]{0,10})")
_HAN: Final = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_BREAK: Final = re.compile(r"[、，]")
_LAST: Final = re.compile(r"(?<=[\u4e00-\u9fff”》]{2})(?:以及|和|及|与)(?=[\u4e00-\u9fff“《]{2,}$)")
_MOST_WORDS: Final = 26
_WORK: Final = re.compile(
    r"建设|管理|发展|保护|服务|治理|维护|改造|监测|监督|指导|培训|宣传|保障|教育|开发|利用|研究|推广|防治|规划|局|委|部门"
)
_A_NAME: Final = 4  # characters of a name that stands alone
_LEAST_ROWS: Final = 3
_NEAR: Final = 2  # a table further off than this is of something else


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every sentence with a number and a list, every table with a sentence that leads up to it, and promises of items."""
    for sentence in dossier.sentences():
        for pattern, told in _WAYS if "、" in sentence.text or "》" in sentence.text else ():
            for match in pattern.finditer(sentence.text):
                yield from told(sentence, match)
    for report in dossier.reports:
        yield from _tables(report)
        yield from (_promised(promise) for promise in promises(report) if promise.count != promise.told)


def _closed(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    listed, _, rest = match["list"].partition("，")
    count, items = _number(match["count"]), _items(listed)
    # A comma may part two lists; only a list by 、 alone is sure, and a list of names.
    if count is None or "等" in listed or "、" in rest or len(items) < 2 or not _is_plain(items):
        return
    if match["colon"] and not _names_under_a_colon(match, count, len(items)):
        return
    parted = [*items[:-1], *_LAST.split(items[-1])]
    lengths = {len(parted)} if _surely_two(match.group(), items, parted) else {len(items), len(parted)}
    others = {int(other) for other in _TOLD.findall(sentence.text[: match.start()])}
    if count not in lengths and not lengths & others:
        yield _found(sentence, match, count, min(lengths, key=lambda length: abs(length - count)))


def _surely_two(told: str, items: list[str], parted: list[str]) -> bool:
    """分别是甲茶谷、乙古寨、丙湖湿地和丁峡谷: the last 和 parts two names; 自然资源和规划局 is one name, and so is what is done (建设和管理)."""
    if "分别" not in told or len(parted) != len(items) + 1 or len(items) < _LEAST_ROWS:
        return False
    first, last = parted[-2:]
    alike = {item[-1] for item in items} == {last[-1]} and first[-1] != last[-1]
    return min(len(first), len(last)) >= _A_NAME and not alike and not _WORK.search(items[-1])


def _names_under_a_colon(match: re.Match[str], count: int, listed: int) -> bool:
    """5个子项目：甲、乙、丙、丁 names them; 抽查10个项目：立项、资金 tells something of them."""
    return bool(match["noun"]) and abs(count - listed) <= _NEAR and not _ASPECTS.search(match["list"])


def _open(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    count, items = _number(match["count"]), _items(match["list"])
    if (
        items
        and (parted := _LAST.split(items[-1]))
        and len(parted) > 1
        and len({item[-1:] for item in (*items, *parted)}) == 1
    ):
        items = [*items[:-1], *parted]  # 县医院、中医院和镇卫生院: of one kind, and no name with 和 in it
    if count is not None and len(items) > count and _is_plain(items):
        yield _found(sentence, match, count, len(items))


def _direct(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    """办公室、活动部、辅导部4个部室: the number stands right behind the list."""
    count, items = _number(match["count"]) or 0, _items(match["list"])
    lengths = {len(items), len([*items[:-1], *_LAST.split(items[-1])])}
    if (
        "等" not in match["list"]
        and count not in lengths
        and min(abs(length - count) for length in lengths) == 1
        and _is_plain(items)
    ):
        yield _found(sentence, match, count, min(lengths, key=lambda length: abs(length - count)))


def _bracketed(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    """3个科室（办公室、业务科、财务科、后勤科）: nothing but names in the bracket."""
    count, items = _number(match["count"]), _items(match["list"])
    lengths = {len(items), len([*items[:-1], *_LAST.split(items[-1])])}
    if (
        count is not None
        and count not in lengths
        and min(abs(n - count) for n in lengths) <= _NEAR
        and _is_plain(items)
    ):
        yield _found(sentence, match, count, min(lengths, key=lambda length: abs(length - count)))


def _months(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    """三次检查，分别于3月、6月、9月、12月进行."""
    count, listed = _number(match["count"]), len(_items(match["list"]))
    if count is not None and count != listed:
        yield _found(sentence, match, count, listed)


def _titles(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    """制定《甲》《乙》和《丙》四项制度."""
    count, listed = _number(match["count"]), match["list"].count("《")
    is_open = match["open"] and not _NO_MORE.match(sentence.text[match.end() :])
    if count is not None and listed > 1 and (listed > count if is_open else listed != count):
        yield _found(sentence, match, count, listed)


def _again(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    """青山、绿水、白云、大岭4个乡镇，共计5个乡镇."""
    if match["one"] != match["two"]:
        yield _found(sentence, match, int(match["two"]), int(match["one"]))


_WAYS: Final = (
    (_CLOSED, _closed),
    (_OPEN, _open),
    (_DIRECT, _direct),
    (_BRACKETED, _bracketed),
    (_PEOPLE, _bracketed),
    (_MONTHS, _months),
    (_AGAIN, _again),
    (_TITLES, _titles),
)


def _promised(promise: Promise) -> Found:
    """以下三个方面, and two of them."""
    places = (promise.place, *([promise.last] if promise.last != promise.place else []))
    return Found(
        f"声明{promise.count}项，列举{promise.told}项。",
        f"{promise.told}≠{promise.count}",
        places,
        "请核对个数与所列各项",
    )


def _found(sentence: Sentence, match: re.Match[str], count: int, listed: int) -> Found:
    return Found(
        f"声明{count}个，列举{listed}个。",
        f"{listed}≠{count}",
        (sentence.place(*match.span()),),
        "请核对个数与所列名称",
    )


def _items(text: str) -> list[str]:
    """Names of a list; those in brackets belong to the name before."""
    return [item for item in _BREAK.split(re.sub(r"（[^（）]*）", "", text)) if item.strip()]


def _is_plain(items: list[str]) -> bool:
    """Names without amounts: K4处 is one, 投入12万元 is none."""
    return all("“" in item or (len(item) <= _MOST_WORDS and not _amount(item)) for item in items)


def _amount(item: str) -> bool:
    return bool(
        re.search(r"(?<![A-Za-z\d])\d+(?:\.\d+)?(?:%|[万亿]|元|人|户|名|个|项|场|次|件|台|套|公里|米|亩|年|月)", item)
    )


def _number(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    if text.startswith("十"):
        return 10 + _HAN.get(text[1:], 0) if len(text) < 3 else None
    return _HAN.get(text)


# --- tables ---


def _tables(report: Report) -> Iterator[Found]:
    """共采购7类设备46台，明细如下： above six rows; a number that the row of sums holds is one of another kind."""
    read = {matrix.grid.number for matrix in report.matrices}
    for grid in report.grids:
        lead = report.leads.get(grid.number)
        if grid.number not in read and lead is not None:
            yield from _numbered(grid, lead)
    for matrix in report.matrices:
        lead = report.leads.get(matrix.grid.number)
        rows = [row for row in matrix.rows if not row.is_sum and row.label.text and not OF_WHICH.match(row.name)]
        if lead is None or len(rows) < _LEAST_ROWS:
            continue
        told = [(int(match["count"]), match) for match in _ROWS.finditer(lead.masked) if int(match["count"]) > 1]
        if any(count == len(rows) or count in _sums(matrix) for count, _ in told):
            continue
        near = [(count, match) for count, match in told if abs(count - len(rows)) <= _NEAR]
        if len(near) == 1 == len(told):
            count, match = near[0]
            yield Found(
                f"声明{match.group()}，表中{len(rows)}行。",
                f"{len(rows)}≠{count}",
                (lead.place(*match.span()), *(row.label.place("明细") for row in rows)),
                "请核对个数与明细表的行数",
            )


def _numbered(grid: Grid, lead: Sentence) -> Iterator[Found]:
    """A table of another kind whose rows are numbered 1, 2, 3 …"""
    rows = [row[0] for row in grid.rows if row and row[0].flat.isdigit()]
    told = [match for match in _ROWS.finditer(lead.masked) if int(match["count"]) > 1]
    if len(told) != 1 or [cell.flat for cell in rows] != [str(n) for n in range(1, len(rows) + 1)] or len(rows) < _NEAR:
        return
    count = int(told[0]["count"])
    if 0 < abs(count - len(rows)) <= _NEAR:
        yield Found(
            f"声明{told[0].group()}，表中{len(rows)}行。",
            f"{len(rows)}≠{count}",
            (lead.place(*told[0].span()), *(cell.place("明细") for cell in rows)),
            "请核对个数与明细表的行数",
        )


def _sums(matrix: Matrix) -> set[int]:
    """Whole numbers of the rows of sums."""
    cells = [cell for row in matrix.rows if row.is_sum for cell in row.cells.values()]
    return {int(value) for cell in cells if (value := cell.parsed.value) is not None and value == int(value)}


KIND = Kind("T10", "列举个数", Severity.ERROR, "公开文件校核", paper=check_paper)
