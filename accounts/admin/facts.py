"""评价对象的查看: subjects, and who changed what; read-only."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from accounts.admin.scope import ReadOnly, shortened
from projects.models import FundFlow, Statement, Subject


@admin.register(Subject)
class SubjectAdmin(ReadOnly):
    """评价对象."""

    list_display = ("year", "department", "project", "version")
    list_filter = ("year", ("department", RelatedOnlyFieldListFilter))
    list_select_related = ("department", "project")
    search_fields = ("department__name", "department__code", "project__name", "project__code")


@admin.register(FundFlow)
class FundFlowAdmin(ReadOnly):
    """资金."""

    list_display = ("subject", "stage", "source", "raw", "unit", "yuan")
    list_filter = ("stage", "source", "subject__year")
    list_select_related = ("subject__department", "subject__project")
    search_fields = ("subject__project__name", "subject__project__code", "subject__department__name")


@admin.register(Statement)
class StatementAdmin(ReadOnly):
    """文字."""

    list_display = ("subject", "path", "beginning")
    list_filter = ("subject__year",)
    list_select_related = ("subject__department", "subject__project")
    search_fields = ("path", "text", "subject__project__name", "subject__department__name")

    @admin.display(description="文字")
    def beginning(self, statement: Statement) -> str:
        """Of a text its first words."""
        return shortened(statement.text)
