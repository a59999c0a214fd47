"""空白说明: what counts as no reason."""

from __future__ import annotations

import pytest

from values.blank import is_blank


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "无",
        "无。",
        " 无 ",
        "0",
        "０",
        "-",
        "—",
        "——",
        "/",
        "／",
        "没有",
        "暂无",
        "（无）",
        "……",
        "N/A",
        "空",
        "None",
    ],
)
def test_says_nothing(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["部分人员年底前死亡，次年一月结算", "无法联系到本人", "0.5分", "结转", "10"])
def test_says_something(text):
    assert not is_blank(text)
