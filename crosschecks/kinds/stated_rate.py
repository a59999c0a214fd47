"""填报的比率 (F05、F06 的表样一半): a rate filed or written in prose agrees with the figures (财预〔2020〕10号附件1 [证]；财预〔2013〕53号 [知]).

F05 is the 执行率, F06 the 到位率; they differ in nothing but their number. A rate without decimals may be 0.5 percentage points
off, one with a single decimal 0.05. Targets (不低于90%) and other years are no statements of this year's rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.context import Context, Found
from crosschecks.finding import Place, Severity
from crosschecks.kind import Kind, PaperCheck
from crosschecks.params import ParamError, expression, number, text, texts
from crosschecks.rates import derived_of, reckoned, sources
from crosschecks.wording import percent
from values.number import BEFORE_PATTERN, parse_number
from values.numerals import plain
from values.text import fold_width

_NO_STATEMENT: Final = re.compile(rf"{BEFORE_PATTERN}|[未不应须需]|目标|要求|计划")
_OTHER_YEAR: Final = re.compile(r"上年|去年|上一年|往年|下年|次年|历年")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the rate; tolerance in percentage points; prose looked through for `word` and a percentage behind it."""

    rate: Expression
    tolerance: Decimal = Decimal("0.01")
    texts: tuple[str, ...] = ()
    word: str = ""

    def __post_init__(self) -> None:
        """Refuse prose without a word to look for, and the other way round."""
        if bool(self.texts) != bool(self.word):
            raise ParamError("参数 texts 与 word 须同时写：在哪些段落里找、找哪个词，如 word: 预算执行率")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The filed figure and every figure in the prose against the computed rate; no computed rate, nothing to say."""
    derived = derived_of(context, params.rate)
    due = context.view.derived_number(derived.key) if derived else context.number(params.rate)
    if due is None:
        return
    name = derived.label if derived else params.word
    if derived is not None and derived.filed:
        path = f"figure.{derived.key}"
        yield from _compare(
            context, params, (due, name), parse_number(context.book.raw(path)).value, context.place(path)
        )
    for path in params.texts:
        for quote, stated in _statements(context.book.raw(path), params.word, context.book.year):
            yield from _compare(context, params, (due, name), stated, context.place(path, quote))


def _compare(
    context: Context, params: Params, rate: tuple[Decimal, str], stated: Decimal | None, place: Place
) -> Iterator[Found]:
    due, name = rate
    if stated is None or abs(stated - due * 100) <= _tolerance(stated, params.tolerance):
        return
    where = "填报" if place.path.startswith("figure.") else f"“{place.label}”中写"
    yield Found(
        f"{name}应为{percent(due)}，{where}{plain(stated)}%。",
        f"{reckoned(context, params.rate)}＝{percent(due)}，{where}{plain(stated)}%",
        (place, *sources(context, params.rate)),
        f"请核对资金数，或将{plain(stated)}%改为{percent(due)}",
    )


def _tolerance(stated: Decimal, asked: Decimal) -> Decimal:
    """Half a unit of the last place typed, at least `asked`."""
    exponent = stated.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return max(asked, Decimal("0.5").scaleb(-max(places, 0)))


def _statements(prose: str, word: str, year: int) -> Iterator[tuple[str, Decimal]]:
    """Every 「word … number%」 of this year, as written and as a number."""
    pattern = rf"{re.escape(word)}(?P<between>[^\d%。；;\n]{{0,6}}?)(?P<minus>-?)(?P<number>\d+(?:\.\d+)?)\s*%"
    folded = fold_width(prose)
    for match in re.finditer(pattern, folded):
        before = re.split(r"[。；;\n]", folded[: match.start()])[-1]
        if not _NO_STATEMENT.search(match["between"]) and not _speaks_of_another_year(before, year):
            yield match.group(), Decimal(match["minus"] + match["number"])


def _speaks_of_another_year(before: str, year: int) -> bool:
    years = re.findall(r"(?:19|20)\d{2}(?=年)", before)
    return bool(_OTHER_YEAR.search(before)) or (bool(years) and years[-1] != str(year))


def rate_kind(rule: str, name: str, source: str, paper: PaperCheck) -> Kind:
    """F05 or F06: the form half and its own paper half."""
    return Kind(
        rule,
        name,
        Severity.ERROR,
        source,
        Params,
        {"rate": expression, "tolerance": number, "texts": texts, "word": text},
        check,
        frozenset({"rate"}),
        paper=paper,
    )
