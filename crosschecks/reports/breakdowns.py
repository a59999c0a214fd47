"""分项的识读: a total and its parts in a sentence: 其中, 包括, 分别为 and brackets; 等 leaves the list open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from crosschecks.reports.register import Figure, Register
from crosschecks.reports.sentences import Sentence
from crosschecks.reports.stages import stage_of
from crosschecks.reports.words import OPEN_LIST
from values.numerals import plain

_LATER: Final = frozenset({"received", "spent", "carried", "carried_out"})
_HANGING: Final = re.compile(r"其中：?[\s]*$")
_NO_LIST: Final = re.compile(r"每|约|其中|上年|较|比|折合|单价|占|目标|计划|预算|原|累计|等|\d(?:%|‰)")
_IN_ALL: Final = re.compile(r"(?:合计|共计|总计|三项合计|两项合计|以上合计|合计为|累计)")
_WHOLE_OF_IT: Final = re.compile(
    r"(?:全部|项目)?(?:总(?:投入|投资|支出|费用|金额|收入|造价|长度|里程|面积)|(?:全年|本年|累计)(?:总)?(?:收入|支出|投入)|(?:[二两三四五六七八九]项|各项)(?:合计|共计|相加)|共(?:支出|投入|发放|安排|完成|建成|有)?)(?:共|为|合计|共计)?"
)
_ENDS_IN_A_SUM: Final = re.compile(r"计|共|总|全年|本年|项")
_RATHER: Final = Decimal("0.15")
_FEW: Final = 2
_FIVE: Final = Decimal("0.05")
_NEXT: Final = re.compile(r"[、，；]")
_MOST_ITEMS: Final = 60
_CUE: Final = re.compile(
    r"其中：?|(?:主要)?包括：?|包含：?|分别(?:为|是)：?|具体(?:为|是)：?|分为：?|来源(?:为|是|包括|有|如下)?：|资金来源(?:为|包括)|来源于"
    r"|来自|(?<=，)由(?=[^。；]{4,120}(?:组成|构成))|分布(?:在|于|为)：?|(?:由[^，。；]{0,8}(?:组成|构成)|(?:构成|组成|明细|分项)(?:为|是|如下)?)："
    r"|按[^，。；：\d]{1,10}(?:分|看|划分|统计)(?:，|：)|(?<=[\u4e00-\u9fff）])：(?=[\u4e00-\u9fff])"
)
_AN_AVERAGE: Final = re.compile(r"均|每|单价|标准|按(?:照)?$")  # 户均2.5人 is no total and no part
_SAVED: Final = re.compile(r"[比较][^，。；]{0,12}(?:节约|节省|结余|少支|降低|减少|压减|核减)[^，。；]{0,6}$")
_RECKONED: Final = re.compile(r"^(?:测算|计算|计(?!划)|折算|估算)")  # 按12400人测算


@dataclass(frozen=True, eq=False)
class Breakdown:
    """总数与分项, all in one unit. `open`: the list ends in 等."""

    total: Figure
    parts: tuple[Figure, ...]
    open: bool
    cue: str

    @property
    def sum(self) -> Decimal:
        """The parts together, in the base unit."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def exact(self) -> bool:
        """Every figure stands for itself: no 约, 余 or 以上."""
        return self.total.number.exact and all(part.number.exact for part in self.parts)

    @property
    def rounding(self) -> Decimal:
        """What rounding every figure to its last digit may add up to; nothing for whole heads and yuan."""
        told = [figure.number for figure in (self.total, *self.parts) if figure.value]  # 0 is no rounded figure
        rounded = any(number.scale > 1 or number.step < 1 for number in told)
        return max(number.step for number in told) * len(self.parts) if rounded else Decimal(0)


def breakdowns(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """Every total with parts; 其中 at the head of a sentence speaks of the last figure of the one before."""
    before: Sentence | None = None
    for sentence in sentences:
        figures = register.in_sentence(sentence)
        if len(figures) > 1 or (figures and before is not None):
            yield from _in_sentence(sentence, figures, before, register)
        before = sentence


def listed(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """A total whose sentence ends in 其中：, its parts at the head of the paragraphs that follow."""
    for at, sentence in enumerate(sentences):
        if sentence.cell is None and _HANGING.search(sentence.text):
            told = [figure for figure in register.in_sentence(sentence) if figure.role == "amount"]
            totals = [
                figure for figure in told if figure.unit != "%"
            ] or told  # 支出2184.60万元，支出进度92.74%，其中：
            parts = _heads(sentences, at + 1, register, totals[-1].unit) if totals else []
            if len(parts) > 1:
                yield Breakdown(totals[-1], tuple(parts), open=False, cue="其中：")


def bracketed(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """A total with nothing but its parts in the bracket behind it: 310万元（中央200万元、省级60万元、市级50万元）."""
    for sentence in sentences:
        for total in register.in_sentence(sentence) if "（" in sentence.text else ():
            end = sentence.text.find("）", total.number.end)
            if total.role != "amount" or sentence.text[total.number.end : total.number.end + 1] != "（" or end < 0:
                continue
            items = sentence.text[total.number.end + 1 : end]
            parts = [f for f in register.in_sentence(sentence) if total.number.end < f.number.start < end]
            lone = len(parts) == len(re.split(r"[、，；]", items)) > 1 and all(f.unit == total.unit for f in parts)
            if lone and not _NO_LIST.search(items) and all(part.role == "amount" and part.label for part in parts):
                yield Breakdown(total, tuple(parts), open=False, cue="（")


def trailing(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """Parts and then their total: 一标段4.2公里、二标段5.0公里，合计9.2公里."""
    for sentence in sentences:
        if not _ENDS_IN_A_SUM.search(sentence.text):
            continue
        figures = register.in_sentence(sentence)
        for at, total in enumerate(figures):
            words = total.words.strip("，、；： ")
            loose = bool(_WHOLE_OF_IT.fullmatch(words))
            if at < 2 or total.role != "amount" or not (loose or _IN_ALL.fullmatch(words)):
                continue
            parts: list[Figure] = []
            for figure in reversed(figures[:at]):
                gap = sentence.text[figure.number.end : (parts[0] if parts else total).number.start]
                same = (
                    figure.unit == total.unit and figure.role == "amount" and figure.number.scale == total.number.scale
                )
                if not same or not figure.label or not _NEXT.match(gap):
                    break
                parts.insert(0, figure)
            sums = [sum((part.value for part in parts[first:]), Decimal(0)) for first in range(len(parts))]
            running = "累计" in total.words and not (len(parts) > _FEW and _nearly(sums[0], total))
            far = loose and (
                not sums or abs(sums[0] - total.value) > total.value * _RATHER or "、" not in sentence.text
            )
            if len(parts) > 1 and total.value not in sums and not running and not far:
                yield Breakdown(total, tuple(parts), open=False, cue="合计")


def _nearly(summed: Decimal, total: Figure) -> bool:
    """累计474.12万元 of parts that make 471.42: a running total that holds earlier years is further off."""
    return abs(summed - total.value) <= total.value * _FIVE


def _heads(sentences: Sequence[Sentence], at: int, register: Register, unit: str) -> list[Figure]:
    """The first figure of each paragraph, as long as paragraphs of one heading begin with one."""
    found: list[Figure] = []
    block = None
    first = sentences[at] if at < len(sentences) else None
    for sentence in sentences[at : at + _MOST_ITEMS]:
        if sentence.block is block:
            continue
        figures = register.in_sentence(sentence)
        if first is None or sentence.path != first.path or not figures or figures[0].unit != unit or not figures[0].key:
            break
        block = sentence.block
        found.append(figures[0])
        if found and first.block.source.text.rstrip().endswith("；") and block.source.text.rstrip().endswith("。"):
            break  # a list parted by semicolons ends at the full stop
    return found


def _in_sentence(
    sentence: Sentence, figures: list[Figure], before: Sentence | None, register: Register
) -> Iterator[Breakdown]:
    ends = {figure.number.end for figure in figures}
    # A colon speaks of the amount right before it: 全年收入80万元：拨款60万元，其他收入20万元.
    cues = [cue for cue in _CUE.finditer(sentence.text) if cue.group() != "：" or cue.start() in ends]
    for number, cue in enumerate(cues):
        inner = _bracket_end(sentence.text, cue.start())
        end = inner if inner >= 0 else len(sentence.text)
        later = next(
            (
                c.start()
                for c in cues[number + 1 :]
                if _depth(sentence.text, c.start()) <= _depth(sentence.text, cue.start())
            ),
            end,
        )
        total = _total(sentence, figures, cue.start(), before, register)
        if total is None or not _leads_to(sentence, total, cue):
            continue
        span = (cue.end(), min(end, later))
        parts = _parts(sentence, figures, total, span)
        if later < end:
            parts = _without_next_total(sentence.text, parts, cue.end())
        parts = _of_one_stage(parts[: _list_end(sentence.text, parts)])
        total = _agreeing(total, parts, figures, register.in_sentence(before) if before is not None else [])
        if parts:
            last = sentence.text[parts[-1].number.end : parts[-1].number.end + 12]
            left_open = bool(OPEN_LIST.search(last.split("，")[0].split("。")[0])) or _goes_on(figures, parts)
            yield Breakdown(total, tuple(parts), left_open, cue.group())


def _goes_on(figures: list[Figure], parts: list[Figure]) -> bool:
    """电梯20台、锅炉3台、索道2条: the list has items that are counted in another word."""
    at = next(number for number, figure in enumerate(figures) if figure is parts[0])
    for before, figure in pairwise(figures[at:]):
        gap = figure.sentence.text[before.number.end : figure.number.start]
        if not re.match(r"(?:（[^（）]{1,6}）)?、[^，。；、]{1,16}$", gap):
            continue
        if figure.unit != parts[0].unit and figure.unit and "/" not in figure.unit and figure.unit != "%":
            return True
    return False


def _total(
    sentence: Sentence, figures: list[Figure], at: int, before: Sentence | None, register: Register
) -> Figure | None:
    own = [figure for figure in figures if figure.number.end <= at and _may_be_total(figure)]
    listed = next((figure.unit for figure in figures if figure.number.start >= at and figure.role == "amount"), "")
    if own:
        return _last_but_savings(own)
    lead = sentence.text[:at].strip("，：； ")
    if before is None or before.block is not sentence.block or lead:
        return None
    earlier = [figure for figure in register.in_sentence(before) if _may_be_total(figure)]
    # 对5个项目开展自评，涉及资金1148万元。其中优秀4个、良好1个: what is counted alike.
    alike = [figure for figure in earlier if figure.unit == listed]
    return _last_but_savings(alike or earlier) if earlier else None


def _last_but_savings(told: list[Figure]) -> Figure:
    """合同总价300万元，比预算节约20万元。其中：… what was saved is no total beside what it was saved on."""
    saved = len(told) > 1 and told[-1].unit == told[-2].unit and _SAVED.search(told[-1].words)
    return told[-2] if saved else told[-1]


def _may_be_total(figure: Figure) -> bool:
    """An amount of this year that is neither an average nor a basis of reckoning."""
    return figure.role == "amount" and not figure.last and not _is_aside(figure)


def _is_aside(figure: Figure) -> bool:
    behind = figure.sentence.text[figure.number.end : figure.number.end + 3]
    return bool(_AN_AVERAGE.search(figure.words)) or bool(_RECKONED.search(behind))


def _agreeing(total: Figure, parts: list[Figure], own: list[Figure], earlier: list[Figure]) -> Figure:
    """Of the amounts told before the list, one that it makes up is its total: 支出452.60万元，结转47.40万元。其中：…"""
    summed = sum((part.value for part in parts), Decimal(0))
    if not parts or summed == total.value:
        return total
    before = [
        f for f in (*earlier, *own) if f.sentence is not parts[0].sentence or f.number.end <= parts[0].number.start
    ]
    told = [f for f in before if f.unit == total.unit and f.role == "amount" and f.value == summed and f not in parts]
    return told[-1] if told else total


def _leads_to(sentence: Sentence, total: Figure, cue: re.Match[str]) -> bool:
    """其中 speaks of the figure before it; 包括 and the like speak of it only when nothing else stands between."""
    if cue.group().startswith("其中") or total.sentence is not sentence:
        return True
    return not re.search(r"[；。]|[，、：].*[\u4e00-\u9fff]", sentence.text[total.number.end : cue.start()])


def _parts(sentence: Sentence, figures: list[Figure], total: Figure, span: tuple[int, int]) -> list[Figure]:
    """Figures of the total's unit within a span, those in brackets of their own left out."""
    depth = _depth(sentence.text, span[0])
    return [
        figure
        for figure in figures
        if span[0] <= figure.number.start < span[1]
        and figure.role == "amount"
        and figure.unit == total.unit
        and not _is_aside(figure)
        and _depth(sentence.text, figure.number.start) == depth
    ]


def _of_one_stage(found: list[Figure]) -> list[Figure]:
    """安排186万元，其中县级186万元，实际到位196万元: what arrived or was spent is no part of what was planned."""
    stages = [stage_of(figure) for figure in found]
    first = stages[0].name if stages and stages[0] else ""
    for at, stage in enumerate(stages):
        if at and stage is not None and stage.name in _LATER and stage.name != first and not stage.scope:
            return found[:at]
    return found


def _without_next_total(text: str, found: list[Figure], start: int) -> list[Figure]:
    """What stands right before the next 其中 is its total; behind a semicolon it is no part of this one."""
    if not found:
        return found
    gap = text[found[-2].number.end if len(found) > 1 else start : found[-1].number.start]
    return found[:-1] if "；" in gap or len(found) == 1 else found


def _list_end(text: str, found: list[Figure]) -> int:
    """A list parted by commas ends at the first semicolon; one parted by semicolons goes on."""
    gaps = [text[one.number.end : two.number.start] for one, two in pairwise(found)]
    commas = [at for at, gap in enumerate(gaps) if "；" not in gap]
    ends = [at for at, gap in enumerate(gaps) if "；" in gap and commas and commas[0] < at]
    return ends[0] + 1 if ends else len(found)


def _depth(text: str, at: int) -> int:
    return text.count("（", 0, at) - text.count("）", 0, at)


def _bracket_end(text: str, at: int) -> int:
    """Where the bracket around a place closes, -1 when it stands in none."""
    depth = _depth(text, at)
    if depth <= 0:
        return -1
    for place in range(at, len(text)):
        if text[place] == "）" and _depth(text, place + 1) < depth:
            return place
    return -1


def added(figures: Sequence[Figure]) -> str:
    """「90610＋33606＋9797＝134013」 in the unit of the first figure."""
    scale = figures[0].number.scale
    total = sum((figure.value for figure in figures), Decimal(0))
    return f"{'＋'.join(plain(figure.value / scale) for figure in figures)}＝{plain(total / scale)}"


def in_unit(value: Decimal, like: Figure) -> str:
    """A value in the unit another figure is written in: 134013万元."""
    return f"{plain(value / like.number.scale)}{like.number.label_unit}"
