"""人工评分: a person gives the points; the program only watches the limits.

Clause: 财预〔2020〕10号 — qualitative and process rows (要点判断, 制度健全性 …) are judged by people [知]; no points above the
weight or below 0 [证：地方表注].
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scoring.award import Award, Because
from scoring.rules.outcome import scored, unscored, weight_text
from values.numerals import plain


@dataclass(frozen=True, slots=True)
class ManualParams:
    """参数: `by` names who judges (自评人, 评审人)."""

    by: str = "自评人"
    step: Decimal | None = None
    source: str = "财预〔2020〕10号"


def manual(*, of: Decimal, given: Decimal | None, params: ManualParams) -> Award:
    """Return the points `given` by a person, or an award waiting for them."""
    because = Because(inputs=(("分值", weight_text(of)),), source=params.source)
    if given is None:
        wait = Because(because.inputs, cap=f"由{params.by}评分，可给0至{weight_text(of)}", source=params.source)
        return unscored(of, "manual", wait)
    if not 0 <= given <= of:
        wrong = f"所评{plain(given)}分不在0至{weight_text(of)}之间，请{params.by}重新评分"
        return unscored(of, "manual", Because(because.inputs, cap=wrong, source=params.source))
    told = Because(because.inputs, cap=f"{params.by}评定", source=params.source)
    return scored(of, given, told, params.step)
