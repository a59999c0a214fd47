"""状态与截止日期的写法."""

from __future__ import annotations

from django import template

from filings.views.tables import due_mark, state_mark

register = template.Library()
register.filter("state_mark", state_mark)
register.filter("due_mark", due_mark)
