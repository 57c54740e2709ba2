"""Write everything that is public as JSON Lines."""

import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bulletins.exports.bulk import FILES, README, everything, line
from bulletins.models.site_state import snapshot


class Command(BaseCommand):
    """`manage.py export_all DIR|-`."""

    help = "Write everything that is public as JSON Lines: a file for each kind, or all of it to the output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("to", help="a folder that is new or empty; - for the output of the command")
        parser.add_argument(
            "--site", default="", help="scheme and host before each address: https://example.org"
        )

    def handle(self, *args: Any, to: str, site: str, **options: Any) -> None:
        site = site.rstrip("/")
        with snapshot():
            if to == "-":
                for _name, value in everything(site):
                    sys.stdout.buffer.write(line(value))
            else:
                _write_files(Path(to), site)


def _write_files(folder: Path, site: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = any(folder.iterdir())
    except OSError as error:
        raise CommandError(f"{folder}: {error.strerror}") from None
    if taken:
        raise CommandError(f"{folder} is not empty. Name another folder.")
    with ExitStack() as stack:
        files = {name: stack.enter_context((folder / f"{name}.jsonl").open("wb")) for name in FILES}
        for name, value in everything(site):
            files[name].write(line(value))
    (folder / "README.md").write_text(README, encoding="utf-8")
