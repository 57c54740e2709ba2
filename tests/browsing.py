"""A real Chromium, driven by Playwright."""

import os
import shutil

import pytest
from django.urls import reverse
from playwright.sync_api import sync_playwright

from tests.chromium import QUIET
from tests.factories import make_user

# Playwright's own loop runs in the test's thread, and Django takes that for an asynchronous context.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def chromium():
    """The browser. In CI a missing one is a failure."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A fresh page at 1400 px, in English."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1000}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def sign_in(page, live_server, name="editor"):
    """Sign somebody in who exists."""
    page.goto(live_server.url + reverse("admin:login"))
    page.fill("[name=login]", name)
    page.fill("[name=password]", f"{name}-password")
    page.click("[type=submit]")
    page.wait_for_load_state()


def leave(page):
    """Leave the page, and let the server finish what it was asked last while there is still a database."""
    page.goto("about:blank")
    page.wait_for_timeout(300)


@pytest.fixture
def signed_in(page, live_server):
    """A page with an editor signed in."""
    make_user("editor", is_superuser=True)
    sign_in(page, live_server)
    yield page
    leave(page)


@pytest.fixture
def second_page(chromium, live_server):
    """Another browser, with another editor signed in."""
    make_user("second", is_superuser=True)
    context = chromium.new_context(viewport={"width": 1400, "height": 1000}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(10_000)
    sign_in(page, live_server, "second")
    yield page
    leave(page)
    context.close()
