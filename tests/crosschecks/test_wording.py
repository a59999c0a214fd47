"""勾稽用语: figures as they are written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from blueprints.schema import PrintStyle
from crosschecks.wording import addition, money, money_unit_yuan, percent, points, share, signed
from tests.crosschecks.samples import suining

YUAN = replace(suining(), print=PrintStyle("元"))


def test_figures():
    assert (points(Decimal("9.320")), points(Decimal(10))) == ("9.32分", "10分")
    assert (percent(Decimal("0.932155")), share(Decimal("0.9")), share(Decimal("0.625"))) == ("93.22%", "90%", "62.5%")
    assert addition([Decimal("3.75"), Decimal(0), Decimal("0.5")]) == "3.75＋0＋0.5＝4.25"
    assert (signed(Decimal(-1), "1万元"), signed(Decimal(1), "1万元")) == ("－1万元", "1万元")


def test_money_in_the_forms_unit():
    assert (money(Decimal(25360800), suining()), money(Decimal(25360800), YUAN)) == ("2536.08万元", "25360800.00元")
    assert (money_unit_yuan(suining()), money_unit_yuan(YUAN)) == (10000, 1)
