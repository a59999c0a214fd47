"""达标得分: everything, nothing, or not yet known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.rules.met import MetParams, met

CUT = MetParams(name="年初预算较上年压减", source="整体表")
SEEN = (("本年年初预算", "80"), ("上年年初预算", "90"))


@pytest.mark.parametrize(("holds", "points"), [(True, Decimal("1.50")), (False, Decimal(0))])
def test_all_or_nothing(holds, points):
    award = met(of=Decimal("1.5"), holds=holds, params=CUT)
    assert (award.status, award.points) == ("scored", points)


def test_explanation():
    told = met(of=Decimal("1.5"), holds=True, params=CUT, inputs=SEEN).because.sentence()
    assert told == "本年年初预算80，上年年初预算90，1.50分；符合“年初预算较上年压减”，得满分；依据：整体表"


def test_what_cannot_be_told_is_unknown():
    award = met(of=Decimal("1.5"), holds=None, params=CUT)
    assert (award.status, award.because.cap) == ("unknown", "尚不能判断是否符合“年初预算较上年压减”")
