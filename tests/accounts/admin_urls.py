"""地址: our admin site alone, with every page that is registered."""

from django.contrib import admin
from django.urls import path

from accounts.site import Site

admin.autodiscover()
site = Site(name="admin")
for model, page in admin.site._registry.items():
    site.register(model, type(page))

urlpatterns = [path("admin/", site.urls)]
