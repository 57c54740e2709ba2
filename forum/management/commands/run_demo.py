"""Everything that a first look at the site needs, in one process: tables, files, the demo forum, the server."""

import hashlib
import io
import logging
import os
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from forum.home import HOME
from forum.installation import locked
from forum.startup import unapplied_migrations


class Command(BaseCommand):
    """`manage.py run_demo`: the second half of `make run`."""

    help = "Make the tables, collect static files, load the demo forum, index it, and serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (%(default)s)")

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        # Two at once: the second finds all of it done.
        with locked(HOME):
            self._step("Starting the database", connection.ensure_connection)
            connection.close()
            _in_a_process_of_its_own(self._prepare)
        call_command("serve", port=port, or_next=True, stdout=self.stdout)

    def _prepare(self) -> None:
        logging.disable(logging.INFO)  # the steps are told instead of each bulletin's import
        if unapplied_migrations():
            self._step("Making the tables", lambda: call_command("migrate", verbosity=0))
        if not _is_collected():
            self._step("Collecting and compressing static files", _collect)
        logins = io.StringIO()
        self._step("Loading the demo forum", lambda: call_command("demo", stdout=logins))
        self._step("Indexing who said what", lambda: call_command("reindex", verbosity=0))
        self.stdout.write(logins.getvalue(), ending="")
        self.stdout.flush()

    def _step(self, title: str, do: Callable[[], object]) -> None:
        self.stdout.write(f"{title} …", ending="")
        self.stdout.flush()
        start = time.monotonic()
        do()
        self.stdout.write(f" {time.monotonic() - start:.1f} s")


def _in_a_process_of_its_own(do: Callable[[], None]) -> None:
    """Do something in a fork, and wait for it. Exits where it failed.

    Whoever has set a sheet has Typst's threads, which a fork does not have: the server's workers are forks, and
    would wait for them for ever.
    """
    child = os.fork()
    if child:
        _child, status = os.waitpid(child, 0)
        if status:
            sys.exit(os.waitstatus_to_exitcode(status))
        return
    do()  # what it raises ends this process as any other
    os._exit(0)


def _collect() -> None:
    call_command("collectstatic", interactive=False, verbosity=0)
    (settings.STATIC_ROOT / ".collected").write_text(_digest())


def _is_collected() -> bool:
    kept = settings.STATIC_ROOT / ".collected"
    return kept.exists() and kept.read_text() == _digest()


def _digest() -> str:
    """Give a hash of all files to collect: their places, sizes and times, for their contents take long to read."""
    lines = []
    for finder in get_finders():
        for path, storage in finder.list([]):
            told = storage.path(path)
            lines.append(f"{told} {storage.size(path)} {storage.get_modified_time(path).timestamp()}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
