"""Publishing: a draft's Document becomes a Publication, with its numbers and its index, or nothing happens.

One transaction does it all. The forum's row is locked first, always, so that two editors publish
one after the other and numbers stay consecutive.
"""

import dataclasses
import datetime
from dataclasses import dataclass

import msgspec
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins import checks
from bulletins.document import Document, Figure, Finding, for_readers
from bulletins.document_json import reason_of, to_json, validated
from bulletins.drafts.findings import findings_of, reasons_for
from bulletins.drafts.numbers import allot_numbers
from bulletins.drafts.review import require_approved, settle
from bulletins.drafts.rights import require_for
from bulletins.drafts.rows import document_of
from bulletins.drafts.snapshots import take_snapshot
from bulletins.inline import plain_prose
from bulletins.language import of
from bulletins.models import Bulletin, CorrectionKind, Publication, ScheduledCorrection, Snapshot
from bulletins.models.publication import paper_of
from bulletins.publishing.credit_notices import notice_credits
from bulletins.publishing.index import index
from bulletins.publishing.purge import addresses_of, purge_when_committed
from bulletins.publishing.record import record_publication
from bulletins.publishing.renderings import described, keep, rendered
from forum.ledger import Subject, record
from forum.locks import lock_edition, lock_forum, share_people
from forum.models import Act
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry

SUMMARY_LENGTH = 280


@dataclass(frozen=True, kw_only=True)
class Approval:
    """What the one who publishes says: why open warnings are accepted, what a correction corrects, since when.

    `marking_consent` says why an issue with a marking may be public all the same.
    `public_from` puts a bulletin under an embargo until then; its corrections share it. `emergency` says why
    something is published that nobody approved, where its forum asks for that.
    """

    acceptance: str = ""
    correction_note: str = ""
    correction_kind: str = CorrectionKind.CORRECTION
    marking_consent: str = ""
    public_from: datetime.datetime | None = None
    emergency: str = ""


NOTHING_SAID = Approval()


@atomic_with_retry
def publish(
    bulletin: Bulletin, *, by: User, approval: Approval = NOTHING_SAID, approved: Document | None = None
) -> Publication:
    """Freeze a draft into its next Publication. Publishing an unchanged draft again gives the same one.

    What was `approved` before is published as it was then, whatever the draft says by now.

    Raises PermissionDenied without the right to publish, and Refusal while an error stands, while
    warnings have no word of acceptance, or where
    a correction does not say what it corrects; then nothing has changed.
    """
    require_for(by, "bulletins.publish_bulletin", bulletin)
    bulletin = _locked(bulletin)
    last = bulletin.publications.current().first()
    as_written = document_of(bulletin)
    bulletin.number, bulletin.volume = allot_numbers(bulletin)
    bulletin.save(update_fields=["number", "volume"])
    document = approved or document_of(bulletin)
    if last is not None and last.document == for_readers(document):
        settle(bulletin)
        return last
    # What was `approved` before was asked for its approval then.
    emergency = approved is None and require_approved(
        bulletin, as_written, by=by, emergency=approval.emergency
    )
    doubtful, spoken = _require_publishable(bulletin, document, last, approval)
    publication = _freeze(bulletin, document, last, by)
    _set_public_from(publication, last, approval)
    _record_approval(publication, last, doubtful, spoken)
    _bring_out(bulletin, publication, last, by)
    if emergency:
        record(Act.NOT_APPROVED, Subject.of(bulletin), by=by, why=approval.emergency.strip())
    return publication


def _require_publishable(
    bulletin: Bulletin, document: Document, last: Publication | None, approval: Approval
) -> tuple[tuple[Finding, ...], Approval]:
    """Give the warnings that stand, and the approval with a reason for each. Raises Refusal."""
    _require_bounds(document)
    findings = findings_of(bulletin, document)
    spoken = _with_accepted(bulletin, checks.warnings(findings), approval)
    _require_clean(findings, spoken)
    if last is not None and not approval.correction_note.strip():
        raise Refusal(_("This bulletin is published. Say in a note what the new version corrects."))
    return checks.warnings(findings), spoken


def _bring_out(bulletin: Bulletin, publication: Publication, last: Publication | None, by: User) -> None:
    files = rendered(publication.document, publication.imprint_on_paper)
    publication.renderings = described(files)
    _advance_counter(publication)
    _store(publication, last, files)
    take_snapshot(bulletin, Snapshot.Reason.STATE, by=by)
    index(publication)
    settle(bulletin)
    _settle(publication, last)
    record_publication(publication, by=by)


def _settle(publication: Publication, last: Publication | None) -> None:
    """Tell other bulletins and a CDN of what changed; what was scheduled is out, or this takes its place."""
    purge_when_committed(addresses_of(publication))
    notice_credits(publication, last.document if last else None)
    ScheduledCorrection.objects.filter(bulletin=publication.bulletin_id).delete()


def _locked(bulletin: Bulletin) -> Bulletin:
    share_people()
    forum, edition = lock_forum(bulletin.forum_id), lock_edition(bulletin.edition_id)
    locked = Bulletin.objects.select_for_update(of=("self",)).select_related("series").get(pk=bulletin.pk)
    edition.forum = forum
    locked.edition = edition
    return locked


def _require_bounds(document: Document) -> None:
    """What is published is read for ever: it keeps to the Document's schema."""
    try:
        validated(document)
    except msgspec.ValidationError as error:
        raise Refusal(
            _("A part of this bulletin is more than a bulletin can hold: %(reason)s.")
            % {"reason": reason_of(error)}
        ) from error


def _require_clean(findings: tuple[Finding, ...], approval: Approval) -> None:
    if broken := checks.errors(findings):
        raise Refusal(_("Errors stand in this bulletin. Mend them, then publish."), broken)
    if (doubtful := checks.warnings(findings)) and not approval.acceptance.strip():
        raise Refusal(
            _("Warnings stand in this bulletin. Mend them, or say why they are accepted."), doubtful
        )


def _with_accepted(bulletin: Bulletin, doubtful: tuple[Finding, ...], approval: Approval) -> Approval:
    """Give the approval with the reasons that were given before for each warning, if all of them have one."""
    reasons = reasons_for(bulletin, doubtful)
    if approval.acceptance.strip() or not reasons or None in reasons:
        return approval
    told = "; ".join(dict.fromkeys(reason for reason in reasons if reason))
    return dataclasses.replace(approval, acceptance=told)


def _consent_to_marking(document: Document, last: Publication | None, approval: Approval) -> str:
    """Give what was said of a marking: an issue that bears one is not public unless somebody says that it may be.

    What was said of a version holds for its corrections, as long as they bear the same marking.
    """
    if not document.marking:
        return ""
    before = last.marking_consent if last is not None and last.document.marking == document.marking else ""
    consent = approval.marking_consent.strip() or before
    if not consent:
        raise Refusal(
            _("This issue is marked “%(marking)s”. Say why it may be public, or do not publish it here.")
            % {"marking": document.marking}
        )
    return consent


def _freeze(bulletin: Bulletin, document: Document, last: Publication | None, by: User) -> Publication:
    if not (
        document.number and document.volume and document.date and document.series_title and document.title
    ):
        raise Refusal(_("A publication needs a number, a volume, a date, a series title and a title."))
    now = timezone.now()
    return Publication(
        bulletin=bulletin,
        forum=bulletin.edition.forum,
        edition=bulletin.edition,
        series=bulletin.series,
        version=last.version + 1 if last else 1,
        frozen=to_json(for_readers(document)).decode(),
        paper=paper_of(document),
        number=document.number,
        volume=document.volume,
        date=document.date,
        language=document.language,
        series_title=document.series_title,
        title=document.title,
        summary=summary_of(document),
        people=[entry.speaker for entry in document.roster if entry.kind == "person"],
        published_at=now,
        published_by=by,
        public_from=now,
    )


def _set_public_from(publication: Publication, last: Publication | None, approval: Approval) -> None:
    """Say when it is public. A correction shares its bulletin's fate: embargo, or withdrawal."""
    wanted = approval.public_from
    if last is None:
        publication.public_from = max(publication.published_at, wanted or publication.published_at)
        return
    if wanted is not None and wanted != last.public_from:
        raise Refusal(
            _("A correction is public when its bulletin is. Only a first version can be under an embargo.")
        )
    publication.public_from = max(publication.published_at, last.public_from)
    publication.withdrawn_at, publication.withdrawn_by = last.withdrawn_at, last.withdrawn_by
    publication.withdrawal_note = last.withdrawal_note


def summary_of(document: Document) -> str:
    """Give the beginning of the lede, or else of the editor's note, as lists of issues show it."""
    opening = document.lede or document.editors_note
    text = plain_prose(tuple(block for block in opening if not isinstance(block, Figure)), document)
    text = text.replace("\n", " ")
    if len(text) <= SUMMARY_LENGTH:
        return text
    cut = text[:SUMMARY_LENGTH]
    gap = of(document.language).GAP
    return f"{cut.rsplit(gap, 1)[0] if gap else cut}…"


def _record_approval(
    publication: Publication, last: Publication | None, doubtful: tuple[Finding, ...], approval: Approval
) -> None:
    publication.marking_consent = _consent_to_marking(publication.document, last, approval)
    if publication.version > 1:
        publication.correction_note = approval.correction_note.strip()
        publication.correction_kind = approval.correction_kind or CorrectionKind.CORRECTION
    publication.accepted = [
        {"code": finding.code, "where": finding.where, "message": finding.message} for finding in doubtful
    ]
    publication.acceptance = approval.acceptance.strip() if doubtful else ""


def _store(publication: Publication, last: Publication | None, files: dict[str, bytes]) -> None:
    if last is not None:
        last.superseded = True
        last.save(update_fields=["superseded"])
    publication.save()
    keep(publication, files)


def _advance_counter(publication: Publication) -> None:
    """Move the series' counter past this issue's volume, never back."""
    series = publication.series
    series.next_volume = max(series.next_volume, publication.volume + 1)
    series.save(update_fields=["next_volume"])
