"""Who was there, as minutes begin: "Present: Cllrs A Berg, Ivo Lund (Chairman) and the Clerk – Omar Teal".

Such a list tells names and posts, and nobody's words: the line stays where it is printed.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from bulletins.manuscript.latin_names import names_in
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import POSTS

_LABEL = re.compile(
    r"\s*(?:[A-Z][a-z]{1,20} ){0,2}(?:(?:[Aa]lso )?[Pp]resent|[Ii]n [Aa]ttendance|[Aa]ttend(?:ance|ees|ing)|PRESENT|"
    r"IN ATTENDANCE|ATTENDEES|MEMBERS PRESENT|STAFF PRESENT|Councill?ors|Members|Participants|Trustees|Directors|"
    r"Commissioners|Officers|Staff)(?: \([^()]{2,30}\))?\s*[:：]\s*"
)
_PARTS = re.compile(r"\s*;\s*(?:and\s)?|\s*,\s*(?:and\s)?|\s+and\s+(?:the\s)?|\s+&\s+|\n")
_BESIDE = re.compile(r"[\s()–—,.:-]+")
_LONGEST_POST = 60
_LONGEST = 2000
_LONGEST_LINE = 160


def is_list(text: str) -> bool:
    """Whether a line lists who was there."""
    return _LABEL.match(text) is not None


def has_names_in_lines(text: str) -> bool:
    """Whether each of several lines begins with somebody's name."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(_opens_with_name(line) for line in lines)


def _opens_with_name(line: str) -> bool:
    first = next(names_in(line[:_LONGEST_LINE]), None)
    return (
        first is not None
        and first.start == 0
        and " " in first.name
        and line[first.end : first.end + 1] in {"", ","}
    )


def sightings(text: str) -> Iterator[Sighting]:
    """Give the people of a line that lists who was there, with their posts."""
    label = _LABEL.match(text) if len(text) < _LONGEST else None
    people: list[Sighting] = []
    for part in _PARTS.split(text[label.end() :]) if label else ():
        found = list(names_in(part))
        if len(found) == 1:
            name = found[0]
            people.append(
                Sighting(name.name, _post(part, name.start, name.end), sure=True, honorific=name.honorific)
            )
        elif people and not found and not people[-1].credit:
            people[-1] = msgspec.structs.replace(people[-1], credit=_told(_bare(part)))
    yield from people


def names_of(texts: Iterable[str]) -> list[str]:
    """Give the names of all lists of who was there."""
    return [one.name for text in texts for one in sightings(text)]


def _post(part: str, start: int, end: int) -> str:
    return _told(_bare(part[end:]) or _bare(part[:start]))


def _told(post: str) -> str:
    return post if len(post) < _LONGEST_POST and POSTS.search(post) else ""


def _bare(text: str) -> str:
    words = _BESIDE.sub(" ", text).strip()
    return re.sub(r"^(?:the|The)\s", "", words)
