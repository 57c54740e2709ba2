"""Keep the files of what was published before files were kept, or that were lost, and set pages as this release."""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins.models import Publication
from bulletins.publishing.renderings import keep_missing


class Command(BaseCommand):
    """`manage.py store_renderings`."""

    help = "Keep every file of every version that is not kept yet or was lost, and set pages as this release does."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        count = 0
        for pk in Publication.objects.order_by("pk").values_list("pk", flat=True):
            publication = Publication.objects.with_place().get(pk=pk)
            for name in keep_missing(publication):
                self.stdout.write(
                    f"{publication}: {name} would be another file now, and is not kept. Put it back from a backup."
                )
            count += 1
        if verbosity:
            self.stdout.write(f"{count} versions.")
