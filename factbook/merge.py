"""合并: a change set against what is stored now, path by path. Pure: nothing is read or written here.

Three texts decide about each path: what the page showed (base), what is stored (now), what was typed (mine). Nobody may lose
a text without being told: where base, now and mine are three different texts, the whole change set is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factbook.changes import ChangeSet, Clash, RowPlan
from factbook.paths import belongs_to_form, order_path, row_of

Key = tuple[str, str]  # (form or '', path)
Order = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """现状: every text that is stored (blank ones left out), and the order of each table's rows."""

    version: int
    texts: Mapping[Key, str]
    orders: Mapping[str, Order]


@dataclass(frozen=True, slots=True)
class Later:
    """此后的改动 of one path since the base: the text before the first, and who made the last when."""

    base: str
    who: str
    when: str


@dataclass
class Merged:
    """合并结果: what to write. `texts` and `orders` hold (old, new) of what really changes."""

    texts: dict[Key, tuple[str, str]] = field(default_factory=dict)
    orders: dict[str, tuple[Order, Order]] = field(default_factory=dict)
    added: dict[str, Order] = field(default_factory=dict)
    removed: dict[str, Order] = field(default_factory=dict)
    given_up: dict[str, frozenset[str]] = field(default_factory=dict)  # rows that the page no longer wants, gone or not
    clashes: list[Clash] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        """Is there nothing to write?"""
        return not self.texts and not self.orders


def key_of(form: str, path: str) -> Key:
    """Under which key a path is kept: self scores are the form's own, everything else is shared."""
    return (form if belongs_to_form(path) else "", path)


def merge(state: State, later: Mapping[Key, Later], changes: ChangeSet) -> Merged:
    """What `changes` would write, or the clashes that forbid it."""
    merged = Merged()
    for plan in changes.rows:
        _merge_rows(state, later, plan, merged)
    for path, mine in changes.posted.items():
        _merge_text(state, later, key_of(changes.form, path), mine, merged)
    return merged


def _merge_rows(state: State, later: Mapping[Key, Later], plan: RowPlan, merged: Merged) -> None:
    now = state.orders.get(plan.table, ())
    past = later.get(("", order_path(plan.table)))
    base = tuple(past.base.split()) if past else now
    known = {*base, *now, *plan.before}
    added = tuple(uid for uid in dict.fromkeys(plan.after) if uid not in known)
    removed = tuple(uid for uid in plan.before if uid not in plan.after and uid in now)
    merged.added[plan.table], merged.removed[plan.table] = added, removed
    merged.given_up[plan.table] = frozenset(plan.before) - frozenset(plan.after)
    for uid in removed:
        for key, text in _texts_of_row(state, plan.table, uid):
            if key in later and later[key].base != text:
                merged.clashes.append(_clash(key[1], later[key], later[key].base, text, ""))
            merged.texts[key] = (text, "")
    order = now if plan.before == plan.after else merged_order(now, plan.after, added, removed)
    if order != now:
        merged.orders[plan.table] = (now, order)


def _texts_of_row(state: State, table: str, uid: str) -> Iterator[tuple[Key, str]]:
    return ((key, text) for key, text in state.texts.items() if row_of(key[1]) == (table, uid))


def merged_order(now: Order, after: Order, added: Order, removed: Order) -> Order:
    """Rows as `after` wants them; those that others added meanwhile stay behind their neighbour."""
    order = [uid for uid in dict.fromkeys(after) if uid in now or uid in added]
    for place, uid in enumerate(now):
        if uid in order or uid in removed:
            continue
        before = next((other for other in reversed(now[:place]) if other in order), None)
        order.insert(order.index(before) + 1 if before else 0, uid)
    return tuple(order)


def _merge_text(state: State, later: Mapping[Key, Later], key: Key, mine: str, merged: Merged) -> None:
    path, now, past = key[1], state.texts.get(key, ""), later.get(key)
    base = past.base if past else now
    if mine == base:
        return
    table, uid = row_of(path) or ("", "")
    if uid and uid in merged.given_up.get(table, ()):
        return
    if uid and not _stands(state, merged, table, uid):
        if mine:
            merged.clashes.append(_clash(path, past or later.get(("", order_path(table))), base, now, mine))
    elif now == base:
        merged.texts[key] = (now, mine)
    elif now != mine:
        merged.clashes.append(_clash(path, past, base, now, mine))


def _stands(state: State, merged: Merged, table: str, uid: str) -> bool:
    return uid in state.orders.get(table, ()) or uid in merged.added.get(table, ())


def _clash(path: str, past: Later | None, base: str, theirs: str, mine: str) -> Clash:
    return Clash(path, base, theirs, mine, past.who if past else "", past.when if past else "")
