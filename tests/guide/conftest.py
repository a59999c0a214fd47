"""用户手册的夹具: the demo towns, people who sign in by the door, and a camera for docs/guide."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image

from selfeval.demo.load import load_demo
from selfeval.demo.masters import PASSWORD

ROOT = Path(__file__).resolve().parents[2]


def shrink(path):
    """Keep the 256 commonest colours, exactly: a third of the size, and no tint is lost that a reader would miss."""
    image = Image.open(path).convert("RGB")
    commonest = sorted(image.getcolors(maxcolors=1 << 24), reverse=True)[:256]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in commonest for part in colour])
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)


@pytest.fixture
def demo(transactional_db):
    return load_demo(ROOT / "fixtures" / "demo", now=timezone.now())


@pytest.fixture
def enter(request, live_server, browser, browser_context_args):
    """enter(username): the overview of who has just signed in, in a browser of their own."""
    contexts = []

    def sign_in(username):
        context = browser.new_context(**browser_context_args, base_url=live_server.url)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        if username == "anju.filler":
            request.getfixturevalue("picture")(page, "01-login")
        page.fill("#username", username)
        page.fill("#password", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_selector("h1:has-text('总览')")
        return page

    yield sign_in
    for context in contexts:
        context.close()


@pytest.fixture
def picture(tmp_path):
    """picture(page, name): a screenshot; kept for the guide when WRITE_GUIDE=1."""

    def take(page, name, *, at=None):
        page.evaluate("document.fonts.ready")
        if at is None and page.locator("iframe.paper-frame:visible").count():
            page.frame_locator("iframe.paper-frame").locator("[data-key]").first.scroll_into_view_if_needed()
        if at is None:
            page.evaluate("window.scrollTo(0, 0)")
        else:
            at.evaluate("place => place.scrollIntoView({ block: 'center', behavior: 'instant' })")
        path = tmp_path / f"{name}.png"
        page.screenshot(path=path, animations="disabled", caret="hide")
        shrink(path)
        if os.environ.get("WRITE_GUIDE") == "1":
            folder = ROOT / "docs" / "guide"
            folder.mkdir(exist_ok=True)
            shutil.copyfile(path, folder / path.name)

    return take
