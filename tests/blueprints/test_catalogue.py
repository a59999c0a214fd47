"""表样目录: forms are found, read again when changed, and a broken one is left out and told."""

from __future__ import annotations

import os

import pytest

from blueprints import catalogue as module
from blueprints.catalogue import Catalogue, catalogue
from tests.blueprints.samples import SMALL, small


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "077001" / "2024"
    place.mkdir(parents=True)
    (place / "small.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def test_a_form_is_found(folder):
    forms = Catalogue([folder])
    assert forms.all() == [small()]
    assert forms.get("077001/2024/small") == small()
    assert forms.problems() == []


@pytest.mark.parametrize(
    "form", ["", "077001/2024", "077001/2024/other", "../2024/small", "077001/2024/a/b", "077001/./small", "//"]
)
def test_what_is_not_there(folder, form):
    assert Catalogue([folder]).get(form) is None


def test_nothing_outside_the_folder_is_read(folder):
    inside = folder / "deep"
    inside.mkdir()
    assert Catalogue([inside]).get("../077001/2024/small") is None
    assert Catalogue([inside]).get("..\\077001/2024/small") is None


def test_an_unchanged_file_is_read_once(folder):
    forms = Catalogue([folder])
    assert forms.get("077001/2024/small") is forms.get("077001/2024/small")


def test_a_changed_file_is_read_again(folder):
    forms, path = Catalogue([folder]), folder / "077001" / "2024" / "small.yaml"
    before = forms.get("077001/2024/small")
    path.write_text(SMALL.replace("name: 小表", "name: 大表", 1), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    after = forms.get("077001/2024/small")
    assert (before.name, after.name) == ("小表", "大表")
    assert before.digest != after.digest


def test_a_broken_form_is_told_and_takes_no_other_with_it(folder, caplog):
    (folder / "077001" / "2024" / "bad.yaml").write_text("id: 1\n", encoding="utf-8")
    forms = Catalogue([folder])
    assert forms.all() == [small()]
    assert forms.get("077001/2024/bad") is None
    assert "缺少键“name”" in "".join(map(str, forms.problems()))
    assert "表样不能用" in caplog.text


def test_a_form_that_fills_no_row_is_left_out(folder):
    path = folder / "077001" / "2024" / "small.yaml"
    path.write_text(SMALL.replace("span: 4}", "span: 3}"), encoding="utf-8")
    forms = Catalogue([folder])
    assert forms.get("077001/2024/small") is None
    assert "应为12格，少1格" in forms.problems()[0].message
    doubt = SMALL.replace("  - {table: funds}", "  - {ask: text.more, label: 又}\n  - {table: funds}")
    path.write_text(doubt, encoding="utf-8")
    assert forms.get("077001/2024/small") is not None


def test_a_form_in_the_wrong_place_is_left_out(folder):
    path = folder / "077001" / "2024" / "small.yaml"
    path.rename(path.with_name("other.yaml"))
    forms = Catalogue([folder])
    assert forms.all() == []
    assert "与所在位置“077001/2024/other”不符" in forms.problems()[0].message


def test_the_first_folder_wins(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "077001" / "2024").mkdir(parents=True)
    changed = SMALL.replace("name: 小表", "name: 大表", 1)
    (other / "077001" / "2024" / "small.yaml").write_text(changed, encoding="utf-8")
    forms = Catalogue([other, folder])
    assert [form.name for form in forms.all()] == ["大表"]
    assert forms.get("077001/2024/small").name == "大表"


def test_the_settings_say_where(settings, folder):
    settings.BLUEPRINT_DIRS = [folder]
    assert [form.id for form in catalogue().all()] == ["077001/2024/small"]
    assert catalogue() is catalogue()


def test_before_the_apps_are_ready_nobody_guesses(monkeypatch):
    monkeypatch.setattr(module, "_folders", [])
    with pytest.raises(LookupError, match="应用尚未就绪"):
        catalogue()


def heir(folder, form="077002/2024/heir", parent="077001/2024/small"):
    path = folder.joinpath(*form.split("/")).with_suffix(".yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"id: {form}\nextends: {parent}\n", encoding="utf-8")
    return path


def test_a_changed_parent_is_read_again(folder):
    heir(folder)
    forms, parent = Catalogue([folder]), folder / "077001" / "2024" / "small.yaml"
    before = forms.get("077002/2024/heir")
    assert forms.get("077002/2024/heir") is before
    parent.write_text(SMALL.replace("name: 小表", "name: 大表", 1), encoding="utf-8")
    os.utime(parent, ns=(1, 1))
    after = forms.get("077002/2024/heir")
    assert (before.name, after.name) == ("小表", "大表")
    assert before.digest != after.digest


def test_a_parent_that_comes_later_or_stands_in_another_folder(folder, tmp_path_factory):
    local = tmp_path_factory.mktemp("local")
    heir(local)
    assert Catalogue([local, folder]).get("077002/2024/heir").name == "小表"
    alone = Catalogue([local])
    assert alone.get("077002/2024/heir") is None
    assert "没有找到“077001/2024/small”" in str(alone.problems()[0])
    place = local / "077001" / "2024"
    place.mkdir(parents=True)
    (place / "small.yaml").write_text(SMALL, encoding="utf-8")
    assert alone.get("077002/2024/heir").name == "小表"


def test_a_broken_parent_takes_its_heirs_but_nothing_else(folder, caplog):
    heir(folder, parent="077001/2024/bad")
    (folder / "077001" / "2024" / "bad.yaml").write_text("id: 1\n", encoding="utf-8")
    assert [form.id for form in Catalogue([folder]).all()] == ["077001/2024/small"]
