"""How many pages a second, beside an empty Django view that returns the same bytes on the same server."""

import os
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from bulletins.models import Statement
from bulletins.page_cache import PAGE_CACHE
from bulletins.publishing.publication import Approval, publish
from speakers.models import Speaker
from tests import documents
from tests.factories import make_bulletin, make_copies, make_edition, make_forum, make_user

pytestmark = [pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
SECONDS = 2
CONNECTIONS = 2


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(what, **environment):
    """Start granian with one process; give it and its port as soon as it answers."""
    port = free_port()
    environment = (
        os.environ
        | environment
        | {
            "BENCH_WHAT": what,
            "BENCH_DATABASE": connection.settings_dict["NAME"],
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
    )
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        "4",
        "--log-level",
        "error",
        "tests.bench.served:application",
    ]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return process, port
    pytest.fail("the server did not start")


def rate(port, path):
    """Requests a second over several connections, each in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.load", str(port), path, str(SECONDS)]
    asking = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(CONNECTIONS)
    ]
    return sum(float(process.communicate(timeout=60)[0]) for process in asking)


def page_of(port, path):
    """The bytes of a page as they go over the line, compressed."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        data = b"".join(iter(lambda: line.recv(65536), b""))
    return data.split(b"\r\n\r\n", 1)[1]


def side_by_side(tmp_path, path):
    """Median requests a second of a page, of the empty view with the same middleware, and of one with none."""
    site, site_port = serve("site")
    servers = [site]
    try:
        (tmp_path / "page").write_bytes(page_of(site_port, path))
        places = {"page": (site_port, path)}
        for what in ("empty", "bare"):
            process, port = serve(what, BENCH_BYTES=str(tmp_path / "page"))
            servers.append(process)
            places[what] = (port, "/")
        rates = {name: [] for name in places}
        for _ in range(ROUNDS):
            for name, place in places.items():
                rates[name].append(rate(*place))
    finally:
        for process in servers:
            process.terminate()
            process.wait(20)
    return {name: statistics.median(some) for name, some in rates.items()}


def say(capsys, name, rates):
    with capsys.disabled():
        print(  # noqa: T201 (a measurement is there to be read)
            f"\n    {name}: {rates['page']:.0f}/s, an empty view {rates['empty']:.0f}/s, ratio "
            f"{rates['page'] / rates['empty']:.2f} (without any middleware {rates['bare']:.0f}/s, "
            f"ratio {rates['page'] / rates['bare']:.2f})"
        )


@pytest.fixture
def published():
    edition = make_edition(make_forum(slug="lamps"))
    content = documents.english(points=10, speakers=13)
    return publish(
        make_bulletin(edition, content=content, number=6, volume=141),
        by=make_user(is_superuser=True),
        approval=Approval(acceptance="A measurement."),
    )


@pytest.mark.parametrize(("name", "path"), [("issue page", "/lamps/2026/6/"), ("archive page", "/archive/")])
def test_a_page_is_as_fast_as_half_an_empty_view(published, tmp_path, capsys, name, path):
    make_copies(published, 40)

    rates = side_by_side(tmp_path, path)

    say(capsys, name, rates)
    assert rates["page"] / rates["empty"] >= 0.5


def test_a_speakers_page_with_two_thousand_statements_is_a_third_as_fast(published, tmp_path, capsys):
    make_copies(published, 2000)
    speaker = Speaker.objects.get(slug="speaker-0")
    assert Statement.objects.filter(speaker=speaker).count() >= 2000

    rates = side_by_side(tmp_path, "/speakers/speaker-0/")

    say(capsys, "speaker page of 2,000 statements", rates)
    assert rates["page"] / rates["empty"] >= 0.3


def test_the_first_answer_after_a_change_comes_soon(published, client, capsys):
    make_copies(published, 2000)
    for path in ("/lamps/2026/6/", "/archive/", "/speakers/speaker-0/"):
        times = []
        for _ in range(7):
            Speaker.objects.filter(slug="speaker-0").update(given_name="Ada")
            start = time.perf_counter()
            assert client.get(path).status_code == 200
            times.append(time.perf_counter() - start)
        with capsys.disabled():
            print(f"\n    {path} after a change: {statistics.median(times) * 1000:.0f} ms")  # noqa: T201 (as above)
        assert statistics.median(times) < 0.5


def test_an_issues_page_made_anew_costs_few_empty_ones(published, client, capsys):
    def milliseconds(path):
        times = []
        for _ in range(40):
            PAGE_CACHE.clear()
            start = time.perf_counter()
            assert client.get(path).status_code == 200
            times.append((time.perf_counter() - start) * 1000)
        return statistics.median(times[10:])

    issue, empty = milliseconds("/lamps/2026/6/"), milliseconds("/robots.txt")

    with capsys.disabled():
        print(f"\n    an issue's page made anew {issue:.1f} ms, an empty one {empty:.1f} ms")  # noqa: T201 (as above)
    # The goal is 10 ms on the machine where it took 34.
    assert issue / empty <= 30
