"""参数的叫法: no parameter of a rule is shown to an administrator under its English name."""

from __future__ import annotations

import dataclasses

from crosschecks.kinds.registry import KINDS
from filings.param_words import PARAMS
from scoring.rules.registry import RULES

ELSEWHERE = {"source"}  # stands in a column of its own


def test_every_parameter_has_a_name_in_chinese():
    kinds = [*KINDS.values(), *RULES.values()]
    told = {
        field.name
        for kind in kinds
        if dataclasses.is_dataclass(kind.params)
        for field in dataclasses.fields(kind.params)
    }
    assert len(told) > 30
    assert told - set(PARAMS) - ELSEWHERE == set()
