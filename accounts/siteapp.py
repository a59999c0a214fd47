"""应用声明: Django's admin with our own site in place of its default one (for INSTALLED_APPS)."""

from django.contrib.admin.apps import AdminConfig


class SiteConfig(AdminConfig):
    """管理后台. Stands alone, because Django would take it for this package's own declaration."""

    default_site = "accounts.site.Site"
