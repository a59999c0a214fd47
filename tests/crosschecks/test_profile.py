"""地方口径: what a form tells of grades and tolerances."""

from __future__ import annotations

from decimal import Decimal

from crosschecks.profile import NATIONAL, profile_of
from scoring.grades import Band
from tests.crosschecks.samples import check, jinzhong, suining, with_checks


def test_a_forms_own_parameters():
    asked = with_checks(suining(), check("S08", of="x", tolerance="0.5"), check("F14", rate="x", below="95%"))
    found = profile_of(asked)
    assert (found.score, found.low_execution, found.over) == (Decimal("0.5"), Decimal("0.95"), NATIONAL.over)
    assert found.name == suining().name


def test_unreadable_parameters_are_left_to_lint():
    assert profile_of(with_checks(suining(), check("S08", of="x", tolerance="viel"))).score == NATIONAL.score


def test_grades():
    assert all(isinstance(band, Band) for band in profile_of(jinzhong()).bands)
    assert sorted({sum(scheme.values()) for scheme in NATIONAL.weight_schemes}) == [Decimal(90)]
