"""管理范围: a 管理员 sees, chooses and changes what belongs to their own locality, and nothing else.

Every list, every form's choices and every autocomplete answer go through `reach`. A model without a line in `PATHS` reaches
nobody but superusers. All changes stand in the audit trail.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeVar

from django.db.models import ForeignKey, ManyToManyField, Model, QuerySet
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils import timezone

from accounts.admin.bases import AnyAdmin, AnyModelAdmin, Unchanging
from accounts.models import Membership, User
from accounts.signals import address_of
from accounts.site import admin_localities, is_chief
from audit.actions import record
from projects.models import Department, FundFlow, ListItem, Locality, Project, Statement, Subject

LONGEST: Final = 40  # characters of a text in a list
Row = TypeVar("Row", bound=Model)

# From a model to its locality.
PATHS: dict[type[Model], str] = {
    Locality: "pk",
    Department: "locality",
    Project: "department__locality",
    Subject: "department__locality",
    FundFlow: "subject__department__locality",
    Statement: "subject__department__locality",
    ListItem: "subject__department__locality",
    Membership: "department__locality",
}


def reach(request: HttpRequest, rows: QuerySet[Row]) -> QuerySet[Row]:
    """What of `rows` lies within the user's reach."""
    if is_chief(request):
        return rows
    mine = admin_localities(request)
    if issubclass(rows.model, User):
        # Who also serves elsewhere, or is a superuser, is not this locality's alone: a new password would open other doors.
        elsewhere = Membership.objects.exclude(department__locality__in=mine).values("user")
        here = Membership.objects.filter(department__locality__in=mine).values("user")
        return rows.filter(pk__in=here, is_superuser=False).exclude(pk__in=elsewhere)
    path = PATHS.get(rows.model)
    return rows.filter(**{f"{path}__in": mine}) if path else rows.none()


class Reach(AnyAdmin):
    """范围 of lists and of choices, for admins and inlines; memberships decide, not Django's permissions."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows within reach."""
        return reach(request, super().get_queryset(request))

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        """Choices within reach; a forged one is refused as unknown."""
        kwargs["queryset"] = reach(request, db_field.remote_field.model._default_manager.all())  # noqa: SLF001 - Django's API
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: ManyToManyField[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField[Any] | None:
        """The same for choices of many."""
        kwargs["queryset"] = reach(request, db_field.remote_field.model._default_manager.all())  # noqa: SLF001 - Django's API
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Everybody whom the site lets in; rows are limited by `get_queryset`."""
        return self.admin_site.has_permission(request) and self._within(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The same."""
        return self.has_view_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The same."""
        return self.has_view_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The same; what is in use is protected by the database."""
        return self.has_view_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The same."""
        return self.admin_site.has_permission(request)

    def _within(self, request: HttpRequest, obj: Any) -> bool:
        if obj is None or obj.pk is None:
            return True
        model = type(obj)
        return reach(request, model._default_manager.filter(pk=obj.pk)).exists()  # noqa: SLF001 - Django's API


class Scoped(Reach, AnyModelAdmin):
    """管理页 within reach, audited."""

    list_per_page = 50
    save_on_top = False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """No bulk deletion: it neither asks per row nor stands in one transaction with its audit."""
        return {name: value for name, value in super().get_actions(request).items() if name != "delete_selected"}

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """新增, in the audit trail too."""
        self._record(request, "admin.add", obj, message)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """修改, in the audit trail too."""
        self._record(request, "admin.change", obj, message)
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Iterable[Any]) -> Any:
        """删除, in the audit trail too."""
        for obj in queryset:
            self._record(request, "admin.delete", obj, "")
        return super().log_deletions(request, queryset)  # type: ignore[arg-type] # as Django hands it over

    def _record(self, request: HttpRequest, action: str, obj: Model, message: Any) -> None:
        target = f"{obj._meta.model_name}:{obj.pk}"  # noqa: SLF001 - Django's API
        detail = {"name": str(obj), "changes": message if isinstance(message, list) else str(message)}
        by = request.user if isinstance(request.user, User) else None
        record(action=action, by=by, now=timezone.now(), target=target, address=address_of(request), detail=detail)


def shortened(text: str) -> str:
    """The beginning of a long text, for a list."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}…"


class ReadOnly(Unchanging, Scoped):
    """只读页: facts are changed through a form and its change log only."""
