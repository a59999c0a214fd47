"""应用声明: 用户与单位."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """用户与单位."""

    name = "accounts"
    verbose_name = "用户与单位"

    def ready(self) -> None:
        """Let every sign-in, sign-out, refusal and lock-out stand in the audit trail."""
        from accounts import signals  # noqa: F401, PLC0415 - receivers need loaded models
