"""`manage.py publish_due`: publish the scheduled corrections whose moment has come."""

from typing import Any

from django.core.management.base import BaseCommand

from bulletins.publishing.scheduling import publish_due


class Command(BaseCommand):
    """Publish what is due."""

    help = "Publish the scheduled corrections whose moment has come. A serving site does so by itself."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{publish_due()} corrections published.")
