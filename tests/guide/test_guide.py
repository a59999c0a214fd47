"""用户手册走一遍: the whole job of every role on the demo data, with the pictures of docs/user-guide.md taken on the way.

`WRITE_GUIDE=1 pytest tests/guide` copies the pictures to docs/guide/; without it they stay in a temporary folder.
"""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import expect
from pypdf import PdfReader

from filings.models import Filing
from tests.guide import hands, paperwork
from tests.guide.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FORM = "项目支出绩效自评表"


def test_the_suining_table_from_nothing_to_the_bundle(demo, enter, picture):
    clerk = enter("anju.filler")
    picture(clerk, "02-overview")
    fill_in(clerk, picture)
    hand_over(clerk, picture)
    number = hands.filing_number(clerk)
    assert Filing.objects.get(pk=number).state == "awaiting"

    head = enter("anju.head")
    confirm(head, picture)
    submit(clerk, number)
    reviewer = enter("anju.finance")
    send_back(reviewer, number, picture)
    answer(clerk, number, picture)
    pass_on(clerk, head, number)
    approve(reviewer, number, picture)
    bundle(enter("anju.admin"), picture)
    oversee(enter("anju.supervisor"), picture)


def fill_in(page, picture):
    page.click("text=新建填报")
    row = page.locator("tr", has_text=paperwork.PROJECT)
    row.scroll_into_view_if_needed()
    picture(page, "03-start")
    row.locator("text=开始填报").click()
    page.locator(".tasks a", has_text="项目与负责人").click()
    hands.ready(page)
    hands.write(page, paperwork.BASICS)
    hands.open_section(page, "目标与实施")
    hands.write(page, paperwork.GOALS)
    hands.open_section(page, "预算执行")
    hands.write(page, paperwork.FUNDS)
    hands.saved(page)
    expect(hands.field(page, "funds.adjusted.fiscal:note")).to_contain_text("465000 元 = 46.5 万元")
    expect(hands.line(page, "预算执行率")).to_contain_text("10")
    picture(page, "04-funds")
    hands.open_section(page, "执行率得分与原因")
    expect(page.locator('[data-computed="execution"]').first).to_have_text("10")
    hands.write(page, {"score.execution.self": "10"})
    hands.saved(page)
    expect(hands.findings(page)).to_contain_text("调减")
    hands.write(page, paperwork.EXECUTION)
    hands.saved(page)
    expect(hands.findings(page)).to_contain_text("没有发现问题")
    paste_indicators(page, picture)
    hands.open_section(page, "结论与改进")
    hands.write(page, paperwork.CONCLUSION)
    hands.saved(page)


def paste_indicators(page, picture):
    hands.open_section(page, "绩效指标")
    hands.paste(page, hands.first_cell(page, "indicators"), hands.block(paperwork.INDICATORS))
    expect(page.locator("tr[data-row]")).to_have_count(6)
    hands.saved(page)
    expect(hands.findings(page)).to_contain_text("90")
    expect(hands.total(page, "self")).to_have_text("106")
    picture(page, "05-paste")
    satisfied = page.locator("tr[data-row]", has=page.locator('[value="办事群众满意度"]'))
    satisfied = satisfied if satisfied.count() else page.locator("tr[data-row]").nth(4)
    satisfied.locator(".col-weight [data-fact]").fill("10")
    satisfied.locator(".col-score [data-fact]").fill("10")
    hands.saved(page)
    expect(hands.total(page, "self")).to_have_text("96")
    expect(hands.total(page, "grade")).to_have_text("优")
    picture(page, "06-fixed")
    page.click("#preview-toggle")
    expect(page.frame_locator(".paper-frame").locator("body")).to_contain_text("办事群众满意度")
    picture(page, "07-preview")
    page.click("#preview-toggle")


def hand_over(page, picture):
    page.locator(".tabs a", has_text="提交前核对").click()
    page.wait_for_selector("h1:has-text('提交前核对')")
    picture(page, "08-check")
    for form in page.locator("form.explain").all()[::-1]:
        form.locator("textarea").fill("已核对原始凭据，数字确实如此。")
        form.locator("button").click()
    expect(page.locator(".head p")).to_contain_text("没有须处理的问题")
    page.click("text=送负责人确认")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector(".turn:has-text('负责人')")


def confirm(page, picture):
    page.locator("#main a.list-name", has_text=paperwork.PROJECT).first.click()
    page.click("text=核对并确认")
    expect(page.frame_locator(".paper-frame").locator("body")).to_contain_text(paperwork.PROJECT)
    expect(page.locator("aside .figure", has_text="自评")).to_contain_text("96")
    picture(page, "09-confirm")
    page.click("text=确认这份填报")
    page.wait_for_selector(".turn:has-text('报送')")


def submit(page, number):
    page.goto(f"/filings/{number}/move/submit/")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector(".turn:has-text('审核')")
    assert Filing.objects.get(pk=number).state == "submitted"


def send_back(page, number, picture):
    page.goto("/reviews/")
    page.locator("tr", has_text=paperwork.PROJECT).locator("a").first.click()
    page.click("text=开始审核")
    for place, text in (
        ("年度目标完成情况", "请写明26分钟、18分钟的统计口径和时段。"),
        ("改进措施", "请写明完成时限。"),
    ):
        page.select_option("#remark-key", label=place)
        page.fill("#remark-text", text)
        page.click("text=写入意见")
        page.locator("#remarks .remark", has_text=text).wait_for()
    expect(page.locator("#remarks h2")).to_have_text("审核意见（2）")
    picture(page, "10-review")
    page.click("text=退回修改")
    page.fill("#reason", "完成情况缺少统计口径，改进措施缺少时限，请补充后重新报送。")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector(".turn")
    assert Filing.objects.get(pk=number).state == "returned"


def answer(page, number, picture):
    page.goto("/")
    page.locator("#main a.list-name", has_text=paperwork.PROJECT).first.click()
    page.click("text=逐条处理退回意见")
    page.locator("text=去修改这一处").first.click()
    hands.ready(page)
    result = hands.field(page, "text.goal_result")
    expect(result).to_be_focused()
    result.fill(paperwork.GOALS["text.goal_result"] + "等候时间按叫号系统9月与12月工作日平均数统计。")
    hands.saved(page)
    page.goto(f"/filings/{number}/todo/")
    expect(page.locator("section", has_text="统计口径和时段").locator(".new")).to_contain_text("叫号系统")
    reply(page, "统计口径和时段", "已补充叫号系统的统计时段。", "已修改")
    picture(page, "11-todo")
    reply(page, "请写明完成时限", "原文“一季度前”“按月”即为时限，不再重复。", "不修改并说明")
    expect(page.locator(".head p")).to_contain_text("全部意见都已答复")


def reply(page, remark, text, button):
    card = page.locator("section.card-box", has=page.locator(".remark", has_text=remark))
    card.locator("textarea").fill(text)
    card.locator("button", has_text=re.compile(f"^{button}$")).click()
    card.locator(".status-done").wait_for()


def pass_on(clerk, head, number):
    clerk.goto(f"/filings/{number}/check/")
    for form in clerk.locator("form.explain").all()[::-1]:
        form.locator("textarea").fill("已核对原始凭据，数字确实如此。")
        form.locator("button").click()
    clerk.click("text=送负责人确认")
    clerk.locator("main form button[type=submit]").click()
    clerk.wait_for_selector(".turn:has-text('负责人')")
    head.goto(f"/filings/{number}/confirm/")
    head.click("text=确认这份填报")
    head.wait_for_selector(".turn:has-text('报送')")
    submit(clerk, number)
    assert Filing.objects.get(pk=number).round == 2


def approve(page, number, picture):
    page.goto(f"/reviews/{number}/")
    page.click("text=开始审核")
    expect(page.locator("#changes")).to_contain_text("叫号系统")
    row = page.locator("tr", has=page.locator("td.label", has_text="群众平均等候时间"))
    row.locator(".col-score input").fill("15")
    row.locator(".col-reason textarea").fill("前三季度没有达到目标，按三个季度从严核定。")
    page.click("text=未打分的采用自评")
    expect(page.locator("#scores header")).to_contain_text("复核 95")
    picture(page, "12-scores")
    page.locator(".head-actions a", has_text="通过").click()
    expect(page.locator("main form")).to_contain_text("复核总分 95")
    page.fill("#reason", "同意通过。")
    picture(page, "13-approve")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector(".turn")
    assert Filing.objects.get(pk=number).state == "approved"


def bundle(page, picture):
    page.click(".menu >> text=资料包")
    page.locator("main form button[type=submit]").click()
    page.wait_for_selector("text=下载 ZIP", timeout=60_000)
    picture(page, "14-bundle")
    with page.expect_download() as waiting:
        page.click("text=下载 ZIP")
    with zipfile.ZipFile(waiting.value.path()) as archive:
        assert archive.testzip() is None
        look_inside(archive)


def look_inside(archive):
    names = archive.namelist()
    mine = {name.rsplit(".", 1)[1]: archive.read(name) for name in names if paperwork.PROJECT in name}
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(mine["pdf"])).pages)
    assert "办事群众满意度" in re.sub(r"\s", "", text)
    cells = [cell.text for table in Document(io.BytesIO(mine["docx"])).tables for cell in table._cells]
    assert any("叫号系统" in cell for cell in cells)
    sheet = load_workbook(io.BytesIO(mine["xlsx"])).active
    values = [value for line in sheet.iter_rows(values_only=True) for value in line]
    assert any("群众平均等候时间" in str(value) for value in values)
    indexes = [name for name in names if name.endswith(".xlsx") and name.count("/") <= 1]
    assert any("汇总" in name for name in indexes), names


def oversee(page, picture):
    expect(page.locator("#units")).to_have_text("各单位进度")
    unit = page.locator("tr", has_text="社会保险事业管理局").last
    expect(unit.locator("td").last).to_have_text("2")
    picture(page, "16-supervisor")


def test_the_jinzhong_form_from_the_figures_of_its_seed(demo, enter, picture):
    facts = paperwork.jinzhong(ROOT / "fixtures" / "demo")
    page = enter("jinzhong.filler")
    page.click("text=新建填报")
    page.locator("tr", has_text="出口补").locator("text=开始填报").click()
    page.locator(".tasks a").first.click()
    hands.ready(page)
    tabs = page.locator(".tabs a[data-section]").all_inner_texts()
    typed = set()
    for title in tabs:
        hands.open_section(page, title.strip().splitlines()[0])
        typed |= write_section(page, facts)
    assert typed == set(paperwork.scalars(facts)) | {"indicators", "evaluators"}
    expect_seed_scores(page)
    picture(page, "15-jinzhong")
    download_drafts(page)


def write_section(page, facts):
    mine = {path: text for path, text in paperwork.scalars(facts).items() if hands.field(page, path).count()}
    hands.write(page, mine)
    tables = [key for key in facts["tables"] if page.locator(f'table[data-grid="{key}"]').count()]
    for key in tables:
        _, *rows = facts["tables"][key]
        hands.paste(page, hands.first_cell(page, key), hands.block(rows))
        expect(page.locator(f'table[data-grid="{key}"] tr[data-row]')).to_have_count(len(rows))
    hands.saved(page)
    return set(mine) | set(tables)


def expect_seed_scores(page):
    hands.open_section(page, "产出与效果评分")
    expect(page.locator('[data-computed="completion"]').first).to_have_text("7.45")
    expect(hands.findings(page)).to_contain_text("实际完成率")
    hands.write(page, {"score.completion.self": "7.45", "score.completion.reason": "外出务工人员转为参加企业职工养老保险。"})
    hands.saved(page)
    expect(hands.total(page, "grade")).to_have_text("优")
    expect(hands.total(page, "self")).to_have_text("99.25")


def download_drafts(page):
    page.goto(f"/filings/{hands.filing_number(page)}/")
    for name, opens in (("DOCX", Document), ("XLSX", load_workbook), ("PDF", PdfReader)):
        with page.expect_download() as waiting:
            page.click(f".head-actions >> text={name}")
        assert opens(io.BytesIO(waiting.value.path().read_bytes()))
