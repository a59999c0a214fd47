"""导入文件的读取: ready, several reports, or refused with the reason; delivered twice it does no harm."""

from __future__ import annotations

import pytest

from documents.readers.refused import Refused as Unread
from filings.importing import choosing, reading
from filings.models import IntakeFile
from intake.annexes import Own
from tests.filings.importing.handing import GOAL, hand_in, word

State = IntakeFile.State


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_file_becomes_a_reading(town):
    row = hand_in(town, town.draft())
    assert row.state == State.READY
    assert {fact["path"]: fact["text"] for fact in row.reading["facts"]} == {
        "text.goal": GOAL,
        "text.result": "全年办理业务12000件。",
    }
    assert row.reading["strays"] == []


def test_delivered_twice_it_is_read_once(town, monkeypatch):
    row = hand_in(town, town.draft())
    monkeypatch.setattr(reading, "read_paper", lambda path, name: pytest.fail("read again"))
    assert reading.read_intake(row.pk) == "nothing to do"
    assert reading.read_intake(row.pk + 1) == "nothing to do"


def test_a_refusal_is_kept_for_the_page(town):
    row = hand_in(town, town.draft(), data=b"PK\x03\x04broken")
    assert row.state == State.REFUSED
    assert "损坏" in row.refusal
    assert row.reading is None


def test_a_file_without_words_is_refused(town):
    row = hand_in(town, town.draft(), data=word(table=()))
    assert (row.state, "没有可以读取的文字" in row.refusal) == (State.REFUSED, True)


def test_a_file_with_too_many_rows_is_refused(town, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    row = hand_in(town, town.draft(), data=word("甲", "乙", "丙"))
    assert "超过 2 行" in row.refusal


def test_a_file_that_is_gone_says_so(town, monkeypatch):
    def gone(path, name):
        raise FileNotFoundError

    monkeypatch.setattr(reading, "read_paper", gone)
    assert "重新上传" in hand_in(town, town.draft()).refusal


def test_of_several_reports_one_is_chosen(town):
    other = word(
        "项目支出绩效自评表（2024年度）", table=()
    )  # a title alone, to see that nothing is read before the choice
    assert hand_in(town, town.draft(), data=other).state == State.READY
    lines = []
    for goal in ("甲目标。", "乙目标。"):
        lines += ["项目支出绩效自评表（2024年度）", f"项目名称：{goal}", f"年度目标：{goal}", "完成情况：已完成。"]
    row = hand_in(town, town.draft(form="990777/2024/other"), data=word(*lines, table=()))
    assert row.state == State.CHOOSING
    assert [title for title, _ in row.reports] == ["项目支出绩效自评表（2024年度）"] * 2
    assert choosing.nearest_of(row) == 0
    choosing.choose(row, "7")
    row.refresh_from_db()
    assert row.state == State.CHOOSING
    choosing.choose(row, "1")
    reading.read_intake(row.pk)
    row.refresh_from_db()
    assert row.state == State.READY
    assert next(f["text"] for f in row.reading["facts"] if f["path"] == "text.goal") == "乙目标。"


def test_whatever_the_reader_refuses_is_said_in_its_words(town, monkeypatch):
    def refuse(path, name):
        raise Unread("文件带有宏，请另存为不含宏的文件后再上传。")

    monkeypatch.setattr(reading, "read_paper", refuse)
    assert hand_in(town, town.draft()).refusal.startswith("文件带有宏")


@pytest.mark.parametrize(("left", "state"), [(9, State.READY), (0, State.REFUSED)])
def test_papers_of_projects_are_named_not_read(town, monkeypatch, left, state):
    monkeypatch.setattr(reading, "own_rows", lambda filing, rows: Own(rows[:left], ("补贴项目",)))
    row = hand_in(town, town.draft())
    told = [*row.notes, row.refusal]
    assert (row.state, "附表（补贴项目）" in "".join(told), len(row.notes)) == (state, True, 1 if left else 0)
