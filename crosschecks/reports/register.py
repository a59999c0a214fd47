"""关键数字登记表: every figure of a report with its name, year, basis and place, found by name without comparing each with each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.numbers import Number
from crosschecks.reports.sentences import Sentence
from crosschecks.reports.words import CHANGE, COMPARED, GENERIC, LAST_YEAR, LEADING, OTHER_YEAR, SHARE, TRAILING
from values.kept import remembered

_BOUNDARY: Final = re.compile(r"[，；。：、（）\n！？“”]")
_YEAR: Final = re.compile(r"((?:19|20)\d{2})年")
_NOISE: Final = re.compile(r"[的了之\s“”\"'《》（）□/：，、]|(?:19|20)\d{2}年度?")
_COME_TO: Final = re.compile(r"(?:到|至)(?:约|了)?$")
_HAS_COME_TO: Final = re.compile(
    r"(?:增加|增长|提高|提升|上升|减少|下降|降低|缩短|扩大|达|压减|缩减|压缩|控制|回落|核减|[增减降升缩提扩])(?:到|至)约?[□的]*$"
)
_LESS: Final = frozenset({"少", "减"})
_MORE_OR_LESS: Final = frozenset({"多", "增"}) | _LESS  # 较上年4980人次多336人次
_COUNTED: Final = re.compile(r"^[\u4e00-\u9fff]{1,10}")


@dataclass(frozen=True, eq=False)
class Figure:
    """登记的数字.

    label: the words that name it, as read. key: the same for comparing, '' when they name nothing by themselves. after: what is
    counted (8个 → 项目). role: 'amount', 'share' (占98.74%), 'change' (减少414.08万元, 下降23.97%). owner: for a share or a change
    the figure it speaks of. year: the year the words name, 0 when none; last: speaks of another year than the report's.
    """

    number: Number
    sentence: Sentence
    label: str
    key: str
    after: str
    role: str
    year: int
    last: bool
    owner: Figure | None = None
    down: bool = False
    behind: int = 0  # where the figure before it ends

    @cached_property
    def value(self) -> Decimal:
        """In the base unit."""
        return self.number.value

    @cached_property
    def unit(self) -> str:
        """Base unit."""
        return self.number.unit

    @cached_property
    def words(self) -> str:
        """What stands between the figure before, or the clause's beginning, and the figure, dates blotted out."""
        start = max(self.sentence.clause(self.number.start)[0], self.behind)
        return self.sentence.masked[start : self.number.start]

    @property
    def shown(self) -> str:
        """As written: 2.76万元."""
        return self.sentence.quote(self.number.start, self.number.end)

    def place(self, *, wide: bool = True) -> Place:
        """Where it stands, with the words before it when `wide`."""
        start = max(self.sentence.clause(self.number.start)[0], self.behind) if wide else self.number.start
        start += len(self.sentence.text[start : self.number.start]) - len(
            self.sentence.text[start : self.number.start].lstrip("、（）")
        )
        return self.sentence.place(start, self.number.end)


@dataclass(frozen=True)
class Register:
    """登记表 of one report."""

    figures: tuple[Figure, ...]
    by_key: dict[tuple[str, str], list[Figure]] = field(default_factory=dict)
    by_sentence: dict[int, list[Figure]] = field(default_factory=dict)
    by_unit: dict[str, list[Figure]] = field(default_factory=dict)

    @staticmethod
    def of(sentences: Iterable[Sentence]) -> Register:
        """Everything the sentences say in figures."""
        figures = [figure for sentence in sentences for figure in figures_of(sentence)]
        by_key: dict[tuple[str, str], list[Figure]] = {}
        by_sentence: dict[int, list[Figure]] = {}
        by_unit: dict[str, list[Figure]] = {}
        for figure in figures:
            by_unit.setdefault(figure.unit, []).append(figure)
            by_sentence.setdefault(id(figure.sentence), []).append(figure)
            if figure.key:
                by_key.setdefault((figure.key, figure.unit), []).append(figure)
        return Register(tuple(figures), by_key, by_sentence, by_unit)

    def in_sentence(self, sentence: Sentence) -> list[Figure]:
        """Figures of a sentence, in order."""
        return self.by_sentence.get(id(sentence), [])

    def named(self, pattern: re.Pattern[str], unit: str = "") -> Iterator[Figure]:
        """Figures whose label matches."""
        return (f for f in self.figures if (not unit or f.unit == unit) and pattern.search(f.label))


def figures_of(sentence: Sentence) -> list[Figure]:
    """Figures of one sentence with the words that name them."""
    found: list[Figure] = []
    end = 0
    for number in sentence.numbers:
        figure = _figure(sentence, number, end, found)
        found.append(figure)
        end = number.end
    return found


def _figure(sentence: Sentence, number: Number, end: int, before: list[Figure]) -> Figure:
    text = sentence.masked
    start = _start(text, max(end, 0), number.start)
    raw = text[start : number.start]
    label = name_of(raw)
    role, down = _role(raw, number)
    owner = _owner(before, number) if role != "amount" else None
    years = [int(year) for year in _YEAR.findall(sentence.text[: number.start])]
    here = sentence.text[sentence.clause(number.start)[0] : number.start]
    last = role != "change" and bool(OTHER_YEAR.search(here) or COMPARED.search(here)) and not _HAS_COME_TO.search(raw)
    after = _COUNTED.match(sentence.text[number.end :])
    key = key_of(label)
    counted = after.group() if after else ""
    year = years[-1] if years else 0
    return Figure(number, sentence, label, key, counted, role, year, last, owner, down, end)


def _start(text: str, end: int, at: int) -> int:
    """Where the words before a figure begin: after the last figure or mark; a bracketed word belongs to the name."""
    start = end
    for match in _BOUNDARY.finditer(text, end, at):
        mark = match.group()
        if mark == "）" and (opened := text.rfind("（", end, match.start())) >= 0 and match.start() - opened <= 8:
            continue
        if mark == "（" and 0 < text.find("）", match.start(), at) - match.start() <= 8:
            continue
        if mark in "“”：" and match.end() < at and mark != "：":
            continue
        start = match.end()
    # 「支出决算：1313.50万元」 and 「收入合计、1313.50」: a mark right before the figure does not part it from its name.
    if not text[start:at].strip() and start > end and text[start - 1] not in "，；。！？\n":
        return _start(text, end, start - 1)
    return start


@remembered
def name_of(raw: str) -> str:
    """The noun phrase in the words before a figure."""
    words = raw.replace("□", "").strip()
    for _ in range(3):
        shorn = TRAILING.sub("", LEADING.sub("", words))
        if shorn == words:
            break
        words = shorn
    return words


@remembered
def key_of(label: str) -> str:
    """A label for comparing; '' when it names nothing without its context."""
    key = _NOISE.sub("", label)
    return "" if len(key) < 3 or key in GENERIC else key


def _role(raw: str, number: Number) -> tuple[str, bool]:
    words = raw.rstrip("了约为达至到 ")
    if number.unit == "%" and SHARE.search(words):
        return "share", False
    if words.strip() in _MORE_OR_LESS:
        return "change", words.strip() in _LESS
    if words.endswith(("”", "》", "’")):
        return "amount", False  # “能力提升”260万元 is of something called that
    match = next(iter([*CHANGE.finditer(words)][-1:]), None)
    if match is not None and _COME_TO.match(raw, match.end()):
        return "amount", False  # 提高到96.4%
    if match is not None and (match.end() >= len(words) - 1 or LAST_YEAR.search(words)):
        return "change", bool(match["down"])
    return "amount", False


def _owner(before: list[Figure], number: Number) -> Figure | None:
    return next((figure for figure in reversed(before) if figure.role == "amount"), None)
