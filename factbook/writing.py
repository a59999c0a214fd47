"""写回: merged texts and row orders into the stored rows. Write side of `factbook.apply`; no other module writes facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Model

from factbook.merge import Key, Merged
from factbook.paths import (
    INDICATORS,
    CellPlace,
    FundPlace,
    IndicatorPlace,
    ScorePlace,
    StatementPlace,
    parse_path,
    row_of,
)
from factbook.rows import RESULT_FIELDS, Rows
from factbook.understand import understand_fund, understand_indicator, understand_result, understand_score
from indicators.models import Indicator, Result, SelfScoreEntry
from projects.models import FundFlow, ListItem, Statement
from values.money import MoneyUnit


@dataclass
class Writer:
    """写入器 of one change set: sets texts on rows, then stores what was touched in a few statements."""

    rows: Rows
    form: str
    unit: MoneyUnit
    levels: Mapping[str, str]
    touched: dict[int, Model] = field(default_factory=dict)

    def write(self, merged: Merged) -> None:
        """Store everything that `merged` says."""
        self._remove(merged)
        self._add_and_order(merged)
        for key, (_, new) in merged.texts.items():
            row = row_of(key[1])
            if row and row[1] in merged.removed.get(row[0], ()):
                continue
            self._set(key, new)
        self._understand()
        self._store()

    def _remove(self, merged: Merged) -> None:
        for table, uids in merged.removed.items():
            for uid in uids:
                if table == INDICATORS:
                    self.rows.indicators.pop(uid).delete()
                    self.rows.results.pop(uid, None)
                    for address in [a for a in self.rows.scores if a[1] == uid]:
                        self.rows.scores.pop(address).delete()
                else:
                    self.rows.items.pop((table, uid)).delete()

    def _add_and_order(self, merged: Merged) -> None:
        for table, (_, order) in merged.orders.items():
            for position, uid in enumerate(order):
                row = self._indicator(uid) if table == INDICATORS else self._item(table, uid)
                if uid in merged.added.get(table, ()) or row.position != position:
                    row.position = position
                    self._touch(row)

    def _set(self, key: Key, text: str) -> None:
        match parse_path(key[1]):
            case FundPlace(stage, source):
                self._set_fund(stage, source, text)
            case StatementPlace(path):
                made = Statement(subject=self.rows.subject, path=path)
                statement = self.rows.statements.setdefault(path, made)
                statement.text = text
                self._touch(statement)
            case IndicatorPlace(uid, "score"):
                self._set_score(key[0], uid, "self", text)
            case IndicatorPlace(uid, name):
                self._set_indicator(uid, name, text)
            case CellPlace(table, uid, column):
                item = self._item(table, uid)
                item.cells = {**item.cells, column: text}
                self._touch(item)
            case ScorePlace(line, part):
                self._set_score(key[0], line, part, text)

    def _set_fund(self, stage: str, source: str, text: str) -> None:
        made = FundFlow(subject=self.rows.subject, stage=stage, source=source)
        flow = self.rows.funds.setdefault((stage, source), made)
        flow.raw, flow.unit = text, self.unit.value
        self._touch(flow)

    def _set_score(self, form: str, line: str, part: str, text: str) -> None:
        made = SelfScoreEntry(subject=self.rows.subject, form=form, key=line)
        score = self.rows.scores.setdefault((form, line), made)
        setattr(score, "raw" if part == "self" else "reason", text)
        self._touch(score)

    def _set_indicator(self, uid: str, name: str, text: str) -> None:
        indicator = self._indicator(uid)
        if name in RESULT_FIELDS:
            result = self.rows.results.setdefault(uid, Result(indicator=indicator))
            setattr(result, name, text)
            self._touch(result)
        elif name.startswith("note_"):
            indicator.notes = {**indicator.notes, name: text}
            self._touch(indicator)
        else:
            setattr(indicator, name, text)
            self._touch(indicator)

    def _indicator(self, uid: str) -> Indicator:
        return self.rows.indicators.setdefault(uid, Indicator(subject=self.rows.subject, uid=uid))

    def _item(self, table: str, uid: str) -> ListItem:
        return self.rows.items.setdefault((table, uid), ListItem(subject=self.rows.subject, table=table, uid=uid))

    def _touch(self, row: Model) -> None:
        self.touched[id(row)] = row

    def _understand(self) -> None:
        for row in list(self.touched.values()):
            match row:
                case FundFlow():
                    understand_fund(row)
                case SelfScoreEntry():
                    understand_score(row)
                case Indicator():
                    understand_indicator(row, self.levels)
                    # The result is read in the indicator's unit and relation, which may just have changed.
                    if row.uid in self.rows.results:
                        self._touch(self.rows.results[row.uid])
        for row in self.touched.values():
            if isinstance(row, Result):
                understand_result(row)

    def _store(self) -> None:
        # Indicators before their results.
        for model in (FundFlow, Statement, Indicator, Result, SelfScoreEntry, ListItem):
            _store_all(model, [row for row in self.touched.values() if type(row) is model])


def _store_all(model: type[Model], rows: Iterable[Model]) -> None:
    old = [row for row in rows if row.pk is not None]
    fields = [f.name for f in model._meta.concrete_fields if not f.primary_key and f.name != "subject"]  # noqa: SLF001 - Django's public API
    model._default_manager.bulk_create([row for row in rows if row.pk is None])  # noqa: SLF001 - Django's public API
    if old:
        model._default_manager.bulk_update(old, fields, batch_size=50)  # noqa: SLF001 - Django's public API
