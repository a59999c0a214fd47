"""规则目录: every rule file is listed, complete, and opens with its clause."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil

import pytest

import scoring.rules
from scoring.rules.registry import RULES, rule

HELPERS = {"outcome", "registry"}


def test_every_rule_file_is_listed_and_nothing_else():
    files = {module.name for module in pkgutil.iter_modules(scoring.rules.__path__)} - HELPERS
    assert files == set(RULES)


@pytest.mark.parametrize("kind", RULES)
def test_a_rule_opens_with_its_clause(kind):
    text = importlib.import_module(f"scoring.rules.{kind}").__doc__ or ""
    assert "Clause" in text
    assert any(mark in text for mark in ("[证", "[种", "[知"))


@pytest.mark.parametrize("kind", RULES)
def test_a_rule_is_a_keyword_function_with_frozen_parameters(kind):
    entry = rule(kind)
    taken = inspect.signature(entry.score).parameters
    assert {"of", "params"} <= set(taken)
    assert {each.kind for each in taken.values()} == {inspect.Parameter.KEYWORD_ONLY}
    assert entry.params.__dataclass_params__.frozen
    assert {"source", "step"} <= {each.name for each in dataclasses.fields(entry.params)}


def test_an_unknown_kind_names_the_known_ones():
    with pytest.raises(KeyError, match="manual、ratio"):
        rule("magic")


def test_the_directory_cannot_be_changed():
    with pytest.raises(TypeError):
        RULES["magic"] = rule("manual")
