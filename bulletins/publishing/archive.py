"""An archive becomes public: drafts that manuscripts made are published as those printed them, one after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from bulletins.document import Finding
from bulletins.models import Bulletin, Publication
from bulletins.models.bulletin import BulletinQuerySet
from bulletins.publishing.publication import Approval, publish
from forum.refusal import Refusal


@dataclass(frozen=True)
class Outcome:
    """What became of a draft: its publication, or nothing, why, and what stands in the way."""

    bulletin: Bulletin
    publication: Publication | None = None
    why: str = ""
    findings: tuple[Finding, ...] = ()


def unpublished_archive(by: User) -> BulletinQuerySet:
    """Give the drafts that manuscripts made and of which nothing is published, in the order of their issues."""
    imported = Bulletin.objects.visible_to(by).drafts().exclude(manuscript_hash="")
    return imported.select_related("edition__forum").order_by("series", "volume", "date", "number", "pk")


def publish_archive(drafts: Iterable[Bulletin], *, by: User, acceptance: str) -> Iterator[Outcome]:
    """Publish each draft, and say at once what became of it. No draft stops the others.

    An archive's numbers, volumes and dates are history: none is given here, as `publish` gives to new issues.
    """
    for draft in drafts:
        try:
            _require_history(draft)
            publication = publish(draft, by=by, approval=Approval(acceptance=acceptance))
        except Refusal as error:
            yield Outcome(draft, why=error.message, findings=error.findings)
        except PermissionDenied as error:
            yield Outcome(draft, why=str(error))
        else:
            yield Outcome(draft, publication)


def _require_history(draft: Bulletin) -> None:
    columns = {_("number"): draft.number, _("volume"): draft.volume, _("date"): draft.date}
    if missing := [name for name, value in columns.items() if value is None]:
        raise Refusal(
            _(
                "The manuscript did not tell: %(missing)s. Type it in the draft; nothing is made up for an archive."
            )
            % {"missing": ", ".join(missing)}
        )
