"""Bars in milliseconds that a loaded machine does not decide: in times of how slow it is just now, or of work alone."""

import time
from pathlib import Path

from django.db import connection


def at_rest(milliseconds):
    """Give as many milliseconds as what takes so many on this machine at rest may take now."""
    times = []
    for _ in range(60):
        begun = time.perf_counter()
        sum(range(300_000))
        times.append(time.perf_counter() - begun)
    times.sort()
    # The quickest had a core to itself; bars are of the slowest in twenty.
    return milliseconds * times[int(len(times) * 0.95) - 1] / times[0]


def work(function):
    """Give the milliseconds that a call keeps a core busy, ours and the database's; waiting for one is not counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    before = _busy(backend)
    function()
    return _busy(backend) - before


def _busy(backend):
    # Linux tells of each process how many nanoseconds it had a core.
    nanoseconds = int(Path(f"/proc/{backend}/schedstat").read_text().split()[0])
    return nanoseconds / 1e6 + time.process_time() * 1000
