"""Write everything into one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forum.database.archive import back_up
from forum.refusal import Refusal


class Command(BaseCommand):
    """`manage.py backup FILE`."""

    help = "Write the whole database, as it is at one moment, into FILE; people may go on working."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            manifest, damaged = back_up(file)
        except Refusal as error:
            raise CommandError(error.message) from None
        self.stdout.write(f"{file}: {file.stat().st_size:,} bytes, of PostgreSQL {manifest.server}.")
        self.stdout.write(manifest.statement, ending="")
        for place in damaged:
            self.stderr.write(f"The file {place} is damaged in the storage, and not in the backup.")
        if damaged:
            self.stderr.write("`manage.py store_renderings` makes again what comes out the same.")
