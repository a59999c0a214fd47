"""N05 引用文件须有文号."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, said

TITLE = "2023年度青少年校外活动项目支出绩效自评报告\n一、依据\n"


def test_a_notice_by_its_title_only():
    text = (
        f"{TITLE}根据《关于下达校外活动补助资金的通知》实施。\n二、效益\n按《关于下达校外活动补助资金的通知》要求开放。"
    )
    found = one(text, "N05")
    assert (found.arithmetic, lines(found)) == ("引用2处，均无文号和印发日期", [3, 5])
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《关于下达校外活动补助资金的通知》（某教财〔2023〕9号）实施。",
        "根据某教财〔2023〕9号《关于下达校外活动补助资金的通知》实施。",
        "根据2023年3月印发的《关于下达校外活动补助资金的通知》实施。",
        "根据《未成年人保护法》《校外活动场所管理办法》实施。",
        "根据《关于下达校外活动补助资金的通知》（某教财〔2023〕9号）实施。下达后，《关于下达校外活动补助资金的通知》已公开。",
        "《关于全面加强新时代劳动教育的意见》提出了要求。",
    ],
)
def test_documents_that_are_identified(sentence):
    assert said(TITLE + sentence, "N05") == []
