"""规则目录: every kind of scoring rule a form may name, written down here and nowhere else.

To add a kind: write `scoring/rules/<kind>.py` with its clause, its tests in `tests/scoring/rules/test_<kind>.py`, and one
line below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from scoring.award import Award
from scoring.rules.banded import BandedParams, banded
from scoring.rules.bonus import BonusParams, bonus
from scoring.rules.deduct import DeductParams, deduct
from scoring.rules.manual import ManualParams, manual
from scoring.rules.met import MetParams, met
from scoring.rules.parts import PartsParams, parts
from scoring.rules.qualitative import QualitativeParams, qualitative
from scoring.rules.ratio import RatioParams, score_ratio
from scoring.rules.reach import ReachParams, reach


@dataclass(frozen=True, slots=True)
class Rule:
    """规则: its Chinese name, the pure function (keyword-only, `of=` and `params=` always), and its parameter class."""

    label: str
    score: Callable[..., Award]
    params: type


RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "manual": Rule("人工评分", manual, ManualParams),
        "ratio": Rule("比率计分", score_ratio, RatioParams),
        "reach": Rule("定量指标计分", reach, ReachParams),
        "qualitative": Rule("定性指标计分", qualitative, QualitativeParams),
        "banded": Rule("分档计分", banded, BandedParams),
        "deduct": Rule("扣分", deduct, DeductParams),
        "bonus": Rule("加分", bonus, BonusParams),
        "met": Rule("达标得分", met, MetParams),
        "parts": Rule("分项相加", parts, PartsParams),
    },
)


def rule(kind: str) -> Rule:
    """Return the rule of `kind`. Raises KeyError, naming the kinds there are."""
    try:
        return RULES[kind]
    except KeyError:
        raise KeyError(f"没有“{kind}”这种计分规则，可用的有：{'、'.join(RULES)}") from None
