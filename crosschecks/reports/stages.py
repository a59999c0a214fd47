"""资金的阶段: which stage an amount told in prose is of (预算、到位、支出、结余…), and rates told beside the amounts they are reckoned from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.reports.register import Figure, Register
from crosschecks.reports.sentences import Sentence
from values.kept import once

_STAGES: Final = (
    (
        "carried_in",
        r"(?:年初|期初|上年度?末?|去年末?|以前年度)(?:财政拨款|累计|滚存)?(?:结转|结余)(?:和结余|结余|结转)?",
    ),
    ("carried_out", r"(?:年末|年终|期末|年底)(?:财政拨款|累计|滚存)?(?:结转|结余|剩余)(?:和结余|结余|结转)?"),
    ("carried", r"(?:结转)?结余|剩余|结转|尚余|尚剩|尚有|结存|(?<![款户债务金])余额|未(?:支付|支出|使用|执行)"),
    ("returned", r"收回|缴回|上缴|追减|退回|交回"),
    ("income", r"收入(?!来源|预算|决算)|筹集|筹措"),
    ("planned", r"应(?:到位|拨付|下达|拨)|计划到位"),
    ("received", r"(?<!未)到位|到账"),
    ("initial", r"(?:年初|批复|初始)(?:部门)?预算"),
    ("adjusted", r"调整后(?:的)?(?:全年)?预算|(?:全年|调整)预算|预算调整为|(?:年中|全年)?(?:预算)?调整[为至到]"),
    ("planned", r"预算|计划(?:安排|投入|投资|下达)?|申报|批复"),
    ("issued", r"下达"),
    ("contract", r"合同(?:总)?(?:金额|价款?|总?额)|中标(?:价|金额)"),
    ("spent", r"支出决算|决算|支出|执行|支付|使用|列支"),
)
_STAGE: Final = re.compile("|".join(f"(?P<{name}_{at}>{words})" for at, (name, words) in enumerate(_STAGES)))
_BEHIND: Final = re.compile(
    r"(?P<scope>[^，；。、（）]{0,12}?)(?:总?(?:资金|金额|数额|数|额|合计|总计|总额|专项资金)|决算|（万元）|（元）)*"
    r"(?:的|为|共计?|合计|计|达到?|约|是|了|到|：|共|即|分别)*"
)
_COMMON: Final = re.compile(
    r"项目|资金|经费|实际|应|至|止|本(?!级)|该|收支相抵|相抵|取得|发生|形成|产生|收到|尚|还|仍|后|全年|年度|年底|本年度?|当年|截至|截止|累计|已经?|共|合计|总计|总额|总|财政|一般公共|部门|单位|控制在|其中|：|□|的|为|"
    r"数|额|金额|投入|安排|按|支持|\s|专项|预算|决算|计划|年|月|底|末|初|财政拨款|拨款|（[^）]*）|）"
)
_AFTER: Final = re.compile(r"^(?:资金)?(?:已|均|全部|全额|足额|及时)*到位")
_APART: Final = re.compile(r"采购|三公|公用经费|人员经费|基本支出|项目支出")  # rates of these are no rates of the whole
SPENT: Final = frozenset({"spent"})
ARRIVED: Final = frozenset({"received", "issued"})
BUDGETS: Final = frozenset({"planned", "initial", "adjusted"})
_LEAST: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Stage:
    """阶段 of an amount; scope: whose part of it, '' for the whole (县级, 护栏工程)."""

    name: str
    scope: str


@once
def stage_of(figure: Figure) -> Stage | None:
    """The stage the last such word before the amount names, None when the words tell of something else."""
    if not figure.number.is_money or figure.role != "amount":
        return None
    sentence, number, words = figure.sentence, figure.number, figure.words
    if _AFTER.match(sentence.text[number.end :]) and not figure.last:
        return Stage("received", _COMMON.sub("", words))
    match = next(iter([*_STAGE.finditer(words)][-1:]), None)
    behind = _BEHIND.fullmatch(words[match.end() :]) if match else None
    if match is None or match.lastgroup is None or behind is None:
        return None
    name = match.lastgroup.rpartition("_")[0]
    if figure.last and name != "carried_in":  # last year's, save for what it left
        return None
    if name == "spent" and "项目支出" in words and "基本支出" in sentence.block.source.text:
        return Stage(name, "项目支出")  # a part of the spending, beside 基本支出
    return Stage(name, _COMMON.sub("", words[: match.start()] + behind["scope"]))


def scope_in(words: str) -> str:
    """What is left of words that all such amounts share: whose amount it is."""
    return _COMMON.sub("", words)


def together(one: Stage, other: Stage) -> bool:
    """May two amounts speak of one thing?"""
    return one.scope == other.scope or not one.scope or not other.scope


@dataclass(frozen=True, slots=True)
class Rate:
    """比率 told in a sentence with the amounts it is reckoned from."""

    rate: Figure
    part: Figure
    whole: Figure

    @property
    def due(self) -> Decimal:
        """What it comes to, in per cent."""
        return self.part.value / self.whole.value * 100

    def agrees(self) -> bool:
        """Within what rounding of all three may do."""
        slack = (self.part.number.step + self.whole.number.step) / 2 / self.whole.value * 100
        return abs(self.due - self.rate.value) <= max(self.rate.number.step / 2, _LEAST) + slack


def wrong_rates(
    sentence: Sentence, register: Register, words: re.Pattern[str], parts: frozenset[str], wholes: frozenset[str]
) -> Iterator[Rate]:
    """Rates of a sentence that no pair of its amounts gives, with the amounts nearest before them."""
    figures = register.in_sentence(sentence)
    stages = {
        id(figure): stage for figure in figures if (stage := stage_of(figure)) and figure.number.in_range is False
    }
    begin = 0
    for at, rate in enumerate(figures):
        if rate.unit != "%" or not words.search(rate.words) or rate.last:
            continue
        apart = _APART.search(rate.words)
        near = [figure for figure in figures[begin:at] if id(figure) in stages and figure.value]
        begin = at + 1
        pairs = [
            Rate(rate, part, whole)
            for whole in reversed(near)
            for part in reversed(near)
            if stages[id(part)].name in parts
            and stages[id(whole)].name in wholes
            and together(stages[id(part)], stages[id(whole)])
            and (apart is None or apart.group() in part.words + whole.words)
        ]
        exact = [pair for pair in pairs if not (pair.part.number.rough or pair.whole.number.rough)]
        if exact and len(exact) == len(pairs) and rate.number.exact and not any(pair.agrees() for pair in pairs):
            yield pairs[0]
