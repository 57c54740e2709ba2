"""Serve the site with granian."""

import os
import socket
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from granian.constants import Interfaces
from granian.log import LogLevels

from forum.refusal import Refusal
from forum.server import LAST_REQUESTS, Server, work
from forum.startup import require_database, require_static_files

PORTS_TRIED = 20


class Command(BaseCommand):
    """`manage.py serve`: the site on 127.0.0.1:8000."""

    help = "Serve the site with granian; static files come compressed and hashed through whitenoise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (%(default)s)")
        parser.add_argument(
            "--workers", type=int, default=min(4, os.cpu_count() or 1), help="processes (%(default)s)"
        )
        parser.add_argument(
            "--or-next", action="store_true", help="take the next free port where that one is taken"
        )

    def handle(self, *args: Any, host: str, port: int, workers: int, or_next: bool, **options: Any) -> None:
        tried = PORTS_TRIED if or_next else 1
        free = first_free_port(host, port, tried)
        if free is None:
            ports = f"Ports {port} to {port + tried - 1} are" if or_next else f"Port {port} is"
            raise CommandError(
                f"{ports} taken, or not to be had on {host}. Choose another with --port, or end what holds it."
            )
        self._require_what_pages_need()
        if free != port:
            self.stdout.write(self.style.WARNING(f"Port {port} is taken; using {free}, the next free one."))
        self.stdout.write(
            self.style.SUCCESS(f"Rapporteur is at http://{host}:{free}/ and its editors at /admin/")
        )
        self.stdout.write("Stop it with Ctrl-C.")
        self.stdout.flush()
        Server(
            "forum.wsgi:application",
            address=host,
            port=free,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=4,
            blocking_threads_idle_timeout=600,  # each keeps a connection to the database
            log_level=LogLevels.warning,
            workers_kill_timeout=LAST_REQUESTS,
        ).serve(spawn_target=work)

    def _require_what_pages_need(self) -> None:
        try:
            require_static_files()
            absent = require_database()
        except Refusal as refusal:
            raise CommandError(refusal.message) from None
        if absent:
            self.stderr.write(f"The database is not there yet: {absent}. Pages say 503 until it is.")


def first_free_port(host: str, port: int, tried: int = PORTS_TRIED) -> int | None:
    """Give the first port from `port` on that can be listened on, or None after so many tries."""
    for candidate in range(port, port + tried):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except (OSError, OverflowError):  # the latter above 65535
                continue
            return candidate
    return None
