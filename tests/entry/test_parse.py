"""收取: only what the section asks for, as typed; rows as planned; a missing version stays missing."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from blueprints.catalogue import catalogue
from entry.asks import asks_of, new_uid
from entry.parse import parse, version_of
from factbook.paths import is_uid

FORM = "510904/2024/project-table"
A, B, C = "a0000001", "b0000002", "c0000003"


@pytest.fixture
def blueprint():
    return catalogue().get(FORM)


def section(blueprint, key):
    return next(s for s in blueprint.sections if s.key == key)


def post(**fields):
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def test_text_is_taken_as_typed_with_one_kind_of_line_end(blueprint):
    data = post(**{"base_version": "3", "text.goal": "  第一行\r\n第二行 \x00"})
    changes = parse(data, blueprint, section(blueprint, "goals")).changes
    assert changes.base_version == 3
    assert changes.posted == {"text.goal": "  第一行\n第二行 "}


@pytest.mark.parametrize(
    "name",
    ["text.manager", "department.name", "score.execution.self", "state", "version", "funds.spent.all", "text.nowhere"],
)
def test_keys_of_other_sections_and_unknown_keys_are_ignored(blueprint, name):
    data = post(**{"base_version": "1", "text.goal": "目标", name: "偷偷改的"})
    assert parse(data, blueprint, section(blueprint, "goals")).changes.posted == {"text.goal": "目标"}


def test_a_field_that_did_not_arrive_is_left_alone(blueprint):
    changes = parse(post(base_version="1"), blueprint, section(blueprint, "goals")).changes
    assert changes.posted == {}


@pytest.mark.parametrize("text", ["", "-1", "abc", "１", "1e3", "99999999999", "1.0"])
def test_an_unreadable_version_is_none(blueprint, text):
    assert version_of(text) is None
    assert parse(post(base_version=text), blueprint, section(blueprint, "goals")).changes.base_version is None


def rows_post(after, before=A, **fields):
    return post(**{"base_version": "1", "rows.indicators": after, "rows_before.indicators": before}, **fields)


def test_rows_keep_their_posted_order(blueprint):
    data = rows_post(f"{B} {A}", f"{A} {B}", **{f"indicators.{A}.name": "甲", f"indicators.{B}.name": "乙"})
    changes = parse(data, blueprint, section(blueprint, "indicators")).changes
    assert changes.rows[0].before == (A, B)
    assert changes.rows[0].after == (B, A)


def test_a_new_row_without_text_is_shown_again_but_not_made(blueprint):
    data = rows_post(f"{A} {C}", **{f"indicators.{A}.name": "甲", f"indicators.{C}.name": ""})
    posted = parse(data, blueprint, section(blueprint, "indicators"))
    assert posted.rows["indicators"] == (A, C)
    assert posted.changes.rows[0].after == (A,)
    assert f"indicators.{C}.name" not in posted.changes.posted


def test_a_new_row_with_text_is_made(blueprint):
    data = rows_post(f"{A} {C}", **{f"indicators.{C}.name": "丙"})
    posted = parse(data, blueprint, section(blueprint, "indicators"))
    assert posted.changes.rows[0].after == (A, C)
    assert posted.changes.posted[f"indicators.{C}.name"] == "丙"


def test_odd_row_names_are_dropped(blueprint):
    data = rows_post(f"{A} ../x UPPER {A} 1abcdefg", **{f"indicators.{A}.name": "甲", "indicators.../x.name": "坏"})
    posted = parse(data, blueprint, section(blueprint, "indicators"))
    assert posted.rows["indicators"] == (A,)
    assert set(posted.changes.posted) == {f"indicators.{A}.name"}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (f"up:indicators:{B}", (B, A)),
        (f"down:indicators:{A}", (B, A)),
        (f"up:indicators:{A}", (A, B)),
        (f"remove:indicators:{A}", (B,)),
        (f"remove:other:{A}", (A, B)),
        ("remove:indicators:x", (A, B)),
    ],
)
def test_row_buttons_work_without_scripts(blueprint, operation, expected):
    data = rows_post(f"{A} {B}", f"{A} {B}", op=operation)
    posted = parse(data, blueprint, section(blueprint, "indicators"))
    assert posted.rows["indicators"] == expected
    assert posted.changes.rows[0].after == expected


def test_the_add_button_makes_a_fresh_row(blueprint):
    posted = parse(rows_post(A, op="add:indicators:"), blueprint, section(blueprint, "indicators"))
    assert len(posted.rows["indicators"]) == 2
    assert is_uid(posted.rows["indicators"][1])


def test_a_page_without_the_rows_field_plans_no_rows(blueprint):
    assert parse(post(base_version="1"), blueprint, section(blueprint, "indicators")).changes.rows == ()


def test_new_names_of_rows_are_row_names():
    names = {new_uid() for _ in range(200)}
    assert len(names) == 200
    assert all(is_uid(name) for name in names)


def test_every_form_asks_only_for_paths_of_its_sections():
    for blueprint in catalogue().all():
        for part in blueprint.sections:
            rows = {table.key: [A] for table in blueprint.tables}
            for ask in asks_of(blueprint, part, rows):
                assert blueprint.section_of(ask.path) is not None, ask.path
