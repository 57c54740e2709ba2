"""Mails: written by verbs in their transaction, sent after it, each once."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from forum.models import OutgoingMail
from forum.site_identity import SiteIdentity

log = logging.getLogger(__name__)


def post(to: str, subject: str, body: str) -> None:
    """Write a mail. It goes out within seconds of the commit, and never where there is none.

    Serving processes send what waits (forum/timer.py), so that a slow mail server makes nobody wait;
    `manage.py send_mail` does the same.
    """
    body = "\n\n".join(filter(None, (body.rstrip(), SiteIdentity().signature)))
    OutgoingMail.objects.create(to=to, subject=" ".join(subject.split())[:300], body=body)


def link_to(path: str) -> str:
    """Give the whole address of a page of this site, by the first name that it answers to."""
    host = next((name for name in settings.ALLOWED_HOSTS if name[:1] not in {"*", "."}), "")
    return f"{'https' if settings.HTTPS else 'http'}://{host}{path}" if host else path


def deliver() -> int:
    """Send every mail that waits, and give how many were sent. One that fails keeps the reason and is not tried again.

    A mail server may have taken a mail whose sending failed at the very end, so trying again is for people
    to decide (`retry`).
    """
    count = 0
    while (mail := _take()) is not None:
        try:
            send_mail(mail.subject, mail.body, None, [mail.to])
        except OSError as error:  # also every SMTPException
            log.warning("mail %s was not sent: %s", mail.pk, error)
            OutgoingMail.objects.filter(pk=mail.pk).update(failure=str(error) or type(error).__name__)
        else:
            OutgoingMail.objects.filter(pk=mail.pk).update(sent_at=timezone.now())
            count += 1
    return count


def retry() -> int:
    """Let every mail that was taken and not sent wait again; give how many."""
    return OutgoingMail.objects.filter(taken_at__isnull=False, sent_at=None).update(taken_at=None, failure="")


@transaction.atomic
def _take() -> OutgoingMail | None:
    waiting = OutgoingMail.objects.filter(taken_at=None).order_by("written_at", "pk")
    mail = waiting.select_for_update(skip_locked=True).first()
    if mail is not None:
        mail.taken_at = timezone.now()
        mail.save(update_fields=["taken_at"])
    return mail
