"""What the editors' room needs of every request: a content security policy of its own, and where it came from."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from forum.ledger import request_origin


def admin_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Relax the policy under the admin's address, and nowhere else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith(reverse("admin:index")):
            response._csp_config = settings.ADMIN_CSP  # type: ignore[attr-defined]  # noqa: SLF001 (what csp_override sets)
        return response

    return middleware


# No page asks a browser for any of these; what passkeys need stays as browsers have it, for the site itself.
_UNUSED = (
    "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"
)
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in _UNUSED.split())


def permissions_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Tell browsers what no page of the site may use."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        return response

    return middleware


def note_origin(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Note the address that a request comes from, for the ledger."""

    def middleware(request: HttpRequest) -> HttpResponse:
        token = request_origin.set(_address(request))
        try:
            return get_response(request)
        finally:
            request_origin.reset(token)

    return middleware


def _address(request: HttpRequest) -> str:
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        # The proxy adds whom it talks to at the end; what stands before that, anybody may have written.
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    return str(address)
