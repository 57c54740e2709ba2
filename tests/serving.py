"""The site as `manage.py serve` runs it: real processes, for tests to kill."""

import fcntl
import json
import os
import pty
import signal
import socket
import subprocess
import sys
import tempfile
import termios
import time
import urllib.error
import urllib.request
from functools import cache
from http.client import HTTPException
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders

from forum.management.commands.serve import first_free_port

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {
    "RAPPORTEUR_SECRET_KEY": "aB3$efgHIJ" * 8,
    "RAPPORTEUR_HOSTS": "bulletins.example.org",
    "RAPPORTEUR_HTTPS": "0",
}
# Nobody is there: for what needs nobody.
NO_DATABASE = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}


def environment_with(**variables):
    """This environment as an operator's shell has it: without what the tests set, with these."""
    ours = ("RAPPORTEUR_", "DJANGO_", "DATABASE_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | ENVIRONMENT | variables


@cache
def static_files():
    """A folder that says of each file that it is collected: enough to start, and a matter of no time."""
    folder = tempfile.TemporaryDirectory()
    paths = {path: path for finder in get_finders() for path, _ in finder.list([])}
    told = {"version": "1.1", "hash": "", "paths": paths}
    Path(folder.name, "staticfiles.json").write_text(json.dumps(told))
    return folder


def command(*arguments, **variables):
    """Run `manage.py` as an operator's shell does."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment_with(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def alive(port, timeout=2):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=timeout) as answer:
            return answer.read() == b"alive\n"
    except (OSError, HTTPException):  # a worker that is killed ends its answer in the middle
        return False


def until(condition, seconds=20):
    latest = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < latest:
        time.sleep(0.05)
    return met


def workers_of(master):
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(master)], capture_output=True, text=True, check=False
    )
    return [int(pid) for pid in found.stdout.split()]


def running(pid):
    try:
        return b"serve" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, HTTPException):  # a worker that is killed ends its answer in the middle
        return False


def free(port):
    return first_free_port("127.0.0.1", port, 1) == port


class Site:
    """`manage.py serve` in a process group of its own, as a shell starts it."""

    def __init__(self, workers=2, environment=NO_DATABASE, terminal=False):
        self.port = free_port()
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port), "--workers", str(workers)]
        streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        if terminal:
            self.terminal, theirs = pty.openpty()
            streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
        self.master = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment_with(**{"RAPPORTEUR_STATIC": static_files().name} | environment),
            start_new_session=True,
            preexec_fn=_take_terminal if terminal else None,  # noqa: PLW1509 (no thread runs yet)
            **streams,
        )
        assert until(lambda: alive(self.port), 30)
        assert until(lambda: len(workers_of(self.master.pid)) == workers)

    @property
    def workers(self):
        return workers_of(self.master.pid)

    def get(self, path, timeout=10):
        """Ask for a page: its status, its text, and how many seconds it took."""
        start = time.monotonic()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", headers={"Host": "bulletins.example.org"}
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310 (our own address)
                return answer.status, answer.read().decode("utf-8", "replace"), time.monotonic() - start
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode("utf-8", "replace"), time.monotonic() - start

    def end(self):
        for pid in (self.master.pid, *self.workers):
            if running(pid):
                os.kill(pid, signal.SIGKILL)
        self.master.wait()


def _take_terminal():
    # In the new process, between fork and exec.
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
