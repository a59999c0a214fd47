"""地址: every address of the programme."""

from django.contrib import admin
from django.urls import include, path

from selfeval.health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("", include("accounts.urls")),
    path("", include("filings.urls")),
    path("", include("reviews.urls")),
    path("", include("checkups.urls")),
    path("admin/", admin.site.urls),
]

handler500 = "selfeval.faults.server_error"
