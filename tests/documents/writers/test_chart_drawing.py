"""图的绘制: words as text, the same bytes every time, nothing but zeros is no data."""

from __future__ import annotations

import io
import re

import pytest
from lxml import etree
from PIL import Image

from documents import charts
from documents.writers import chart_drawing
from documents.writers.chart_drawing import png, svg
from tests.documents.test_charts import PIE, bar, pie

BAR = bar(("1313.50", "1313.50"), ("1727.58", "1727.58"))


def words(chart) -> list[str]:
    tree = etree.fromstring(svg(chart).encode())
    return ["".join(node.itertext()).strip() for node in tree.iter("{http://www.w3.org/2000/svg}text")]


def test_bars_carry_their_figures_names_and_years():
    assert sorted(words(BAR)) == sorted(
        ["1313.50", "1313.50", "1727.58", "1727.58", "收入", "支出", "2024年", "2023年"]
    )


def test_slices_carry_names_and_shares():
    told = "".join(words(PIE))
    assert all(
        word in told for word in ("社会保障和就业支出", "95.66%", "卫生健康支出", "1.56%", "住房保障支出", "2.78%")
    )


def test_an_unknown_bar_is_not_drawn_as_zero():
    assert "0" not in "".join(words(bar(("5", None), ("7", "8")))).replace("2024年", "").replace("2023年", "")


@pytest.mark.parametrize("chart", [bar(("0", "0")), pie(), pie(甲=("0", "0"))])
def test_zeros_are_no_data(chart):
    assert words(chart) == [charts.NO_DATA]


def test_what_a_unit_types_is_text():
    (name,) = [word for word in words(pie(**{"$a_b$&<x>\x01": ("1", "100")})) if "$" in word]
    assert name.startswith("$a_b$&<x>")


@pytest.mark.parametrize("draw", [svg, png])
def test_the_same_figures_give_the_same_bytes(draw):
    first = draw(PIE)
    draw.cache_clear()
    assert draw(PIE) == first
    assert draw(BAR) != first


def test_no_clock_and_no_name_of_the_library_in_the_file():
    assert not re.search(r"\d{4}-\d\d-\d\dT|matplotlib\.org", svg(BAR))
    assert Image.open(io.BytesIO(png(BAR))).info.keys() <= {"dpi"}


def test_faces_of_the_place_where_it_is_looked_at():
    families = set(re.findall(r"font-family: ([^;\"]+)", svg(BAR)))
    assert families == {chart_drawing._CSS_FACES}


def test_grey_tones_tell_the_series_apart():
    """On a black-and-white printer: the tones of neighbours differ."""
    tones = [sum(int(colour[n : n + 2], 16) for n in (1, 3, 5)) / 3 for colour in charts.BARS[:2]]
    assert abs(tones[0] - tones[1]) > 80


def test_a_machine_without_fontconfig_draws_all_the_same(monkeypatch):
    monkeypatch.setattr(chart_drawing.fonts, "file_of", lambda face: None)
    chart_drawing._families.cache_clear()
    try:
        assert chart_drawing._families() == ["sans-serif"]
    finally:
        chart_drawing._families.cache_clear()
