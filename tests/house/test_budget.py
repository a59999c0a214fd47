"""房屋预算: the house numbers; a file or function that outgrows them has to be parted."""

from __future__ import annotations

import ast

import pytest

from tests.house import measure

SOURCES = {str(path.relative_to(measure.TOP)): path.read_text(encoding="utf-8") for path in measure.sources()}
TREES = {name: ast.parse(text) for name, text in SOURCES.items()}
LINES = {name: text.count("\n") for name, text in SOURCES.items() if text.strip()}
FUNCTIONS = {
    f"{name}:{node.lineno} {node.name}": measure.length(node)
    for name, tree in TREES.items()
    for node in measure.functions(tree)
}
# An address table, a page of settings or a policy imports what it lists.
LISTS = {"selfeval/urls.py", "filings/urls.py", "selfeval/settings.py", "selfeval/policy.py"}
IMPORTS = {name: measure.imports(tree) for name, tree in TREES.items() if name not in LISTS}


@pytest.mark.parametrize(
    ("values", "median", "p90", "most"),
    [(LINES, 90, 250, 400), (FUNCTIONS, 9, 30, 60), (IMPORTS, 6, 20, 20)],
    ids=["lines of a file", "lines of a function", "imports of a file"],
)
def test_numbers(values, median, p90, most):
    numbers = list(values.values())
    assert {name: number for name, number in values.items() if number > most} == {}
    assert measure.percentile(numbers, 0.5) <= median
    assert measure.percentile(numbers, 0.9) <= p90


def test_every_module_says_in_chinese_what_it_is():
    silent = [name for name, tree in TREES.items() if SOURCES[name].strip() and not measure.has_chinese_docstring(tree)]
    assert silent == []


def test_nothing_is_left_over():
    assert [name for name, text in SOURCES.items() if measure.LEFT_OVER.search(text)] == []


# --- the measures themselves ---

BAD = ast.parse('"""No Chinese term."""\nimport os\n\n\ndef long():\n' + "    pass\n" * 61)


def test_the_measures_see_what_is_wrong():
    (node,) = measure.functions(BAD)
    assert measure.length(node) == 62
    assert measure.imports(BAD) == 1
    assert not measure.has_chinese_docstring(BAD)
    assert not measure.has_chinese_docstring(ast.parse(""))
    assert measure.LEFT_OVER.search("# TODO later")
    assert [measure.percentile([5, 1, 9, 3], share) for share in (0.5, 0.9)] == [3, 9]
