"""Log-ins and failed ones, as entries of the ledger."""

import logging

from django.contrib.auth.models import User

from forum.ledger import Subject, record, request_origin
from forum.models import Act

log = logging.getLogger(__name__)


def logged_in(user: User) -> None:
    """Note that somebody is in."""
    record(Act.LOGGED_IN, Subject.of(user), by=user)


def login_failed(name: str) -> None:
    """Note that somebody tried to get in under a name. One that nobody has is left out: it may be a password."""
    user = User.objects.filter(username=name.replace("\0", "")).first()
    record(Act.LOGIN_FAILED, Subject.of(user) if user else Subject("user/", ""), by=None)


def logged_out(user: User) -> None:
    """Note that somebody is out: for the log alone, for it changes nothing that the ledger is about."""
    log.info(
        "logged out %s by %s from %s", Subject.of(user).key, user.get_username(), request_origin.get() or "-"
    )
