"""The order of names in lists: by pinyin on Chinese pages, by Latin letters without accents elsewhere."""

from collections.abc import Iterable
from functools import lru_cache

from django.db.models import QuerySet

from forum import languages
from forum.scripts import is_han, script
from speakers.models import Organisation, Speaker
from speakers.names import fold, romanised


def speakers_in_order(speakers: QuerySet[Speaker], language: str) -> list[int]:
    """Give the ids of people in the order of their names, as a language prints these."""
    own = languages.script_of(language) == script("汉")
    rows = speakers.values_list("pk", "family_name", "given_name", "own_name")
    named = [
        (pk, (own_name,) if own and is_han(own_name) else (family, given))
        for pk, family, given, own_name in rows
    ]
    return _in_order(named)


def organisations_in_order(organisations: QuerySet[Organisation], language: str) -> list[int]:
    """Give the ids of institutions in the order of their names, as a language prints these."""
    return _in_order(
        [(one.pk, (one.name_in(language),)) for one in organisations.only("pk", "name", "names")]
    )


def _in_order(named: Iterable[tuple[int, tuple[str, ...]]]) -> list[int]:
    return [pk for _, pk in sorted((tuple(map(spelt, parts)), pk) for pk, parts in named)]


@lru_cache(maxsize=50_000)
def spelt(name: str) -> str:
    """Give a name by what it is looked up under: Chinese in pinyin, other letters folded."""
    return romanised(name) if is_han(name) else fold(name)
