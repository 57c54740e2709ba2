"""The tree of topics that points are tagged with."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from bulletins.models import Topic
from forum import languages
from forum.admin import LockedModelAdmin
from speakers.directory import free_slug


@admin.register(Topic)
class TopicAdmin(LockedModelAdmin):
    """Topics, each under a wider one or at the root."""

    list_display = ("name", "otherwise_named", "parent", "order")
    list_editable = ("order",)
    list_select_related = ("parent",)
    search_fields = ("name", *languages.paths("names"))
    autocomplete_fields = ("parent",)
    fields = (("name", "names"), "parent", "order")

    @admin.display(description=_("name in other languages"))
    def otherwise_named(self, topic: Topic) -> str:
        """The name in every other language."""
        return ", ".join(topic.names.values())

    def save_model(self, request: HttpRequest, obj: Topic, form: Any, change: bool) -> None:
        obj.slug = obj.slug or free_slug(obj.name, Topic)
        super().save_model(request, obj, form, change)
