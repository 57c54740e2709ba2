"""People and institutions in the admin; a session's page gets its roster from here."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, TabularInline

from forum.admin import SessionAdmin as PlainSessionAdmin
from forum.models import Session
from speakers.directory import free_slug
from speakers.models import Appearance, Organisation, Position, Speaker


@admin.register(Organisation)
class OrganisationAdmin(ModelAdmin):
    """Institutions."""

    list_display = ("name", "name_zh", "country", "ror")
    list_filter = ("country",)
    search_fields = ("name", "name_zh", "other_names")

    def save_model(self, request: HttpRequest, obj: Organisation, form: Any, change: bool) -> None:
        obj.slug = obj.slug or free_slug(obj.name, Organisation)
        super().save_model(request, obj, form, change)


class PositionInline(TabularInline):
    """The titles a person holds or held."""

    model = Position
    extra = 0
    autocomplete_fields = ("organisation",)
    fields = ("title", "title_zh", "organisation", "held")


@admin.register(Speaker)
class SpeakerAdmin(ModelAdmin):
    """People, with their positions."""

    list_display = ("printed_name", "own_name", "slug", "orcid")
    search_fields = ("family_name", "given_name", "own_name", "slug")
    inlines = [PositionInline]
    fieldsets = ((None, {"fields": (("family_name", "given_name"), ("own_name", "name_order"), "orcid")}),)

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
    fields = ("speaker", "role", "credit", "credit_zh", "organisation", "order")


admin.site.unregister(Session)


@admin.register(Session)
class SessionAdmin(PlainSessionAdmin):
    """Sessions with their roster; an empty credit is filled from the position held that day."""

    inlines = [AppearanceInline]

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.forms:
            if isinstance(row.instance, Appearance) and row.has_changed() and row.instance.speaker_id:
                row.instance.fill_credit()
        super().save_formset(request, form, formset, change)
