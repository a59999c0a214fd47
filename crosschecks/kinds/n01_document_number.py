"""N01 文号格式 (GB/T 9704-2012：发文机关代字、年份、发文顺序号；顺序号不加“第”、不编虚位).

A number carries no blanks, no 第 and no leading zeros, and before it stands the organ's short sign (代字), not the organ's full name or
words such as 结转 and 预算.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.citations import DocumentNumber, document_numbers
from crosschecks.rule import Dossier, Fix, Found, Kind, Profile, Severity

_BLANK: Final = re.compile(r"\s")
_FULL_NAME: Final = re.compile(r"人民政府|委员会|办公厅|办公室|[\u4e00-\u9fff]{3,}[局厅](?:[^发函字办通规文社党]|$)")
_ORGAN: Final = re.compile(
    r"^.*(?:局|厅|政府|委员会)(?=[\u4e00-\u9fff]{2,6}$)(?![发函字办通规文社党])"
)  # 省财政厅某财社〔2024〕1号
_NO_SIGN: Final = re.compile(r"结转|追加|预算|资金|经费|项目|指标|下达|年")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every document number of a paper."""
    for sentence in dossier.sentences():
        for number in document_numbers(sentence):
            yield from _told(number)


def _told(number: DocumentNumber) -> Iterator[Found]:
    flaws = list(_flaws(number))
    sign = _ORGAN.sub("", number.word)
    full = bool(_FULL_NAME.search(sign) or _NO_SIGN.search(sign))
    if not flaws and not full:
        return
    if full:
        flaws.append("发文机关代字不是规范的简称")
    fix = None if full else Fix(number.place, number.shown, number.proper)
    yield Found(
        f"文号“{number.shown}”格式不规范：{'，'.join(flaws)}。",
        f"{number.shown}，规范写法如{'×财社〔2024〕1号' if full else number.proper}",
        (number.place,),
        "请对照原文件，写成发文机关代字〔年份〕顺序号" if full else f"请改为{number.proper}",
        fix=fix,
    )


def _flaws(number: DocumentNumber) -> Iterator[str]:
    if _BLANK.search(number.shown):
        yield "中间有空格"
    if number.ordinal:
        yield "顺序号前不加“第”"
    if number.count.startswith("0"):
        yield "顺序号不编虚位"


KIND = Kind("N01", "文号格式", Severity.WARNING, "GB/T 9704-2012", paper=check_paper)
