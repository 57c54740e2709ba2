"""Prove that everything published is as it was published."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bulletins.models import Publication
from bulletins.publishing.verification import verify
from forum.models import LedgerEntry
from forum.refusal import Refusal
from forum.signing import Statement


class Command(BaseCommand):
    """`manage.py verify`."""

    help = "Hold publications, ledger, numbers and index against each other. Exit code 1 where they differ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--statement", type=Path, metavar="FILE", help="a statement of before, to hold the ledger against"
        )

    def handle(self, *args: Any, statement: Path | None = None, **options: Any) -> None:
        try:
            told = Statement.read(statement.read_text()) if statement else None
        except Refusal as error:
            raise CommandError(f"{statement}: {error.message}") from None
        if found := verify(told):
            self.stdout.writelines(f"{line}\n" for line in found)
            sys.exit(1)
        publications, entries = Publication.objects.count(), LedgerEntry.objects.count()
        self.stdout.write(
            f"{publications} publications and {entries} entries of the ledger: all as they were."
        )
