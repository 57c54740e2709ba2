"""The headers that protect readers and editors stand on every page."""

import pytest

from tests.bulletins.conftest import edition, published  # noqa: F401 (fixtures)

pytestmark = pytest.mark.django_db
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
UNUSED = ("camera", "microphone", "geolocation", "payment", "usb", "display-capture")
PAGES = (
    "/",
    "/rain/2026/1/",
    "/rain/2026/1.txt",
    "/feeds/all.atom",
    "/nowhere/at/all/",
    "/admin/account/login/",
)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("again", [False, True])
def test_a_page_asks_browsers_for_nothing_and_keeps_to_its_origin(client, published, address, again):  # noqa: F811
    for _ in range(1 + again):  # the second is a kept one
        headers = client.get(address).headers

    assert {name: headers[name] for name in ALWAYS} == ALWAYS
    assert {one for one in UNUSED if f"{one}=()" in headers["Permissions-Policy"]} == set(UNUSED)
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", PAGES)
def test_scripts_within_a_page_run_in_the_editors_room_alone(client, published, address):  # noqa: F811
    policy = client.get(address).headers["Content-Security-Policy"]
    scripts = next((part for part in policy.split("; ") if part.startswith("script-src")), "")

    assert ("'unsafe-inline'" in scripts) == address.startswith("/admin/")
