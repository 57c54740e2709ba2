"""Writing a bulletin in a real browser: no word is lost where a server, a line or a browser is."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.sessions.models import Session as WebSession
from django.db import connection
from playwright.sync_api import Error as PageCrashed
from playwright.sync_api import expect

from forum.management.commands.serve import first_free_port
from tests.browser.writing import SAVED, open_page, printed, put_cursor, saved, two_points
from tests.browsing import sign_in
from tests.factories import make_user

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]


def test_a_server_that_does_not_answer_loses_nothing(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    page.route("**/write/**", lambda route: route.abort())
    put_cursor(page, "Nobody disagreed.")
    page.keyboard.type(" Typed in the dark.")
    expect(page.locator("#status")).to_contain_text("kept in this browser")

    page.unroute("**/write/**")
    expect(page.locator("#status")).to_have_text(SAVED)

    assert printed(bulletin)[1] == ["Firstly, dams can wait. Nobody disagreed. Typed in the dark."]


def cut_off(tab, after, typed):
    """Type where nothing reaches the server any more, and break off as soon as this browser has kept the words.

    A page that is left or closed sends what it has at the last moment, and that may arrive after all.
    """
    tab.context.route("**/write/**", lambda route: route.abort())
    put_cursor(tab, after)
    tab.keyboard.type(typed)
    tab.wait_for_function(
        "typed => Object.values(localStorage).some((kept) => kept.includes(typed))", arg=typed
    )
    with pytest.raises(PageCrashed, match="crash"):
        tab.goto("chrome://crash")
    tab.close()


def come_back(context, live_server, bulletin):
    """Open the draft once the line is there again."""
    context.unroute("**/write/**")
    page = open_page(context.new_page(), live_server, bulletin)
    expect(page.locator("#recovered")).to_be_visible()
    saved(page)
    return page


def test_a_closed_laptop_brings_back_what_had_not_reached_the_server(signed_in, live_server):
    bulletin = two_points()
    before = printed(bulletin)
    open_page(signed_in, live_server, bulletin)
    cut_off(signed_in, "Nobody disagreed.", " Before the lid fell.")
    reached = printed(bulletin)

    come_back(signed_in.context, live_server, bulletin)

    assert reached == before
    assert printed(bulletin)[1] == ["Firstly, dams can wait. Nobody disagreed. Before the lid fell."]


def test_two_tabs_of_one_person_that_could_not_save_both_bring_back_their_words(signed_in, live_server):
    bulletin = two_points()
    tabs = [open_page(tab, live_server, bulletin) for tab in (signed_in, signed_in.context.new_page())]
    cut_off(tabs[0], "Nobody disagreed.", " First tab.")
    cut_off(tabs[1], "So the meeting found.", " Second tab.")

    page = come_back(signed_in.context, live_server, bulletin)

    assert [sections[-1].split(". ")[-1] for sections in printed(bulletin)] == ["Second tab.", "First tab."]
    assert page.evaluate("Object.keys(localStorage).filter((key) => /^rapporteur:\\d/.test(key))") == []


def test_a_session_that_ended_is_told_and_signing_in_elsewhere_saves(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    WebSession.objects.all().delete()
    put_cursor(page, "Nobody disagreed.")
    page.keyboard.type(" Past midnight.")
    expect(page.locator("#sign-in")).to_be_visible()

    with page.context.expect_page() as tab:
        page.click("#sign-in")
    tab.value.fill("[name=login]", "editor")
    tab.value.fill("[name=password]", "editor-password")
    tab.value.click("[type=submit]")
    expect(page.locator("#status")).to_have_text(SAVED)

    assert printed(bulletin)[1] == ["Firstly, dams can wait. Nobody disagreed. Past midnight."]


def serving(port):
    """Start the site as a process of its own on the tests' database, and wait until it answers."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "RAPPORTEUR_TEST_DATABASE": connection.settings_dict["NAME"],
    }
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "tests.served:application",
    ]
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=True, stdout=subprocess.DEVNULL
    )
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.1)
    raise AssertionError("the server does not answer")


def kill(server):
    """End a server as a power cut does."""
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def test_a_killed_server_that_comes_again_gets_everything(page):
    make_user("editor", is_superuser=True)
    bulletin = two_points()
    port = first_free_port("127.0.0.1", 8300)
    site = SimpleNamespace(url=f"http://127.0.0.1:{port}")
    server = serving(port)
    try:
        sign_in(page, site)
        open_page(page, site, bulletin)
        put_cursor(page, "Nobody disagreed.")
        page.keyboard.type(" Typed")
        kill(server)
        page.keyboard.type(" while it was dead.")
        expect(page.locator("#status")).to_contain_text("kept in this browser")
        server = serving(port)
        expect(page.locator("#status")).to_have_text(SAVED)
    finally:
        page.goto("about:blank")
        kill(server)

    assert printed(bulletin)[1] == ["Firstly, dams can wait. Nobody disagreed. Typed while it was dead."]
