"""雷同段落: whole passages side by side; the form's own words are nobody's copy."""

from __future__ import annotations

from crosschecks.similar.copies import Likeness, Passage, fixed_words
from crosschecks.similar.prose import Prose

FIRST = "逐月汇总退休和转出人员名单，测算本息后向财政申请资金。"
SECOND = "资金到账当日划入个人账户，全年办理14264人次。"
OTHER = "组织两期业务培训，讲解新的待遇核定办法，参加人员全部通过考核。"
THIRD = "聘请第三方抽查三成对象的领取资格，没有发现冒领。"


def prose(owner, text, path="text.goal"):
    return Prose(owner, path, "目标", text)


def test_consecutive_sentences_are_one_passage():
    likeness = Likeness([prose(1, OTHER + FIRST + SECOND), prose(2, FIRST + SECOND.replace("14264", "14246") + THIRD)])
    (found,) = likeness.copies(1)
    assert found.mine == Passage(1, "text.goal", "目标", FIRST + SECOND, len(OTHER))
    assert found.theirs == Passage(2, "text.goal", "目标", FIRST + SECOND.replace("14264", "14246"), 0)
    assert (found.alike, found.others) == (1.0, ())
    (back,) = likeness.copies(2)
    assert (back.mine, back.theirs) == (found.theirs, found.mine)


def test_the_longest_common_run_is_shown_and_the_rest_is_named():
    likeness = Likeness([prose(1, FIRST + SECOND), prose(2, FIRST), prose(3, FIRST + SECOND), prose(4, OTHER)])
    (found,) = likeness.copies(1)
    assert (found.theirs.owner, found.others) == (3, (2,))


def test_one_owner_repeating_itself_is_no_copy():
    assert Likeness([prose(1, FIRST), prose(1, FIRST, "text.result")]).copies(1) == []


def test_a_sentence_with_another_name_in_it_is_still_a_copy():
    likeness = Likeness([prose(1, FIRST), prose(2, FIRST.replace("转出", "调出"))])
    (found,) = likeness.copies(1)
    assert 0.5 < found.alike < 1


def test_the_forms_own_words_are_left_out():
    fixed = fixed_words([f"hint: {FIRST}", "label: 目标"])
    proses = [prose(1, FIRST + SECOND), prose(2, FIRST + SECOND)]
    (found,) = Likeness(proses, fixed).copies(1)
    assert found.mine.text == SECOND
    # Control: without the form's words the whole is one copied passage.
    assert Likeness(proses).copies(1)[0].mine.text == FIRST + SECOND
    assert Likeness(proses, fixed).length(1) < Likeness(proses).length(1)


def test_nobody_and_nothing():
    assert Likeness([]).copies(1) == []
    assert Likeness([prose(1, "无")]).copies(1) == []
    assert Likeness([prose(1, "无")]).length(1) == 0


def test_a_crowd_of_one_text_is_told_in_full():
    likeness = Likeness([prose(owner, FIRST + SECOND) for owner in range(60)])
    for owner in (0, 30, 59):
        (found,) = likeness.copies(owner)
        assert {found.theirs.owner, *found.others} == set(range(60)) - {owner}
