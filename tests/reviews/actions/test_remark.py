"""审核意见的登记."""

import pytest

from accounts.models import Role
from filings.refused import Refused
from reviews.actions.decide import return_
from reviews.actions.remark import remark, remove_remark
from reviews.models import Remark
from tests.factories import member
from tests.filings.samples import NOW, trail


def write(town, filing, **how):
    fields = {"key": "text.goal", "label": "年度目标", "text": " 目标没有量化。 ", "by": town.reviewer, "now": NOW}
    return remark(filing=filing, **{**fields, **how})


def test_written_and_removed_while_reviewing(town):
    filing = town.reviewing()
    made = write(town, filing)
    assert (made.round, made.key, made.text, made.by) == (1, "text.goal", "目标没有量化。", town.reviewer)
    remove_remark(remark=made, by=town.reviewer, now=NOW)
    assert not Remark.objects.exists()
    assert [len(trail(f"filing.{name}")) for name in ("remark", "remark.remove")] == [1, 1]


@pytest.mark.parametrize(
    ("how", "words"), [({"text": " "}, "没有内容"), ({"by": "filler"}, "财政审核"), ({"by": "admin"}, "财政审核")]
)
def test_refused(town, how, words):
    filing = town.reviewing()
    if "by" in how:
        how = {"by": getattr(town, how["by"])}
    with pytest.raises(Refused, match=words):
        write(town, filing, **how)


def test_only_while_reviewing(town):
    filing = town.submitted()
    with pytest.raises(Refused, match="只有“审核中”时"):
        write(town, filing)


def test_others_remarks_and_delivered_ones_stay(town):
    filing = town.reviewing()
    made = write(town, filing)
    with pytest.raises(Refused, match="只有本人可以删除"):
        remove_remark(remark=made, by=member(town.bureau, Role.REVIEWER), now=NOW)
    return_(filing=filing, reason="见意见", by=town.reviewer, now=NOW)
    with pytest.raises(Refused, match="现为“已退回待修改”"):
        remove_remark(remark=made, by=town.reviewer, now=NOW)
    assert Remark.objects.count() == 1
