"""Delete for good what has been in the bin for thirty days."""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins.drafts.bin import empty_bin


class Command(BaseCommand):
    """`manage.py empty_bin`."""

    help = "Delete for good the drafts that were deleted thirty days ago or earlier. For a daily timer."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        count = empty_bin()
        if verbosity:
            self.stdout.write(f"{count} drafts.")
