"""依赖: every one has a reason, is used, and is locked with digests and without addresses."""

from __future__ import annotations

import re

import pytest

from tests.house import measure

TEXT = (measure.TOP / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = measure.PROJECT["project"]
REQUIREMENT = re.compile(r'^  "(?P<name>[A-Za-z0-9_-]+)(\[[a-z]+\])?[<>=][^"]*",(?P<rest>.*)$', re.MULTILINE)
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
# Installed for what they do, not for what they offer to an import.
NEVER_IMPORTED = {
    "argon2-cffi": "Django's hasher takes it",
    "gunicorn": "a program",
    "psycopg": "Django's PostgreSQL back end takes it",
    "redis": "django-q2 takes it",
    "crispy-bootstrap5": "an app of templates",
    "whitenoise": "a middleware named in the settings",
    "django-csp": "a middleware named in the settings",
    "django-axes": "a back end named in the settings",
}
MODULES = {
    "django": "django",
    "django-crispy-forms": "crispy_forms",
    "django-environ": "environ",
    "django-filter": "django_filters",
    "django-q2": "django_q",
    "django-tables2": "django_tables2",
    "pillow": "PIL",
    "python-docx": "docx",
    "pyyaml": "yaml",
}


def lock(name: str) -> str:
    return (measure.TOP / "requirements" / name).read_text(encoding="utf-8")


def reasons(text: str) -> dict[str, str]:
    return {
        match["name"].lower(): match["rest"].strip().removeprefix("#").strip() for match in REQUIREMENT.finditer(text)
    }


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=]", requirement)[0].lower() for requirement in requirements}


def test_every_dependency_has_a_reason():
    everything = PROJECT["dependencies"] + [
        name for group in PROJECT["optional-dependencies"].values() for name in group
    ]
    found = reasons(TEXT)
    assert set(found) == names(everything)
    assert [name for name, reason in found.items() if len(reason) < 8] == []


def test_a_dependency_without_a_reason_is_seen():
    assert reasons('dependencies = [\n  "left-pad>=1",\n]\n') == {"left-pad": ""}


@pytest.mark.parametrize("requirement", sorted(names(PROJECT["dependencies"]) - set(NEVER_IMPORTED)))
def test_every_dependency_is_imported(requirement):
    module = MODULES.get(requirement, requirement.replace("-", "_"))
    using = re.compile(rf"^\s*(from|import) {module}\b", re.MULTILINE)
    assert any(using.search(path.read_text(encoding="utf-8")) for path in measure.sources())


@pytest.mark.parametrize(("file", "groups"), [("run.txt", []), ("test.txt", ["test"])])
def test_locks_hold_what_is_asked_for(file, groups):
    wanted = names(
        PROJECT["dependencies"] + [name for group in groups for name in PROJECT["optional-dependencies"][group]]
    )
    assert wanted - {name for name, _ in PINNED.findall(lock(file))} == set()


def test_the_lock_of_the_tests_holds_the_lock_of_the_server():
    assert set(PINNED.findall(lock("run.txt"))) <= set(PINNED.findall(lock("test.txt")))


@pytest.mark.parametrize("file", ["run.txt", "test.txt"])
def test_locks_have_digests_and_no_addresses(file):
    text = lock(file)
    blocks = re.split(r"\n(?=[a-z])", text)
    assert [block.splitlines()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []
    assert re.findall(r"https?://|file:|--index-url|--find-links|--extra-index-url", text) == []
