"""The tree of topics that points are tagged with."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from bulletins.models import Topic
from speakers.directory import free_slug


@admin.register(Topic)
class TopicAdmin(ModelAdmin):
    """Topics, each under a wider one or at the root."""

    list_display = ("name", "name_zh", "parent", "order")
    list_editable = ("order",)
    list_select_related = ("parent",)
    search_fields = ("name", "name_zh")
    autocomplete_fields = ("parent",)
    fields = ("name", "name_zh", "parent", "order")

    def save_model(self, request: HttpRequest, obj: Topic, form: Any, change: bool) -> None:
        obj.slug = obj.slug or free_slug(obj.name, Topic)
        super().save_model(request, obj, form, change)
