"""地址: every address of the programme."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from selfeval.health import health

urlpatterns = [
    path("health/", health, name="health"),
    # Asked for by browsers that show a page without a head of ours: the finished paper.
    path("favicon.ico", RedirectView.as_view(url="/static/app/icon.svg"), name="favicon"),
    path("", include("accounts.urls")),
    path("", include("filings.urls")),
    path("", include("reviews.urls")),
    path("", include("checkups.urls")),
    path("admin/", admin.site.urls),
]

handler500 = "selfeval.faults.server_error"
