"""规则取数: each kind of rule gets its inputs from the facts and gives the award of one leaf.

One function per kind, looked up in `BINDERS`. All are pure over (leaf, typed parameters).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from scoring.award import Award
from scoring.leaf import Leaf
from scoring.params import money_unit, typed, with_parameters
from scoring.rules.banded import BandedParams, banded
from scoring.rules.bonus import BonusParams, bonus
from scoring.rules.deduct import DeductParams, deduct
from scoring.rules.manual import ManualParams, manual
from scoring.rules.met import MetParams, met
from scoring.rules.parts import PartsParams, Share, parts
from scoring.rules.ratio import RatioParams, score_ratio
from scoring.selected import by_judgement, by_reach


def award_leaf(leaf: Leaf) -> Award:
    """Award of a leaf by its rule. Raises ParamError for a rule that lint would have refused."""
    params = typed(with_parameters(leaf.rule, leaf.blueprint))
    return BINDERS[leaf.rule.kind](leaf, params).keyed(leaf.node.key)


def _by_hand(leaf: Leaf, params: ManualParams) -> Award:
    return manual(of=leaf.of, given=leaf.given, params=params)


def _by_ratio(leaf: Leaf, params: RatioParams) -> Award:
    told = replace(params, money=money_unit(leaf.rule, leaf.blueprint, leaf.paths("value", "over")))
    return score_ratio(of=leaf.of, numerator=leaf.figure("value"), denominator=leaf.figure("over"), params=told)


def _by_bands(leaf: Leaf, params: BandedParams) -> Award:
    full = "full" in leaf.rule.params and leaf.holds("full") is True
    return banded(of=leaf.of, value=leaf.figure("value"), params=params, full=full)


def _by_faults(leaf: Leaf, params: DeductParams) -> Award:
    return deduct(of=leaf.of, faults=leaf.count("faults"), params=params)


def _by_merits(leaf: Leaf, params: BonusParams) -> Award:
    merits = leaf.count("merits") if params.per is None else leaf.figure("merits")
    return bonus(of=leaf.of, merits=merits, params=params)


def _by_condition(leaf: Leaf, params: MetParams) -> Award:
    return met(of=leaf.of, holds=leaf.holds("when"), params=params, inputs=leaf.told("when"))


def _by_parts(leaf: Leaf, params: PartsParams) -> Award:
    shares = [Share(part.label, award_leaf(leaf.part(part, rule))) for part in leaf.node.parts if (rule := part.rule)]
    return parts(of=leaf.of, shares=shares, params=params)


BINDERS: Final[Mapping[str, Callable[[Leaf, Any], Award]]] = MappingProxyType(
    {
        "manual": _by_hand,
        "ratio": _by_ratio,
        "reach": by_reach,
        "qualitative": by_judgement,
        "banded": _by_bands,
        "deduct": _by_faults,
        "bonus": _by_merits,
        "met": _by_condition,
        "parts": _by_parts,
    }
)
