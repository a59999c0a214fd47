"""存下的表样: parsed once."""

from __future__ import annotations

from blueprints.kept import parsed
from tests.blueprints.samples import SMALL, small


def test_the_same_text_is_the_same_value():
    assert parsed(SMALL, "small.yaml") is parsed(SMALL, "small.yaml")
    assert parsed(SMALL, "small.yaml") == small()
