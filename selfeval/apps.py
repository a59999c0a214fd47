"""应用声明: registers the start-up checks."""

from django.apps import AppConfig


class SelfevalConfig(AppConfig):
    """The top floor as a Django app, so that its checks run with every command."""

    name = "selfeval"
    verbose_name = "绩效自评"

    def ready(self) -> None:
        """Register the checks; they need the apps, so not at import."""
        from selfeval import checks  # noqa: F401, PLC0415 - registration needs loaded apps
