"""Make the index of statements anew."""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins import publishing


class Command(BaseCommand):
    """`manage.py reindex`."""

    help = "Make the index of who said what anew, from the Publications alone."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{publishing.reindex()} statements.")
