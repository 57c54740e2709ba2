"""What the checks say of a draft, and which of their warnings may stand."""

from collections import Counter
from collections.abc import Iterator

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from msgspec.structs import replace

from bulletins import checks
from bulletins.checks.marking import state_secret
from bulletins.document import Document, Finding
from bulletins.drafts.numbers import taken_numbers, taken_volumes
from bulletins.drafts.proposals import count_waiting
from bulletins.drafts.rights import require_for
from bulletins.drafts.rows import documents_of
from bulletins.models import AcceptedFinding, Bulletin, Proposal
from bulletins.models.bulletin import BulletinQuerySet
from forum.refusal import Refusal
from speakers.models import Namesakes


def findings_of(bulletin: Bulletin, document: Document) -> tuple[Finding, ...]:
    """Check a Document of this bulletin against itself and its surroundings."""
    facts = replace(
        _facts(bulletin),
        taken_numbers=taken_numbers(bulletin),
        taken_volumes=taken_volumes(bulletin),
        suggestions=count_waiting(bulletin),
        apart=_told_apart(),
    )
    return checks.check(document, facts)


def findings_of_each(bulletins: BulletinQuerySet) -> Iterator[tuple[Bulletin, tuple[Finding, ...]]]:
    """Check several drafts as they stand, in a constant number of queries.

    The numbers that they have are no other's: the database holds that.
    """
    waiting = Counter(
        Proposal.objects.waiting().filter(bulletin__in=bulletins).values_list("bulletin", flat=True)
    )
    apart = _told_apart()
    for bulletin, document in documents_of(bulletins):
        facts = replace(_facts(bulletin), suggestions=waiting[bulletin.pk], apart=apart)
        yield bulletin, checks.check(document, facts)


def _told_apart() -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, Namesakes.objects.values_list("one__slug", "other__slug")))


def _facts(bulletin: Bulletin) -> checks.Facts:
    first, last = bulletin.edition.starts_on, bulletin.edition.ends_on
    return checks.Facts(
        edition_days=(first, last) if first and last else None,
        word_limit=bulletin.edition.forum.word_limit,
    )


def refuse_state_secret(marking: str) -> None:
    """Refuse a marking that says that the issue is a state secret. Raises Refusal."""
    if found := state_secret(marking):
        raise Refusal(_(found.template).format_map(found.params), (found,))


def reasons_for(bulletin: Bulletin, findings: tuple[Finding, ...]) -> list[str | None]:
    """Give for each finding why it was accepted, or None where it was not."""
    given = {(one.code, one.message): one.reason for one in bulletin.accepted_findings.all()}
    return [given.get((finding.code, finding.message)) for finding in findings]


def accept(bulletin: Bulletin, *, code: str, message: str, reason: str, by: User) -> AcceptedFinding:
    """Let a warning stand, with a reason. Accepting it again keeps the first word. Raises Refusal."""
    require_for(by, "bulletins.change_bulletin", bulletin)
    if not reason.strip():
        raise Refusal(_("Say in a word why this may stand."))
    accepted, _made = AcceptedFinding.objects.get_or_create(
        bulletin=bulletin, code=code, message=message, defaults={"reason": reason.strip(), "by": by}
    )
    return accepted
