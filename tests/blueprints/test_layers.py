"""表样的层次与合成: parents are found, folded in, told by file and line; everything that does not fit is refused with the remedy."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from pathlib import Path

import pytest

from blueprints import folding
from blueprints.folders import Folders
from blueprints.lint import lint
from blueprints.load import BlueprintError, load_file, load_text
from tests.blueprints.samples import SMALL, small

PARENT = "077001/2024/small"


def heir(body="", form="077002/2024/heir", parent=PARENT):
    return f'id: "{form}"\nextends: {parent}\n{body}'


def load(text, **others):
    files = {PARENT: SMALL, **others}
    return load_text(text, name="heir.yaml", find=lambda form: (f"{form}.yaml", files[form]) if form in files else None)


def problems(text, **others):
    with pytest.raises(BlueprintError) as refused:
        load(text, **others)
    return [(p.file, p.line, p.path, p.message) for p in refused.value.problems]


def test_a_form_takes_everything_but_the_id_from_its_parent():
    found, parent = load(heir()), small()
    assert (found.id, found.area, found.name) == ("077002/2024/heir", "077002", "小表")
    assert (found.points, found.sections, found.parts, found.checks) == (
        parent.points,
        parent.sections,
        parent.parts,
        parent.checks,
    )


def test_what_is_kept_can_be_read_without_the_parent():
    found = load(heir("name: 继表\nderived: [{key: rate, label: 比率}]\n"))
    again = load_text(found.text, name="snapshot")
    assert again == found
    assert "extends" not in found.text
    assert found.digest == hashlib.sha256(found.text.encode()).hexdigest() == again.digest
    assert [again.name, again.derived[0].label, again.derived[0].shape] == ["继表", "比率", found.derived[0].shape]


def test_a_changed_parent_is_a_changed_form():
    before = load(heir())
    assert load(heir()).digest == before.digest
    assert load(heir(), **{PARENT: SMALL.replace("label: 财政", "label: 财力", 1)}).digest != before.digest
    assert load(heir(), **{PARENT: SMALL + "# 只改了注释\n"}).digest != before.digest


def test_two_steps_up_and_the_nearest_wins():
    middle = heir("name: 中表\ntitle: 中表（{year}）\n", form="077001/2024/middle")
    found = load(heir("name: 孙表\n", parent="077001/2024/middle"), **{"077001/2024/middle": middle})
    assert (found.name, found.title, found.points) == ("孙表", "中表（{year}）", small().points)


def test_three_steps_are_too_many():
    middle = heir(form="077001/2024/middle")
    lower = heir(form="077001/2024/lower", parent="077001/2024/middle")
    (found,) = problems(heir(parent="077001/2024/lower"), **{"077001/2024/middle": middle, "077001/2024/lower": lower})
    assert found[:3] == ("077001/2024/middle.yaml", 2, "extends")
    assert "extends 最多2级" in found[3]
    assert "077002/2024/heir → 077001/2024/lower → 077001/2024/middle → 077001/2024/small" in found[3]
    assert "请直接以更上一级为准" in found[3]


def test_a_circle_is_refused():
    (found,) = problems(heir(parent="077002/2024/heir"))
    assert found[:3] == ("heir.yaml", 2, "extends")
    assert "成环：077002/2024/heir → 077002/2024/heir" in found[3]
    back = heir(form="077001/2024/middle", parent="077002/2024/heir")
    (found,) = problems(heir(parent="077001/2024/middle"), **{"077001/2024/middle": back})
    assert found[0] == "077001/2024/middle.yaml"
    assert "请改掉其中一处 extends" in found[3]


@pytest.mark.parametrize(
    ("parent", "said"),
    [
        ("077001/2024/nowhere", "没有找到“077001/2024/nowhere”这份表样，请核对"),
        ("small", "extends 应写上级表样的标识"),
        ("../../etc/passwd", "extends 应写上级表样的标识"),
        ("[077001/2024/small, 077001/2024/other]", "只能有一个"),
        ('""', "extends 应写上级表样的标识"),
    ],
)
def test_a_parent_that_cannot_be(parent, said):
    (found,) = problems(heir(parent=parent))
    assert found[:3] == ("heir.yaml", 2, "extends")
    assert said in found[3]


def test_without_files_no_parent_is_found():
    with pytest.raises(BlueprintError, match="没有找到"):
        load_text(heir(), name="upload.yaml")


@pytest.mark.parametrize(
    ("broken", "line", "said"),
    [
        ("name: *alias\n", 1, "不能用别名"),
        ("a: &x 1\n", 1, "不能用锚点"),
        ("name: 甲\nname: 乙\n", 2, "键“name”重复了"),
        ("name: [\n", 2, "不是正确的 YAML"),
        ("x: !!python/none 1\n", 1, "不能用标签"),
    ],
)
def test_a_parent_that_is_no_yaml_is_told_in_its_own_file(broken, line, said):
    found = problems(heir(), **{PARENT: broken})
    assert found[0][:2] == (f"{PARENT}.yaml", line)
    assert said in found[0][3]


def test_faults_are_told_where_they_were_written():
    place = SMALL.splitlines().index("- {key: rate, label: 执行率, value: funds.spent.all / funds.adjusted.all}") + 1
    wrong = SMALL.replace("value: funds.spent.all / funds.adjusted.all}", "value: funds.nothing.all}", 1)
    found = problems(heir("print: {unit: 角}\n"), **{PARENT: wrong})
    assert [f[:3] for f in found] == [
        ("heir.yaml", 3, "print.unit"),
        (f"{PARENT}.yaml", place, "derived[1].value"),
    ]


def test_lint_tells_the_parents_file_and_line():
    line = SMALL.splitlines().index("- {rule: S01, of: rows, total: 90}") + 1
    form = load(heir(), **{PARENT: SMALL.replace("{rule: S01, of: rows,", "{rule: S01, of: raws,", 1)})
    (found,) = lint(form, file="heir.yaml")
    assert (found.file, found.line) == (f"{PARENT}.yaml", line)
    own = load(heir("checks:\n- {rule: S01, of: raws}\n"))
    (found,) = lint(own, file="heir.yaml")
    assert (found.file, found.line) == ("heir.yaml", 4)


def test_the_form_and_its_parents_together_are_not_too_large(monkeypatch):
    monkeypatch.setattr(folding, "LARGEST", 1000)
    (found,) = problems(heir())
    assert (found[0], found[2]) == ("heir.yaml", "extends")
    assert "连同上级表样超过" in found[3]


def test_a_form_needs_an_id_of_its_own():
    found = problems(f"extends: {PARENT}\n")
    assert "缺少键“id”" in found[0][3]


def test_a_file_finds_its_parent_beside_it_and_in_other_folders(tmp_path):
    def put(folder, form, text):
        path = (tmp_path / folder).joinpath(*form.split("/")).with_suffix(".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    path = put("local", "077002/2024/heir", heir())
    with pytest.raises(BlueprintError, match="没有找到"):
        load_file(path)
    put("house", PARENT, SMALL)
    assert load_file(path, dirs=[tmp_path / "house"]).name == "小表"
    put("local", PARENT, SMALL.replace("name: 小表", "name: 近表", 1))
    assert load_file(path).name == "近表"
    assert load_file(path, dirs=[tmp_path / "house"]).name == "近表"


def test_a_parent_that_is_too_large_or_no_text_is_told_by_its_name(tmp_path):
    place = tmp_path / "077001" / "2024"
    place.mkdir(parents=True)
    child = place / "heir.yaml"
    child.write_text(heir(form="077001/2024/heir"), encoding="utf-8")
    for content, said in ((b"#" * 10_000_000, "文件太大，最多 1 MB"), (b"\xff\xfe", "不是 UTF-8 编码")):
        (place / "small.yaml").write_bytes(content)
        with pytest.raises(BlueprintError) as refused:
            load_file(child)
        (found,) = refused.value.problems
        assert found.file.endswith("077001/2024/small.yaml")
        assert said in found.message


def test_the_example_of_the_guide_is_sound():
    guide = (Path(__file__).parents[2] / "docs/how-to/add-a-locality.md").read_text(encoding="utf-8")
    (example,) = (block for block in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "extends:" in block)
    house = Folders([Path(__file__).parents[2] / "fixtures" / "blueprints"])
    form = load_text(example, name="guide.yaml", find=house.find)
    assert lint(form) == []
    assert form.parts[0].nodes[1].rows[0].cells[0].text == "项目全称"


def test_points_of_a_parent_can_be_changed_one_by_one():
    form = load(heir("points: [{key: execution, of: 20}, {key: rows, of: 80}]\n"))
    assert [(p.key, p.of, p.label) for p in form.points] == [
        ("execution", Decimal(20), "执行率"),
        ("rows", Decimal(80), "指标"),
    ]
    assert form.points[0].rule == small().points[0].rule


def test_the_form_and_its_parents_together_have_not_too_many_words(monkeypatch):
    monkeypatch.setattr(folding, "MOST", 50)
    (found,) = problems(heir())
    assert "连同上级表样已超过" in found[3]
