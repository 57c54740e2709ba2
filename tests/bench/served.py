"""What the measurements of pages serve: the site on a test's database, or an empty view with the same bytes."""

import os
from pathlib import Path

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

BYTES = Path(os.environ.get("BENCH_BYTES", os.devnull)).read_bytes()


def empty(_request: HttpRequest) -> HttpResponse:
    """Answer with the bytes of the page that is measured, and nothing else."""
    headers = {"Content-Encoding": "gzip", "Content-Length": str(len(BYTES))}
    return HttpResponse(BYTES, headers=headers)


# The site's middleware asks for the addresses of the admin and of the log-in.
urlpatterns = [
    path("", empty),
    path("accounts/login/", empty, name="account_login"),
    path("admin/", include(([path("", empty, name="index")], "admin"), namespace="admin")),
]


def served() -> WSGIHandler:
    """Set up what BENCH_WHAT asks for: the whole site, or an empty view with Django's middleware or with none."""
    what = os.environ.get("BENCH_WHAT", "site")
    django.setup(set_prefix=False)
    if what != "site":
        settings.ROOT_URLCONF = "tests.bench.served"
        # Not before: an app refuses to be set up without the middleware of its own.
        settings.MIDDLEWARE = [
            name for name in settings.MIDDLEWARE if what == "empty" and "page_cache" not in name
        ]
    if what == "site":
        settings.DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]
    return WSGIHandler()


if "BENCH_WHAT" in os.environ:
    application = served()
