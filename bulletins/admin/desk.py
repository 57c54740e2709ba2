"""The admin's first page: what waits for whom."""

from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from bulletins import checks
from bulletins.admin.findings import listed
from bulletins.drafts.findings import findings_of_each
from bulletins.drafts.handing_over import owed, waiting_for
from bulletins.models import Bulletin, CreditNotice, Publication
from bulletins.models.bulletin import BulletinQuerySet, sessions_without_bulletin
from forum.admin_scope import limited
from forum.models import Edition, Forum, Session
from forum.rights import user_of
from speakers.models import Speaker

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
            .filter(bulletin__in=visible.values("pk"), superseded=False)
            .order_by("-published_at")[:SHOWN],
            "steps": [] if Bulletin.objects.exists() else _first_steps(user_of(request)),
        }
    }


class Step(NamedTuple):
    """Something that an office does once, before its first bulletin."""

    name: str
    what: str
    address: str
    may: bool
    done: bool


def _first_steps(user: User) -> list[Step]:
    """Give what an empty site waits for, in the order in which one thing needs the other."""
    return [
        Step(
            gettext("Add a forum"),
            gettext("The event that comes back every year, and who publishes its bulletins."),
            reverse("admin:forum_forum_add"),
            user.has_perm("forum.add_forum"),
            Forum.objects.exists(),
        ),
        Step(
            gettext("Add this year’s edition"),
            gettext("Its year, its days and its theme. A bulletin belongs to an edition."),
            reverse("admin:forum_edition_add"),
            user.has_perm("forum.add_edition"),
            Edition.objects.exists(),
        ),
        Step(
            gettext("Import the programme"),
            gettext("Sessions with their speakers, from a spreadsheet or a calendar, after a look."),
            reverse("admin:forum_session_programme"),
            user.has_perm("forum.import_programme"),
            Session.objects.exists(),
        ),
        Step(
            gettext("Look through the people"),
            gettext("The programme brings them with their titles. Others come as they are credited."),
            reverse("admin:speakers_speaker_changelist"),
            user.has_perm("speakers.view_speaker"),
            Speaker.objects.exists(),
        ),
        Step(
            gettext("Begin the first bulletin"),
            gettext("Write it here, or import a manuscript from Word."),
            reverse("admin:bulletins_bulletin_add"),
            user.has_perm("bulletins.add_bulletin"),
            False,
        ),
    ]


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
