"""Serve the site with granian."""

import os
import socket
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

PORTS_TRIED = 20


class Command(BaseCommand):
    """`manage.py serve`: the site on 127.0.0.1:8000, or on the next free port."""

    help = "Serve the site with granian; static files come compressed and hashed through whitenoise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (%(default)s)")
        parser.add_argument(
            "--workers", type=int, default=min(4, os.cpu_count() or 1), help="processes (%(default)s)"
        )

    def handle(self, *args: Any, host: str, port: int, workers: int, **options: Any) -> None:
        free = first_free_port(host, port)
        if free is None:
            raise CommandError(
                f"Ports {port} to {port + PORTS_TRIED - 1} are all taken. Choose one with --port."
            )
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
            log_level=LogLevels.warning,
        ).serve()


def first_free_port(host: str, port: int) -> int | None:
    """Give the first port from `port` on that can be listened on, or None after a score of tries."""
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError:
                continue
            return candidate
    return None
