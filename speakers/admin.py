"""People and institutions in the admin; a session's page gets its roster from here."""

import dataclasses
from typing import Any

from django.contrib import admin, messages
from django.contrib.postgres.fields import DateRangeField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.decorators import action

from forum import languages
from forum.admin import LockedModelAdmin
from forum.admin import SessionAdmin as PlainSessionAdmin
from forum.admin_languages import TellsLanguages
from forum.admin_scope import limited
from forum.models import Edition, Session
from forum.rights import may, user_of
from speakers.directory import Directory, free_slug
from speakers.forms import FromUntil, ProgrammeForm, StaffForm
from speakers.models import Appearance, Organisation, Position, Speaker
from speakers.programme_changes import changes_of
from speakers.programme_import import doubts, import_programme
from speakers.programme_words import column_labels
from speakers.staff_import import RIGHTS, import_people
from speakers.staff_import import doubts as staff_doubts
from speakers.staff_list import StaffList
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


class PositionInline(TellsLanguages, TabularInline):
    """The titles a person holds or held."""

    model = Position
    extra = 0
    autocomplete_fields = ("organisation",)
    fields = ("title", "titles", "organisation", "held")
    formfield_overrides = {DateRangeField: {"widget": FromUntil}}


@admin.register(Speaker)
class SpeakerAdmin(LockedModelAdmin):
    """People, with their positions."""

    list_display: tuple[str, ...] = ("printed_name", "own_name", "slug", "orcid")
    search_fields = ("family_name", "given_name", "own_name", "slug")
    inlines = [PositionInline]
    actions_list: tuple[str, ...] = ("staff",)
    readonly_fields = ("timeline",)
    fieldsets = (
        (None, {"fields": (("family_name", "given_name"), ("own_name", "name_order"), "orcid", "timeline")}),
    )

    @action(
        description=_("Import a list of people"), url_path="staff", permissions=["staff"], icon="group_add"
    )
    def staff(self, request: HttpRequest) -> HttpResponse:
        """Look at a list of people first, then take it over."""
        form = StaffForm(request.POST or None, request.FILES or None)
        context = {**_around(self, request, gettext("Import a list of people")), "form": form}
        if form.is_valid():
            staff = form.cleaned_data["staff"]
            if "take" in request.POST:
                return self._staff_imported(request, staff)
            context |= {"staff": staff, "kept": form.kept_data, "doubts": list(staff_doubts(staff))}
        return TemplateResponse(request, "admin/speakers/speaker/staff.html", context)

    def has_staff_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return all(may(request.user, right) for right in RIGHTS)

    def _staff_imported(self, request: HttpRequest, staff: StaffList) -> HttpResponse:
        taken = import_people(staff, by=user_of(request))
        told = gettext(
            "%(speakers)s people, %(organisations)s organisations and %(positions)s posts are new; "
            "%(changed)s posts have other days."
        )
        messages.success(request, told % dataclasses.asdict(taken))
        return redirect("admin:speakers_speaker_changelist")

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

    @admin.display(description=pgettext_lazy("person", "name"), ordering="family_name")
    def printed_name(self, speaker: Speaker) -> str:
        """The name as printed."""
        return speaker.name

    def save_model(self, request: HttpRequest, obj: Speaker, form: Any, change: bool) -> None:
        obj.slug = obj.slug or free_slug(obj.name)
        super().save_model(request, obj, form, change)


class AppearanceInline(TellsLanguages, TabularInline):
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
        """Look at a programme, and at what it would change, first; then take it over."""
        form = ProgrammeForm(request.POST or None, request.FILES or None)
        form.offer(limited(Edition.objects.open(), request.user))
        context = {**_around(self, request, gettext("Import a programme")), "form": form}
        if form.is_valid():
            told = form.cleaned_data
            if "take" in request.POST:
                return self._programme_imported(request, told)
            context |= {"edition": told["edition"], "kept": form.kept_data, **_looked_at(told)}
        return TemplateResponse(request, "admin/forum/session/programme.html", context)

    def has_programme_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "forum.import_programme")

    def _programme_imported(self, request: HttpRequest, told: dict[str, Any]) -> HttpResponse:
        edition = told["edition"]
        taken = import_programme(
            told["programme"], edition, by=user_of(request), drop_what_is_gone=told["drop"]
        )
        new = gettext("%(sessions)s sessions, %(speakers)s people and %(appearances)s appearances are new.")
        other = gettext("%(changed)s are changed, %(gone)s taken away.")
        messages.success(request, f"{new} {other}" % dataclasses.asdict(taken))
        for sentence in taken.refused:
            messages.warning(request, sentence)
        return redirect(f"{reverse('admin:forum_session_changelist')}?edition__id__exact={edition.pk}")

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.forms:
            if isinstance(row.instance, Appearance) and row.has_changed() and row.instance.speaker_id:
                row.instance.fill_credit()
        super().save_formset(request, form, formset, change)


def _around(model_admin: Any, request: HttpRequest, title: str) -> dict[str, Any]:
    return {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": title,
        "choices": list(column_labels().items()),
    }


def _looked_at(told: dict[str, Any]) -> dict[str, Any]:
    """Give what a page shows of a programme before it is taken over."""
    programme = told["programme"]
    changes = changes_of(programme, told["edition"], Directory.load())
    if programme.problem:
        changes = []
    return {
        "programme": programme,
        "doubts": list(doubts(programme)),
        "changes": changes,
        "same": sum(one.kind == "same" for one in changes),
        "gone": any("gone" in {one.kind, *(person.kind for person in one.people)} for one in changes),
    }
