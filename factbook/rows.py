"""事实的行: the stored rows of one subject, read once, as flat texts by path. Read side of `factbook.apply`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factbook.amounts import as_seen
from factbook.book import INDICATOR_FIELDS
from factbook.merge import Key, State
from factbook.paths import INDICATORS
from indicators.models import Indicator, Result, SelfScoreEntry
from projects.models import FundFlow, ListItem, Statement, Subject
from values.money import MoneyUnit

RESULT_FIELDS = ("actual", "progress", "reason")
OWN_FIELDS = tuple(name for name in INDICATOR_FIELDS if name not in {*RESULT_FIELDS, "score"})


@dataclass
class Rows:
    """存量: rows by their address."""

    subject: Subject
    funds: dict[tuple[str, str], FundFlow] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)
    scores: dict[tuple[str, str], SelfScoreEntry] = field(default_factory=dict)
    items: dict[tuple[str, str], ListItem] = field(default_factory=dict)


def read_rows(subject: Subject) -> Rows:
    """All facts of a subject, in five queries."""
    return read_many([subject])[subject.pk]


def read_many(subjects: Sequence[Subject]) -> dict[int, Rows]:
    """All facts of some subjects by their id, in five queries whatever their number."""
    found = {subject.pk: Rows(subject) for subject in subjects}
    for flow in FundFlow.objects.filter(subject__in=found):
        found[flow.subject_id].funds[flow.stage, flow.source] = flow
    for row in Statement.objects.filter(subject__in=found):
        found[row.subject_id].statements[row.path] = row
    indicators = Indicator.objects.filter(subject__in=found).select_related("result")
    for indicator in indicators.order_by("position", "uid"):
        rows = found[indicator.subject_id]
        rows.indicators[indicator.uid] = indicator
        if hasattr(indicator, "result"):
            rows.results[indicator.uid] = indicator.result
    for score in SelfScoreEntry.objects.filter(subject__in=found):
        found[score.subject_id].scores[score.form, score.key] = score
    for item in ListItem.objects.filter(subject__in=found).order_by("table", "position", "uid"):
        found[item.subject_id].items[item.table, item.uid] = item
    return found


def state_of(rows: Rows, unit: MoneyUnit) -> State:
    """The rows as texts, amounts as a form in `unit` shows them; blank texts are left out."""
    texts: dict[Key, str] = {}
    for (stage, source), flow in rows.funds.items():
        texts["", f"funds.{stage}.{source}"] = as_seen(flow.raw, flow.unit, unit)
    texts |= {("", path): row.text for path, row in rows.statements.items()}
    for indicator in rows.indicators.values():
        texts |= _texts_of(indicator, rows.results.get(indicator.uid))
    for (form, key), score in rows.scores.items():
        row = key in rows.indicators
        texts[form, f"indicators.{key}.score" if row else f"score.{key}.self"] = score.raw
        texts[form, f"score.{key}.reason"] = score.reason
    for (table, uid), item in rows.items.items():
        texts |= {("", f"list.{table}.{uid}.{column}"): str(text) for column, text in item.cells.items()}
    return State(rows.subject.version, {key: text for key, text in texts.items() if text}, orders_of(rows))


def _texts_of(indicator: Indicator, result: Result | None) -> dict[Key, str]:
    start = f"indicators.{indicator.uid}."
    texts = {("", start + name): str(getattr(indicator, name)) for name in OWN_FIELDS}
    texts |= {("", start + name): str(text) for name, text in indicator.notes.items()}
    if result is not None:
        texts |= {("", start + name): str(getattr(result, name)) for name in RESULT_FIELDS}
    return texts


def orders_of(rows: Rows) -> dict[str, tuple[str, ...]]:
    """Uids of each table in their order."""
    orders: dict[str, tuple[str, ...]] = {INDICATORS: tuple(rows.indicators)}
    for table, uid in rows.items:
        orders[table] = (*orders.get(table, ()), uid)
    return orders
