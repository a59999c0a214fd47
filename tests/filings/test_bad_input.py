"""坏表样: refused with file, line and remedy, on the command line and in the browser; nothing in use is touched."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from blueprints.marked import MOST
from blueprints.problems import WORST
from filings.actions.upload import Faulty, activate, upload
from filings.in_force import form_in_force
from filings.models import UploadedBlueprint
from tests.filings.samples import FORM, NOW, SMALL

POINTS = "of: 90, rule: {kind: manual}"
RATIO = ", over: funds.adjusted.all"
BOMB = "bomb:\n- &a [1, 1]\n- &b [*a, *a]\n- &c [*b, *b]\n"
CASES = {
    "wrong span": (
        48,
        "field: project.name, span: 18",
        "field: project.name, span: 17",
        "这一行共23格（6＋17），应为24格，少1格",
    ),
    "unknown key": (
        28,
        "widget: prose, required",
        "wigdet: prose, required",
        "不认识的键“wigdet”，是不是想写“widget”？可用的有",
    ),
    "unknown fact": (53, "{field: text.goal, ", "{field: text.gaol, ", "没有“text.gaol”这个事实位置"),
    "unknown table": (33, "{table: funds}", "{table: fund}", "没有表格“fund”，是不是想写“funds”？"),
    "duplicate key": (
        6,
        "subject: project",
        "subject: project\nsubject: project",
        "键“subject”重复了，第5行已经写过，请删去一处",
    ),
    "duplicate name": (34, "key: scores", "key: funds", "请改名或删去一处"),
    "impossible points": (54, POINTS, "of: 80, rule: {kind: manual}", "各项分值合计90分，应为100分"),
    "negative points": (56, POINTS, "of: -90, rule: {kind: manual}", "须写 of（分值，不小于0）"),
    "points that are no number": (56, POINTS, "of: 九十, rule: {kind: manual}", "“九十”应是一个数，如 10 或 22.5"),
    "rule without parameter": (55, RATIO, "", "规则 ratio 缺少参数 over，请补写"),
    "unknown rule": (56, "kind: manual", "kind: manuel", "没有“manuel”这种计分规则，可用的有：manual"),
    "unknown parent": (
        3,
        "name: 项目自评表",
        "extends: 990777/2024/none\nname: 项目自评表",
        "请核对区划代码/年度/表名",
    ),
    "circle": (3, "name: 项目自评表", "extends: 990777/2024/small\nname: 项目自评表", "extends 成环"),
    "tag": (5, "subject: project", "subject: !!python/object/apply:os.system [id]", "不能用标签"),
    "anchor bomb": (9, "tables:", BOMB + "tables:", "不能用锚点 &a，请把内容写全"),
    "merge key": (5, "subject: project", "<<: {subject: project}", "不能用合并键 <<，请把内容写全"),
    "two documents": (8, "tables:", "---\ntables:", "一个文件只能有一份表样"),
    "no YAML": (9, "tables:", "tables: [", "请检查缩进、冒号后的空格、引号和括号是否成对"),
    "depth": (8, "tables:", f"deep: {'[' * 60}\ntables:", "套得太深，最多40层"),
    "too many": (8, "tables:", f"many: [{'1,' * MOST}1]\ntables:", f"已超过{MOST}个键和值，请检查是否传错文件"),
    "long text": (
        19,
        "- {field: name, ",
        "- {field: x, label: 长, hint: " + "长" * 20_001 + "}\n  - {field: name, ",
        "文字太长",
    ),
}


def spoiled(old, new):
    assert old in SMALL, old
    return SMALL.replace(old, new, 1)


def linted(path):
    out = io.StringIO()
    with pytest.raises(CommandError, match="处须改正"):
        call_command("lint_blueprints", str(path), stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_is_refused_with_line_and_remedy(case, tmp_path, town):
    line, old, new, said = CASES[case]
    path = tmp_path / "small.yaml"
    path.write_text(spoiled(old, new), encoding="utf-8")
    assert [each for each in linted(path).splitlines() if f"small.yaml 第{line}行" in each and said in each]
    with pytest.raises(Faulty) as caught:
        upload(locality=town.locality, data=spoiled(old, new).encode(), name="small.yaml", by=town.admin, now=NOW)
    assert any(said in str(p) and p.file == "small.yaml" and p.line == line for p in caught.value.problems)
    assert not UploadedBlueprint.objects.exists()


@pytest.mark.parametrize("size", [1_000_001, 10_000_000])
def test_megabytes_are_refused_unread(size, tmp_path, town):
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a: " + b"x" * (size - 3))
    assert "big.yaml：文件太大，最多 1 MB，请检查是否传错文件" in linted(path)
    with pytest.raises(Faulty, match="文件太大，最多 1 MB"):
        upload(locality=town.locality, data=path.read_bytes(), name="big.yaml", by=town.admin, now=NOW)


def test_of_a_flood_of_faults_a_hundred_are_told_errors_first(tmp_path):
    path = tmp_path / "flood.yaml"
    entries = "".join(f"  - {{ask: text.a{n}, label: 问}}\n" for n in range(WORST + 50))
    flood = SMALL.replace(
        "- key: funds\n  title", f"- key: more\n  title: 又\n  entries:\n{entries}- key: funds\n  title"
    )
    path.write_text(flood.replace("kind: manual", "kind: manuel"), encoding="utf-8")
    lines = linted(path).splitlines()
    assert len(lines) == WORST + 1
    assert [line for line in lines if line.startswith("错误") and "manuel" in line]  # last in the file, and not lost
    assert f"只列出前{WORST}处" in lines[-1]


def test_a_version_in_use_is_not_broken_by_a_bad_one(town):
    good = upload(locality=town.locality, data=SMALL.encode(), name="a.yaml", by=town.admin, now=NOW)
    activate(upload=good, by=town.admin, now=NOW)
    for _, old, new, _ in CASES.values():
        with pytest.raises(Faulty):
            upload(locality=town.locality, data=spoiled(old, new).encode(), name="a.yaml", by=town.admin, now=NOW)
    assert form_in_force(FORM).digest == good.digest
