"""People and institutions in the admin; a session's page gets its roster from here."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.decorators import action

from forum import languages
from forum.admin import LockedModelAdmin
from forum.admin import SessionAdmin as PlainSessionAdmin
from forum.admin_scope import limited
from forum.models import Edition, Session
from forum.rights import may, user_of
from speakers.directory import free_slug
from speakers.forms import ProgrammeForm
from speakers.models import Appearance, Organisation, Position, Speaker
from speakers.programme_import import ProgrammeImported, doubts, import_programme
from speakers.timeline import timeline


@admin.register(Organisation)
class OrganisationAdmin(LockedModelAdmin):
    """Organisations."""

    list_display = ("name", "otherwise_named", "country", "ror")
    list_filter = ("country",)
    search_fields = ("name", *languages.paths("names"), "other_names")
    fieldsets = ((None, {"fields": (("name", "names"), "other_names", ("country", "ror"))}),)

    @admin.display(description=_("name in other languages"))
    def otherwise_named(self, organisation: Organisation) -> str:
        """The name in every other language."""
        return ", ".join(organisation.names.values())

    def save_model(self, request: HttpRequest, obj: Organisation, form: Any, change: bool) -> None:
        obj.slug = obj.slug or free_slug(obj.name, Organisation)
        super().save_model(request, obj, form, change)


class PositionInline(TabularInline):
    """The titles a person holds or held."""

    model = Position
    extra = 0
    autocomplete_fields = ("organisation",)
    fields = ("title", "titles", "organisation", "held")


@admin.register(Speaker)
class SpeakerAdmin(LockedModelAdmin):
    """People, with their positions."""

    list_display: tuple[str, ...] = ("printed_name", "own_name", "slug", "orcid")
    search_fields = ("family_name", "given_name", "own_name", "slug")
    inlines = [PositionInline]
    readonly_fields = ("timeline",)
    fieldsets = (
        (None, {"fields": (("family_name", "given_name"), ("own_name", "name_order"), "orcid", "timeline")}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        """Persons of their own: who was merged into another is found there."""
        return super().get_queryset(request).present()

    @admin.display(description=_("Positions over time"))
    def timeline(self, speaker: Speaker) -> SafeString | str:
        """A bar for each position, on one scale of years."""
        bars = timeline(
            speaker.positions.select_related("organisation") if speaker.pk else (), timezone.localdate()
        )
        if not bars:
            return "–"
        rows = format_html_join(
            "",
            '<li><span>{} · {}</span><span class="bar" style="margin-inline-start:{}%;width:{}%"></span></li>',
            ((bar.years, bar.position, bar.start, bar.width) for bar in bars),
        )
        return format_html('<ol class="timeline">{}</ol>', rows)

    @admin.display(description=_("name"), ordering="family_name")
    def printed_name(self, speaker: Speaker) -> str:
        """The name as printed."""
        return speaker.name

    def save_model(self, request: HttpRequest, obj: Speaker, form: Any, change: bool) -> None:
        obj.slug = obj.slug or free_slug(obj.name)
        super().save_model(request, obj, form, change)


class AppearanceInline(TabularInline):
    """Who appears in a session."""

    model = Appearance
    extra = 0
    ordering_field = "order"
    hide_ordering_field = True
    autocomplete_fields = ("speaker", "organisation")
    fields = ("speaker", "role", "credits", "organisation", "order")


admin.site.unregister(Session)


@admin.register(Session)
class SessionAdmin(PlainSessionAdmin):
    """Sessions with their roster; an empty credit is filled from the position held that day."""

    inlines = [AppearanceInline]
    actions_list = ("programme",)

    @action(
        description=_("Import a programme"),
        url_path="programme",
        permissions=["programme"],
        icon="table_view",
    )
    def programme(self, request: HttpRequest) -> HttpResponse:
        """Look at a programme first, then take it over."""
        form = ProgrammeForm(request.POST or None, request.FILES or None)
        form.offer(limited(Edition.objects.select_related("forum"), request.user))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Import a programme"),
            "form": form,
        }
        if form.is_valid():
            read, edition = form.cleaned_data["programme"], form.cleaned_data["edition"]
            if "take" in request.POST:
                return self._programme_imported(
                    request, import_programme(read, edition, by=user_of(request)), edition
                )
            context |= {
                "programme": read,
                "doubts": list(doubts(read)),
                "kept": form.kept_data,
                "edition": edition,
            }
        return TemplateResponse(request, "admin/forum/session/programme.html", context)

    def has_programme_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "forum.import_programme")

    def _programme_imported(
        self, request: HttpRequest, taken: ProgrammeImported, edition: Edition
    ) -> HttpResponse:
        messages.success(
            request,
            gettext("%(sessions)s sessions, %(speakers)s people and %(appearances)s appearances are new.")
            % {"sessions": taken.sessions, "speakers": taken.speakers, "appearances": taken.appearances},
        )
        for sentence in taken.refused:
            messages.warning(request, sentence)
        return redirect(f"{reverse('admin:forum_session_changelist')}?edition__id__exact={edition.pk}")

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.forms:
            if isinstance(row.instance, Appearance) and row.has_changed() and row.instance.speaker_id:
                row.instance.fill_credit()
        super().save_formset(request, form, formset, change)
