"""填报一览: every filing one may see, filtered and in pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from filings.asked import deadlines
from filings.views.requests import PageRequest
from filings.views.tables import FilingFilter, FilingTable
from filings.visibility import visible_filings

ON_A_PAGE = 25


def list_page(request: PageRequest) -> HttpResponse:
    """The table with its filters."""
    found = FilingFilter(request.GET, queryset=visible_filings(request.user), request=request)
    table = FilingTable(found.qs)
    RequestConfig(request, paginate={"per_page": ON_A_PAGE}).configure(table)
    table.dues = deadlines([row.record for row in table.paginated_rows])
    context = {"filter": found, "table": table, "total": table.paginator.count}
    return render(request, "filings/list.html", context)
