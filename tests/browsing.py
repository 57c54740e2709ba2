"""A real Chromium, driven by Playwright."""

import os
import shutil
import threading
import time
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect, sync_playwright

from tests.chromium import QUIET
from tests.factories import make_user

# Playwright's own loop runs in the test's thread, and Django takes that for an asynchronous context.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
PATIENCE = (
    30_000  # milliseconds: a machine that does other work beside is slow, and nothing is wrong with the page
)
expect.set_options(timeout=PATIENCE)


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
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def sign_in(page, live_server, name="editor"):
    """Sign somebody in who exists."""
    page.goto(live_server.url + reverse("admin:login"))
    page.fill("[name=login]", name)
    page.fill("[name=password]", f"{name}-password")
    page.click("[type=submit]")
    page.wait_for_load_state()


class _Asked:
    """What the live server is asked and has not answered yet."""

    def __init__(self):
        self._lock, self._count = threading.Lock(), 0
        request_started.connect(self._begun)
        request_finished.connect(self._done)

    def _begun(self, **_told):
        with self._lock:
            self._count += 1

    def _done(self, **_told):
        with self._lock:
            self._count -= 1

    def settle(self, seconds=15.0):
        """Wait until all is answered; an answer that nobody took any more is never told of."""
        latest = time.monotonic() + seconds
        while self._count > 0 and time.monotonic() < latest:
            time.sleep(0.01)
        self._count = 0


ASKED = _Asked()


def leave(page):
    """Leave the page, and let the server finish what it was asked last while there is still a database."""
    page.goto("about:blank")
    page.wait_for_timeout(30)  # what was sent has arrived
    ASKED.settle()


class Desk:
    """The browser of somebody who works here day after day: it has the scripts already, and is signed in."""

    def __init__(self, chromium, live_server):
        self._context = chromium.new_context(viewport={"width": 1400, "height": 1000}, locale="en-GB")
        self._origin = live_server.url

    @contextmanager
    def page(self, user):
        """Give a page for one test; after it, all but the scripts is forgotten."""
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self._context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self._origin}]
        )
        page = self._context.new_page()
        page.set_default_timeout(PATIENCE)
        yield page
        self._clear()

    def _clear(self):
        self._context.set_offline(False)
        self._context.unroute_all()
        self._context.clear_permissions()
        for page in self._context.pages:
            leave(page)
        cleaner = self._context.new_cdp_session(self._context.new_page())
        stores = {"origin": self._origin, "storageTypes": "local_storage,indexeddb"}
        cleaner.send("Storage.clearDataForOrigin", stores)
        self._context.clear_cookies()
        for page in self._context.pages:
            page.close()

    def close(self):
        self._context.close()


@pytest.fixture(scope="session")
def desks(chromium, live_server):
    """Two browsers, for two people."""
    both = [Desk(chromium, live_server) for _ in range(2)]
    yield both
    for desk in both:
        desk.close()


@pytest.fixture
def signed_in(desks):
    """A page with an editor signed in."""
    with desks[0].page(make_user("editor", is_superuser=True)) as page:
        yield page


@pytest.fixture
def second_page(desks):
    """Another browser, with another editor signed in."""
    with desks[1].page(make_user("second", is_superuser=True)) as page:
        yield page
