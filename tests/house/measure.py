"""房屋尺寸: measures Python sources: lines, functions, imports, docstrings."""

from __future__ import annotations

import ast
import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
HAN = re.compile(r"[\u4e00-\u9fff]")
LEFT_OVER = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")


def packages() -> list[str]:
    """Return the names of the top-level packages of the product."""
    return sorted(path.parent.name for path in TOP.glob("*/__init__.py") if path.parent.name != "tests")


def sources() -> list[Path]:
    """Return the product's Python files; what makemigrations wrote does not count."""
    found = (path for name in packages() for path in sorted((TOP / name).rglob("*.py")))
    return [path for path in found if "migrations" not in path.parts]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function takes, its decorators aside."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def imports(tree: ast.AST) -> int:
    """Return how many import statements a module has; the ``__future__`` directive ties it to nothing."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    return sum(getattr(node, "module", "") != "__future__" for node in found)


def has_chinese_docstring(tree: ast.Module) -> bool:
    """Say whether the first line of the module's docstring carries a Chinese term."""
    words = (ast.get_docstring(tree) or "").splitlines()
    return bool(words) and bool(HAN.search(words[0]))


def percentile(values: Sequence[int], share: float) -> int:
    """Return the smallest value that ``share`` of all values do not exceed."""
    return sorted(values)[math.ceil(len(values) * share) - 1]
