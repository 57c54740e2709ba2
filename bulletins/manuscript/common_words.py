"""Which capitalised words are words of the language: "Senior Actuary" and "Blue Carbon" are nobody's names."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import available_timezones

from babel import Locale

# Names that many parents give and that are words as well: "Grace Hill" is somebody, "Green Hill" may be a place.
_GIVEN = frozenset(Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split())

# Given names of many countries, and family names that stand first in some, which an English dictionary has not.
_OF_THE_WORLD = frozenset(
    Path(__file__).with_name("given_names_of_the_world.txt").read_text(encoding="utf-8").split()
)

# Surnames that are words as well: "Helen Bishop", not "Kigali Amendment".
_SURNAMES = frozenset(Path(__file__).with_name("surnames.txt").read_text(encoding="utf-8").split())


# As the dictionary's rules have them (en_US.aff).
_SYLLABLES = {"A": "re", "I": "in", "U": "un", "C": "de", "E": "dis", "F": "con", "K": "pro"}
_FEWEST_LED = 3
# Words of institutions whose British spelling no rule below tells.
_BRITISH = frozenset({"programme", "catalogue", "aluminium", "counsellor", "paediatric", "paediatrics"})


@cache
def _dictionary() -> frozenset[str]:
    """The words that a spelling dictionary has in small letters; proper names stand there with a capital.

    Letters behind a word tell which syllables may stand before it: "search/A" is research as well.
    """
    lines = (files("spylls") / "hunspell/data/en/en_US.dic").read_text(encoding="utf-8").splitlines()
    told = [line.partition("/") for line in lines[1:]]
    plain = {word for word, _, _ in told if word.islower()}
    led = {
        _SYLLABLES[flag] + word
        for word, _, flags in told
        if word.islower() and len(word) >= _FEWEST_LED  # "Reed" is not "ed" again
        for flag in flags
        if flag in _SYLLABLES
    }
    return frozenset(plain | led | _BRITISH)


@cache
def _proper_words() -> frozenset[str]:
    """The words that stand in the dictionary with a capital: names of people, of places, of peoples."""
    lines = (files("spylls") / "hunspell/data/en/en_US.dic").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines[1:] if (word := line.partition("/")[0]).istitle())


def may_be_given_name(name: str) -> bool:
    """Whether the first word of a name is known as a name: "Claudia Lund", not "Norrland Lund".

    The dictionary also has towns and things in capitals: before a word of the language such tell nobody
    ("Kigali Amendment").
    """
    first, *rest = name.split()
    if len(first) < 3 or first.lower() in _GIVEN:
        return len(first) > 2
    return (
        first.lower() in _OF_THE_WORLD
        or (first in _proper_words() and first.lower() not in _towns_and_countries())
    ) and not any(_is_word_behind(last) for last in rest[-1:])


def _is_word_behind(last: str) -> bool:
    """Whether the last word of what may be a name is rather a word: "Kigali Amendment", not "Emma Downing"."""
    plain = last.lower()
    return (
        is_common(last)
        and plain not in _SURNAMES
        and not (plain.endswith("ing") and plain not in _dictionary())
    )


def is_common(word: str) -> bool:
    """Whether a word, or each part of it that a hyphen joins, is a word of English and no given name."""
    parts = word.lower().rstrip(".").removesuffix("’s").removesuffix("'s").replace("‑", "-").split("-")
    return all(_is_common_part(part) for part in parts if part)


def may_be_called(name: str) -> bool:
    """Whether a word may be what somebody is called, where people are told of: "Ada (Chair), Ivo, Omar"."""
    return "." in name or may_be_given_name(name) or not (is_common(name) or is_place([name]))


def is_word_too(name: str) -> bool:
    """Whether a word is of the language, be it a name besides: "Bill"."""
    return is_common(name) or name.lower() in _dictionary()


def _is_common_part(part: str) -> bool:
    if part in _GIVEN:
        return False
    return any(form in _dictionary() for form in (part, *_bases(part)))


def _bases(word: str) -> list[str]:
    """Give what a word may be a form of: the dictionary names forms by letters behind its words."""
    ends = (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("ly", ""),
        # As the British spell: labour, centre, defence, organisation.
        ("our", "or"),
        ("tre", "ter"),
        ("bre", "ber"),
        ("ence", "ense"),
        ("isation", "ization"),
        ("isations", "ization"),
    )
    return [
        word.removesuffix(end) + base for end, base in ends if len(word) > len(end) + 2 and word.endswith(end)
    ]


# Cities and the like of two words that no word of them tells from a person.
_PLACES = frozenset(
    [
        "abu dhabi",
        "addis ababa",
        "buenos aires",
        "kuala lumpur",
        "los angeles",
        "las vegas",
        "tel aviv",
        "phnom penh",
        "belo horizonte",
        "porto alegre",
        "novi sad",
        "monte carlo",
        "notre dame",
        "machu picchu",
        "viet nam",
        "la paz",
        "hong kong",
        "latin america",
        "asia pacific",
        "silicon valley",
    ]
)
_OF_PLACES = frozenset(
    """
    el los las san santa santo são saint st fort mount port lake cape upper lower little lago rio rue via plaza costa
    """.split()  # noqa: SIM905 (a list of twenty strings is not read)
)
_ENDS_OF_PLACES = frozenset(
    """
    bay island islands isles harbour harbor quay street road square avenue wharf dock docks canal creek falls springs
    heights county province prefecture parish peninsula delta estuary lagoon reef plain plains desert marshes
    """.split()  # noqa: SIM905 (a list of thirty strings is not read)
)


# What people of a country or a region are called, where that is two words: "Sri Lankan delegate Ada Berg".
_PEOPLES = frozenset(
    """
    sri lankan,south african,north korean,south korean,new zealander,costa rican,puerto rican,saudi arabian,
    papua new guinean,sierra leonean,cape verdean,hong konger,latin american,north american,south american,
    central american,east asian,south asian,southeast asian,central asian,west african,east african,southern african,
    north african,native american,african american,asian american,middle eastern,bosnian serb,east timorese
    """.replace("\n", "")
    .replace("    ", "")
    .split(",")
)
_CALLED_ALSO = frozenset(
    [
        "Czech Republic",
        "Russian Federation",
        "Republic of Korea",
        "Ivory Coast",
        "Holy See",
        "Slovak Republic",
    ]
)


@cache
def country_names() -> frozenset[str]:
    """The names of countries, as English prints them."""
    territories = Locale("en").territories
    return frozenset(name for code, name in territories.items() if not code.isdigit()) | _CALLED_ALSO


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.lower().replace("-", " ") for name in Locale("en").territories.values())


@cache
def _towns_and_countries() -> frozenset[str]:
    """Countries, and the towns that give time zones their names."""
    zones = Locale("en").time_zones
    return _countries() | {str(zone["city"]).lower() for zone in zones.values() if "city" in zone} | _towns()


def is_town(word: str) -> bool:
    """Whether a word names a country or a town that the clocks of the world are told by."""
    return word.lower() in _towns_and_countries()


@cache
def _towns() -> frozenset[str]:
    """The last words of time zones: Kigali of Africa/Kigali."""
    return frozenset(zone.rpartition("/")[2].lower() for zone in available_timezones())


def is_place(words: list[str]) -> bool:
    """Whether capitalised words name a country, a city, a street or the like."""
    plain = " ".join(words).lower().replace("-", " ").split()
    return (
        plain[0] in _OF_PLACES
        or plain[-1] in _ENDS_OF_PLACES
        or " ".join(plain) in _PLACES | _PEOPLES | _countries()
    )
