"""成文后的分页: a tall group of indicators below long texts never leaves a page with its headings alone."""

from dataclasses import replace

import pytest

from documents.writers.pdf import render_pdf
from tests.composing.samples import SUINING, draw, suining_book, with_statements
from tests.documents import reading


def crowded(characters: int, rows: int):
    book = suining_book()
    first = book.indicators[0]
    name = "基础养老金补贴发放到人并逐月核对领取资格的完成情况与回访记录的整理归档情况"
    more = tuple(
        replace(first, uid=f"x{n}", name=f"{name}第{n}项", level2="数量指标" if n < 9 else "质量指标")
        for n in range(1, rows + 1)
    )
    texts = dict.fromkeys(("text.goal", "text.goal_result", "text.implementation"), "目标与结果" * (characters // 5))
    return draw(SUINING, with_statements(replace(book, indicators=(*more, *book.indicators[1:])), **texts))


@pytest.mark.parametrize("characters", [300, 400, 500])
def test_every_page_but_the_last_is_filled(characters):
    pages = reading.pdf_pages(render_pdf(crowded(characters, 16)))
    assert len(pages) >= 3
    assert all(len(page) > 300 for page in pages[:-1])
    assert sum(page.count("第") for page in pages) == 16
