"""模板: places and what is put into them."""

from __future__ import annotations

import pytest

from blueprints.templates import fill, places


def test_places_in_order():
    assert places("{year}年{project.name}（{year}）") == ("year", "project.name", "year")
    assert places("没有") == ()


@pytest.mark.parametrize("text", ["{", "}", "{}", "{{year}}", "{Year}", "{year", "{a b}"])
def test_braces_belong_to_places(text):
    with pytest.raises(ValueError, match="花括号"):
        places(text)


def test_what_is_put_in_is_not_read_again():
    assert fill("{a}和{b}", {"a": "{b}", "b": "乙"}.__getitem__) == "{b}和乙"
