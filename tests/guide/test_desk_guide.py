"""用户手册走一遍: 数字体检 and the desk's pages of a batch, on the demo's batch that was made for them, with their pictures."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from filings.models import Filing
from tests.guide import hands

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAFT = "抗旱应急送水"


def test_a_file_is_checked_and_a_batch_is_looked_through(demo, enter, picture, tmp_path):
    clerk = enter("yunling.filler")
    check_up(clerk, picture, exported(clerk, tmp_path))
    correct(clerk)
    desk = enter("yunling.finance")
    heat(desk, picture)
    copies(desk, picture)
    unsubmitted(enter("yunling.admin"))


def exported(page, folder):
    """The draft as Word, under a name of its own."""
    page.locator("a.list-name", has_text=DRAFT).first.click()
    with page.expect_download() as waiting:
        page.locator("a", has_text="DOCX").first.click()
    path = folder / f"{DRAFT}自评表.docx"
    waiting.value.save_as(path)
    return path


def check_up(page, picture, path):
    page.click(".menu >> text=数字体检")
    page.set_input_files("#file", path)
    hands.press(page, "开始体检")
    page.wait_for_selector("h1:has-text('自评表.docx')")
    expect(page.locator(".head p")).to_contain_text(re.compile(r"发现错误 \d+ 处"), timeout=60_000)
    expect(page.locator(".menu [aria-current]")).to_have_text("数字体检")
    numbers = page.locator(".note-number").all_inner_texts()
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]  # down the page
    picture(page, "17-checkup")
    page.click("text=到第一处")
    for number in range(1, len(numbers)):
        expect(page.locator(f"#n{number}")).to_be_in_viewport()
        page.locator(f"#n{number} .note-next").click()
    expect(page.locator(f"#n{len(numbers)} .note-next")).to_have_text("回第一处")
    page.select_option("select[name=severity]", "提示")
    hands.press(page, "筛选")
    expect(page.locator(".note")).to_have_count(len(page.locator(".note-hint").all()))
    first = page.locator(".note").first
    first.locator("summary", has_text="不是问题").click()
    first.locator("textarea").fill("原文件如此。")
    first.locator("button", has_text="报误报").click()
    expect(page.locator(".note", has_text="您已报误报")).to_be_in_viewport()


def correct(page):
    """一键修改 beside the field: the words change, the mark and the finding go."""
    filing = Filing.objects.get(subject__project__name=DRAFT)
    page.goto(f"/filings/{filing.pk}/section/goals/")
    goal = hands.field(page, "text.goal")
    expect(goal).to_have_attribute("data-found", "hint")
    page.locator("button", has_text="一键修改").click()
    hands.ready(page)
    expect(goal).to_have_value(re.compile("〔2025〕12号"))
    expect(goal).not_to_have_attribute("data-found", "hint")
    expect(hands.findings(page)).to_contain_text("没有发现问题")


def heat(page, picture):
    page.click(".menu >> text=审核")
    page.click("text=勾稽热力表")
    row = page.locator("tr", has_text="水库移民后期扶持")
    expect(row.locator(".heat-settled")).to_have_text("1")
    picture(page, "18-heat")
    row.locator('a[href*="#rule-T02"]').click()
    expect(page.locator("#rule-T02")).to_contain_text("13865名、13856名")
    expect(page.locator("#rule-T02")).to_be_in_viewport()


def copies(page, picture):
    page.goto("/reviews/copies/")
    expect(page.locator("tr", has_text="农村供水水质检测")).to_contain_text("100%")
    page.locator("a.list-name", has_text="坡耕地水土流失治理").click()
    expect(page.locator("#siblings .pair")).to_have_count(2)
    expect(page.locator("#siblings mark.diff-figure").first).to_have_text("15")
    picture(page, "19-copies")
    for name, part, words in (
        ("农村供水水质检测", "#last-year", "数字与上年一样"),
        ("河道清淤管护", "#residue", "未替换的××"),
        ("水土保持监测", "#names", "疑似外地名称"),
    ):
        page.goto("/reviews/copies/")
        page.locator("a.list-name", has_text=name).click()
        expect(page.locator(part)).to_contain_text(words)


def unsubmitted(page):
    """An administrator looks at what is not submitted yet, too."""
    page.click(".menu >> text=批次检查")
    expect(page.locator("tr", has_text=DRAFT)).to_have_count(0)
    page.click("text=连同未报送的")
    row = page.locator("tr", has_text=DRAFT)
    expect(row).to_contain_text("现在的内容")
    expect(row.locator(".heat-error").first).to_be_visible()
