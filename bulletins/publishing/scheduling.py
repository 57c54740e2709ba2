"""Corrections that come out at a moment of their own; until then readers see the version before."""

import datetime
import logging

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.document_json import from_json, to_json
from bulletins.drafts.review import settle
from bulletins.drafts.rights import require_for
from bulletins.drafts.rows import document_of
from bulletins.models import Bulletin, Publication, ScheduledCorrection
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.record import record_versions
from bulletins.publishing.withdrawal import lock_versions
from forum.models import Act
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry

log = logging.getLogger(__name__)


@atomic_with_retry
def schedule_correction(
    bulletin: Bulletin, *, by: User, approval: Approval, at: datetime.datetime
) -> ScheduledCorrection:
    """Approve the draft as it stands for publication at a moment; what is written after that is not in it.

    Raises what `publish` raises, and Refusal where nothing is published yet or the moment has passed.
    """
    require_for(by, "bulletins.publish_bulletin", bulletin)
    lock_versions(bulletin)
    if at <= timezone.now():
        raise Refusal(_("This moment has passed. Choose a later one, or publish now."))
    _try_out(bulletin, by, approval)
    document = document_of(Bulletin.objects.get(pk=bulletin.pk))
    scheduled, _made = ScheduledCorrection.objects.update_or_create(
        bulletin=bulletin,
        defaults={
            "at": at,
            "frozen": to_json(document).decode(),
            "acceptance": approval.acceptance,
            "correction_note": approval.correction_note,
            "correction_kind": approval.correction_kind,
            "marking_consent": approval.marking_consent,
            "by": by,
            "approved_at": timezone.now(),
            "failure": "",
        },
    )
    settle(Bulletin.objects.get(pk=bulletin.pk))
    details = {"at": at.astimezone(datetime.UTC).isoformat(), "emergency": approval.emergency.strip()}
    record_versions(Act.SCHEDULED, _current(bulletin), by=by, why=approval.correction_note, details=details)
    return scheduled


@atomic_with_retry
def cancel_correction(bulletin: Bulletin, *, by: User) -> None:
    """Take a scheduled correction back; nothing happens where there is none."""
    require_for(by, "bulletins.publish_bulletin", bulletin)
    lock_versions(bulletin)
    count, _rows = ScheduledCorrection.objects.filter(bulletin=bulletin).delete()
    if count:
        record_versions(Act.UNSCHEDULED, _current(bulletin), by=by)


def publish_due() -> int:
    """Publish every scheduled correction whose moment has come; give how many came out.

    Any number of processes may ask at once: each correction comes out once.
    """
    due = ScheduledCorrection.objects.filter(at__lte=timezone.now(), failure="")
    return sum(_come_out(pk) for pk in due.values_list("pk", flat=True))


def _come_out(pk: int) -> bool:
    try:
        return _published(pk)
    except (Refusal, PermissionDenied) as error:
        reason = (
            error.message
            if isinstance(error, Refusal)
            else _("Whoever approved it may not publish any more.")
        )
        log.warning("scheduled correction %s did not come out: %s", pk, reason)
        ScheduledCorrection.objects.filter(pk=pk).update(failure=reason)
        return False


@atomic_with_retry
def _published(pk: int) -> bool:
    bulletin = Bulletin.objects.filter(scheduled_correction=pk).first()
    if bulletin is None:
        return False  # another process was quicker, or it was taken back
    lock_versions(bulletin)
    scheduled = ScheduledCorrection.objects.filter(pk=pk, at__lte=timezone.now(), failure="").first()
    if scheduled is None:
        return False  # meanwhile, too; or it was put off
    approval = Approval(
        acceptance=scheduled.acceptance,
        correction_note=scheduled.correction_note,
        correction_kind=scheduled.correction_kind,
        marking_consent=scheduled.marking_consent,
    )
    publish(bulletin, by=scheduled.by, approval=approval, approved=from_json(scheduled.frozen))
    ScheduledCorrection.objects.filter(pk=pk).delete()  # also where nothing differed any more
    return True


def _try_out(bulletin: Bulletin, by: User, approval: Approval) -> None:
    """Publish, and take it back: what would refuse it later refuses it now."""
    before = _current(bulletin)
    with transaction.atomic():
        published = publish(Bulletin.objects.get(pk=bulletin.pk), by=by, approval=approval)
        transaction.set_rollback(True)
    if published == before:
        raise Refusal(_("Nothing differs from what is published."))


def _current(bulletin: Bulletin) -> Publication:
    return Publication.objects.with_place().get(bulletin=bulletin, superseded=False)
