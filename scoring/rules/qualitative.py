"""定性指标计分: three bands, 达成 / 部分达成并具有一定效果 / 未达成且效果较差.

Clause: 财预〔2020〕10号 — 100%-80%(含)、80%-60%(含)、60%-0% of the weight [证：安徽、四川表注]; another province uses
80/50 [证：湖北系统提示]. Within a band a person judges; only a plain 达成 is given full points by default.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from scoring.award import Award, Because
from scoring.rules.outcome import points_text, scored, unscored
from values.blank import is_blank
from values.numerals import plain


class Level(StrEnum):
    """达成档次."""

    REACHED = "reached"
    PARTLY = "partly"
    FAILED = "failed"


LEVEL_LABELS: Final[dict[Level, str]] = {
    Level.REACHED: "达成预期指标",
    Level.PARTLY: "部分达成预期指标并具有一定效果",
    Level.FAILED: "未达成预期指标且效果较差",
}

_REACHED_WORDS: Final = frozenset(
    {
        "优", "优秀", "达成", "已达成", "全部达成", "达成预期", "达成预期指标", "达成年度指标", "达成预期目标", "按时", "按时完成",
        "按期", "按期完成", "及时", "及时完成", "完成", "已完成", "全部完成", "全面完成", "达标", "已达标", "达到", "达到预期",
        "达到预期目标", "达到目标", "符合", "符合要求", "已实现", "实现",
    },
)  # fmt: skip
_LEVEL_WORDS: Final[tuple[tuple[Level, re.Pattern[str]], ...]] = (
    (Level.PARTLY, re.compile(r"(?:基本|部分)(?:达成|完成|达到|实现|达标).*")),
    (Level.FAILED, re.compile(r"(?:未|没有|没|尚未)(?:达成|完成|达到|实现|达标|启动|开展|实施).*")),
)


@dataclass(frozen=True, slots=True)
class QualitativeParams:
    """参数: 达成 from `reached` of the weight upwards, 部分达成 from `partly` (0.8/0.6 or 0.8/0.5), the rest 未达成."""

    reached: Decimal = Decimal("0.8")
    partly: Decimal = Decimal("0.6")
    full_words: frozenset[str] = _REACHED_WORDS
    step: Decimal | None = None
    source: str = "财预〔2020〕10号"


def qualitative(
    *,
    of: Decimal,
    target_text: str,
    actual_text: str,
    params: QualitativeParams,
    level: Level | None = None,
    self_points: Decimal | None = None,
) -> Award:
    """Return the points of a qualitative indicator.

    `self_points` count when they lie in the band of `level` (in any band when no level was assessed). Without them a
    reached indicator (by `level`, or an actual text equal to the target or such as 优, 按时) gets full points and says so;
    anything else waits for a person, who is told the span.
    """
    inputs = (("目标", target_text.strip() or "（未填）"), ("完成情况", actual_text.strip() or "（未填）"))
    because = Because(inputs, source=params.source)
    if self_points is not None:
        return _as_given(of, self_points, level, because, params)
    by_words = level is None
    level = level or read_level(target_text, actual_text, params)
    if level is Level.REACHED:
        why = "完成情况与目标一致或为达成类用语" if by_words else f"评定为“{LEVEL_LABELS[level]}”"
        return scored(of, of, replace(because, cap=f"{why}，默认按满分计"), params.step)
    if is_blank(actual_text) and by_words:
        return unscored(of, "unknown", replace(because, cap="未填完成情况，不能评定"))
    return unscored(of, "manual", replace(because, cap=_advice(of, level, params)))


def read_level(target_text: str, actual_text: str, params: QualitativeParams) -> Level | None:
    """Return the band the actual text plainly names; None when a person has to read it."""
    actual = _bare(actual_text)
    if is_blank(actual_text):
        return None
    if actual == _bare(target_text) or actual in params.full_words:
        return Level.REACHED
    return next((level for level, words in _LEVEL_WORDS if words.fullmatch(actual)), None)


def span(of: Decimal, level: Level | None, params: QualitativeParams) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest points of a band; the upper end belongs to it only for 达成 (and for no level)."""
    ends = {
        Level.REACHED: (of * params.reached, of),
        Level.PARTLY: (of * params.partly, of * params.reached),
        Level.FAILED: (Decimal(0), of * params.partly),
        None: (Decimal(0), of),
    }
    return ends[level]


def level_of(of: Decimal, points: Decimal, params: QualitativeParams) -> Level:
    """Return the band in which `points` lie."""
    if points >= of * params.reached:
        return Level.REACHED
    return Level.PARTLY if points >= of * params.partly else Level.FAILED


def _as_given(of: Decimal, given: Decimal, level: Level | None, because: Because, params: QualitativeParams) -> Award:
    inside = 0 <= given <= of
    own = level_of(of, given, params)
    if not inside or (level is not None and level is not own):
        wrong = f"自评{points_text(given)}不在{_span_text(of, level, params)}之间"
        return unscored(of, "manual", replace(because, cap=_advice(of, level, params), needs_reason=wrong))
    told = f"自评{points_text(given)}，属“{LEVEL_LABELS[own]}”（{_span_text(of, own, params)}）"
    return scored(of, given, replace(because, cap=told), params.step)


def _advice(of: Decimal, level: Level | None, params: QualitativeParams) -> str:
    if level is not None:
        return f"评定为“{LEVEL_LABELS[level]}”，由人评分，可给{_span_text(of, level, params)}"
    bands = "、".join(f"{LEVEL_LABELS[each]}{_span_text(of, each, params)}" for each in Level)
    return f"由人评定档次后评分：{bands}"


def _span_text(of: Decimal, level: Level | None, params: QualitativeParams) -> str:
    low, high = span(of, level, params)
    short_of = "（不含）" if level in {Level.PARTLY, Level.FAILED} else ""
    return f"{plain(low)}～{plain(high)}分{short_of}"


def _bare(text: str) -> str:
    return re.sub(r"[\s，。、；：！“”\"'.,;:!]", "", text)
