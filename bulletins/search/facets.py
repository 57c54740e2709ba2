"""Values of facets as readers know them: the key that stands in an address, and the name on the page."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models.functions import Coalesce

from bulletins.models import Facet, SearchEntry, Topic
from bulletins.models.search import as_letters, as_number
from forum import languages
from forum.models import Forum, Session
from speakers.models import Organisation, Speaker, country_name

_BY_SLUG: dict[Facet, type[Forum | Speaker | Organisation | Topic]] = {
    Facet.FORUM: Forum,
    Facet.SPEAKER: Speaker,
    Facet.ORGANISATION: Organisation,
    Facet.TOPIC: Topic,
}

# What the name of a row is made of.
_NAMES: dict[Facet, tuple[str, ...]] = {
    Facet.FORUM: ("name", "names"),
    Facet.SPEAKER: ("family_name", "given_name", "suffix", "own_name", "name_order"),
    Facet.ORGANISATION: ("name", "names"),
    Facet.TOPIC: ("name", "names"),
}

# Whoever and whatever only hidden passages are tied to is nobody: not even a name must tell of them.
_TOLD_BY_PASSAGES = frozenset({Facet.FORUM, Facet.SPEAKER, Facet.ORGANISATION, Facet.TOPIC, Facet.SESSION})

# A value that nothing has: what an address asks for that does not exist finds nothing.
NOBODY = 0


@dataclass(frozen=True)
class Label:
    """A value's key in addresses, and its name in the reader's language."""

    key: str
    name: str


def values_of(facet: Facet, keys: Collection[str]) -> tuple[int, ...]:
    """Give the values that keys in an address stand for; keys that stand for nothing are NOBODY."""
    if not keys:
        return ()
    if facet == Facet.SPEAKER:
        people = Speaker.objects.filter(slug__in=keys)
        found = set(people.values_list(Coalesce("merged_into_id", "pk"), flat=True))
    elif facet in _BY_SLUG:
        found = set(_BY_SLUG[facet].objects.filter(slug__in=keys).values_list("pk", flat=True))
    elif facet in (Facet.COUNTRY, Facet.LANGUAGE):
        found = {as_number(key) for key in keys if len(key) in (2, 3) and key.isascii()}
    else:
        found = {int(key) for key in keys if key.isascii() and key.isdecimal() and len(key) < 9}
    if facet in _TOLD_BY_PASSAGES:
        found = SearchEntry.objects.public().tied(facet, found)
    return tuple(sorted(found)) or (NOBODY,)


def labels(facet: Facet, values: Iterable[int]) -> Mapping[int, Label]:
    """Give the labels of a facet's values; values whose row is gone have none."""
    code = languages.reader()
    if facet in _BY_SLUG:
        # A forum has a logo, and a person much else, that no label tells.
        rows = _BY_SLUG[facet].objects.only("slug", *_NAMES[facet]).in_bulk(list(values))
        return {pk: Label(row.slug, row.name_in(code)) for pk, row in rows.items()}
    if facet == Facet.SESSION:
        sessions = Session.objects.select_related("edition").in_bulk(list(values))
        return {
            pk: Label(str(pk), f"{row.name_in(code)} ({row.edition.year})") for pk, row in sessions.items()
        }
    if facet == Facet.COUNTRY:
        return {
            value: Label(as_letters(value), country_name(as_letters(value)))
            for value in values
            if value != NOBODY
        }
    if facet == Facet.LANGUAGE:
        known = dict(languages.choices())
        return {
            value: Label(as_letters(value), known.get(as_letters(value), as_letters(value)))
            for value in values
            if value != NOBODY
        }
    return {value: Label(str(value), str(value)) for value in values if value != NOBODY}
