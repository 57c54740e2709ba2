"""Make the index of statements anew."""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins.publishing.index import reindex


class Command(BaseCommand):
    """`manage.py reindex`."""

    help = "Make the index of who said what anew, from the Publications alone, while people work."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        count = reindex()
        if verbosity:
            self.stdout.write(f"{count} statements.")
