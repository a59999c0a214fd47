"""表样检查命令: every room is heard, and the exit tells whether something must be corrected."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from filings import linting
from tests.blueprints.samples import SMALL


def run(*arguments, **options):
    out = io.StringIO()
    try:
        call_command("lint_blueprints", *map(str, arguments), stdout=out, **options)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def test_the_forms_of_the_house():
    out, error = run()
    assert out.endswith("份表样，没有错误。\n")
    assert error == ""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "draft.yaml"

    def write(text):
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_file_that_cannot_be_used(file):
    out, error = run(file(SMALL.replace("of: 10,", "of: 十,")))
    assert "draft.yaml 第39行 points[1].of：“十”应是一个数" in out
    assert error == "检查了1份表样，有1处须改正。"


def test_every_room_is_heard(file, monkeypatch):
    monkeypatch.setattr(linting, "ROOMS", (("计分", lambda form: [f"{form.name}不对"]),))
    out, error = run(file(SMALL.replace("span: 4}", "span: 3}")))
    assert "应为12格，少1格" in out
    assert "计分：小表不对" in out
    assert error == "检查了1份表样，有2处须改正。"


def test_a_doubt_only_counts_when_asked(file):
    doubt = file(SMALL.replace("  - {table: funds}", "  - {ask: text.more, label: 又}\n  - {table: funds}"))
    out, error = run(doubt)
    assert out.startswith("提醒 ")
    assert error == ""
    assert run(doubt, strict=True)[1] == "检查了1份表样，有1处须改正。"


def test_a_form_in_the_wrong_place(tmp_path):
    place = tmp_path / "077001" / "2025"
    place.mkdir(parents=True)
    (place / "small.yaml").write_text(SMALL, encoding="utf-8")
    assert "与所在位置“077001/2025/small”不符" in run(tmp_path)[0]
    assert "与所在位置" not in run(place / "small.yaml")[0]


def test_no_such_file(tmp_path):
    assert run(tmp_path / "none.yaml")[1].endswith("这个文件或目录，请检查路径。")
