"""写法: what people read about the vocabulary is all there is of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from blueprints.lint import lint
from blueprints.load import load_text
from blueprints.reader import written
from blueprints.schema import Blueprint
from blueprints.shapes import TAGS, WORDS, spelled

GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "add-a-locality.md").read_text(encoding="utf-8")
CLASSES = sorted({tag.cls for tags in TAGS.values() for tag in tags.values()}, key=lambda cls: cls.__name__)


def test_every_deciding_key_is_in_the_guide():
    keys = {key for tags in TAGS.values() for key in tags} | {word for words in WORDS.values() for word in words}
    missing = [key for key in sorted(keys) if f"`{key}`" not in GUIDE and f"`{key}:" not in GUIDE]
    assert missing == []


@pytest.mark.parametrize("cls", [*CLASSES, Blueprint], ids=lambda cls: cls.__name__)
def test_every_other_key_is_in_the_guide(cls):
    inside = {tag.into for tags in TAGS.values() for tag in tags.values() if tag.cls is cls} | {"kind"}
    missing = [
        name for name in written(cls) if name not in inside and f"`{name}`" not in GUIDE and f"{name}: " not in GUIDE
    ]
    assert missing == []


def test_the_first_example_of_the_guide_is_a_sound_form():
    example = GUIDE.split("```yaml\n")[1].split("```")[0]
    assert yaml.safe_load(example)["id"] == "510999/2025/project-table"
    assert lint(load_text(example, name="guide")) == []


def test_a_value_without_a_deciding_key():
    assert spelled(Blueprint) == ("", "")
