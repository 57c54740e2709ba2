"""The series of a forum: how they are called, numbered and set on paper."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from bulletins.models import Series
from forum import languages
from forum.admin import LockedModelAdmin


@admin.register(Series)
class SeriesAdmin(LockedModelAdmin):
    """Series; what makes the addresses of published issues stays as it is."""

    list_display = ("name", "forum", "is_main", "next_volume", "style")
    list_filter = (("forum", admin.RelatedOnlyFieldListFilter), "style")
    list_select_related = ("forum",)
    search_fields = ("name", *languages.paths("names"), "forum__name", *languages.paths("forum__names"))
    autocomplete_fields = ("forum", "template")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "forum",
                    ("name", "names"),
                    "mastheads",
                    ("slug", "is_main"),
                    "next_volume",
                    "template",
                )
            },
        ),
        (_("On paper"), {"fields": (("style", "paper"), "marking", "distribution", "contact")}),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "distribution" and field:
            field.widget.attrs["rows"] = 4
        return field

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("forum", "slug", "is_main") if obj and obj.publications.exists() else ()
