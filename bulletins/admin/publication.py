"""Publications, to look at: nothing changes them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from bulletins.models import Publication


@admin.register(Publication)
class PublicationAdmin(ModelAdmin):
    """Every version that was published, newest first."""

    list_display = ("series_title", "version", "title", "date", "published_at", "published_by")
    list_filter = ("edition__forum", "language", "superseded")
    search_fields = ("title", "series_title")
    list_select_related = ("published_by", "edition__forum")
    fields = (
        "bulletin", "series_title", "title", "number", "volume", "date", "version", "superseded",
        "published_at", "published_by", "correction_note", "accepted", "acceptance", "renderings", "frozen",
    )  # fmt: skip

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def view_on_site(self, obj: Publication) -> str:
        """Address of this version."""
        return obj.url
