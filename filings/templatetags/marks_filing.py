"""状态、截止日期与表样问题所在文件的写法."""

from __future__ import annotations

from pathlib import PurePath

from django import template

from blueprints.problems import Problem
from filings.views.tables import due_mark, state_mark

register = template.Library()
register.filter("state_mark", state_mark)
register.filter("due_mark", due_mark)


@register.filter
def parent_of(problem: Problem, form: str) -> str:
    """The id of the parent form whose line a problem names; '' for a line of the file that was read as `form`."""
    if problem.file == form:
        return ""
    return "/".join(PurePath(problem.file).with_suffix("").parts[-3:])
