"""What the checks say of a draft, and which of their warnings may stand."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bulletins import checks
from bulletins.document import Document, Finding
from bulletins.drafts.numbers import taken_numbers, taken_volumes
from bulletins.models import AcceptedFinding, Bulletin


def findings_of(bulletin: Bulletin, document: Document) -> tuple[Finding, ...]:
    """Check a Document of this bulletin against itself and its surroundings."""
    facts = checks.Facts(
        edition_days=(bulletin.edition.starts_on, bulletin.edition.ends_on),
        taken_numbers=taken_numbers(bulletin),
        taken_volumes=taken_volumes(bulletin),
        word_limit=bulletin.edition.forum.word_limit,
    )
    return checks.check(document, facts)


def reasons_for(bulletin: Bulletin, findings: tuple[Finding, ...]) -> list[str | None]:
    """Give for each finding why it was accepted, or None where it was not."""
    given = {(one.code, one.message): one.reason for one in bulletin.accepted_findings.all()}
    return [given.get((finding.code, finding.message)) for finding in findings]


def accept(bulletin: Bulletin, *, code: str, message: str, reason: str, by: User) -> AcceptedFinding:
    """Let a warning stand, with a reason. Accepting it again keeps the first word. Raises ValidationError."""
    if not reason.strip():
        raise ValidationError(_("Say in a word why this may stand."))
    accepted, _made = AcceptedFinding.objects.get_or_create(
        bulletin=bulletin, code=code, message=message, defaults={"reason": reason.strip(), "by": by}
    )
    return accepted
