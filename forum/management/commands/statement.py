"""Print, or write, a signed statement of the ledger's last entry."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forum.refusal import Refusal
from forum.signing import Statement, signature, signing_key


class Command(BaseCommand):
    """`manage.py statement`."""

    help = (
        "Say, signed, how many entries the ledger has and what the hash of the last is: to be kept elsewhere."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "-o", "--output", type=Path, metavar="FILE", help="write FILE and FILE.minisig instead"
        )

    def handle(self, *args: Any, output: Path | None, **options: Any) -> None:
        try:
            key = signing_key()
        except Refusal as error:
            raise CommandError(error.message) from None
        text = Statement.now().text()
        signed = signature(key, text)
        if output is None:
            self.stdout.write(f"{text}\n{signed}", ending="")
        else:
            output.write_text(text)
            output.with_name(f"{output.name}.minisig").write_text(signed)
