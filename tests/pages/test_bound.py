"""浏览器中的活数据: picked, typed and offered; one figure in field, page and paper."""

from __future__ import annotations

import pytest

from tests.pages import world as worlds
from tests.pages.test_browser import enter, field, saved, section, stored
from values.tokens import code_of, pieces, token_text

__all__ = ["enter"]

GOAL = "text.goal_result"
ACTUAL = token_text("困难补助发放人数·完成值", "indicators.a0000001.actual")
RATE = token_text("预算执行率", "derived.execution_rate")


@pytest.fixture
def draft(transactional_db):
    town = worlds.build()
    made = worlds.start(town.projects[0], town.filler)
    worlds.fill(made, town.filler)
    return made


@pytest.fixture
def page(draft, enter):
    opened = enter(draft.opened_by)
    opened.goto(section(draft, "goals"))
    opened.wait_for_selector("html[data-ready]")
    return opened


def printed(page, path=GOAL):
    return page.locator(f'[id="{path}:printed"]')


def offer(page, path=GOAL):
    return page.locator(f'[id="{path}:offer"]')


def type_at_end(page, text, path=GOAL):
    box = field(page, path)
    box.focus()
    page.keyboard.press("Control+End")
    box.type(text)


def test_a_fact_is_picked_with_the_mouse_and_printed_everywhere(draft, page):
    box = field(page, GOAL)
    box.fill("预算执行率为。")
    box.focus()
    page.keyboard.press("ArrowLeft")
    page.click(f'button[data-quote="{GOAL}"]')
    page.fill("#picker-search", "执率")
    page.click(".picker-option:has-text('预算执行率')")
    saved(page)
    assert box.input_value() == f"预算执行率为{RATE}。"
    assert stored(draft, GOAL) == f"预算执行率为{RATE}。"
    assert printed(page).inner_text() == "印作预算执行率为93.22%。"
    assert printed(page).locator(".chip").get_attribute("title") == "预算执行率"
    assert page.inner_text(f'[data-counter="{GOAL}"]') == "13 / 300 字"
    page.click("#preview-toggle")
    paper = page.frame_locator("#preview iframe")
    paper.locator("text=预算执行率为93.22%。").first.wait_for()
    page.reload()
    assert printed(page).inner_text() == "印作预算执行率为93.22%。"


def test_a_fact_is_picked_with_the_keyboard_and_taken_back(page):
    box = field(page, GOAL)
    box.fill("")
    box.type("发放{{")
    page.wait_for_selector("#picker:not([hidden])")
    page.keyboard.type("补助发放人数")
    assert page.get_attribute("#picker-search", "aria-activedescendant") == "picker-0"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert box.input_value() == f"发放{ACTUAL}人"  # with the unit that stands beside it in the table
    page.keyboard.press("Control+z")
    assert box.input_value() == "发放{{"
    page.keyboard.press("End")
    page.keyboard.type("x")
    page.keyboard.press("Alt+i")
    page.wait_for_selector("#picker:not([hidden])")
    page.keyboard.press("Escape")
    assert page.is_hidden("#picker")
    page.keyboard.type("y")
    assert box.input_value() == "发放{{xy"


def test_a_token_written_by_hand_stays_as_written(draft, page):
    field(page, GOAL).fill("")
    type_at_end(page, "执行率为{{预算执行率}}。")
    assert field(page, GOAL).input_value() == "执行率为{{预算执行率}}。"
    saved(page)
    assert printed(page).inner_text() == "印作执行率为93.22%。"


def test_a_chip_is_deleted_as_a_whole(page):
    box = field(page, GOAL)
    box.fill(f"发放{ACTUAL}人")
    box.focus()
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    assert box.input_value() == "发放人"
    page.keyboard.press("Control+z")
    assert box.input_value() == f"发放{ACTUAL}人"


def test_a_typed_number_is_offered_once_and_bound_with_a_click(draft, page):
    field(page, GOAL).fill("")
    type_at_end(page, "执行2,364.01万元，执行率93.22%")
    offer(page).locator("text=绑定“预算执行率”？").click()
    assert field(page, GOAL).input_value() == f"执行2,364.01万元，执行率{RATE}"
    saved(page)
    assert stored(draft, GOAL).endswith(RATE)
    page.keyboard.press("Control+z")
    assert field(page, GOAL).input_value() == "执行2,364.01万元，执行率93.22%"


def test_an_offer_is_seen_above_the_bar_and_reached_by_keyboard(page):
    page.set_viewport_size({"width": 1366, "height": 480})
    field(page, GOAL).fill("")
    type_at_end(page, "执行率93.22%")
    button = offer(page).locator("text=绑定“预算执行率”？")
    button.wait_for()
    assert button.bounding_box()["y"] + 24 <= page.locator(".savebar").bounding_box()["y"]
    for _ in range(9):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert field(page, GOAL).input_value() == f"执行率{RATE}"


def test_a_refused_offer_does_not_come_back(page):
    field(page, GOAL).fill("")
    type_at_end(page, "共123")
    offer(page).locator("text=不绑定").click()
    type_at_end(page, "人，是123")
    page.wait_for_timeout(900)
    assert offer(page).is_hidden()


@pytest.mark.parametrize("text", ["2024年", "共30", "123%", "123万元", "第123", "93.22万元", "0.932", "共1230"])
def test_numbers_that_mean_something_else_are_left_alone(page, text):
    field(page, GOAL).fill("")
    type_at_end(page, text)
    page.wait_for_timeout(900)
    assert offer(page).is_hidden()


def test_nothing_is_offered_while_an_input_method_composes(page):
    field(page, GOAL).fill("")
    box = field(page, GOAL)
    box.focus()
    box.evaluate("area => area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))")
    page.keyboard.insert_text("执行率93.22%{{")
    page.wait_for_timeout(900)
    assert offer(page).is_hidden()
    assert page.is_hidden("#picker")
    # Negative control: the same text, once composed, is taken up.
    box.evaluate("area => area.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))")
    page.wait_for_selector("#picker:not([hidden])")


def test_keys_of_an_input_method_do_not_choose(page):
    page.click(f'button[data-quote="{GOAL}"]')
    before = field(page, GOAL).input_value()
    page.evaluate(
        """() => document.getElementById("picker-search").dispatchEvent(
            new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }))"""
    )
    assert page.is_visible("#picker")
    assert field(page, GOAL).input_value() == before
    page.keyboard.press("Enter")
    assert page.is_hidden("#picker")
    assert field(page, GOAL).input_value() != before


def test_a_changed_figure_changes_the_text_at_once(draft, enter, page):
    """A reason beside the figure it quotes: both stand in the same grid."""
    page.goto(section(draft, "indicators"))
    reason = field(page, "indicators.a0000001.reason")
    reason.fill(f"实发{ACTUAL}人")
    saved(page)
    field(page, "indicators.a0000001.actual").fill("130")
    page.wait_for_function(
        """() => document.getElementById("indicators.a0000001.reason:printed").innerText.includes("实发130人")"""
    )


def test_what_the_form_does_not_have_is_shown_as_a_problem(page):
    field(page, GOAL).fill("代缴{{代缴人数}}人")
    assert printed(page).locator(".chip-problem").inner_text() == "〔活数据失效：代缴人数〕"
    saved(page)
    page.wait_for_selector("[data-findings] >> text=代缴人数”在本表中找不到")


def test_markup_in_names_and_values_stays_text(draft, enter):
    rows = {
        "a0000001": (
            "产出指标",
            "数量指标",
            "<img src=x onerror=alert(1)>",
            "≥",
            "1",
            "人",
            "<b>321</b>",
            "30",
            "30",
            "",
        )
    }
    worlds.fill(draft, draft.opened_by, rows=rows)
    page = enter(draft.opened_by)
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    page.goto(section(draft, "goals"))
    page.click(f'button[data-quote="{GOAL}"]')
    page.fill("#picker-search", "321")
    page.keyboard.press("Enter")
    assert "<b>321</b>" in printed(page).inner_text()
    assert printed(page).locator("b").count() == 0


def test_both_grammars_read_alike(page):
    texts = [
        "甲{{预算执行率}}乙", f"{{{{预算执行率#{code_of('x')}}}}}", "｛｛ 甲 ＃hnjqi ｝｝", r"\{{甲}}", "{{{甲}}}", "{{甲#abc}}",
        "{{}}{{ }}", "{{甲\n乙}}", "{{" + "长" * 60 + "}}", "{{" + "长" * 61 + "}}", "{{甲 乙}}{{丙}}", "{{甲" + " " * 9 + "}}",
    ]  # fmt: skip
    theirs = page.evaluate(
        """async (texts) => {
            const { pieces } = await import(document.querySelector("script[type=module]").src.replace(/section\\.js$/, "tokens.js"));
            return texts.map((text) => pieces(text).map((p) => (typeof p === "string" ? p : [p.name, p.code, p.text])));
        }""",
        texts,
    )
    ours = [[p if isinstance(p, str) else [p.name, p.code, p.text] for p in pieces(text)] for text in texts]
    assert theirs == ours
