"""The admin's first page: what waits for whom."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from bulletins import checks
from bulletins.admin.findings import listed
from bulletins.drafts.findings import findings_of_each
from bulletins.drafts.handing_over import owed, waiting_for
from bulletins.models import Bulletin, CreditNotice, Publication
from bulletins.models.bulletin import BulletinQuerySet, sessions_without_bulletin
from forum.admin_scope import limited
from forum.rights import user_of

SHOWN = 8


def desk(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add to the context of the admin's index: drafts, sessions without a bulletin, errors, publications."""
    if not request.user.has_perm("bulletins.view_bulletin"):
        return context
    visible = Bulletin.objects.visible_to(request.user)
    drafts = visible.drafts().newest_first().select_related("edition__forum", "series", "created_by")
    mine = drafts.filter(created_by=request.user.pk)
    return context | {
        "desk": {
            "waiting": _in_hands(waiting_for(user_of(request))),
            "owed": _in_hands(owed(user_of(request)).exclude(assigned_to=request.user.pk)),
            "mine": mine[:SHOWN],
            "others": drafts.exclude(created_by=request.user.pk)[:SHOWN],
            "sessions": limited(sessions_without_bulletin(timezone.now()), request.user).select_related(
                "edition__forum"
            )[:SHOWN],
            "blocked": _blocked(visible),
            "credits": CreditNotice.objects.filter(bulletin__in=visible.values("pk")).select_related(
                "bulletin", "speaker", "because__edition__forum", "because__series"
            )[:SHOWN],
            "published": Publication.objects.with_place()
            .filter(bulletin__in=visible.values("pk"))
            .order_by("-published_at")[:SHOWN],
        }
    }


def _in_hands(found: BulletinQuerySet) -> list[dict[str, Any]]:
    """Give bulletins with how far each is, whether it is late, and in whose hands."""
    today = timezone.localdate()
    rows: Any = found.with_state().select_related("edition__forum", "assigned_to")[:SHOWN]
    return [
        {
            "bulletin": bulletin,
            "state": Bulletin.State(bulletin.state_now).label,
            "late": bulletin.due_on is not None and bulletin.due_on < today,
        }
        for bulletin in rows
    ]


def _blocked(visible: BulletinQuerySet) -> list[dict[str, Any]]:
    """Give the newest drafts in which errors stand, with the first of them."""
    newest = visible.drafts().newest_first().values_list("pk", flat=True)[: 2 * SHOWN]
    drafts = Bulletin.objects.filter(pk__in=list(newest)).newest_first()
    found = ((bulletin, checks.errors(findings)) for bulletin, findings in findings_of_each(drafts))
    return [
        {"bulletin": bulletin, "count": len(errors), "first": listed(errors)[0].message}
        for bulletin, errors in found
        if errors
    ]
