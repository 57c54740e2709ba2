"""What templates of public pages say in the reader's language, or must write with care."""

from typing import Any

from django import template

from bulletins.rendering import jsonld
from forum import languages
from speakers.models import Position

register = template.Library()


@register.filter
def named(thing: Any) -> str:
    """Give the name of a forum, speaker, organisation or topic in the reader's language."""
    return str(thing.name_in(languages.reader()))


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
