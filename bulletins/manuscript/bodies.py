"""Delegations and organisations that speak, as reports of negotiations print them: NORMARK and the RIVER UNION."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bulletins.language.letters import letters_before
from bulletins.language.one_of import one_of
from bulletins.language.saying_en import ENGLISH
from bulletins.language.saying_words_en import BESIDE_ONE, TELLS
from bulletins.language.sentences import sentences
from bulletins.manuscript.common_words import country_names
from bulletins.manuscript.credits_en import units_of
from bulletins.manuscript.latin_names import LONGEST_NAME, names_in
from bulletins.manuscript.occurrences import begins_word, occurrences
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import POSTS, SPEAKING_VERBS
from speakers.credits import posts_in
from speakers.names import family_name

# A stop within is of an abbreviation, and one at the end is the sentence's; "the LDCs" are many in one.
_CAPITALS = r"[A-ZÀ-Þ](?:[A-ZÀ-Þ0-9&’'/-]|\.(?=[A-Z])){1,30}"
_BODY = re.compile(rf"(?<![\w’'./-]){_CAPITALS}(?: (?:OF |AND |FOR |THE )?{_CAPITALS}){{0,4}}s?(?![\w’'-])")
_OTHER_VERBS = (
    "preferred|prefers|sought|seeks|requested|requests|objected|objects|queried|queries|favored|favoured|favors|favours|intervened|endorsed|"
    "endorses|rejected|rejects|aligned|introduced|tabled|accepted|insisted|cautioned|lamented|clarified|withdrew|drew|made|gave|"
    "identified|identifies|affirmed|reaffirmed|regretted|deplored|condemned|commended|lauded|prioritized|specified|pledged|"
    "promised|advised|detailed|backed|resisted|associated itself|aligned itself"
)
_SAYS = re.compile(
    rf"(?:\s\([^()]{{2,60}}\))?(?:(?:{BESIDE_ONE})+,)?(?:,? and (?:many |several )?others)?"
    rf"\s(?:[a-z]+ly |also |further |then |therefore |however, )?(?:{SPEAKING_VERBS}|{_OTHER_VERBS})\b"
)
# An institution does much that people say ("the League maintains a policy"): of it only what nothing else may mean.
_HOUSE_SAYS = (
    rf"\s(?:also |further |then )?(?:{TELLS}|says|argues|warns|cautions|cautioned|believes|announced|declared|insisted|"
    r"estimates|estimated|expects|identified)\b"
)
_OPENS = r"(?:^|(?<=[.!?”\"]\s)|\b[Ww]hile\s)(?:[Tt]he\s)?"
# A body through whom speaks for it: "the representative of Norland", "Norland’s delegate", "the delegation of Norland".
_VOICES = r"(?:[Rr]epresentatives?|[Dd]elegates?|[Dd]elegations?|[Oo]bservers?|spokes(?:man|woman|person)|negotiators?)"
_PROPER = r"[A-Z][\w’'.-]{1,30}(?:\s(?:(?:of|and|the|of the)\s)?[A-Z][\w’'.-]{1,30}){0,5}"
_IN_VOICES = ("epresentative", "elegat", "bserver", "spokes", "negotiator")  # one is in each of them
_VOICE_OF = re.compile(
    rf"(?:\b(?:[Tt]he\s)?(?:[Pp]ermanent\s)?{_VOICES}\s(?:of|from|for)\s(?:the\s)?(?P<of>{_PROPER})"
    rf"|\b(?:[Tt]he\s)?(?P<own>{_PROPER})[’']s?\s{_VOICES}\b)"
)
# On whose behalf somebody speaks; a body printed in capitals, or one whose name tells it.
BEHALF = re.compile(
    r",\s(?:also )?(?:for|on behalf of|speaking (?:for|on behalf of)|representing)\s(?:the\s)?"
    rf"(?P<behalf>{_CAPITALS}(?:\s(?:OF |AND )?{_CAPITALS}){{0,4}}|{_PROPER}(?<=Union|Group|tates|iance|ition|ation))"
    r"(?=,)"
)
_COMES = re.compile(r"\s(?:took|takes|left|arrived|came|went|joined|attended|withdrew)\b")
_ROMAN = re.compile(r"[IVXLCDM]+")
_JOINS = re.compile(r"\s*(?:,|and|&|, and|as well as)\s*(?:the\s)?|,\s(?:the\s)?")
_WITHIN = re.compile(r"\b(?:of|in|from|for|to|by|with|at|and)\s(?:the\s)?$")  # "the people of Norland said"
# "While supporting JOINT WORKS, Norland said": what stands behind a word of the sentence does not speak with the next.
_OF_OTHERS = re.compile(r"(?<![A-Za-z])(?!(?:and|the|both|while|but|with|for)\s)[a-z]{2,}\s$")
_LONGEST_WORD = 20
_POST_BEFORE = re.compile(rf"{POSTS.pattern}\s$", re.IGNORECASE)
_LEAST = 3  # bodies that speak before a text is one that lets bodies speak


def sightings(texts: Sequence[str], people: Sequence[str]) -> Iterator[Sighting]:
    """Give the bodies that speak in a text whose habit that is; `people` are the names that are persons'."""
    taken = {word for name in people for word in {*name.split(), family_name(name)}}
    found: dict[str, None] = {}
    for text in texts:
        for name in _speaking(text, taken):
            found.setdefault(name)
    voices = {name: None for text in texts for name in _voices(text, taken)}
    yield from (
        Sighting(name, speaks=True, sure=True, body=True) for name in {**voices, **_named(texts, voices)}
    )
    if len(found) >= _LEAST:
        yield from (Sighting(name, speaks=True, sure=True, body=True) for name in found)


def houses(texts: Sequence[str], told: Iterable[str]) -> Iterator[Sighting]:
    """Give the institutions that credits tell, where they say something themselves: "Mud Labs noted that …"."""
    named = {post.organisation for credit in told for post in posts_in(credit)}
    names = sorted(name for name in named if name[:1].isupper())
    says = re.compile(rf"{_OPENS}(?P<name>{one_of(names)}){_HOUSE_SAYS}")
    found = {one["name"] for text in texts for one in says.finditer(text)} if names else ()
    yield from (Sighting(name, speaks=True, sure=True, body=True) for name in sorted(found))


def behalves(texts: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """Give the bodies for which those named here speak: "NORMARK, for the DELTA GROUP, said"."""
    found: dict[str, None] = {}
    for text in texts:
        for _, start, end in sorted(occurrences(text, names), key=lambda place: place[1:]):
            behalf = BEHALF.match(text, end)
            if behalf and begins_word(text, start):
                found.setdefault(behalf["behalf"])
    yield from found


def voices(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give the bodies that are named with whoever speaks for them, and where: "the delegate of Norland".

    "The delegate of Norland, Ada Berg, said" lets her speak.
    """
    for found in _VOICE_OF.finditer(text) if any(part in text for part in _IN_VOICES) else ():
        if not _is_somebody_named(text, found.end()):
            yield found["of"] or found["own"], found.span()


def _is_somebody_named(text: str, place: int) -> bool:
    """Whether a comma and a name stand at a place."""
    name = (
        next(names_in(text[place + 2 : place + LONGEST_NAME]), None) if text.startswith(", ", place) else None
    )
    return name is not None and name.start == 0


def _voices(text: str, taken: set[str]) -> Iterator[str]:
    """Give the bodies for which a text lets somebody speak who has no name."""
    for name, (_, end) in voices(text):
        says = ENGLISH.after.match(text, end) and not _COMES.match(text, end)
        if says and not any(word in taken for word in name.split()):
            yield name


def _named(texts: Sequence[str], voices: Iterable[str]) -> dict[str, None]:
    """Give the countries that speak themselves, in a text whose habit it is to let countries speak."""
    places = [(text, one) for text in texts for one in _country().finditer(text)]
    found = {
        one.group(): None
        for text, one in places
        if _SAYS.match(text, one.end()) and not _WITHIN.search(letters_before(text, one.start(), 20))
    }
    behalf = any(BEHALF.match(text, one.end()) for text, one in places)
    return found if behalf or len({*found, *voices}) >= _LEAST else {}


@cache
def _country() -> re.Pattern[str]:
    # Looked at only where a capital begins a word: two hundred names are tried there.
    return re.compile(rf"(?=[^\W\d_a-z])(?<![\w’'-])(?:{one_of(country_names())}|European Union)(?![\w’'-])")


def _speaking(text: str, taken: set[str]) -> Iterator[str]:
    bodies = [one for one in _BODY.finditer(text) if _is_body(text, one, taken)]
    countries = [*_country().finditer(text)] if bodies else []
    if not any(_SAYS.match(text, one.end()) for one in (*bodies, *countries)):
        return
    bodies = [one for one in bodies if not is_of_credit(text, one.start())]
    # "NORMARK and Sutland, for the DELTA GROUP, opposed it"
    places = sorted([*bodies, *countries], key=lambda one: (one.start(), -one.end())) if bodies else []
    speaks_on = False
    for place in reversed(range(len(places))):
        one = places[place]
        following = places[place + 1] if place + 1 < len(places) else None
        joined = following is not None and _JOINS.fullmatch(text, one.end(), following.start()) is not None
        joined = joined and not _OF_OTHERS.search(text, max(one.start() - _LONGEST_WORD, 0), one.start())
        speaks_on = _SAYS.match(text, one.end()) is not None or (joined and speaks_on)
        if speaks_on:
            yield one.group()


def is_of_credit(text: str, place: int) -> bool:
    """Whether a body belongs to what somebody is: "Ada Berg, Chairman WEIRCO, said", "Ada Berg, CGM, WEIRCO, said"."""
    before = letters_before(text, place, _LONGEST_WORD)
    if _POST_BEFORE.search(before):
        return True
    return before.endswith(", ") and any(
        unit.start < place - start < unit.end
        for start, end in sentences(text, "en")
        if start <= place < end
        for unit in units_of(text[start:end])
    )


def _is_body(text: str, found: re.Match[str], taken: set[str]) -> bool:
    name = found.group()
    if _ROMAN.fullmatch(name) or any(word in taken for word in name.split()):
        return False
    # "HUANG Renwei" and "Petra LUND" are persons.
    after, before = text[found.end() : found.end() + 3], letters_before(text, found.start(), _LONGEST_WORD)
    beside_name = re.match(r"\s[A-Z][a-z]", after) or re.search(r"[A-Z][a-z’'-]+\s$", before)
    opens = re.search(r"(?:^|[.;:?!]\s|\bThe\s)$", before) is not None
    return not beside_name or (opens and not re.match(r"\s[A-Z][a-z]", after))
