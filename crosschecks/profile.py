"""地方口径: the parameters of the rules for a paper: the national ones (财预〔2020〕10号 and common practice), or those of a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from blueprints.schema import Blueprint, CheckDef
from crosschecks.params import ParamError, number
from scoring.grades import NATIONAL_BANDS, Band


@dataclass(frozen=True, slots=True)
class Profile:
    """口径. Shares are fractions, points and tolerances are in points, percentages in percentage points.

    rounding, most_rounding: what every addend may be off, and at most, in the unit written (万元两位小数). close: the share by which an
    amount may differ from standard × number. exec_base: what an execution rate is of.
    """

    name: str = "通行口径"
    total: Decimal = Decimal(100)
    rounding: Decimal = Decimal("0.005")
    most_rounding: Decimal = Decimal("0.05")
    close: Decimal = Decimal("0.005")
    share: Decimal = Decimal("0.01")
    score: Decimal = Decimal("0.1")
    exec_base: str = "adjusted"
    over: Decimal = Decimal("0.30")
    low_execution: Decimal = Decimal("0.90")
    poor_execution: Decimal = Decimal("0.60")
    adjusted_much: Decimal = Decimal("0.20")
    reached: Decimal = Decimal("0.80")
    partly: Decimal = Decimal("0.60")
    second_opinion: Decimal = Decimal(5)
    score_decimals: int = 2
    bands: tuple[Band, ...] = NATIONAL_BANDS
    # Shares of execution, output, benefit, satisfaction and cost that are in use (财预〔2020〕10号; 财预〔2021〕101号).
    weight_schemes: tuple[Mapping[str, Decimal], ...] = field(
        default_factory=lambda: tuple(
            {name: Decimal(points) for name, points in zip(("产出", "效益", "满意度", "成本"), scheme, strict=True)}
            for scheme in (
                (50, 30, 10, 0),
                (50, 40, 0, 0),
                (40, 20, 10, 20),
                (40, 30, 0, 20),
                (60, 20, 10, 0),
                (60, 30, 0, 0),
            )
        )
    )


NATIONAL: Final = Profile()


def profile_of(blueprint: Blueprint) -> Profile:
    """The parameters a form tells: its grades, and the tolerances of its checks."""
    bands = tuple(Band(grade.at_least, grade.name) for grade in blueprint.grades) or NATIONAL.bands
    told = {check.rule: check for check in blueprint.checks}
    return replace(
        NATIONAL,
        name=blueprint.name,
        bands=bands,
        score=_number(told.get("S08"), "tolerance", NATIONAL.score),
        over=_number(told.get("S12"), "over", NATIONAL.over),
        low_execution=_number(told.get("F14"), "below", NATIONAL.low_execution),
    )


def _number(check: CheckDef | None, name: str, default: Decimal) -> Decimal:
    raw = check.params.get(name) if check else None
    try:
        return default if raw is None else number(raw)
    except ParamError:
        return default  # told by lint_checks
