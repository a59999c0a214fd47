"""样张命令: prints three files of a sound form; a faulty one is told and not printed."""

from __future__ import annotations

import io
import socket

import pytest
from django.core.management import CommandError, call_command

from tests.blueprints.samples import SMALL


def run(*arguments, **options):
    out = io.StringIO()
    try:
        call_command("preview_blueprint", *map(str, arguments), stdout=out, **options)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_three_files(file, tmp_path):
    out, error = run(file, out=tmp_path / "到")
    assert error == ""
    heads = {"draft.docx": b"PK", "draft.pdf": b"%P", "draft.xlsx": b"PK"}
    assert {p.name: p.read_bytes()[:2] for p in (tmp_path / "到").iterdir()} == heads
    assert str(tmp_path / "到" / "draft.pdf") in out


@pytest.mark.parametrize("spoil", [("of: 10,", "of: 十,"), ("span: 4}", "span: 3}")])
def test_a_faulty_form_is_not_printed(file, tmp_path, spoil):
    file.write_text(SMALL.replace(*spoil), encoding="utf-8")
    out, error = run(file, out=tmp_path / "到")
    assert "错误" in out
    assert "第" in out
    assert error.endswith("没有打印。")
    assert not (tmp_path / "到").exists()


def test_no_such_file_and_a_taken_port(file, tmp_path):
    assert "请检查路径" in run(tmp_path / "none.yaml")[1]
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "请换一个端口" in run(file, serve=taken.getsockname()[1])[1]


def test_a_form_that_extends_one_of_the_house(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "filings.management.commands.preview_blueprint.WRITERS", {"docx": lambda paper: paper.title.encode()}
    )
    child = tmp_path / "child.yaml"
    child.write_text(
        "id: 990401/2025/child\nextends: 000000/2025/project-table\ntitle: 云汀县自评表\n", encoding="utf-8"
    )
    call_command("preview_blueprint", child, out=tmp_path / "out")
    assert (tmp_path / "out/child.docx").read_text() == "云汀县自评表"
