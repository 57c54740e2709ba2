"""Put a backup into an empty database, and prove that it is what it was."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from bulletins.publishing.verification import verify
from forum.database.archive import restore
from forum.refusal import Refusal
from forum.signing import Statement


class Command(BaseCommand):
    """`manage.py restore FILE`."""

    help = "Put a backup into the database of this site, which must be empty, and verify all of it."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            manifest = restore(file)
        except Refusal as error:
            raise CommandError(error.message) from None
        # A backup of an earlier release is brought up to this one.
        call_command("migrate", verbosity=0)
        if found := verify(Statement.read(manifest.statement)):
            self.stdout.writelines(f"{line}\n" for line in found)
            sys.exit(1)
        self.stdout.write(f"Restored as it was on {manifest.at}, and verified.")
