"""楼层: every top-level package stands in every list that must know it; the contracts bite."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import measure

TOOLS = measure.PROJECT["tool"]
LINTER = TOOLS["importlinter"]
LAYERS = next(contract for contract in LINTER["contracts"] if contract["id"] == "floors")["layers"]


@pytest.mark.parametrize(
    "named",
    [
        LINTER["root_packages"],
        [name.strip() for layer in LAYERS for name in layer.split("|")],
        TOOLS["mypy"]["packages"],
        TOOLS["coverage"]["run"]["source"],
        [name for name in TOOLS["ruff"]["lint"]["isort"]["known-first-party"] if name != "tests"],
    ],
    ids=["import-linter roots", "layers", "mypy", "coverage", "ruff"],
)
def test_every_package_is_named(named):
    assert sorted(named) == measure.packages()


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    command = [program, "--no-cache", "--config", "pyproject.toml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def house(tmp_path):
    """An empty house of the same floors: packages without a line of code."""
    shutil.copy(measure.TOP / "pyproject.toml", tmp_path)
    for name in LINTER["root_packages"]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    formats = "import docx\nimport weasyprint\nimport xlsxwriter\n"
    (tmp_path / "documents" / "writers.py").write_text(formats, encoding="utf-8")
    (tmp_path / "documents" / "readers.py").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("projects/queries.py", "import filings", "An import only ever goes down BROKEN"),
        ("entry/forms.py", "import composing", "An import only ever goes down BROKEN"),
        ("scoring/engine.py", "from django.db import models", "Pure floors know no database and no framework BROKEN"),
        ("values/money.py", "from django.conf import settings", "Pure floors know no database and no framework BROKEN"),
        (
            "blueprints/load.py",
            "from django.conf import settings",
            "Pure floors know no database and no framework BROKEN",
        ),
        ("blueprints/checks.py", "from django.core.checks import Error", "Contracts: 3 kept, 0 broken"),
        (
            "filings/views.py",
            "import docx",
            "Only documents.writers and documents.readers know the file formats BROKEN",
        ),
        (
            "documents/tree.py",
            "import weasyprint",
            "Only documents.writers and documents.readers know the file formats BROKEN",
        ),
        ("filings/actions.py", "import projects", "Contracts: 3 kept, 0 broken"),
    ],
)
def test_the_contracts_bite(house, module, line, contract):
    (house / module).write_text(line + "\n", encoding="utf-8")
    answer = lint(house)
    assert contract in answer.stdout, answer.stdout + answer.stderr
    assert (answer.returncode == 0) is ("0 broken" in answer.stdout)


# --- the linter sees Django as a whole; this looks closer ---

PURE = ("values", "blueprints", "documents", "scoring", "crosschecks", "composing", "intake")


def databases_known_by(sources):
    known = re.compile(r"^\s*(from|import) +django\.(db|contrib)\b", re.MULTILINE)
    return [name for name, text in sources.items() if known.search(text)]


def test_pure_floors_know_no_database():
    texts = {str(path.relative_to(measure.TOP)): path.read_text(encoding="utf-8") for path in measure.sources()}
    assert databases_known_by({name: text for name, text in texts.items() if name.split("/")[0] in PURE}) == []
    # The same look at the other floors finds plenty.
    assert databases_known_by(texts) != []
