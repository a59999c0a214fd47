"""恶意语料: every hostile file is refused with its own reason; with its check switched off it would pass."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from documents.readers import child, gate, limits, links, parts
from documents.readers.gate import check_head
from documents.readers.kinds import kind_of
from documents.readers.reading import read_paper
from documents.readers.refused import Refused
from tests.documents.corpus.batch import verdicts
from tests.documents.corpus.build import docx, p, tbl, tc
from tests.documents.corpus.hostile import HOSTILE

BY_NAME = {str(case): case for case in HOSTILE}
BY_KIND = defaultdict(list)
for one in HOSTILE:
    BY_KIND[one.kind].append(one)
NOTHING = re.compile(rb"(?!)")


def refused_at_the_door(case, path):
    """What the web process says itself; '' when it leaves the file to the child."""
    kind, why = kind_of(case.file)
    if kind is None:
        return why
    try:
        check_head(path, kind, name=case.file)
    except Refused as refusal:
        return str(refusal)
    path.rename(path.with_suffix(kind.extension))
    return ""


@pytest.mark.parametrize("kind", BY_KIND)
def test_a_hostile_class_is_refused_each_file_with_its_reason(kind, tmp_path):
    told = {}
    folder = tmp_path / "uploads"
    folder.mkdir()
    for number, case in enumerate(BY_KIND[kind]):
        path = folder / f"{number:02d}"
        path.write_bytes(case.build())
        if why := refused_at_the_door(case, path):
            told[case.title] = why
            path.unlink()
    if len(told) < len(BY_KIND[kind]):
        found = verdicts(folder)
        told |= {BY_KIND[kind][int(name[:2])].title: said.get("refused", "") for name, said in found.items()}
    assert {case.title: told[case.title] for case in BY_KIND[kind] if not re.search(case.words, told[case.title])} == {}
    # Neither the wall nor the end of memory may be needed: those cost more than three seconds.
    assert not any("已停止" in why or "内存超过" in why for why in told.values())
    # What, why, and what to do: the last sentence is the remedy.
    assert {title: why for title, why in told.items() if not re.search("请[^。]+。$", why)} == {}


DOOR = ("压缩炸弹：一个部件30MB的零", "超大正文：嵌套一万层", "外链：DDE 域拆成几段", "旧版改名：doc 改 docx")


@pytest.mark.parametrize("name", DOOR)
def test_through_the_one_door(name, tmp_path):
    path = tmp_path / "upload"
    path.write_bytes(BY_NAME[name].build())
    with pytest.raises(Refused, match=BY_NAME[name].words):
        read_paper(path, name=BY_NAME[name].file)


def test_the_corpus_is_what_it_claims():
    kinds = defaultdict(set)
    for case in HOSTILE:
        kinds[case.kind].add(case.words)
    assert len(HOSTILE) == len(BY_NAME) >= 80
    assert len(kinds) >= 24
    assert len({words for group in kinds.values() for words in group}) >= 70


def nothing(*args, **words):
    return None


# The file, and the one check that stands before it.
CONTROLS = {
    "压缩炸弹：一个部件30MB的零": [(limits, "MOST_TIMES", 10**9)],
    "压缩炸弹：一百二十个部件": [(limits, "LARGEST_CONTENT", 10**9)],
    "部件过多：两千一百个": [(limits, "MOST_ENTRIES", 10**6)],
    "嵌套压缩包：压缩包装成图片": [(parts, "_FOREIGN_HEADS", (b"never",))],
    "嵌套压缩包：夹带 zip": [(gate, "ENTRY_FAULTS", ()), (parts, "_FOREIGN_HEADS", (b"never",))],
    "多面文件：ZIP 后面接脚本": [(gate, "_check_edges", nothing)],
    "多面文件：压缩包备注里藏内容": [(gate, "_check_edges", nothing)],
    "路径穿越：上级目录": [(gate, "ENTRY_FAULTS", ())],
    "符号链接：文档里的链接": [(gate, "ENTRY_FAULTS", ())],
    "部件怪名：系统保留名": [(gate, "ENTRY_FAULTS", ())],
    "宏：文里的 vbaProject": [(gate, "ENTRY_FAULTS", ())],
    "宏：docm 改名": [(links, "TYPES", ())],
    "内嵌对象：OLE": [(parts, "check_links", nothing)],
    "内嵌对象：没有图表的内嵌工作簿": [(parts, "check_links", nothing)],
    "外链：DDE 域拆成几段": [(links, "_check_field", nothing)],
    "外链：DDE 公式": [(links, "_check_formulas", nothing)],
    "外链：远程模板": [(links, "_is_remote", lambda target: False)],
    "外链：共享目录上的图片": [(links, "_is_remote", lambda target: False)],
    "外链：脚本超链接": [(links, "_SCRIPT", re.compile("(?!)"))],
    "外部实体：读本机文件": [(parts, "_check_markup", nothing)],
    "外部实体：UTF-7": [(parts, "_check_head", nothing)],
    "三百万行：一万多行都有内容": [(limits, "MOST_ROWS", 10**6)],
    "巨型合并：A1:XFD10000": [(limits, "MOST_MERGED", 10**9)],
    "虚报范围：第一行最右": [(limits, "MOST_COLUMNS", 20_000)],
    "巨型文字表：六百万字": [(limits, "MOST_TEXT", 10**8)],
    "像素炸弹：PNG 六万乘六万": [(parts, "_check_picture", nothing)],
    "脚本图片：script": [(parts, "_SCRIPT", NOTHING)],
    "病毒特征：在 Word 的部件里": [(parts, "EICAR", b"never")],
}


@pytest.mark.parametrize("name", CONTROLS)
def test_without_its_check_the_file_would_pass(name, tmp_path, monkeypatch):
    """Negative control: the refusal above comes from the check that it names and from no other."""
    case = BY_NAME[name]
    path = tmp_path / case.file
    path.write_bytes(case.build())
    extension = path.suffix
    with pytest.raises(Refused, match=case.words):
        child.read(str(path), extension)
    for place, attribute, instead in CONTROLS[name]:
        monkeypatch.setattr(place, attribute, instead)
    assert "blocks" in child.read(str(path), extension)


@pytest.mark.parametrize(
    ("limit", "least", "file", "data"),
    [
        ("MOST_BLOCKS", 3, "a.docx", docx(p("甲") + p("乙") + p("丙"))),
        ("MOST_BLOCKS", 3, "a.txt", "甲\n乙\n丙".encode()),
        ("MOST_ROWS", 2, "a.txt", "甲\t1\n乙\t2".encode()),
        ("MOST_COLUMNS", 2, "a.txt", "甲\t1".encode()),
        ("MOST_CELLS", 6, "a.txt", "甲\t1\t2\n乙\t2".encode()),
        ("MOST_CELLS", 4, "a.docx", docx(tbl(["甲", "乙"], [tc("丙", '<w:gridSpan w:val="2"/>')]))),
        ("MOST_TEXT", 2, "a.docx", docx(tbl(["甲", "乙"]))),
    ],
)
def test_a_limit_allows_what_it_says_and_no_more(limit, least, file, data, tmp_path, monkeypatch):
    path = tmp_path / file
    path.write_bytes(data)
    monkeypatch.setattr(limits, limit, least)
    assert child.read(str(path), path.suffix)["blocks"]
    monkeypatch.setattr(limits, limit, least - 1)
    with pytest.raises(Refused, match=rf"超过{least - 1}|超过0万字"):
        child.read(str(path), path.suffix)


HEADS = (
    "旧版改名：doc 改 docx",
    "危险 PDF：脚本",
    "扩展名不对：图片改 docx",
    "文件怪名：反向书写",
    "病毒特征：改名",
    "空文件：Word",
)


@pytest.mark.parametrize("name", HEADS)
def test_the_head_is_looked_at_without_a_child(name, tmp_path, monkeypatch):
    case = BY_NAME[name]
    path = Path(tmp_path / "upload")
    path.write_bytes(case.build() or b"")
    kind, _ = kind_of(case.file)
    with pytest.raises(Refused, match=case.words):
        check_head(path, kind, name=case.file)
    if path.stat().st_size:
        monkeypatch.setattr(gate, "fault_of_name", lambda name: "")
        monkeypatch.setattr(gate.kinds, "fault_of_head", lambda head, kind: "")
        check_head(path, kind, name=case.file)
