"""应用声明: 填报."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import pre_migrate

from audit import ddl


class FilingsConfig(AppConfig):
    """自评报告."""

    name = "filings"
    verbose_name = "自评报告"

    def ready(self) -> None:
        """Keep the triggers in place; they need the models, so not at import."""
        from filings.triggers import TRIGGERS  # noqa: PLC0415 - models are loaded by now

        keep_guarded(self, TRIGGERS)


def keep_guarded(sender: AppConfig, triggers: Sequence[ddl.Trigger]) -> None:
    """Have `triggers` in place after every `migrate`, and out of its way while it works."""

    def aside(*, using: str, plan: list[Any], **_: Any) -> None:
        set_aside(triggers, using=using, plan=plan)

    pre_migrate.connect(aside, sender=sender, weak=False, dispatch_uid=f"{sender.name}.triggers.aside")
    ddl.keep_installed(sender, triggers)


def set_aside(triggers: Sequence[ddl.Trigger], *, using: str, plan: list[Any]) -> None:
    """Take triggers away while SQLite remakes tables: renaming one fails as long as a trigger elsewhere names it.

    `post_migrate` puts them back; a migration that broke off leaves them missing, which the start-up check reports.
    """
    connection = connections[using]
    if plan and connection.vendor == "sqlite":
        ddl.remove(connection, triggers)
