"""U03 单位重复/错配: 万元万元, and a unit of money where people are counted (农户13万元、3万、0.35万 of about 16万 people)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.unit_prices import Miscounted, wrong_prices_told
from crosschecks.rule import Dossier, Figure, Fix, Found, Kind, Profile, Sentence, Severity, plain

_TWICE: Final = re.compile(
    r"(万元|亿元|元|人次|%|个百分点|人|户|公里|亩)\1(?![\u4e00-\u9fff]*民币)|(?P<money>[万亿]?元)(?:元|人次|人|次|户|名|个|件|台|公里|亩)(?=[，。；、）\n]|$)"
)
_PEOPLE: Final = re.compile(r"人数|人员|人次|户数|学生|群众|居民|职工|农户|患者")
_COUNT: Final = re.compile(r"(?:人数|人次|户数)(?:为|是|达|达到|共)?$")
# 每人次500元 is a standard.
_EACH: Final = re.compile("每|人均|户均|次均")
_WHO: Final = re.compile(
    r"(?:读者|学生|学员|人员|职工|农户|群众|居民|患者|教师|儿童|老人|对象|人口|参保者|旅客|游客|会员|用户)(?:总数|数量|数)?$"
)
_HOW_MANY: Final = re.compile(r"(?:达到?|增至|增加到|共有|超过|突破|稳定在|累计达)$")
_PAID: Final = re.compile(
    r"补助|补贴|资助|发放|救助|支付|奖励|工资|经费|支出|资金|投入|费用|收入|代缴|金额|标准|医疗费|待遇"
)
_SERVED: Final = re.compile(
    r"(?:受益|服务|覆盖|惠及|培训|接待|参保|保护|接诊|涉及|登记|注册|常住|户籍|参训|参加|供水|就业|脱贫)[\u4e00-\u9fff]{0,6}?"
    r"(?:人口|群众|农户|居民|学生|学员|人员|患者|游客|旅客|读者|老人|儿童|职工|人数|人次|户数|对象|总人口|(?:种植|养殖|脱贫|贫困|困难|用|住|农|商)户)$"
)
_MONEY: Final = re.compile(
    r"(?:实际支出|资金支出|预算资金|项目资金|补助资金|专项资金|总投资|合同金额|到位资金|支出金额|资金总额|预算安排|财政拨款|拨付资金|投入资金)$"
)
_NO_MONEY: Final = frozenset({"人", "户", "人次", "亩", "米", "平方米", "千克", "个"})
_WEIGHED: Final = re.compile(
    r"(?:减排|减少排放|削减|减碳|节能量?|节水量?|节电量?|节约(?:标准煤|标煤|用水|用电)|(?:清运|处理|收集|转运|处置)(?:生活|建筑|餐厨)?(?:垃圾|污水|污泥)|(?:种植|栽植|补植)[^，。；]{1,6}(?:树|苗木|树木))"
    r"(?:量)?(?:[A-Za-z\u4e00-\u9fff]{0,6}(?:VOCs|二氧化[碳硫]|氮氧化物|COD|氨氮|总磷|粉尘|烟尘|颗粒物|废水|废气|污染物|标准?煤|水|电|垃圾|污水|污泥|树|苗木|树木|温室气体))?(?:约|共|达到?|为)*$"
)
_HEADS: Final = frozenset({"人", "户", "人次"})
_REST: Final = re.compile(r"其余|另有|另外|剩余|其他")
_CLOSE: Final = Decimal("0.05")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every sentence."""
    for report in dossier.reports:
        for sentence in report.sentences:
            yield from _twice(sentence)
            figures = report.register.in_sentence(sentence)
            yield from _counted_in_money(figures)
            yield from _money_in_heads(figures)
            yield from _among_heads(sentence, figures)
            yield from _beside_the_rest(figures)
            for wrong in wrong_prices_told(sentence, report.register) if sentence.cell is None else ():
                if isinstance(wrong, Miscounted):
                    yield _miscounted(wrong)
            yield from _not_paid(figures)


def _miscounted(wrong: Miscounted) -> Found:
    """走访1320万元，发放66.00万元，户均500元: 66.00万元 over 500元 are 1320户."""
    place, unit = wrong.many.place(wide=False), wrong.many.number.label_unit
    return Found(
        f"“{wrong.many.label}”{wrong.many.shown}单位错误，应为{plain(wrong.many.number.written)}{wrong.per}。",
        f"{wrong.whole.shown}÷{wrong.each.shown}＝{plain(wrong.many.number.written)}{wrong.per}",
        (wrong.many.place(), wrong.whole.place(), wrong.each.place()),
        f"请将单位改为{wrong.per}",
        fix=Fix(place, wrong.many.shown, wrong.many.shown.removesuffix(unit) + wrong.per),
    )


def _not_paid(figures: list[Figure]) -> Iterator[Found]:
    """减排粉尘80万元: what is weighed or measured and never paid."""
    for figure in figures:
        if (
            figure.number.is_money
            and figure.role != "share"
            and _WEIGHED.search(figure.sentence.text[figure.behind : figure.number.start])
        ):
            yield Found(
                f"“{figure.label}”{figure.shown}单位错误，不能用金额单位。",
                f"{figure.shown}应为重量、体积等单位",
                (figure.place(),),
                "请核对单位，如吨、立方米、千瓦时",
            )


def _twice(sentence: Sentence) -> Iterator[Found]:
    for match in _TWICE.finditer(sentence.text):
        if not sentence.text[match.start() - 1 : match.start()].isdigit():
            continue
        place, unit = sentence.place(*match.span()), match[1]
        yield Found(
            f"单位“{match.group()}”{'重复' if unit else '不成单位'}。",
            f"{unit}写了两遍" if unit else f"“{match['money']}”后又写“{match.group().removeprefix(match['money'])}”",
            (sentence.place(max(0, match.start() - 8), match.end()),),
            f"请删去一个“{unit}”" if unit else "请只保留一个单位",
            fix=Fix(place, place.quote, unit) if unit else None,
        )


def _counted_in_money(figures: list[Figure]) -> Iterator[Found]:
    """受益人数13万元, 持证读者达到3.86万元."""
    for figure in figures:
        if (
            figure.number.is_money
            and figure.role == "amount"
            and not _EACH.search(figure.label)
            and (_COUNT.search(figure.label) or _who(figure) or _counted(figure))
        ):
            yield Found(
                f"“{figure.label}”{figure.shown}单位错误，人数不能用金额单位。",
                f"{figure.shown}应为人数",
                (figure.place(),),
                "请将单位改为人、人次或户",
            )


def _money_in_heads(figures: list[Figure]) -> Iterator[Found]:
    """实际支出256.00万人."""
    for figure in figures:
        number = figure.number
        broken = number.scale > 1 or number.written != number.written.to_integral()
        if number.unit in _NO_MONEY and broken and figure.role == "amount" and _MONEY.search(figure.label):
            yield Found(
                f"“{figure.label}”{figure.shown}单位错误，应为金额。",
                f"{figure.shown}应为金额",
                (figure.place(),),
                "请将单位改为元或万元",
            )


def _counted(figure: Figure) -> bool:
    """受益人口11.8万元: people who are served, right before the money."""
    return bool(_SERVED.search(figure.label)) and not _PAID.search(figure.words)


def _who(figure: Figure) -> bool:
    """People said to have come to so much, where nothing is paid."""
    words = figure.words
    many = _HOW_MANY.search(words)
    return many is not None and bool(_WHO.search(words[: many.start()])) and not _PAID.search(words)


def _beside_the_rest(figures: list[Figure]) -> Iterator[Found]:
    """职工41人，其中保管员26万元，其余15人: of heads, and 41 less 15 are 26."""
    for whole, part, rest in zip(figures, figures[1:], figures[2:], strict=False):
        heads = whole.unit == rest.unit and whole.unit in _HEADS and bool(_REST.search(rest.words))
        number = part.number
        if heads and number.is_money and number.exact and number.written == whole.value - rest.value:
            due = f"{plain(number.written)}{whole.number.label_unit}"
            yield Found(
                f"“{part.label}”{part.shown}单位错误，应为{due}。",
                f"{whole.shown}－{rest.shown}＝{due}，写{part.shown}",
                (part.place(), whole.place(), rest.place()),
                "请将金额单位改为人数单位",
                fix=Fix(part.place(wide=False), part.shown, due),
            )


def _among_heads(sentence: Sentence, figures: list[Figure]) -> Iterator[Found]:
    """Parts in brackets behind a number of people, one of them in money, that add up to it when the money is taken for heads."""
    for whole in figures:
        opened = whole.number.end
        closed = sentence.text.find("）", opened)
        if sentence.text[opened : opened + 1] != "（" or closed < 0 or whole.unit not in {"", "人"}:
            continue
        parts = [figure for figure in figures if opened < figure.number.start < closed]
        money = [figure for figure in parts if figure.number.is_money]
        counted = whole.unit == "人" or _PEOPLE.search(sentence.text[closed : closed + 16])
        total = sum((figure.value for figure in parts), Decimal(0))
        if not counted or not money or len(parts) <= len(money) or abs(total - whole.value) > _CLOSE * whole.value:
            continue
        summed = "＋".join(plain(figure.value / 10000) for figure in parts)
        for figure in money:
            place = figure.place(wide=False)
            yield Found(
                f"“{figure.label}”{figure.shown}单位错误，应为人数。",
                f"{summed}＝{plain(total / 10000)}万，与{whole.shown}人相符，{figure.shown}应为{figure.shown.rstrip('元')}人",
                (figure.place(), whole.place()),
                "请将金额单位改为人数单位",
                fix=Fix(place, figure.shown, figure.shown.rstrip("元") + "人"),
            )


KIND = Kind("U03", "单位重复或错配", Severity.ERROR, "公文数值写法", paper=check_paper)
