"""Make the key that statements of the ledger are signed with."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forum.refusal import Refusal
from forum.signing import make_key


class Command(BaseCommand):
    """`manage.py signing_key FILE`."""

    help = "Make a key for `statement`, and write it to FILE, which only its owner may read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            make_key(file)
        except Refusal as error:
            raise CommandError(error.message) from None
        self.stdout.write(
            f"Set RAPPORTEUR_SIGNING_KEY={file.resolve()} and keep a copy where the site is not."
        )
