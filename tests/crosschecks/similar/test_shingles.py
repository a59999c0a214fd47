"""字片: what resembles is found, the rest is left alone, and the answer never depends on luck."""

from __future__ import annotations

import itertools

from crosschecks.similar import shingles
from crosschecks.similar.shingles import likeness, neighbours

BASE = "逐月汇总退休和转出人员名单测算本息后申请资金到账当日划入个人账户"
NEAR = "逐月汇总退休和调出人员名单测算本息后申请资金到账当日划入个人账户"
FAR = "组织两期业务培训讲解新的待遇核定办法参加培训的经办人员全部通过考核"


def test_a_word_changed_is_alike_and_another_sentence_is_not():
    found = neighbours([BASE, FAR, NEAR])
    assert {number: [other for other, _ in pairs] for number, pairs in found.items()} == {0: [2], 2: [0]}
    alike = found[0][0][1]
    assert alike == likeness(shingles.shingles(BASE), shingles.shingles(NEAR))
    assert 0.5 < alike < 1


def test_the_most_alike_comes_first():
    nearer = BASE.replace("当日", "次日")
    further = nearer.replace("测算", "核对")
    assert [other for other, _ in neighbours([BASE, further, nearer])[0]] == [2, 1]


def test_pairs_do_not_depend_on_the_order_of_the_texts():
    keys = [BASE, FAR, NEAR, BASE.replace("当日", "次日")]
    wanted = {frozenset({keys[a], keys[b]}) for a, pairs in neighbours(keys).items() for b, _ in pairs}
    for order in itertools.permutations(keys):
        found = neighbours(order)
        assert {frozenset({order[a], order[b]}) for a, pairs in found.items() for b, _ in pairs} == wanted


def test_a_sentence_of_hundreds_is_still_found(monkeypatch):
    """The first few stand for the rest: each of a crowd has neighbours, though not all of them."""
    monkeypatch.setattr(shingles, "MOST", 3)
    keys = [BASE[:12] + chr(0x4E00 + n) * 2 + BASE[12:] for n in range(50)]
    assert set(neighbours(keys)) == set(range(50))
