"""审计记录的查看: the whole trail, for superusers; nobody can add, change or delete here."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.bases import AnyModelAdmin, ChiefsOnly
from accounts.templatetags.identity import RESULTS, VERBS
from accounts.trail_words import detail_words, target_words
from audit.models import AuditEvent


@admin.register(AuditEvent)
class AuditEventAdmin(ChiefsOnly, AnyModelAdmin):
    """审计事件. It spans all localities, so their 管理员 do not see it."""

    list_display = ("number", "at", "actor", "unit", "what", "on_what", "outcome", "address")
    search_fields = ("actor", "unit", "target", "address", "action")
    date_hierarchy = "at"
    ordering = ("-number",)
    fields = ("number", "at", "actor", "unit", "what", "on_what", "outcome", "address", "told", "digest")

    @admin.display(description="动作", ordering="action")
    def what(self, event: AuditEvent) -> str:
        """In words."""
        return VERBS.get(event.action, event.action)

    @admin.display(description="对象", ordering="target")
    def on_what(self, event: AuditEvent) -> str:
        """The same."""
        return target_words(event.target)

    @admin.display(description="结果", ordering="result")
    def outcome(self, event: AuditEvent) -> str:
        """The same."""
        return RESULTS.get(event.result, event.result)

    @admin.display(description="详情")
    def told(self, event: AuditEvent) -> str:
        """The same."""
        return detail_words(event.detail)
