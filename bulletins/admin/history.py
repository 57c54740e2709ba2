"""The history of a draft: what is kept of it, any two moments compared, and the way back."""

import functools
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext

from bulletins.admin.pages import BulletinPages
from bulletins.document import Document, points
from bulletins.drafts.history import (
    NOW,
    RESTORED_ALONE,
    Moment,
    Touch,
    document_at,
    last_touches,
    moments,
    restore,
)
from bulletins.drafts.proposals import shown
from bulletins.drafts.redline import Part, redline
from bulletins.drafts.snapshots import name_snapshot
from bulletins.models import Bulletin
from forum.refusal import Refusal
from forum.rights import user_of
from speakers.models import Speaker


class ShownPart(Part, frozen=True, kw_only=True):
    """A part of a comparison with what can be done with it: `restores` names it for `restore`, "" where it cannot."""

    restores: str = ""
    touch: Touch | None = None


type Page = Callable[[HttpRequest, Bulletin], HttpResponse]


class HistoryPages(BulletinPages):
    """The pages of a draft's history, below `history/`."""

    def get_urls(self) -> list[Any]:
        pages: dict[str, Page] = {"compare": self.compare, "restore": self.go_back, "keep": self.keep}
        addresses = [
            path(
                f"<int:object_id>/history/{name}/",
                self.admin_site.admin_view(functools.partial(self._history_page, page)),
                name=f"bulletins_bulletin_history_{name}",
            )
            for name, page in pages.items()
        ]
        return [*addresses, *super().get_urls()]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Every moment that is kept, the newest first, in the place of the admin's list of acts."""
        bulletin = self._seen(request, object_id)
        kept = moments(bulletin)
        context = {
            "title": gettext("History of “%(bulletin)s”") % {"bulletin": bulletin},
            "bulletin": bulletin,
            "moments": kept,
            "decided": sorted(
                (one for one in shown(bulletin, to=user_of(request)) if one.decided_at),
                key=lambda one: (one.decided_at, one.id),
                reverse=True,
            ),
            "steps": [(moment, newer) for newer, moment in itertools.pairwise(kept)],
            "may_change": self.has_change_permission(request, bulletin),
        }
        return self._page(request, "history", context)

    def compare(self, request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
        """Two moments word by word, with a button at each part that can go back to the first."""
        before, after = _chosen(request, moments(bulletin))
        document = document_at(bulletin, after.key)
        touches = last_touches(bulletin) if after.key == NOW else {}
        parts = tuple(_shown(document_at(bulletin, before.key), document, touches))
        differing = tuple(part for part in parts if part.differs)
        context = {
            "title": gettext("History of “%(bulletin)s”") % {"bulletin": bulletin},
            "bulletin": bulletin,
            "before": before,
            "after": after,
            "language": document.language,
            "parts": parts if "all" in request.GET else differing,
            "count": len(differing),
            "all": "all" in request.GET,
            "part_tools": "admin/bulletins/bulletin/_part_tools.html",
            "may_restore": self.has_change_permission(request, bulletin),
        }
        return self._page(request, "compare", context)

    def go_back(self, request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
        """Restore a moment, or one part of it."""
        moment, part = request.POST.get("moment", ""), request.POST.get("part", "")
        refusals = restore(bulletin, moment, part, by=user_of(request))
        messages.success(request, gettext("Restored. What stood before is kept: restore that to undo it."))
        for refusal in refusals:
            messages.warning(request, gettext("Not all of it: %(reason)s") % {"reason": refusal})
        return _to_history(bulletin)

    def keep(self, request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
        """Keep how the draft stands under a name."""
        snapshot = name_snapshot(bulletin, request.POST.get("name", ""), by=user_of(request))
        messages.success(request, gettext("Kept as “%(name)s”.") % {"name": snapshot.name})
        return _to_history(bulletin)

    def _history_page(self, page: Page, request: HttpRequest, object_id: int) -> HttpResponse:
        bulletin = self._seen(request, str(object_id))
        if request.method != "POST" and page != self.compare:
            return _to_history(bulletin)
        try:
            return page(request, bulletin)
        except Refusal as error:
            messages.error(request, error.message)
            return _to_history(bulletin)

    def _seen(self, request: HttpRequest, object_id: str) -> Bulletin:
        bulletin = self._bulletin(request, object_id)
        if not self.has_view_permission(request, bulletin):
            raise PermissionDenied
        return bulletin


def _chosen(request: HttpRequest, kept: list[Moment]) -> tuple[Moment, Moment]:
    """Give the two moments that the address names, the older first."""
    places = {moment.key: place for place, moment in enumerate(kept)}
    chosen = [places.get(request.GET.get(name, "")) for name in ("before", "after")]
    if None in chosen:
        raise Refusal(gettext("This state of the draft is not kept."))
    newer, older = sorted(place for place in chosen if place is not None)
    if newer == older:
        raise Refusal(gettext("Choose two different moments to compare."))
    return kept[older], kept[newer]


def _shown(before: Document, after: Document, touches: dict[str, Touch]) -> Iterator[ShownPart]:
    people = (entry.speaker for document in (before, after) for entry in document.roster)
    there = {point.id for _, point in points(before)}
    for part in redline(before, after, same=Speaker.objects.known_as(people)):
        restores = part.anchor if part.name == "point" and part.anchor in there else ""
        if part.name in RESTORED_ALONE:
            restores = part.name
        yield ShownPart(
            **msgspec.structs.asdict(part),
            restores=restores if part.kind != "same" else "",
            touch=touches.get(part.anchor) if part.name == "point" else None,
        )


def _to_history(bulletin: Bulletin) -> HttpResponseRedirect:
    return redirect("admin:bulletins_bulletin_history", bulletin.pk)
