"""手: what a person's hands and eyes do at the screen, in the words of the screen."""

from __future__ import annotations

import re

SAVED = '#savestate[data-state="saved"]'


def field(page, path):
    """The input of one fact."""
    return page.locator(f'[id="{path}"]')


def open_section(page, title):
    """Go to a section by its tab, as a clerk does; what is unsaved is saved on the way."""
    page.locator(".tabs a", has_text=title).click()
    page.wait_for_selector(f".tabs a[aria-current=page]:has-text('{title}')")
    ready(page)


def ready(page):
    page.wait_for_selector("html[data-ready]")


def write(page, facts):
    """Type into the fields of the section on screen; selects are chosen from."""
    for path, text in facts.items():
        box = field(page, path)
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(text)
        else:
            box.fill(text)


def press(page, words):
    """Press the link or button with exactly these words."""
    page.locator("main a.btn, main button:not([aria-hidden])").filter(
        has_text=re.compile(rf"^\s*{re.escape(words)}")
    ).first.click()


def saved(page):
    """Save and wait until the page says so."""
    page.locator("button[name=op][value=stay]").click()
    page.wait_for_selector(SAVED)


def paste(page, box, text):
    """Paste a block into a field as the clipboard of Excel or WPS hands it over."""
    box.focus()
    box.evaluate(
        """(box, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            data.setData("text/html", "<table></table>");
            box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def block(rows):
    """Rows as Excel copies them: tabs between cells, CRLF after each row."""
    return "".join("\t".join(row) + "\r\n" for row in rows)


def first_cell(page, table):
    """The first cell of the first row of a table."""
    return page.locator(f'table[data-grid="{table}"] tbody tr[data-row] [data-fact]').first


def total(page, kind):
    """A figure of the score panel: self, computed or grade."""
    return page.locator(f'#panel [data-total="{kind}"]')


def line(page, label):
    """One line of the score panel: label, computed, own points."""
    return page.locator("#panel [data-lines] tr", has_text=label)


def findings(page):
    """What the side panel says is wrong in this section."""
    return page.locator("#panel [data-findings]")


def step(page):
    """The step that the strip at the top shows as the present one."""
    return page.locator(".steps li[aria-current=step]")


def filing_number(page):
    """The number in the address."""
    return int(re.search(r"/(?:filings|reviews)/(\d+)/", page.url).group(1))


def notice(page, text):
    """Wait for the green line that tells that a step was taken."""
    page.locator(".notices", has_text=text).wait_for()
