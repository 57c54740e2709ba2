"""Delegations and organisations that speak, as reports of negotiations print them: NORMARK and the RIVER UNION."""

import re
from collections.abc import Iterator, Sequence

from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import SPEAKING_VERBS
from speakers.names import family_name

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ0-9.&’'/-]{1,30}"
_BODY = re.compile(rf"(?<![\w’'./-]){_CAPITALS}(?: (?:OF |AND |FOR |THE )?{_CAPITALS}){{0,4}}(?![\w’'-])")
_OTHER_VERBS = (
    "preferred|prefers|sought|seeks|requested|requests|objected|objects|queried|queries|favored|favoured|favors|favours|intervened|endorsed|"
    "endorses|rejected|rejects|aligned|introduced|tabled|accepted|insisted|cautioned|lamented|clarified|withdrew|drew|made|gave"
)
_SAYS = re.compile(
    rf"(?:\s\([^()]{{2,60}}\))?(?:,\s(?:on behalf of|for|speaking for|"
    rf"speaking on behalf of|supported by|with|opposed by|joined by|"
    rf"representing)\s[^,;.]{{2,100}},)?"
    rf"\s(?:[a-z]+ly |also |further |then |therefore |however, )?(?:{SPEAKING_VERBS}|{_OTHER_VERBS})\b"
)
_ROMAN = re.compile(r"[IVXLCDM]+")
_JOINS = re.compile(r"\s*(?:,|and|&|, and|as well as)\s*(?:the\s)?|,\s(?:the\s)?")
_LEAST = 3  # bodies that speak before a text is one that lets bodies speak


def sightings(texts: Sequence[str], people: Sequence[str]) -> Iterator[Sighting]:
    """Give the bodies that speak in a text whose habit that is; `people` are the names that are persons'."""
    taken = {word for name in people for word in {*name.split(), family_name(name)}}
    found: dict[str, None] = {}
    for text in texts:
        for name in _speaking(text, taken):
            found.setdefault(name)
    if len(found) >= _LEAST:
        yield from (Sighting(name, speaks=True, sure=True) for name in found)


def _speaking(text: str, taken: set[str]) -> Iterator[str]:
    places = [one for one in _BODY.finditer(text) if _is_body(text, one, taken)]
    speaks_on = False
    for place in range(len(places) - 1, -1, -1):
        one = places[place]
        following = places[place + 1] if place + 1 < len(places) else None
        joined = following is not None and _JOINS.fullmatch(text, one.end(), following.start()) is not None
        speaks_on = _SAYS.match(text, one.end()) is not None or (joined and speaks_on)
        if speaks_on:
            yield one.group()


def _is_body(text: str, found: re.Match[str], taken: set[str]) -> bool:
    name = found.group()
    if _ROMAN.fullmatch(name) or any(word in taken for word in name.split()):
        return False
    # "HUANG Renwei" and "Petra LUND" are persons.
    after, before = text[found.end() : found.end() + 3], text[max(found.start() - 25, 0) : found.start()]
    beside_name = re.match(r"\s[A-Z][a-z]", after) or re.search(r"[A-Z][a-z’'-]+\s$", before)
    opens = re.search(r"(?:^|[.;:?!]\s|\bThe\s)$", before) is not None
    return not beside_name or (opens and not re.match(r"\s[A-Z][a-z]", after))
