"""意见标签: what the reviewer asked for in a section, shown where the unit fills it in."""

from __future__ import annotations

from django import template

from blueprints.schema import Section
from filings.models import Filing
from filings.snapshot import blueprint_of
from reviews.models import Remark
from reviews.queries import remarks_to_answer

register = template.Library()


@register.simple_tag
def remarks_in(filing: Filing, section: Section) -> list[Remark]:
    """Remarks of the returned round that point into `section`, and those on the form as a whole."""
    if not filing.returned_round:
        return []
    blueprint = blueprint_of(filing)
    return [r for r in remarks_to_answer(filing) if not r.key or blueprint.section_of(r.key) == section]


@register.simple_tag
def remarks_open(filing: Filing) -> int:
    """How many remarks still wait for an answer."""
    return remarks_to_answer(filing).filter(reply="").count() if filing.returned_round else 0
