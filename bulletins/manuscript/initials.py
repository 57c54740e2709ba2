"""Initials by which minutes call people: "Ada Berg (AB)" or a column of them, and then "AB: …", "AB asked …"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bulletins.document import RosterEntry
from bulletins.manuscript.latin_names import is_person
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import SPEAKING_VERBS

_SHORT = r"[A-Z][A-Za-z]?[A-Z]{1,2}[a-z]?"
_WORD = r"[A-Z][\w’'-]{1,30}"
_MORE = r"(?:\s(?:[A-Z][\w.’'-]{0,30}|d[aeiou]|v[ao]n|de[nrsl]|te[nr]|la|le|bin|al))"
_TOLD = re.compile(
    rf"(?<!\w)(?P<name>(?:[A-Z]\.?\s?){{1,3}}{_WORD}|{_WORD}{_MORE}{{1,4}})"
    rf"\s?\((?P<short>{_SHORT})\)"
)
# "Ada Berg (Chair) AB", as columns of a list of who was there leave it.
_BEHIND = re.compile(
    rf"(?P<name>{_WORD}{_MORE}{{1,3}}?)(?:\s?\([^()\n]{{2,60}}\))?"
    r"[ \t]+(?P<short>[A-Z]{2,3})[ \t]*$",
    re.MULTILINE,
)
_PRESENTS = (
    r"moved|presented|outlined|introduced|updated|demonstrated|circulated|tabled|gave|"
    r"volunteer(?:s|ed)|offer(?:s|ed)"
)
_SPEAKS = re.compile(
    rf"(?P<short>[A-Z]{{2,3}})(?=\s(?:also |then |further |again )?(?:{SPEAKING_VERBS}|{_PRESENTS})\b|\s?:\s|\s[–—-]\s)"
)
# Where a sentence, a line or an item begins: "SW felt that it rains.", "- SW: It rains."
_BEGINS = re.compile(r"(?:^|\n|[.!?;]\s)(?:[-•*]\s)?$")
_LONGEST_BEGINNING = 4  # letters
_LEAST_IMPLIED = 2  # places; of one alone the letters may be an institution's
_OF_CREDIT = re.compile(rf"({_SHORT})(?:,|$)")


def without(part: str) -> str:
    """Give what a list of who was there tells of somebody without the initials at its end: "Ada Berg (Chair) AB"."""
    found = _BEHIND.search(part)
    return (
        part[: found.start("short")].rstrip()
        if found and found["short"] in _initials_of(found["name"])
        else part
    )


def told(texts: Iterable[str], roster: Iterable[RosterEntry]) -> dict[str, str]:
    """Give the name for each of the initials that a text or a list of people explains; none that two bear."""
    texts = list(texts)
    pairs = [
        (found[1], entry.name) for entry in roster if (found := _OF_CREDIT.match(entry.credit)) is not None
    ]
    pairs += [
        (found["short"], found["name"]) for text in texts if "(" in text for found in _TOLD.finditer(text)
    ]
    pairs += [
        (found["short"], found["name"])
        for text in texts
        for found in _BEHIND.finditer(text)
        if found["short"] in _initials_of(found["name"])
    ]
    bearers: dict[str, dict[str, None]] = {}
    for short, name in pairs:
        if _fits(short, name) and is_person(name, listed=len(name.split()[0].rstrip(".")) < 2):
            bearers.setdefault(short, {}).setdefault(name)
    return {short: next(iter(names)) for short, names in bearers.items() if len(names) == 1}


def implied(texts: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Give whom initials mean that nothing explains: of those `names` who were there the one who alone has them.

    Only where they open sentences that say something, more than once.
    """
    bearers: dict[str, set[str]] = {}
    for name in names:
        for short in _initials_of(name):
            bearers.setdefault(short, set()).add(name)
    places = [
        found["short"]
        for text in (texts if bearers else ())
        for found in _SPEAKS.finditer(text)
        if _BEGINS.search(text[max(found.start() - _LONGEST_BEGINNING, 0) : found.start()])
    ]
    meant_there = [short for short in places if len(bearers.get(short, ())) == 1]
    return {short: next(iter(bearers[short])) for short in meant_there if len(meant_there) >= _LEAST_IMPLIED}


def _fits(short: str, name: str) -> bool:
    """Whether capitals may be a name's initials, of which a family name may give more than one: "BSH" of Bo Smith."""
    words = re.findall(r"[^\W\d_]+", name)
    return len(words) > 1 and short[0] == words[0][0] and words[-1][0] in short[1:]


def meant(label: str, people: Iterable[str]) -> str | None:
    """Give whom a label of initials means: the one whose words begin so; None where two do."""
    found = {name for name in people if label in _initials_of(name)}
    return found.pop() if len(found) == 1 else None


def _initials_of(name: str) -> set[str]:
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
    if len(words) < 2:
        return set()
    return {"".join(word[0] for word in words), f"{words[0][0]}{words[-1][0]}"}


def sightings(texts: Iterable[str], short: Mapping[str, str]) -> Iterator[Sighting]:
    """Give those whom a text lets speak by their initials."""
    for text in texts:
        for _, _, one in speaking(text, short):
            yield Sighting(short[one], speaks=True, sure=True)


def speaking(text: str, short: Mapping[str, object]) -> Iterator[tuple[int, int, str]]:
    """Give the places of a text where initials speak."""
    if not short:
        return
    known = "|".join(map(re.escape, sorted(short, key=len, reverse=True)))
    verbs = rf"\s(?:also |then |further |again )?(?:{SPEAKING_VERBS}|{_PRESENTS})\b"
    one = rf"(?<![\w’'(-])({known})(?:(?:,| and| &|, and)\s[A-Z]{{2,4}})*(?={verbs})"
    for found in re.finditer(one, text):
        for inner in re.finditer(known, found.group()):
            yield found.start() + inner.start(), found.start() + inner.end(), inner.group()
