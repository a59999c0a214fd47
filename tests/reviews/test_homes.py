"""自己的名称: unit, those above it, the bureau, the place and its parts, the project."""

from __future__ import annotations

from projects.models import Department
from reviews.homes import homes_of, known_names
from tests.factories import DepartmentFactory, LocalityFactory
from tests.reviews.batch import another


def test_whose_names_are_ones_own(town):
    town.locality.name = "平江市云山区"
    town.locality.save()
    above = DepartmentFactory(locality=town.locality, name="云山区民政局", kind=Department.Kind.SUPERVISOR)
    unit = DepartmentFactory(locality=town.locality, name="云山区救助站", short_name="区救助站", parent=above)
    beside = DepartmentFactory(locality=town.locality, name="云山区农业局")
    filing = another(town, department=unit, name="困难群众救助")
    home = homes_of([filing])[filing.pk]
    assert home.locality == town.locality.code
    assert {
        "平江市云山区",
        "平江市",
        "云山区",
        "云山区民政局",
        "云山区救助站",
        "区救助站",
        "困难群众救助",
    } <= home.names
    assert town.bureau.name in home.names
    assert beside.name not in home.names
    assert "" not in home.names


def test_everything_kept_is_known(town):
    LocalityFactory(code="990888", name="石泉县")
    names = {(each.name, each.locality, each.is_place) for each in known_names()}
    assert ("石泉县", "990888", True) in names
    assert (town.unit.name, town.locality.code, False) in names


def test_homes_cost_one_query_whatever_their_number(town, count_queries):
    filings = [another(town) for _ in range(4)]
    from reviews.batches import desk_filings

    listed = list(desk_filings(town.admin))
    assert len(listed) == len(filings)
    assert count_queries(lambda: homes_of(listed)) == 1
