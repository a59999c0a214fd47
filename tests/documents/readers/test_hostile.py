"""恶意语料: every hostile file is refused with its own reason; with its check switched off it would pass."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from documents.readers import child, gate, limits, links, parts, text
from documents.readers.gate import check_head
from documents.readers.kinds import kind_of
from documents.readers.reading import read_paper
from documents.readers.refused import Refused
from tests.documents.corpus.case import shape
from tests.documents.corpus.hostile import HOSTILE

BY_NAME = {str(case): case for case in HOSTILE}
NOTHING = re.compile(rb"(?!)")


def refusal(case, folder):
    path = folder / "upload"
    path.write_bytes(case.build())
    with pytest.raises(Refused) as refused:
        read_paper(path, name=case.file)
    return str(refused.value)


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_a_hostile_file_is_refused_with_its_reason(case, tmp_path):
    message = refusal(case, tmp_path)
    assert re.search(case.words, message), message
    # Neither the wall nor the end of memory may be needed: those cost more than three seconds.
    assert "已停止" not in message
    assert shape(message).count("。") >= 1


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
    "三百万行：两万行都有内容": [(limits, "MOST_ROWS", 10**6)],
    "三百万行：三十万格": [(limits, "MOST_CELLS", 10**6)],
    "巨型合并：A1:XFD10000": [(limits, "MOST_MERGED", 10**9)],
    "虚报范围：第一行最右": [(limits, "MOST_COLUMNS", 20_000)],
    "超大正文：四万段": [(limits, "MOST_BLOCKS", 10**6)],
    "巨型文字表：六百万字": [(limits, "MOST_TEXT", 10**8)],
    "像素炸弹：PNG 六万乘六万": [(parts, "_check_picture", nothing)],
    "脚本图片：script": [(parts, "_SCRIPT", NOTHING)],
    "病毒特征：在 Word 的部件里": [(parts, "EICAR", b"never")],
    "不是文本：十二万行": [(text, "MOST_LINES", 10**6)],
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
