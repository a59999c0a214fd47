"""T10 列举个数 (公开文件校核): “共N个，包括：甲、乙、丙” lists N; “甲、乙等N个” lists no more than N."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.rule import Dossier, Found, Kind, Profile, Sentence, Severity

_NOUN: Final = r"(?:个)?(?:内设)?(?:股室|科室|处室|机构|部门|单位|乡镇|街道|社区|村|学校|医院|企业|站所|中心|项目|方面|类别|档次|系统|平台|园区|县|区|标段|子项)"
_CLOSED: Final = re.compile(
    rf"(?P<count>\d{{1,3}}|[二两三四五六七八九十]{{1,3}})(?:个|家|所|类|项|种)?{_NOUN}(?:，|：)?(?:分别)?(?:包括|为|是|即|有)：?(?P<list>[^。；（）]{{4,400}})"
)
_OPEN: Final = re.compile(
    r"(?:对|为|：|，|。|；|^|）)(?P<list>(?:“[^”]{2,40}”、?|《[^》]{2,60}》、?|[\u4e00-\u9fffA-Za-z（）]{2,24}、)+[^，。；：、]{2,30}?)等(?P<count>\d{1,3})(?:个|家|所|类|项|种)"
)
_HAN: Final = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_BREAK: Final = re.compile(r"[、，]|和(?=[\u4e00-\u9fff]{2,}$)")
_MOST_WORDS: Final = 26


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every sentence with a number and a list."""
    for sentence in dossier.sentences():
        if "、" in sentence.text:
            for match in _CLOSED.finditer(sentence.text):
                yield from _closed(sentence, match)
            for match in _OPEN.finditer(sentence.text):
                yield from _open(sentence, match)


def _closed(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    count, items = _number(match["count"]), _items(match["list"])
    if count is None or "等" in match["list"] or len(items) < 2 or len(items) == count or not _is_plain(items):
        return
    # A comma may part two lists; only a list by 、 alone is sure.
    if "，" in match["list"]:
        return
    yield _found(sentence, match, count, len(items))


def _open(sentence: Sentence, match: re.Match[str]) -> Iterator[Found]:
    count, items = _number(match["count"]), _items(match["list"])
    if count is not None and len(items) > count and _is_plain(items):
        yield _found(sentence, match, count, len(items))


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
    """Short names without figures."""
    return all(
        (len(item) <= _MOST_WORDS and not re.search(r"\d(?!\d{3})", item.replace("“", "").replace("”", "")))
        or "“" in item
        for item in items
    )


def _number(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    if text.startswith("十"):
        return 10 + _HAN.get(text[1:], 0) if len(text) < 3 else None
    return _HAN.get(text)


KIND = Kind("T10", "列举个数", Severity.ERROR, "公开文件校核", paper=check_paper)
