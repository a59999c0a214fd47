"""审核台: what has reached the finance bureau, filtered, counted and in pages."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from accounts.models import Role
from accounts.roles import departments_with_role
from filings.asked import deadlines
from filings.models import Filing, State
from filings.views.requests import PageRequest
from filings.views.tables import FilingFilter, FilingTable
from filings.visibility import REVIEWER_STATES, visible_filings

ON_A_PAGE = 25


class QueueTable(FilingTable):
    """审核台: rows lead to the review page."""

    class Meta(FilingTable.Meta):
        empty_text = "没有符合条件的填报"

    def address_of(self, record: Filing) -> str:
        """The review page."""
        return f"/reviews/{record.pk}/"


def queue_page(request: PageRequest) -> HttpResponse:
    """The table with its filters and the number in each state."""
    desk = departments_with_role(request.user, Role.REVIEWER)
    reached = visible_filings(request.user).filter(subject__department__in=desk, state__in=REVIEWER_STATES)
    found = FilingFilter(request.GET, queryset=reached, request=request)
    table = QueueTable(found.qs)
    RequestConfig(request, paginate={"per_page": ON_A_PAGE}).configure(table)
    table.dues = deadlines([row.record for row in table.paginated_rows])
    numbers = dict(reached.order_by().values_list("state").annotate(Count("pk")))
    counts = [(state.label, state.value, numbers.get(state.value, 0)) for state in map(State, REVIEWER_STATES)]
    return render(request, "reviews/queue.html", {"filter": found, "table": table, "counts": counts})
