"""Texts in several languages in the admin: lists show the reader's, and whoever only looks is told each, not JSON."""

import datetime
from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.admin.options import BaseModelAdmin, InlineModelAdmin
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from forum import languages
from forum.fields import InLanguages

# Which field has a text in other languages.
_OTHERS = {
    "name": "names",
    "title": "titles",
    "theme": "themes",
    "room": "rooms",
    "publisher": "publisher_names",
}
type Told = Callable[[models.Model], SafeString | str]


def without(sets: Any, *names: str) -> list[Any]:
    """Give fieldsets without some fields."""
    return _changed(sets, lambda name: None if name in names else name)


class TellsLanguages(BaseModelAdmin):
    """Tells texts in several languages a line each, with the language's name, and spans of days in words."""

    def get_list_display(self, request: HttpRequest) -> Any:
        """The usual columns, in the language of the page where its text is there."""
        fields = {field.name: field for field in self.model._meta.get_fields()}
        shown = super().get_list_display(request)  # type: ignore[misc]  # inlines have no lists
        return [
            _in_language(fields[name], fields[other]) if (other := _OTHERS.get(str(name))) in fields else name
            for name in shown
        ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The usual ones; whoever only looks is told the texts of each language."""
        sets, told = super().get_fieldsets(request, obj), self._texts_told(request, obj)
        return _changed(sets, lambda name: told.get(name, name)) if told else sets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The usual ones, and for whoever only looks those that tell texts."""
        return (*super().get_readonly_fields(request, obj), *self._texts_told(request, obj).values())

    def _edits(self, request: HttpRequest, obj: Any) -> bool:
        """Whether somebody changes what is shown; rows of a table only with what they belong to."""
        if not isinstance(self, InlineModelAdmin):
            return self.has_change_permission(request, obj)
        above = self.admin_site.get_model_admin(self.parent_model)
        edits = self.has_add_permission(request, obj) or self.has_change_permission(request, obj)
        return edits and above.has_change_permission(request, obj)

    def _texts_told(self, request: HttpRequest, obj: Any) -> dict[Any, Told]:
        """Give what tells each field, if somebody only looks."""
        if obj is None or self._edits(request, obj):
            return {}
        fields = self.model._meta.get_fields()
        texts = {field.name: _told(field) for field in fields if isinstance(field, InLanguages)}
        return texts | {field.name: _span(field) for field in fields if isinstance(field, DateRangeField)}


@cache
def _span(field: Any) -> Told:
    """Tell a span of days from its first to its last, where Django shows "[2018-01-01, None)"."""

    def told(row: models.Model) -> str:
        days = getattr(row, field.attname)
        last = days.upper - datetime.timedelta(days=1) if days and days.upper else None
        return span_in_words(days.lower if days else None, last)

    told.short_description = field.verbose_name  # type: ignore[attr-defined]  # how Django names a column
    return told


def span_in_words(first: datetime.date | None, last: datetime.date | None) -> str:
    """Say from when to when, in the language of the page; "–" where neither is known."""
    named = {name: date_format(day) for name, day in (("first", first), ("last", last)) if day}
    if first and last:
        return gettext("%(first)s – %(last)s") % named
    if first:
        return gettext("since %(first)s") % named
    return gettext("until %(last)s") % named if last else "–"


@cache
def _in_language(field: Any, others: Any) -> Told:
    def shown(row: models.Model) -> SafeString | str:
        text = getattr(row, others.attname).get(languages.reader()) or getattr(row, field.attname)
        return str(text) or "–"

    shown.short_description = field.verbose_name  # type: ignore[attr-defined]  # how Django names a column
    shown.admin_order_field = field.name  # type: ignore[attr-defined]
    return shown


@cache  # the same function each time: Django looks fields up by it
def _told(field: InLanguages) -> Told:
    def told(row: models.Model) -> SafeString | str:
        texts = getattr(row, field.attname) or {}
        lines = ((languages.name(code), code, text) for code, text in texts.items() if text)
        return format_html_join("", '<div>{} <span lang="{}">{}</span></div>', lines) or "–"

    told.short_description = field.verbose_name  # type: ignore[attr-defined]  # how Django names a column
    return told


def _changed(sets: Any, change: Callable[[Any], Any]) -> list[Any]:
    def line(names: Any) -> Any:
        if not isinstance(names, list | tuple):
            return change(names)
        return tuple(kept for one in names if (kept := change(one)) is not None) or None

    return [
        (title, {**options, "fields": [kept for one in options["fields"] if (kept := line(one)) is not None]})
        for title, options in sets
    ]
