"""S06 权重模式 (财预〔2020〕10号第十三条；财预〔2021〕101号指标分值权重): points of the first levels follow a scheme in use.

Execution 10; output, benefit and satisfaction 50／30／10 or, with cost, 40／20／10／20, and so on (`Profile.weight_schemes`). Tables by
another frame (投入、过程、产出、效果) and tables that say why they differ are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.rule import Dossier, Found, IndicatorTable, Kind, Profile, Severity, plain

_LEVELS: Final = ("产出", "效益", "满意度", "成本")
_EXPLAINED: Final = re.compile(r"权重.{0,8}(?:调整|说明)|(?:调整|说明).{0,8}权重")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Tables whose first levels are those of the national form."""
    for report in dossier.reports:
        explained = any(_EXPLAINED.search(sentence.text) for sentence in report.sentences)
        for table in report.summed:
            given = _given(table)
            if given is None or explained or any(_same(given, dict(scheme)) for scheme in profile.weight_schemes):
                continue
            told = "、".join(f"{name}{plain(weight)}" for name, weight in given.items() if weight)
            yield Found(
                f"一级指标权重（{told}）与通行模式不一致，请说明理由。",
                f"{told}，合计{plain(sum(given.values(), Decimal(0)))}",
                tuple(row.place("weight") for row in table.lines if row.number("weight") is not None),
                "属于特殊情况的，请写明权重调整的理由；否则按批复的权重填写",
            )


def _given(table: IndicatorTable) -> dict[str, Decimal] | None:
    """Points by first level; None for another frame, for missing points and for tables whose sum is not 90."""
    given: dict[str, Decimal] = dict.fromkeys(_LEVELS, Decimal(0))
    for row in table.lines:
        level = next((name for name in _LEVELS if row.level1_name.startswith(name)), "")
        weight = row.number("weight")
        if not level or weight is None:
            return None
        given[level] += weight
    return given if sum(given.values()) == 90 else None


def _same(given: dict[str, Decimal], scheme: dict[str, Decimal]) -> bool:
    return all(given[name] == scheme.get(name, Decimal(0)) for name in _LEVELS)


KIND = Kind("S06", "权重模式", Severity.WARNING, "财预〔2020〕10号第十三条；财预〔2021〕101号", paper=check_paper)
