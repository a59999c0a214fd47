"""应用声明: 表样."""

from django.apps import AppConfig
from django.conf import settings

from blueprints.catalogue import look_in


class BlueprintsConfig(AppConfig):
    """表样."""

    name = "blueprints"
    verbose_name = "表样"

    def ready(self) -> None:
        """Say where forms lie and register the system check; it needs the settings, so not at import."""
        from blueprints import checks  # noqa: F401, PLC0415 - registration needs loaded apps

        look_in(lambda: settings.BLUEPRINT_DIRS)
