"""Serving: no process takes the others along; the first Ctrl-C ends all of it."""

import os
import signal
import threading
import time
import urllib.request

import pytest

from forum.server import PAUSE
from tests.serving import Site, alive, free, running, until


@pytest.fixture
def serve():
    sites = []

    def start(*args, **kwargs):
        sites.append(Site(*args, **kwargs))
        return sites[-1]

    yield start
    for site in sites:
        site.end()


@pytest.mark.slow
@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGTERM])
def test_a_dead_worker_is_replaced_and_the_others_go_on(serve, kill):
    site = serve(workers=3)
    first, *others = site.workers

    os.kill(first, kill)

    assert until(lambda: first not in site.workers and len(site.workers) == 3)
    assert set(others) <= set(site.workers)
    assert until(lambda: alive(site.port))


@pytest.mark.slow
def test_workers_that_die_again_and_again_are_replaced_again_and_again(serve):
    site = serve(workers=2)

    def replaced():
        before = site.workers
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        return until(lambda: len(site.workers) == 2 and not set(before) & set(site.workers))

    # The first workers may be old enough by now (a slow start) to be replaced at once.
    assert replaced()
    begun = time.monotonic()
    assert [replaced() for _ in range(3)] == [True] * 3

    # It waits before it replaces what has just begun.
    assert time.monotonic() - begun >= 3 * PAUSE
    assert until(lambda: alive(site.port))


@pytest.mark.slow
def test_a_signal_to_reload_starts_workers_anew(serve):
    site = serve(workers=2)
    before = set(site.workers)

    site.master.send_signal(signal.SIGHUP)

    assert until(lambda: len(site.workers) == 2 and not before & set(site.workers))
    assert until(lambda: alive(site.port))


@pytest.mark.slow
def test_readers_of_the_living_workers_notice_nothing_of_a_killed_one(serve):
    site = serve(workers=3)
    answers, stop = [], threading.Event()

    def ask():
        while not stop.is_set():
            answers.append(alive(site.port, timeout=20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    killed = site.workers[0]
    os.kill(killed, signal.SIGKILL)
    until(lambda: killed not in site.workers)
    time.sleep(0.5)  # what it held is lost, and has come back by now
    since = len(answers)
    time.sleep(2)
    stop.set()
    for thread in threads:
        thread.join()

    assert (len(answers) > since + 100, answers[since:].count(False)) == (True, 0)


@pytest.mark.slow
def test_a_dead_master_takes_its_workers_along_and_frees_the_port(serve):
    site = serve(workers=3)
    workers = site.workers

    site.master.kill()
    site.master.wait()

    assert until(lambda: not any(map(running, workers)) and free(site.port), 2)


@pytest.mark.slow
@pytest.mark.parametrize("round_", range(4))
def test_the_first_ctrl_c_in_a_terminal_ends_all_within_five_seconds(serve, round_):
    site = serve(workers=2, terminal=True)
    workers = site.workers
    urllib.request.urlopen(f"http://127.0.0.1:{site.port}/healthz", timeout=5).close()

    os.write(site.terminal, b"\x03")

    assert site.master.wait(5) == 0
    assert [pid for pid in workers if running(pid)] == []
    assert free(site.port)
    os.close(site.terminal)


@pytest.mark.slow
@pytest.mark.parametrize("kill", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_every_process_at_once_ends_all_within_five_seconds(serve, kill):
    site = serve(workers=3)
    workers = site.workers

    # As systemd does it: each process of the unit.
    for pid in (*workers, site.master.pid):
        os.kill(pid, kill)

    assert site.master.wait(5) == 0
    assert [pid for pid in workers if running(pid)] == []
