"""Make an account that may do everything, and enter it into the ledger."""

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.contrib.auth.models import User
from django.db import transaction

from forum.ledger import record_account


class Command(createsuperuser.Command):
    """`manage.py createsuperuser`: Django's own, which the ledger knows of."""

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> str | None:
        known = list(User.objects.values_list("pk", flat=True))
        said: str | None = super().handle(*args, **options)
        for user in User.objects.exclude(pk__in=known):
            record_account(user, by=None)
        return said
