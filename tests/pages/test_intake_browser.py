"""浏览器中的导入: last year's Word file becomes this year's draft by hand and eye; what cannot be read says why."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.filings.importing.handing import word
from tests.pages import world as worlds
from tests.pages.test_access import faults
from tests.pages.test_browser import enter, field, saved, section, stored

__all__ = ["enter"]

LAST = (
    ("项目年度目标", "2023年按月发放困难补助，据安财社〔2023〕15号办理。"),
    ("评价结论", "资金使用规范，群众满意。"),
    ("项目负责人", "另一人"),
    ("外出考察", "本表没有这一处。"),
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def draft(transactional_db):
    town = worlds.build()
    return worlds.start(town.projects[0], town.filler)


@pytest.fixture
def page(draft, enter):
    opened = enter(draft.opened_by)
    opened.goto(reverse("filing", args=[draft.pk]))
    opened.click("text=导入已填文件 / 从上年带入")
    return opened


def hand_in(page, which, button, name, data):
    page.set_input_files(which, {"name": name, "mimeType": WORD, "buffer": data})
    page.click(f"button:has-text('{button}')")


def test_last_years_word_file_becomes_a_draft_to_be_gone_over(draft, page):
    hand_in(page, "#file-last", "上传上年文件并对照", "上年报告.docx", word(table=LAST))
    page.wait_for_selector("h1:has-text('导入方案')")
    goal, manager = page.locator('[id="tick-text.goal"]'), page.locator('[id="tick-text.manager"]')
    assert (goal.is_checked(), manager.is_checked()) == (True, False)
    assert "文中写有2023年、〔2023〕15号" in page.inner_text("tr:has([id='tick-text.goal'])")
    assert "外出考察" in page.inner_text(".strays")
    assert stored(draft, "text.goal") == ""
    assert faults(page) == []
    page.locator('[id="tick-text.conclusion"]').focus()
    page.keyboard.press("Space")  # not this one
    page.click("text=写入勾选的内容")
    page.wait_for_selector("text=已写入 1 处")
    assert (stored(draft, "text.conclusion"), stored(draft, "text.manager")) == ("", "")
    page.click("text=逐处处理")
    page.click("text=项目年度目标")
    page.wait_for_selector("html[data-ready]")
    mark = page.locator('.ask[data-ask="text.goal"] .tag:has-text("沿用待改")')
    assert mark.is_visible()
    field(page, "text.goal").fill("2024年按月发放困难补助。")
    saved(page)
    mark.wait_for(state="hidden")


def test_what_cannot_be_read_says_why_and_the_next_file_is_taken(draft, page):
    for name, data, why in (
        ("扫描件.pdf", b"%PDF-1.7", "PDF、OFD 版式文件不能读取，请上传它的原稿"),
        ("坏.docx", b"PK\x03\x04broken", "文件已损坏或不完整"),
        ("空.txt", b"", "文件是空的"),
    ):
        hand_in(page, "#file-filled", "上传并对照", name, data)
        page.wait_for_selector(f".notice-danger:has-text('{why}')")
    text = "项目年度目标：按月发放，全年十二次。\n".encode()
    hand_in(page, "#file-filled", "上传并对照", "自评.txt", text)
    page.wait_for_selector("h1:has-text('导入方案：自评.txt')")
    page.click("text=写入勾选的内容")
    page.wait_for_selector("text=已写入 1 处")
    assert stored(draft, "text.goal") == "按月发放，全年十二次。"
    page.goto(section(draft, "goals"))
    assert field(page, "text.goal").input_value() == "按月发放，全年十二次。"
