"""What the arguments of commands name: editions and users."""

from django.contrib.auth.models import User
from django.core.management.base import CommandError

from forum.models import Edition


def edition_at(reference: str) -> Edition:
    """Give the edition at FORUM/YEAR. Raises CommandError, which says which there are."""
    slug, _, year = reference.partition("/")
    editions = Edition.objects.select_related("forum")
    found = editions.filter(forum__slug=slug, year=int(year) if year.isdecimal() else 0).first()
    if found is None:
        known = ", ".join(f"{one.forum.slug}/{one.year}" for one in editions)
        raise CommandError(f"There is no edition “{reference}”. There are: {known or 'none yet'}.")
    return found


def user_named(name: str) -> User:
    """Give the user who signs in under a name. Raises CommandError."""
    found = User.objects.filter(username=name, is_active=True).first()
    if found is None:
        raise CommandError(f"There is no user “{name}”, or the account is not active.")
    return found
