"""`manage.py send_mail`: send what waits, for a timer; what a process that ended left behind is not lost."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from forum.outbox import deliver, retry


class Command(BaseCommand):
    """Send every mail that waits."""

    help = "Send every mail that waits. Run it every few minutes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--retry", action="store_true", help="also those that were not sent before; one may come twice"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["retry"]:
            retry()
        self.stdout.write(f"{deliver()} mails sent.")
