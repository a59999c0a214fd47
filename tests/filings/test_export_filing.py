"""导出填报: the command."""

import pytest
from django.core.management import CommandError, call_command

from filings.models import StoredDocument
from tests.filings.samples import trail


def test_all_three_or_the_one_asked_for(town, plain_files, tmp_path, capsys):
    filing = town.filled()
    call_command("export_filing", filing.pk, out=tmp_path / "out")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    stem = f"2024年 {town.unit.name} {town.project.name} 项目自评表"
    assert names == [f"{stem}.docx", f"{stem}.pdf", f"{stem}.xlsx"]
    assert str(tmp_path / "out" / f"{stem}.pdf") in capsys.readouterr().out
    call_command("export_filing", str(filing.pk), "--format", "pdf", "--out", str(tmp_path / "one"))
    assert [path.name for path in (tmp_path / "one").iterdir()] == [f"{stem}.pdf"]
    assert [(e.target, e.detail["format"]) for e in trail("export")] == [
        (filing.target, kind) for kind in ("docx", "pdf", "xlsx", "pdf")
    ]


def test_unknown_and_damaged(town, plain_files, tmp_path, media_root):
    with pytest.raises(CommandError, match="没有编号为 999 的填报"):
        call_command("export_filing", 999, out=tmp_path)
    filing = town.submitted()
    call_command("export_filing", filing.pk, out=tmp_path)
    (media_root / StoredDocument.objects.get(format="pdf").path).write_bytes(b"forged")
    with pytest.raises(CommandError, match="不能提供"):
        call_command("export_filing", filing.pk, out=tmp_path)
