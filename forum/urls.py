"""Addresses of the whole site."""

from django.contrib import admin
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import include, path


def favicon(_request: HttpRequest) -> HttpResponseRedirect:
    """Browsers ask for this address whatever the page says."""
    return HttpResponseRedirect(staticfiles_storage.url("forum/icon.svg"))


urlpatterns = [
    path("admin/", admin.site.urls),
    path("favicon.ico", favicon),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("bulletins.urls")),
]
