"""Addresses of the whole site."""

from django.conf import settings
from django.contrib import admin
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import include, path
from django.utils.http import url_has_allowed_host_and_scheme


def favicon(_request: HttpRequest) -> HttpResponseRedirect:
    """Browsers ask for this address whatever the page says."""
    return HttpResponseRedirect(staticfiles_storage.url("forum/icon.svg"))


def language(request: HttpRequest, code: str) -> HttpResponseRedirect:
    """Remember the reader's language in a cookie of its own, and go back to the page.

    A plain GET: the link is the same for everybody, so pages need no token and no session.
    """
    if code not in dict(settings.LANGUAGES):
        raise Http404
    back = request.GET.get("next", "/")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(back if own else "/")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=365 * 86400, samesite="Lax", secure=request.is_secure()
    )
    response.headers["Cache-Control"] = "no-store"
    return response


urlpatterns = [
    path("admin/", admin.site.urls),
    path("favicon.ico", favicon),
    path("language/<slug:code>/", language, name="language"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("bulletins.urls")),
]

handler500 = "forum.outage.failed"
