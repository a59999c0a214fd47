"""合并, as a law: whatever two people do to one page, no text is lost in silence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factbook.changes import RowPlan
from factbook.merge import Later, State, merge, merged_order
from tests.factbook.samples import changes

PATHS = ("text.a", "text.b", "list.people.p1.name", "list.people.p2.name", "list.people.p3.name")
texts = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["", "一", "二", "三"]))
orders = st.permutations(["p1", "p2", "p3", "p4", "p5"]).flatmap(
    lambda uids: st.integers(0, len(uids)).map(lambda n: tuple(uids[:n]))
)


def after(state, merged):
    """The state once `merged` is written."""
    kept = {**state.texts, **{key: new for key, (_, new) in merged.texts.items()}}
    standing = {**state.orders, **{table: new for table, (_, new) in merged.orders.items()}}
    return State(state.version + 1, {key: text for key, text in kept.items() if text}, standing)


def stored(state, merged):
    """What the log would say happened since `state`."""
    rows = {("", f"rows.{table}"): Later(" ".join(old), "乙", "") for table, (old, _) in merged.orders.items()}
    return rows | {key: Later(old, "乙", "") for key, (old, _) in merged.texts.items()}


def start(facts, order):
    """A first state; rows without an order do not exist."""
    kept = {("", p): t for p, t in facts.items() if t and (not p.startswith("list.") or p.split(".")[2] in order)}
    return State(1, kept, {"people": order})


@given(facts=texts, order=orders, theirs=texts, their_order=orders, mine=texts, my_order=orders)
def test_no_text_is_lost_in_silence(facts, order, theirs, their_order, mine, my_order):
    base = start(facts, order)
    first = merge(base, {}, changes(1, theirs, [RowPlan("people", order, their_order)]))
    if first.clashes:
        return
    between = after(base, first)
    second = merge(between, stored(base, first), changes(1, mine, [RowPlan("people", order, my_order)]))
    if second.clashes:
        return
    end = after(between, second)
    for path in PATHS:
        key = ("", path)
        was, other, now = (state.texts.get(key, "") for state in (base, between, end))
        typed = mine.get(path, was)
        gone = path.startswith("list.") and path.split(".")[2] not in end.orders["people"]
        if gone:
            assert other in {"", was}, "a text of somebody else went away with its row"
        elif typed != was:
            assert now == typed, "what I typed is not there"
        else:
            assert now == other, "what they typed is not there"


@given(now=orders, mine=orders)
def test_order_keeps_every_row_once(now, mine):
    added = tuple(uid for uid in mine if uid not in now)
    order = merged_order(now, mine, added, ())
    assert sorted(order) == sorted({*now, *mine})


@given(facts=texts, order=orders, mine=texts, my_order=orders)
def test_sending_twice_writes_nothing_more(facts, order, mine, my_order):
    base = start(facts, order)
    once = changes(1, mine, [RowPlan("people", order, my_order)])
    first = merge(base, {}, once)
    if not first.clashes:
        again = merge(after(base, first), stored(base, first), once)
        assert (again.clashes, again.texts, again.orders) == ([], {}, {})


def test_rows_added_by_others_stand_behind_their_neighbour():
    assert merged_order(("p1", "p9", "p2"), ("p2", "p1"), (), ()) == ("p2", "p1", "p9")
    assert merged_order(("p9", "p1"), ("p1",), (), ()) == ("p9", "p1")
    assert merged_order(("p1", "p2"), ("p2",), (), ("p1",)) == ("p2",)
