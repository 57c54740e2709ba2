"""The bin in the admin: deleting puts a draft there, and a page gives it back."""

import datetime
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from bulletins.admin.pages import BulletinPages
from bulletins.drafts.bin import KEPT, put_into_bin, take_out_of_bin
from bulletins.models import Bulletin
from forum.refusal import Refusal
from forum.rights import user_of


class BinPages(BulletinPages):
    """Deleting, and the page of what was deleted."""

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Tell which drafts would go into the bin: all that belongs to them goes along and comes back with them."""
        drafts = [str(one) for one in objs if not one.publications.exists()]
        published = [
            gettext("%(bulletin)s is published") % {"bulletin": one}
            for one in objs
            if one.publications.exists()
        ]
        name = str(self.opts.verbose_name_plural)
        return drafts, {name: len(drafts)} if drafts else {}, set(), published

    def delete_model(self, request: HttpRequest, obj: Bulletin) -> None:
        put_into_bin(obj, by=user_of(request))
        messages.info(request, gettext("What was deleted stays in the bin for 30 days."))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Bulletin]) -> None:
        for bulletin in queryset.order_by("pk"):
            put_into_bin(bulletin, by=user_of(request))
        messages.info(request, gettext("What was deleted stays in the bin for 30 days."))

    @action(description=_("Bin"), url_path="bin", permissions=["view"], icon="delete")
    def bin(self, request: HttpRequest) -> HttpResponse:
        """What was deleted in the last thirty days, to be taken out again."""
        if request.method == "POST":
            return self._taken_out(request)
        drafts = (
            Bulletin.with_bin.visible_to(request.user).in_bin().select_related("edition__forum", "binned_by")
        )
        context = {
            "title": gettext("Bin"),
            "drafts": [(one, _gone_on(one)) for one in drafts],
            "may_change": self.has_change_permission(request),
        }
        return self._page(request, "bin", context)

    def _taken_out(self, request: HttpRequest) -> HttpResponse:
        bulletin = get_object_or_404(
            Bulletin.with_bin.visible_to(request.user), pk=key_of(request.POST.get("draft", ""))
        )
        try:
            lost = take_out_of_bin(bulletin, by=user_of(request))
        except Refusal as error:
            messages.error(request, error.message)
            return redirect("admin:bulletins_bulletin_bin")
        messages.success(request, gettext("“%(bulletin)s” is back.") % {"bulletin": bulletin})
        for sentence in lost:
            messages.warning(request, sentence)
        return redirect("admin:bulletins_bulletin_change", bulletin.pk)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Lead whoever looks for a deleted draft to the bin."""
        if Bulletin.with_bin.visible_to(request.user).in_bin().filter(pk=key_of(object_id)).exists():
            messages.info(request, gettext("This draft was deleted. It can be taken out of the bin."))
            return redirect("admin:bulletins_bulletin_bin")
        return super().change_view(request, object_id, form_url, extra_context)


def key_of(text: str) -> int:
    """Read a key of a row; one that no row has where a text is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _gone_on(bulletin: Bulletin) -> datetime.datetime | None:
    return bulletin.binned_at + KEPT if bulletin.binned_at else None
