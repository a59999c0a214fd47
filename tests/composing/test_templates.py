"""文字模板: the fact a labelled text belongs to."""

from __future__ import annotations

import pytest

from composing.templates import only_place


@pytest.mark.parametrize(
    ("template", "name"),
    [("项目负责人：{text.manager}", "text.manager"), ("年 月 日", ""), ("{supervisor.name} {supervisor.code}", "")],
)
def test_one_place_is_named(template, name):
    assert only_place(template) == name


def test_places_that_do_not_count():
    assert only_place("指标{n}: {name}", besides=frozenset({"n"})) == "name"
