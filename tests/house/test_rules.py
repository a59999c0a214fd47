"""勾稽规则目录: every rule of the catalogue is one kind, one file and one test file, and looks at any paper."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from crosschecks.kinds.registry import KINDS
from tests.house import measure

# 分值与得分、资金、文表与口径、单位与数值、日期与年度、文号与标点、完整性与归属、结论与整改.
LISTED = """
S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11 S12 S13 S14 S15 S16 S17 S18 S19 S20 S21 S22
F01 F02 F03 F04 F05 F06 F07 F08 F09 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24 F25
T01 T02 T03 T04 T05 T06 T07 T08 T09 T10 T11 T12 T13 T14 T15 T17
U01 U02 U03 U04 U05 U06 U07 U08 U09 U10
D01 D02 D03 D04 D05 D07 D08
N01 N02 N03 N04 N05
I01 I02 I03 I04 I05 I06 I07 I08 I09 I10 I11 I12 I13 I14
R01 R02 R03 R04 R05 R06 R07 R08
"""
CATALOGUE = re.findall(r"[A-Z]\d\d", LISTED)
FILE = re.compile(r"(?:test_)?([a-z]\d\d)_\w+\.py")


def rules_in(folder: str) -> Counter[str]:
    """Rules that files of a folder are named after, with how many there are of each."""
    named = (FILE.fullmatch(path.name) for path in (measure.TOP / folder).iterdir())
    return Counter(match[1].upper() for match in named if match)


def test_the_catalogue_is_whole():
    assert len(CATALOGUE) == len(set(CATALOGUE)) == 107
    assert list(KINDS) == CATALOGUE


@pytest.mark.parametrize("folder", ["crosschecks/kinds", "tests/crosschecks/kinds"])
def test_one_file_for_each(folder):
    assert rules_in(folder) == Counter(CATALOGUE)


def test_every_kind_stands_in_the_file_named_after_it():
    homes = {rule: (kind.paper or kind.check).__module__.rpartition(".")[2] for rule, kind in KINDS.items()}
    shared = {"F05": "stated_rate", "F06": "stated_rate", "S02": "level_points", "S03": "level_points"}
    assert {rule: home for rule, home in homes.items() if not home.startswith(rule.lower())}.items() <= shared.items()


def test_every_rule_looks_at_any_paper():
    assert [rule for rule, kind in KINDS.items() if kind.paper is None] == []


def test_the_measure_sees_a_second_file():
    assert Counter(["S01", "S01"]) != Counter(["S01"])
    assert FILE.fullmatch("s01_total_points.py")[1] == FILE.fullmatch("test_s01_total_points.py")[1] == "s01"
    assert FILE.fullmatch("level_points.py") is None
