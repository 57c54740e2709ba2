"""The database goes away and comes back: pages say so at once, files are served, and nobody waits afterwards."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from forum.database import Server
from tests.serving import ROOT, Site, environment_with, until

pytestmark = pytest.mark.slow
STYLES = "/static/forum/base.css"


@pytest.fixture(scope="module")
def installation():
    """A PostgreSQL of its own with the site's tables, and the site's files collected."""
    home = Path("/tmp") / f"rapporteur-outage-{os.getpid()}"  # noqa: S108 (removed below)
    home.mkdir(mode=0o755)
    environment = {"RAPPORTEUR_DATA": str(home), "RAPPORTEUR_STATIC": str(home / "static")}
    server = Server(home / "postgres")
    try:
        for command in (["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]):
            subprocess.run(
                [sys.executable, "manage.py", *command],
                cwd=ROOT,
                env=environment_with(**environment),
                check=True,
            )
        yield server, environment
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["embedded", "DATABASE_URL"])
def site(request, installation):
    server, environment = installation
    server.start()
    url = f"postgres://rapporteur@{str(server.sockets).replace('/', '%2F')}/rapporteur"
    site = Site(2, environment | ({"DATABASE_URL": url} if request.param == "DATABASE_URL" else {}))
    site.server = server
    yield site
    site.end()
    mend(server)


def take_away(server):
    """Stop the server, and let nobody start it."""
    server.stop()
    with (server.data / "postgresql.auto.conf").open("a") as settings:
        settings.write("no_such_setting = 1\n")


def mend(server):
    settings = server.data / "postgresql.auto.conf"
    settings.write_text(settings.read_text().replace("no_such_setting = 1\n", ""))


def asked_at_once(site, path, times):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(site.get(path))) for _ in range(times)]
    for thread in threads:
        thread.start()
    return threads, answers


def test_pages_say_so_within_two_seconds_and_are_back_at_once(site):
    assert [site.get("/")[0] for _ in range(8)] == [200] * 8
    take_away(site.server)

    threads, answers = asked_at_once(site, "/", 24)
    time.sleep(0.1)
    files = [site.get(STYLES) for _ in range(5)]
    health, ready = site.get("/healthz"), site.get("/readyz")
    for thread in threads:
        thread.join()

    assert {status for status, _, _ in answers} == {503}
    assert all("The database does not answer just now" in text for _, text, _ in answers)
    assert max(seconds for *_, seconds in answers) < 2.5
    assert ({status for status, *_ in files}, max(seconds for *_, seconds in files) < 2) == ({200}, True)
    assert (health[0], ready[0], ready[2] < 2.5) == (200, 503, True)

    mend(site.server)
    site.server.start()
    assert until(lambda: site.get("/")[0] == 200, 2)
    assert until(lambda: {site.get("/")[0] for _ in range(12)} == {200}, 1)
    assert site.get("/readyz")[:2] == (200, "ready\n")


def test_a_restarted_database_costs_nobody_an_error(site):
    assert [site.get("/")[0] for _ in range(8)] == [200] * 8

    site.server.stop()
    site.server.start()

    assert [site.get("/")[0] for _ in range(16)] == [200] * 16


def test_a_database_that_takes_the_call_and_says_nothing_is_given_up_within_two_seconds(installation):
    _, environment = installation
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen(200)
        site = Site(2, environment | {"DATABASE_URL": f"postgres://a:b@127.0.0.1:{mute.getsockname()[1]}/c"})
        try:
            threads, answers = asked_at_once(site, "/", 8)
            for thread in threads:
                thread.join()
            later = site.get("/")
        finally:
            site.end()

    assert {status for status, *_ in answers} == {503}
    assert max(seconds for *_, seconds in answers) < 3
    assert later[0] == 503


def test_health_is_asked_by_address_and_without_tls(installation):
    _, environment = installation
    site = Site(1, environment | {"RAPPORTEUR_HTTPS": "1"})
    try:
        told = subprocess.run(
            ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", f"http://127.0.0.1:{site.port}/readyz"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    finally:
        site.end()

    assert told == "200"
