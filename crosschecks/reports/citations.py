"""文号与引用文件的识读: document numbers (川财社〔2022〕1号) and cited titles (《关于…的通知》) wherever they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.sentences import Sentence

_HAN: Final = "\u4e00-\u9fff"
_NUMBER: Final = re.compile(
    rf"(?P<word>[{_HAN}]{{2,20}}) ?(?P<open>[〔﹝\[【（〈<{{]) ?(?P<year>(?:19|20)\d{{2}}) ?(?P<close>[〕﹞\]】）〉>}}]) ?"
    rf"(?P<nth>第?) ?(?P<count>\d{{1,4}}) ?号(?![楼栋院地线车机门桥井库馆厅室窗])"
)
_TITLE: Final = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》){4,160})》")
# Words that lead up to a number without belonging to it.
_LEAD: Final = re.compile(
    r".*(?:根据|依据|按照|遵照|参照|执行|落实|贯彻|印发|下发|转发|文件|通知|规定|要求|以及|同时|符合|制定|关于)(?=[\u4e00-\u9fff]{2})"
)
_LEAD_CHAR: Final = re.compile(r"^.*?[及和与见由对将按据以在的](?=[\u4e00-\u9fff]{3})")
_RIGHT: Final = frozenset({("〔", "〕"), ("﹝", "﹞")})


@dataclass(frozen=True, eq=False)
class DocumentNumber:
    """文号. word: 发文机关代字, shown: as typed, blanks included."""

    word: str
    year: int
    count: str
    brackets: tuple[str, str]
    ordinal: bool
    shown: str
    place: Place
    start: int
    end: int
    sentence: Sentence

    @property
    def right_brackets(self) -> bool:
        """六角括号."""
        return self.brackets in _RIGHT

    @property
    def proper(self) -> str:
        """As GB/T 9704 writes it."""
        return f"{self.word}〔{self.year}〕{int(self.count)}号"


@dataclass(frozen=True, eq=False)
class Title:
    """引用文件的标题 in 《》, without them."""

    text: str
    start: int
    end: int
    sentence: Sentence

    @property
    def place(self) -> Place:
        """Where it stands, with its marks."""
        return self.sentence.place(self.start, self.end, "引用文件")


def document_numbers(sentence: Sentence) -> Iterator[DocumentNumber]:
    """Every document number of a sentence."""
    if "号" not in sentence.text:
        return
    for match in _NUMBER.finditer(sentence.text):
        word = own_sign(match["word"])
        start = match.end("word") - len(word)
        yield DocumentNumber(
            word=word,
            year=int(match["year"]),
            count=match["count"],
            brackets=(match["open"], match["close"]),
            ordinal=bool(match["nth"]),
            shown=sentence.quote(start, match.end()),
            place=sentence.place(start, match.end(), "文号"),
            start=start,
            end=match.end(),
            sentence=sentence,
        )


def own_sign(word: str) -> str:
    """The words before a number without what only leads up to it (根据、以及)."""
    shorn = _LEAD.sub("", word, count=1)
    return _LEAD_CHAR.sub("", shorn, count=1) if len(shorn) > 3 else shorn


def titles(sentence: Sentence) -> Iterator[Title]:
    """Every cited title of a sentence."""
    if "《" in sentence.text:
        for match in _TITLE.finditer(sentence.text):
            yield Title(match["title"], match.start(), match.end(), sentence)
