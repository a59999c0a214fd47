"""起草命令: writes a file that loads, never over another one."""

from __future__ import annotations

import io

import docx
import pytest
from django.core.management import CommandError, call_command

from blueprints.load import load_file

FORM = "510999/2025/try"


@pytest.fixture
def paper(tmp_path):
    document = docx.Document()
    document.add_paragraph("项目自评表")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "年度目标"
    path = tmp_path / "表.docx"
    document.save(path)
    return path


def run(path, **options):
    out = io.StringIO()
    call_command("new_blueprint", str(path), stdout=out, **{"id": FORM, "name": "试表", **options})
    return out.getvalue()


def test_a_draft(paper, tmp_path):
    said = run(paper, out=tmp_path / "try.yaml")
    assert "处待核" in said
    assert "错误" not in said
    assert load_file(tmp_path / "try.yaml").id == FORM


def test_refusals(paper, tmp_path):
    taken = tmp_path / "taken.yaml"
    taken.write_text("别动", encoding="utf-8")
    with pytest.raises(CommandError, match="不覆盖"):
        run(paper, out=taken)
    assert taken.read_text(encoding="utf-8") == "别动"
    with pytest.raises(CommandError, match="区划代码/年度/表名"):
        run(paper, id="../../etc/passwd")
    with pytest.raises(CommandError, match="请检查路径"):
        run(tmp_path / "none.docx", out=tmp_path / "a.yaml")
    (tmp_path / "bad.docx").write_bytes(b"no")
    with pytest.raises(CommandError, match="没有读取"):
        run(tmp_path / "bad.docx", out=tmp_path / "a.yaml")
