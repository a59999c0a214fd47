"""样例: a small blueprint made of values, and change sets against it."""

from __future__ import annotations

from decimal import Decimal

from blueprints.schema import Blueprint, Derived, Frame, LevelDef, Parameter, PrintStyle
from factbook.changes import ChangeSet

FORM = "990100/2024/table"
OTHER = "990100/2024/report"


class Quotient:
    """An expression: one path over another."""

    def __init__(self, over, under):
        self.over, self.under = over, under

    def evaluate(self, facts):
        over, under = facts.number(self.over), facts.number(self.under)
        return None if over is None or not under else over / under


RATE = Derived("rate", "预算执行率", Quotient("funds.spent.all", "funds.adjusted.all"), "percent", filed=True)
SELF_MADE = Derived("circle", "循环", Quotient("derived.circle", "derived.rate"), "number")


def blueprint(form=FORM, unit="万元", derived=(RATE, SELF_MADE)):
    return Blueprint(
        id=form,
        name="自评表",
        title="自评表",
        subtitle="",
        subject="project",
        source="",
        print=PrintStyle(unit=unit),
        frame=Frame(levels=(LevelDef("output", "工作产出", ("数量指标",)),)),
        derived=tuple(derived),
        tables=(),
        sections=(),
        parts=(),
        points=(),
        grades=(),
        checks=(),
        parameters=(Parameter("rate_floor", Decimal("0.9"), "云财〔2025〕1号"),),
        text="",
        digest="",
    )


def changes(base, posted=None, rows=(), form=FORM, section="main", origin="web"):
    return ChangeSet(form, section, base, dict(posted or {}), tuple(rows), origin)
