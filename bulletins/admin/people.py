"""Speakers with what was published of them; who is there twice, and merging them."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from bulletins.merging_speakers import merge, undo_merge
from bulletins.models import Passage
from bulletins.publishing.index import index_facets, index_name
from forum.refusal import Refusal
from forum.rights import may, user_of
from speakers.admin import OrganisationAdmin as PlainOrganisationAdmin
from speakers.admin import SpeakerAdmin as PlainSpeakerAdmin
from speakers.directory import Directory
from speakers.models import Namesakes, Organisation, Position, Speaker, SpeakerMerge
from speakers.telling_apart import doubt_again, tell_apart

PAIRS_SHOWN = 50

admin.site.unregister([Speaker, Organisation])


@admin.register(Organisation)
class OrganisationAdmin(PlainOrganisationAdmin):
    """Institutions; their countries are among what passages are found by."""

    saved_alone = True

    def save_model(self, request: HttpRequest, obj: Organisation, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "country" in form.changed_data:
            index_facets(Passage.objects.made_for(obj.pk))


@admin.register(Speaker)
class SpeakerAdmin(PlainSpeakerAdmin):
    """People with their positions and the number of their statements."""

    list_display = ("printed_name", "own_name", "now", "statements", "orcid")
    actions_list = ("staff", "duplicates")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return (
            super()
            .get_queryset(request)
            .annotate(said=Count("statements"))
            .prefetch_related("positions__organisation")
        )

    def save_model(self, request: HttpRequest, obj: Speaker, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        index_name(obj)

    @admin.display(description=_("position now"))
    def now(self, speaker: Speaker) -> str:
        """The titles held today."""
        today = timezone.localdate()
        held = [position for position in speaker.positions.all() if _holds(position, today)]
        return "; ".join(str(position) for position in held) or "–"

    @admin.display(description=_("statements"), ordering="said")
    def statements(self, speaker: Speaker) -> int:
        """How many points of current publications credit the person."""
        return int(speaker.said)  # type: ignore[attr-defined]

    @action(description=_("Possible duplicates"), url_path="duplicates", permissions=["merge"], icon="group")
    def duplicates(self, request: HttpRequest) -> HttpResponse:
        """Pairs that may be one person, and mergers to undo."""
        if request.method == "POST":
            return self._merged(request)
        pairs = Directory.load().likely_pairs()
        speakers = self.get_queryset(request).in_bulk(
            {one.pk for _, *two in pairs[:PAIRS_SHOWN] for one in two}
        )
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Possible duplicates"),
            "pairs": [[self._described(speakers[one.pk]) for one in two] for _, *two in pairs[:PAIRS_SHOWN]],
            "more": max(len(pairs) - PAIRS_SHOWN, 0),
            "apart": Namesakes.objects.select_related("one", "other", "by")[:PAIRS_SHOWN],
            "mergers": SpeakerMerge.objects.filter(undone_at=None).select_related("kept", "merged", "by")[
                :PAIRS_SHOWN
            ],
        }
        return TemplateResponse(request, "admin/speakers/speaker/duplicates.html", context)

    def has_merge_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "speakers.merge_speaker")

    def _described(self, speaker: Speaker) -> dict[str, Any]:
        return {"speaker": speaker, "now": self.now(speaker), "statements": self.statements(speaker)}

    def _merged(self, request: HttpRequest) -> HttpResponse:
        try:
            if "undo" in request.POST:
                merger = get_object_or_404(SpeakerMerge, pk=_key(request, "undo"))
                undo_merge(merger, by=user_of(request))
                messages.success(request, gettext("%(merger)s was undone.") % {"merger": merger})
            elif "doubt" in request.POST:
                doubt_again(get_object_or_404(Namesakes, pk=_key(request, "doubt")), by=user_of(request))
            elif "apart" in request.POST:
                one, other = (
                    get_object_or_404(Speaker, pk=_key(request, name)) for name in ("apart", "from")
                )
                tell_apart(one, other, by=user_of(request))
                messages.success(request, gettext("They are two people. Nobody is asked again."))
            else:
                kept, merged = (
                    get_object_or_404(Speaker, pk=_key(request, name)) for name in ("keep", "merge")
                )
                merger = merge(kept, merged, by=user_of(request))
                messages.success(
                    request, gettext("%(merger)s: merged. It can be undone below.") % {"merger": merger}
                )
        except Refusal as error:
            messages.error(request, error.message)
        return redirect("admin:speakers_speaker_duplicates")


def _holds(position: Position, day: Any) -> bool:
    return position.held is not None and day in position.held


def _key(request: HttpRequest, name: str) -> int:
    key = request.POST.get(name, "")
    if not (key.isascii() and key.isdecimal()):
        raise Http404
    return int(key)
