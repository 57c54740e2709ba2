"""Prove that everything published is as it was published."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from bulletins.models import Publication
from bulletins.publishing.verification import verify
from forum.models import LedgerEntry


class Command(BaseCommand):
    """`manage.py verify`."""

    help = "Hold publications, ledger, numbers and index against each other. Exit code 1 where they differ."

    def handle(self, *args: Any, **options: Any) -> None:
        if found := verify():
            self.stdout.writelines(f"{line}\n" for line in found)
            sys.exit(1)
        publications, entries = Publication.objects.count(), LedgerEntry.objects.count()
        self.stdout.write(
            f"{publications} publications and {entries} entries of the ledger: all as they were."
        )
