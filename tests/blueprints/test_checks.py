"""系统检查: a bad form is told by every management command."""

from __future__ import annotations

from django.core.checks import run_checks

from tests.blueprints.samples import SMALL


def written(folder, text):
    place = folder / "077001" / "2024"
    place.mkdir(parents=True)
    (place / "small.yaml").write_text(text, encoding="utf-8")
    return [folder]


def told(settings):
    return [(message.id, message.msg) for message in run_checks(tags=["blueprints"])]


def test_the_forms_of_the_house_are_sound(settings):
    assert told(settings) == []


def test_a_file_that_cannot_be_used_is_an_error(settings, tmp_path):
    settings.BLUEPRINT_DIRS = written(tmp_path, SMALL.replace("of: 10,", "of: 十,"))
    ((number, text),) = told(settings)
    assert number == "blueprints.E001"
    assert "第39行 points[1].of：“十”应是一个数" in text


def test_a_fault_of_lint_is_an_error_and_a_doubt_a_warning(settings, tmp_path):
    doubt = SMALL.replace("  - {table: funds}", "  - {ask: text.more, label: 又}\n  - {table: funds}")
    for name, text, number in (("a", SMALL.replace("span: 4}", "span: 3}"), "E001"), ("b", doubt, "W001")):
        settings.BLUEPRINT_DIRS = written(tmp_path / name, text)
        assert [number for number, _ in told(settings)] == [f"blueprints.{number}"]
