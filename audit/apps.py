"""应用声明: 审计记录."""

from django.apps import AppConfig

from audit import ddl


class AuditConfig(AppConfig):
    """审计记录."""

    name = "audit"
    verbose_name = "审计记录"

    def ready(self) -> None:
        """Keep the trail's triggers in place, whatever migrations do to its table."""
        from audit.triggers import TRIGGERS  # noqa: PLC0415 - models are loaded by now

        ddl.keep_installed(self, TRIGGERS)
