"""Addresses of the whole site."""

import hashlib

from django.conf import settings
from django.contrib import admin
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import include, path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import etag
from django.views.i18n import JavaScriptCatalog

from forum.guide import help_page
from forum.refusal import Refusal
from forum.signing import public_key, signing_key


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


def signing_public_key(_request: HttpRequest) -> HttpResponse:
    """The key by which anybody checks the statements of the ledger that the office gives away."""
    try:
        key = signing_key()
    except Refusal:
        raise Http404 from None
    return HttpResponse(public_key(key), content_type="text/plain; charset=utf-8")


def catalogue_version(_request: HttpRequest) -> str:
    """Give the tag by which a browser knows whether the catalogue that it has is still the one."""
    parts = [path.read_bytes() for path in sorted(settings.LOCALE_PATHS[0].glob("*/LC_MESSAGES/djangojs.mo"))]
    return f'"{get_language()}-{hashlib.sha256(b"".join(parts)).hexdigest()[:16]}"'


# The sentences of our own scripts, in the reader's language. Nothing in them is secret.
catalogue = etag(catalogue_version)(JavaScriptCatalog.as_view(packages=["forum"]))

urlpatterns = [
    path("admin/catalogue.js", catalogue, name="catalogue"),
    path("admin/account/", include("allauth.urls")),
    path("admin/help/", admin.site.admin_view(help_page), name="help"),
    path("admin/", admin.site.urls),
    path("favicon.ico", favicon),
    path(".well-known/rapporteur.pub", signing_public_key),
    path("language/<slug:code>/", language, name="language"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("bulletins.urls")),
]

handler500 = "forum.outage.failed"
