"""浏览器中的填报: nothing typed is lost, whatever happens between the keyboard and the database."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from factbook.load import load_book
from filings.snapshot import blueprint_of
from tests.pages import world as worlds

STATE = "#savestate"


@pytest.fixture
def town(transactional_db):
    return worlds.build()


@pytest.fixture
def draft(town):
    made = worlds.start(town.projects[0], town.filler)
    worlds.fill(made, town.filler)
    return made


@pytest.fixture
def enter(live_server, browser, browser_context_args):
    """enter(user): a page of a new browser context in which `user` is signed in."""
    contexts = []

    def sign_in(user, **options):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        context = browser.new_context(**{**browser_context_args, **options, "base_url": live_server.url})
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
        context.set_default_timeout(8000)
        contexts.append(context)
        return context.new_page()

    yield sign_in
    for context in contexts:
        context.close()


def section(filing, key):
    return reverse("section", args=[filing.pk, key])


def field(page, path):
    return page.locator(f'[id="{path}"]')


def saved(page):
    page.wait_for_selector(f'{STATE}[data-state="saved"]')


def stored(filing, path):
    return load_book(subject=filing.subject, blueprint=blueprint_of(filing)).raw(path)


def paste(page, path, text, html=""):
    """Paste into a field as the system clipboard would."""
    field(page, path).focus()
    page.evaluate(
        """([id, text, html]) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            if (html) data.setData("text/html", html);
            document.getElementById(id).dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        [path, text, html],
    )


def test_typing_is_saved_without_being_asked(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "goals"))
    box = field(page, "text.goal")
    box.fill("")
    box.type("按月发放到位，覆盖全部对象")
    saved(page)
    assert re.fullmatch(r"已保存 \d\d:\d\d:\d\d", page.inner_text(STATE))
    assert stored(draft, "text.goal") == "按月发放到位，覆盖全部对象"


def test_what_is_typed_stays_as_typed_and_is_explained(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "funds"))
    field(page, "funds.spent.fiscal").fill("２５３６．０８万元")
    field(page, "funds.initial.unit").fill("大概十几万吧")
    saved(page)
    note = page.locator('[id="funds.spent.fiscal:note"]')
    assert "25360800 元 = 2536.08 万元" in note.inner_text()
    assert "大概十几万吧" in page.locator('[id="funds.initial.unit:note"].note-problem').inner_text()
    page.reload()
    assert field(page, "funds.spent.fiscal").input_value() == "２５３６．０８万元"
    assert field(page, "funds.initial.unit").input_value() == "大概十几万吧"


def test_a_block_from_excel_lands_in_its_cells_and_makes_rows(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "indicators"))
    block = '服务群众人数\t≥\t"1,234"\t人\t１３００\r\n"多行\n名称"\t定性\t达标\t\t已达标\r\n\t\t\t\t\r\n'
    paste(page, "indicators.a0000003.name", block, "<table></table>")
    saved(page)
    assert stored(draft, "indicators.a0000003.target") == "1,234"
    assert stored(draft, "indicators.a0000003.actual") == "１３００"
    book = load_book(subject=draft.subject, blueprint=blueprint_of(draft))
    assert len(book.indicators) == 4
    assert book.indicators[3].name == "多行\n名称"
    assert book.indicators[3].relation == "定性"
    page.click("text=撤销粘贴")
    page.wait_for_selector("tr[data-row] >> nth=3", state="detached")
    saved(page)
    page.wait_for_timeout(1500)
    assert stored(draft, "indicators.a0000003.name") == "领取人员满意度"
    assert len(load_book(subject=draft.subject, blueprint=blueprint_of(draft)).indicators) == 3


def layouts(page):
    """How often the page has been laid out since it was opened."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    (count,) = [m["value"] for m in session.send("Performance.getMetrics")["metrics"] if m["name"] == "LayoutCount"]
    session.detach()
    return count


def test_a_block_of_three_hundred_rows_does_not_freeze_the_page(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "indicators"))
    block = "\n".join(f"指标{n}\t≥\t1,234\t人\t１３００" for n in range(300))
    before = layouts(page)
    paste(page, "indicators.a0000001.name", block, "<table></table>")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert layouts(page) - before < 300  # fifteen hundred when each cell had the table laid out anew
    page.wait_for_selector(f'{STATE}[data-state="saved"]', timeout=60000)
    assert len(load_book(subject=draft.subject, blueprint=blueprint_of(draft)).indicators) == 300


def test_a_page_that_lost_its_version_asks_before_it_overwrites(draft, town, enter):
    page, other = enter(town.filler), enter(town.colleague)
    page.goto(section(draft, "goals"))
    other.goto(section(draft, "goals"))
    field(other, "text.goal").fill("同事写的目标")
    saved(other)
    page.evaluate("() => { document.querySelector('[name=base_version]').value = '99999'; }")
    field(page, "text.goal").fill("我写的目标")
    dialog = page.locator("#conflict-dialog[open]")
    dialog.wait_for()
    assert "同事写的目标" in dialog.inner_text()
    dialog.locator("text=按所选保存").click()
    saved(page)
    assert stored(draft, "text.goal") == "我写的目标"


def test_two_people_at_one_field_keep_both_texts(draft, town, enter):
    mine, theirs = enter(town.filler), enter(town.colleague)
    for page in (mine, theirs):
        page.goto(section(draft, "goals"))
    field(theirs, "text.goal").fill("同事写的目标")
    field(theirs, "text.implementation").fill("同事写的过程")
    saved(theirs)
    field(mine, "text.goal").fill("我写的目标")
    dialog = mine.locator("#conflict-dialog[open]")
    dialog.wait_for()
    assert "我写的目标" in dialog.inner_text()
    assert "同事写的目标" in dialog.inner_text()
    assert "苏文哲" in dialog.inner_text()
    assert stored(draft, "text.goal") == "同事写的目标"
    dialog.locator("text=按所选保存").click()
    saved(mine)
    assert stored(draft, "text.goal") == "我写的目标"
    # The colleague's other field was never touched here and is neither overwritten nor shown stale.
    assert stored(draft, "text.implementation") == "同事写的过程"
    assert field(mine, "text.implementation").input_value() == "同事写的过程"


def test_signing_in_again_in_the_page_keeps_and_saves_the_text(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "goals"))
    Session.objects.all().delete()
    field(page, "text.goal").fill("登录过期时写的文字")
    dialog = page.locator("#login-dialog[open]")
    dialog.wait_for()
    dialog.locator("#again-password").fill("不对的密码")
    dialog.locator("text=登录并保存").click()
    dialog.locator("text=用户名或密码不正确").wait_for()
    dialog.locator("#again-password").fill(worlds.PASSWORD)
    dialog.locator("text=登录并保存").click()
    saved(page)
    assert field(page, "text.goal").input_value() == "登录过期时写的文字"
    assert stored(draft, "text.goal") == "登录过期时写的文字"


def test_a_broken_network_is_told_and_mended_by_itself(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "goals"))
    page.context.set_offline(True)
    field(page, "text.goal").fill("断网时写的文字")
    page.wait_for_selector(f'{STATE}[data-state="unsaved"]')
    assert "网络中断，将自动重试" in page.inner_text(STATE)
    page.context.set_offline(False)
    saved(page)
    assert stored(draft, "text.goal") == "断网时写的文字"


def test_after_a_crash_the_unsaved_text_is_offered(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "goals"))
    page.context.set_offline(True)
    field(page, "text.goal").fill("崩溃前写的文字")
    page.wait_for_selector(f'{STATE}[data-state="unsaved"]')
    other = page.context.new_page()
    page.close(run_before_unload=False)
    other.context.set_offline(False)
    other.goto(section(draft, "goals"))
    bar = other.locator("#recovery:visible")
    assert "没有来得及保存" in bar.inner_text()
    field(other, "text.implementation").fill("先写了别处")  # what is saved meanwhile must not push the offer out
    saved(other)
    other.reload()
    assert "没有来得及保存" in bar.inner_text()
    bar.locator("text=恢复并保存").click()
    saved(other)
    assert stored(draft, "text.goal") == "崩溃前写的文字"


def test_nothing_is_saved_while_an_input_method_composes(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "goals"))
    posts = []
    page.on("request", lambda request: posts.append(request) if request.method == "POST" else None)
    box = field(page, "text.goal")
    box.focus()
    box.evaluate("""box => {
        box.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}));
        box.value += "mubiao";
        box.dispatchEvent(new InputEvent("input", {bubbles: true, isComposing: true}));
    }""")
    page.wait_for_timeout(2600)
    assert posts == []
    box.evaluate("""box => {
        box.value = box.value.replace("mubiao", "目标");
        box.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true}));
        box.dispatchEvent(new InputEvent("input", {bubbles: true}));
    }""")
    saved(page)
    assert stored(draft, "text.goal").endswith("目标")
    assert "mubiao" not in stored(draft, "text.goal")


def test_without_scripts_the_page_saves_and_rows_can_be_added(draft, town, enter):
    page = enter(town.filler, java_script_enabled=False)
    page.goto(section(draft, "goals"))
    field(page, "text.goal").fill("没有脚本时写的文字")
    page.locator('button[value="stay"]').click()
    assert "已保存" in page.inner_text("main")
    assert stored(draft, "text.goal") == "没有脚本时写的文字"
    page.goto(section(draft, "indicators"))
    page.locator("text=增加一行").click()
    rows = page.locator("tr[data-row]")
    assert rows.count() == 4
    uid = rows.nth(3).get_attribute("data-row")
    field(page, f"indicators.{uid}.name").fill("新增的指标")
    page.locator('button[value="stay"]').click()
    assert stored(draft, f"indicators.{uid}.name") == "新增的指标"
    page.locator(f'button[value="up:indicators:{uid}"]').click()
    book = load_book(subject=draft.subject, blueprint=blueprint_of(draft))
    assert [row.uid for row in book.indicators].index(uid) == 2


def test_no_page_reaches_outside_or_breaks_its_content_policy(draft, town, enter, live_server):
    told, outside, seen = [], [], set()
    for who in (town.filler, town.admin, town.reviewer):
        page = enter(who)
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on(
            "request",
            lambda request: (
                outside.append(request.url) if not request.url.startswith((live_server.url, "data:", "blob:")) else None
            ),
        )
        waiting = ["/"]
        mine = set()
        while waiting and len(mine) < 25:
            path = waiting.pop(0)
            if path in mine:
                continue
            mine.add(path)
            page.goto(path)
            hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
            for href in hrefs:
                local = href.removeprefix(live_server.url).split("#")[0]
                if local.startswith("/") and not re.search(r"download|admin/|template|sort=", local):
                    waiting.append(local)
        seen |= mine
    assert outside == []
    assert [text for text in told if "Content Security Policy" in text or "Error" in text] == []
    assert {section(draft, "goals"), reverse("check", args=[draft.pk]), "/trail/", "/reviews/"} <= seen


def test_the_whole_way_from_draft_to_bundle(draft, town, enter):  # noqa: PLR0915 - one journey, told in order
    clerk, head, reviewer, admin = (enter(u) for u in (town.filler, town.head, town.reviewer, town.admin))
    home = reverse("filing", args=[draft.pk])
    clerk.goto(section(draft, "execution"))
    field(clerk, "score.execution.reason").fill("追加资金于第四季度下达，结转下年使用，已制定支付计划。")
    saved(clerk)
    clerk.goto(reverse("check", args=[draft.pk]))
    assert "没有须处理的问题" in clerk.inner_text(".head")
    for _ in range(2):  # the link, then the button that names the effect
        clerk.click(".btn-primary")
    assert "待负责人确认" in state_of(draft)
    head.goto("/")
    head.click(f'a[href="{home}"]')
    head.click("a.btn-primary")
    head.click("button.btn-primary")
    assert "已确认待报送" in state_of(draft)
    submit(clerk, home)
    reviewer.goto("/reviews/")
    reviewer.click("td a")
    reviewer.click("button.btn-primary")
    reviewer.select_option("#remark-key", "text.goal")
    reviewer.fill("#remark-text", "请写明发放人数")
    reviewer.click("text=写入意见")
    reviewer.click("a.btn-stop")
    reviewer.fill("#reason", "目标不够具体，请补充。")
    reviewer.click("main button.btn-primary")
    assert "已退回待修改" in state_of(draft)
    clerk.goto(home)
    clerk.click("text=逐条处理退回意见")
    clerk.click("text=去修改这一处")
    clerk.wait_for_selector('[id="text.goal"]:focus')
    field(clerk, "text.goal").fill("按月为120名对象足额发放困难补助。")
    saved(clerk)
    clerk.goto(reverse("todo", args=[draft.pk]))
    assert "按月为120名对象足额发放困难补助。" in clerk.inner_text(".cells-changed")
    clerk.fill("textarea[name=answer]", "已补充人数")
    clerk.click('button[value="done"]')
    clerk.click(".head .btn-primary")
    for _ in range(2):
        clerk.click(".btn-primary")
    head.goto(reverse("confirm", args=[draft.pk]))
    head.click("button.btn-primary")
    submit(clerk, home)
    reviewer.goto(reverse("review", args=[draft.pk]))
    reviewer.click("button.btn-primary")
    assert "按月为120名对象足额发放困难补助。" in reviewer.inner_text("#changes")
    reviewer.click("text=未打分的采用计算")
    reviewer.click(".head .btn-primary")
    reviewer.click("main button.btn-primary")
    assert "已通过" in state_of(draft)
    admin.goto("/bundles/")
    admin.click("text=开始打包")
    admin.wait_for_selector("text=下载 ZIP")
    with admin.expect_download() as got:
        admin.click("text=下载 ZIP")
    assert got.value.suggested_filename.endswith(".zip")


def submit(page, home):
    page.goto(home)
    page.click(".head .btn-primary")
    page.click("main button.btn-primary")


def state_of(filing):
    filing.refresh_from_db()
    return filing.get_state_display()


def test_a_field_that_a_finding_names_is_marked_until_it_is_put_right(draft, town, enter):
    page = enter(town.filler)
    page.goto(section(draft, "goals"))
    goal = field(page, "text.goal")
    goal.fill("依据某民发[2023]15号按月发放补助。")
    saved(page)
    page.wait_for_selector('[id="text.goal"][data-found="hint"]')
    assert "某民发[2023]15号" in goal.get_attribute("title")
    page.reload()
    page.wait_for_selector('[id="text.goal"][data-found="hint"]')
    goal.fill("依据某民发〔2023〕15号按月发放补助。")
    page.wait_for_selector('[id="text.goal"]:not([data-found])')
    assert not goal.get_attribute("title")
