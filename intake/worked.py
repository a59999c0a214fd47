"""计算值: what the form works out where nobody files it: sums, totals, rates, the grade. These are compared, never imported."""

from __future__ import annotations

from decimal import Decimal

from blueprints.schema import Blueprint
from blueprints.tables import RecordsTable, sum_path
from factbook.book import FactBook
from factbook.sums import column_sum
from factbook.view import View
from intake.same import is_same, same_figure, same_yuan
from scoring.engine import score
from scoring.sheet import ScoreSheet
from values.money import MoneyUnit, parse_money, print_money
from values.numerals import plain
from values.ratio import percent_text


class Worked:
    """计算 over one book, as if nothing that can be worked out were filed."""

    def __init__(self, blueprint: Blueprint, book: FactBook) -> None:
        self.blueprint, self.book = blueprint, book
        self.sheet: ScoreSheet = score(blueprint, book)
        self.view = View(blueprint, book)
        self.sums = {
            sum_path(table.key, column): f"sum.{table.key}.{column}"
            for table in blueprint.tables
            if isinstance(table, RecordsTable)
            for column in table.figures()
        }

    def text(self, path: str) -> str:
        """The worked-out text at `path`; '' where nothing is worked out or something is missing."""
        text = ""
        match path.split("."):
            case ["funds", stage, source]:
                text = self._money(self.book.fund_sum(stage, source))
            case ["score", "total", "self"] if self.sheet.self_sum is not None:
                text = plain(self.sheet.self_sum)
            case ["grade", "self"]:
                text = self.sheet.grade_derived
            case ["figure" | "derived", key] if any(d.key == key for d in self.blueprint.derived):
                text = self._derived(key)
            case ["figure" | "sum", *_]:
                text = self._sum(self.sums.get(path, path))
        return text

    def is_worked_out(self, path: str, found: str) -> bool:
        """Is what stands there only what the form works out by itself?"""
        text = self.text(path)
        if not text:
            return False
        if path.startswith("funds."):
            _, stage, source = path.split(".")
            amount = parse_money(found, MoneyUnit(self.blueprint.print.unit)).yuan
            return same_yuan(self.blueprint, self.book.fund_sum(stage, source), amount)
        return is_same(self.blueprint, path, text, found) or same_figure(text.rstrip("%"), found.rstrip("%％"))

    def _derived(self, key: str) -> str:
        value = self.view.derived_number(key)
        shape = next(d.shape for d in self.blueprint.derived if d.key == key)
        if value is None:
            return ""
        return percent_text(value) if shape == "percent" else self._money(value) if shape == "money" else plain(value)

    def _sum(self, path: str) -> str:
        if not path.startswith("sum."):
            return ""
        _, table, column = path.split(".")
        found = self.blueprint.table(table)
        shape = (
            next((c.shape for c in found.columns if c.field == column), "") if isinstance(found, RecordsTable) else ""
        )
        value = column_sum(self.blueprint, self.book, path)
        return "" if value is None else self._money(value) if shape == "money" else plain(value)

    def _money(self, yuan: Decimal | None) -> str:
        style = self.blueprint.print
        return "" if yuan is None else print_money(yuan, MoneyUnit(style.unit), decimals=style.decimals)
