"""What templates of public pages say in the reader's language, or must write with care."""

from typing import Any

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bulletins.rendering import jsonld
from forum import languages
from speakers.models import Position

register = template.Library()


# The parts of a bulletin that have no place of their own, by the Document's names.
_PARTS = {
    "forum": _("Forum"),
    "publisher": _("Publisher"),
    "number": _("Number"),
    "volume": _("Volume"),
    "date": _("Date"),
    "series_title": _("Series title"),
    "title": _("Title"),
    "summarized_by": _("Summarized by"),
    "marking": _("Marking"),
    "hands": _("Worked on by"),
    "contact": _("Contact"),
    "distribution": _("Distribution"),
    "copies": _("Copies"),
    "roster": _("Roster"),
    "editors_note": _("Editor’s note"),
    "lede": _("Opening paragraph"),
    "section": _("Section"),
}


@register.filter
def part_name(name: str) -> str:
    """Give the name of a part of a Document in the reader's language."""
    return str(_PARTS.get(name) or gettext("Point"))


register.filter("with_territory", languages.with_territory)


@register.filter
def named(thing: Any) -> str:
    """Give the name of a forum, series, session, speaker, organisation or topic in the reader's language."""
    return str(thing.name_in(languages.reader()))


@register.filter
def told(thing: Any, field: str) -> str:
    """Give the theme, venue or room of an edition or session in the reader's language."""
    return str(getattr(thing, f"{field}_in")(languages.reader()))


@register.filter
def otherwise_named(thing: Any) -> list[str]:
    """Give the names in other languages, where there are some."""
    names = {thing.name_in(language): None for language in languages.codes()}
    return [name for name in names if name != named(thing)]


@register.filter
def credited(position: Position | str) -> str:
    """Give a position as a credit in the reader's language; nothing, where there is none."""
    return position.credit(languages.reader()) if isinstance(position, Position) else ""


register.simple_tag(jsonld.script, name="linked_data")


@register.simple_tag(takes_context=True)
def with_parameter(context: template.Context, name: str, value: Any) -> str:
    """Give the page's own address with one parameter of it changed."""
    parameters = context["request"].GET.copy()
    parameters[name] = str(value)
    return f"?{parameters.urlencode()}"
