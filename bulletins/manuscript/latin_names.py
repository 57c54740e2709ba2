"""Names of persons in Latin letters, as they stand in running text: "H.E. Dr. Petra van ’t Hof". A scanner, no guess.

A name is a row of capitalised words, none of which belongs to institutions, places or the beginnings of
sentences (`not_names.txt`). Whether its bearer says something is for others to tell.
"""

import functools
import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from pathlib import Path
from typing import NamedTuple

from bulletins.language.letters import letters_before
from bulletins.manuscript.common_words import is_common, is_place, is_word_too, may_be_given_name
from bulletins.manuscript.vocabulary import POSTS


def _listed(name: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(name).read_text(encoding="utf-8").split())


NOT_NAMES = _listed("not_names.txt")
OPENERS = _listed("sentence_openers.txt")
PARTICLES = frozenset(
    """
    de da di do del dela della der den des dem van von vom zu zum zur bin bint ibn al el la le les los las dos das du
    ter ten te ’t 't af av e y i und ould abu ben st wa arap ap
    """.split()  # noqa: SIM905 (a list of forty strings is not read)
)
_MONTHS = frozenset({"may", "june", "april", "august"})
HONORIFICS = frozenset(
    """
    dr drs prof profs mr mrs messrs ms mx miss mme mlle sir dame lord lady hon amb rev eng ir dipl-ing h.e he
    professor doctor his her excellency honourable honorable h.h cllr cllrs sen rep gov gen col capt shri smt
    ambassador madam madame sheikh sheikha prince princess datuk dato herr frau señor señora
    cm cr crs clr clrs coun couns ald lt maj brig adm cmdr cmde cdre cdr sgt supt atty del
    fr msgr engr barr adv
    """.split()  # noqa: SIM905 (the same)
)
# Posts that are family names as well.
_NAMES_TOO = frozenset(
    """
    farmer judge clerk coach pilot nurse forester dean warden keeper master mayor head chief lead author principal baker
    banker bishop carpenter constable conductor driver fellows gardener marshal merchant painter pastor poet priest
    sergeant singer steward trader
    """.split()  # noqa: SIM905 (a list of thirty strings is not read)
)
# Of those, such as more people bear than hold: "Petra Baker said".
_RATHER_NAMES = frozenset(
    [
        "baker",
        "bishop",
        "carpenter",
        "constable",
        "fellows",
        "forester",
        "gardener",
        "painter",
        "singer",
        "steward",
    ]
)
_ENDS_OF_POSTS = frozenset(
    """
    general elect emeritus designate operating executive technical financial tem plenipotentiary extraordinary
    generals nominate deputy assistant associate
    """.split()  # noqa: SIM905 (the same)
)
# Posts by which people are called with the family name alone: "Chair Lund", not "Head Lund".
_BEFORE_FAMILY = frozenset(
    """
    chair co-chair vice-chair chairman chairwoman chairperson vice-chairman president vice-president minister premier
    ambassador senator judge professor governor mayor councillor counsellor commissioner congressman
    supervisor councilman councilwoman alderman attorney clerk trustee superintendent sheriff treasurer solicitor
    member councilmember
    provost regent registrar speaker vice-provost
    congresswoman secretary undersecretary representative delegate chancellor rector dean director captain commander
    admiral commodore colonel brigadier lieutenant sergeant bishop archbishop reverend pastor rabbi imam cardinal
    vice-chancellor principal inspector
    """.split()  # noqa: SIM905 (the same)
)
# And such as stand before many other words: "City Manager Lund", not "Manager Services".
_BEFORE_RARE_WORDS = frozenset(
    [
        "member",
        "justice",
        "manager",
        "administrator",
        "engineer",
        "planner",
        "chief",
        "comptroller",
        "coordinator",
        "counsel",
    ]
)
_KIN = frozenset({"sister", "brother", "father", "mother", "uncle", "auntie", "elder"})
_SUFFIXES = frozenset({"jr", "sr", "phd", "md", "esq", "mp", "obe", "mbe", "cbe", "kc", "qc", "frs"})
_COMPANIES = frozenset({"llc", "inc", "ltd", "gmbh", "plc", "llp", "corp"})
# Letters of honours that a name has right behind it.
_HONOURS = frozenset(
    {"fnse", "mnse", "mni", "ofr", "frse", "frsc", "frcp", "fca", "obe", "mbe", "cbe", "frs"}
)
_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"(?:[’']t\b|{_LETTER}+(?:[’'\-‐‑–]{_LETTER}+){{0,4}}(?:\.{_LETTER}\b){{0,4}}\.?)")
_MAY_BE_CAPITAL = re.compile(r"[^\W\d_a-z]")
_TO_SPACE = re.compile(r"\S*")
# A space, and what a second word of a name may begin with.
_PARTICLE = "|".join(sorted(map(re.escape, PARTICLES), key=len, reverse=True))
_GOES_ON = re.compile(rf"[^\S\n]+(?:[^\W\d_a-z]|[dDlL][’']|(?i:{_PARTICLE})(?!\w))")
_OWN = re.compile(r"(?<=[^\W\d_]{2})[’']s$")
_INITIAL = re.compile(rf"{_LETTER}(?:\.-?{_LETTER}){{0,3}}\.")
# "A. Berg", whose family name may be a word of the language.
INITIALLED = re.compile(r"(?:[A-Z]\.[ -]?){1,3}(?P<family>[A-Z][\w’'-]+)")
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_ROMAN_FAMILIES = frozenset(
    {"LI", "XI"}
)  # and nothing comes as the fifty-first or the eleventh before a name
LONGEST_NAME = 90
_LONGEST_POST = 100  # letters before a name
# "Ada Berg, President of the Fenmark Weir Union": whose post it is stands before it.
_IN_APPOSITION = re.compile(r"[A-Z][\w’'.-]*,\s(?:the\s|an?\s|former\s|[Vv]ice[ -]|[a-z]+\s){0,2}$")
_POST_OF = re.compile(
    rf"\b(?:{POSTS.pattern})(?:\sGeneral)?\s(?:(?:of|for|at|to|and|in)\s(?:the\s)?[\w’'&-]+(?:\s[\w’'&-]+){{0,5}}\s)?"
    r"(?:of|for|at|to|from|with)\s(?:the\s)?$",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """The word in small letters, without the stop of an abbreviation."""
        return self.text.rstrip(".").lower()


class Found(NamedTuple):
    """A name in a text: where it stands, what stands right before it of posts ("Chair"), and its honorifics."""

    start: int
    end: int
    name: str
    before: str
    honorific: str


def names_in(text: str) -> Iterator[Found]:
    """Give the names of a text, in their order: of two words and more, or of one after an honorific."""
    for row in _rows(text):
        yield from _names_of(text, row)


def _rows(text: str) -> Iterator[list[Word]]:
    """Give the rows of capitalised words, with particles between them, that only spaces part: of two words and more.

    One word is nobody's name without a title or a post before it.
    """
    place = 0
    # Most words of a text are in none: from one that may have a capital on, word by word until the row ends.
    while capital := _MAY_BE_CAPITAL.search(text, place):
        if (last := _TO_SPACE.match(text, capital.end())) and not _GOES_ON.match(text, last.end()):
            place = last.end()  # no second word right behind: no row begins here
            continue
        row, place = _row_from(text, _start_of_word(text, capital.start(), place), capital.end())
        if len(row) > 1:
            yield _trimmed(row)


def _start_of_word(text: str, place: int, earliest: int) -> int:
    while place > earliest and not text[place - 1].isspace():
        place -= 1
    return place


def _row_from(text: str, start: int, reached: int) -> tuple[list[Word], int]:
    """Give the first row from a place on, and where it ends; none where there is none up to the place `reached`."""
    row: list[Word] = []
    for found in _WORD.finditer(text, start):
        word = Word(found.group(), *found.span())
        if row and not (_follows(text, row[-1], word) and _belongs(word)):
            return row, row[-1].end
        if row or _is_capital(word):
            row.append(word)
        elif word.end >= reached:
            return row, word.end
    return row, len(text)


def _belongs(word: Word) -> bool:
    """Whether a word may be of a name that has begun."""
    return _is_capital(word) or word.text.lower() in PARTICLES


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper() or (
        word.text[:1] in "dDlL" and word.text[1:2] in "’'" and word.text[2:3].isupper()
    )


def _follows(text: str, before: Word, after: Word) -> bool:
    between = text[before.end : after.start]
    if between.strip() or not between or "\n" in between:
        return False
    if not before.text.endswith("."):
        return True
    return _INITIAL.fullmatch(before.text) is not None or before.plain in HONORIFICS | _SUFFIXES


def _trimmed(row: list[Word]) -> list[Word]:
    while row and (not _is_capital(row[-1]) or row[-1].text == "I"):  # "Mr Speaker, I", without the comma
        row.pop()
    return row


def _names_of(text: str, row: list[Word]) -> Iterator[Found]:
    whole = _without_openers(row[-12:])
    row = _without_what_a_post_is_of(text, _without_institution(_without_owner(whole)))
    posted = row[:-1] if row and row[-1].plain in _RATHER_NAMES else row
    last = max((place for place, word in enumerate(posted) if _is_before_name(word)), default=-1)
    if last < 0 or row[last].plain not in HONORIFICS:
        last += _words_before_name(row[last + 1 :])
    words, before = row[last + 1 :], row[: last + 1]
    titled = len([*takewhile(lambda word: word.plain in HONORIFICS, reversed(before))])
    honorific = before[len(before) - titled :]
    posts = before[: len(before) - titled]
    particles = list(takewhile(lambda word: not _is_capital(word), words))
    words = words[len(particles) :]
    after_post = (
        bool(posts)
        and len(words) == 1
        and posts[-1].plain in _BEFORE_FAMILY | _BEFORE_RARE_WORDS
        and _may_follow_post(posts[-1], words[0])
    )
    # "Cllr P Berg" and "Councillor P Berg": behind these a letter without a stop is an initial.
    called = bool(honorific) or (bool(posts) and posts[-1].plain in _BEFORE_FAMILY)
    if not _is_name(words, alone=bool(honorific) or after_post, titled=called):
        return
    initialled = called and len(words[0].text) == 1
    if not honorific and not after_post and not initialled and _is_no_person(words, called=called):
        return
    if particles and (honorific or after_post):  # "Minister dos Santos"
        words = [*particles, *words]
    start = honorific[0].start if honorific else words[0].start
    end = _end_of(words[-1])
    if len(words) > 1 and words[-1].text.isupper() and words[-1].plain in _HONOURS:
        words = words[:-1]  # "Engr. Ivo Lund FNSE"
    before_name = _stretch(text, [*_owner(whole, row), *posts])
    yield Found(
        start,
        end,
        " ".join(text[words[0].start : _end_of(words[-1])].split()),
        "" if honorific and is_person(before_name) else before_name,
        text[honorific[0].start : honorific[-1].end] if honorific else "",
    )


def _end_of(last: Word) -> int:
    """Give where a name ends, without a sentence's stop and the "’s" of "Petra Lund’s report"."""
    if last.text.endswith(".") and not (_INITIAL.fullmatch(last.text) or last.plain in _SUFFIXES):
        return last.end - 1
    return last.end - 2 if _OWN.search(last.text) else last.end


def _without_openers(row: list[Word]) -> list[Word]:
    while row and row[0].plain not in HONORIFICS and (row[0].plain in OPENERS or _is_adverb(row[0])):
        row = row[1:]
    return row


def _is_adverb(word: Word) -> bool:
    """Whether a word begins a sentence as adverbs do: "Ultimately Ada moved", and is no name ("Emily")."""
    return word.plain.endswith("ly") and is_common(word.text) and not may_be_given_name(word.text)


def _stretch(text: str, words: list[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _owner(whole: list[Word], row: list[Word]) -> list[Word]:
    """Give the words that tell whose somebody is, as far as they were left out of a row."""
    before = [word for word in whole if word.start < row[0].start]
    last = max((place for place, word in enumerate(before) if _OWN.search(word.text)), default=-1)
    return before[: last + 1]


def _without_owner(row: list[Word]) -> list[Word]:
    """Leave out whose somebody is: "the Weir Office’s Ada Berg"."""
    last = max((place for place, word in enumerate(row) if _OWN.search(word.text)), default=-1)
    return row[last + 1 :] if len(row) - last > _WORDS_OF_NAME else row


def _without_institution(row: list[Word]) -> list[Word]:
    """Leave out the institution that stands before a name: "head of the Rain Institute Ada Berg"."""
    last = max((place for place, word in enumerate(row) if word.plain in _ORGANISATION), default=-1)
    return row[last + 1 :] if last > 0 else row


def _without_what_a_post_is_of(text: str, row: list[Word]) -> list[Word]:
    """Leave out what the post before a name is of: "Mayor of Fenmark Ada Berg", "CEO of Halvard Mutual Ada Berg".

    The name begins with a given name.
    """
    before = letters_before(text, row[0].start, _LONGEST_POST) if len(row) > _WORDS_OF_NAME else ""
    post = _POST_OF.search(before)
    if post is None or _IN_APPOSITION.search(before, 0, post.start()):
        return row
    given = [place for place, word in enumerate(row[1:-1], 1) if may_be_given_name(word.text)]
    if not given:
        return row
    first = given[-1]
    while first - 1 in given or row[first - 1].plain in HONORIFICS:
        first -= 1
    return row[first:]


def _may_follow_post(post: Word, word: Word) -> bool:
    """Whether one word after a post may be a name: "Chair Lund", not "Director General"."""
    return (
        len(word.plain) > 2
        and word.plain not in _ENDS_OF_POSTS
        and not is_place([word.text])
        and (post.plain not in _BEFORE_RARE_WORDS or not is_common(word.text))
    )


def _is_before_name(word: Word) -> bool:
    return word.plain in HONORIFICS or _is_post(word.plain)


@functools.lru_cache(maxsize=20_000)
def _is_post(word: str) -> bool:
    return POSTS.fullmatch(word) is not None


def _words_before_name(row: list[Word]) -> int:
    """Count the words of the language that stand before a name of two words: "Senior Actuary" of Ada Berg."""
    count = 0
    while len(row) - count > 2 and _stands_before_names(row[count]):
        count += 1
    return count


def _stands_before_names(word: Word) -> bool:
    return len(word.plain) > 4 and word.plain not in _KIN and is_common(word.text)


def _is_no_person(words: list[Word], *, called: bool = False) -> bool:
    told = [word.text for word in words if not _INITIAL.fullmatch(word.text)]
    # "Amendment Bill": behind words of the language, what is a word as well is no name.
    common = bool(told) and all(map(is_common, told[:-1])) and is_word_too(told[-1])
    return common or (not called and is_place(told))


def _is_name(words: list[Word], *, alone: bool, titled: bool = False) -> bool:
    proper = [word for word in words if _is_capital(word)]
    if not proper or len(words) > 6 or words[-1].end - words[0].start > LONGEST_NAME:
        return False
    if words[-1].plain in _COMPANIES:
        return False
    if len(proper) == 1 and (not alone or _INITIAL.fullmatch(proper[0].text)):
        return False
    if all(_INITIAL.fullmatch(word.text) or len(word.plain) < 2 for word in proper):
        return False
    initialled = sum(len(word.text) == 1 for word in proper) > 1  # "G A J LUND": here "A" is no article
    # "Mr. Per Vik": after a title, what may begin a sentence is a name.
    return not any(
        _is_no_name(word, last=word is words[-1])
        and not (titled and (word.plain in OPENERS or len(word.plain) == 1))
        and not (initialled and len(word.text) == 1)
        for word in proper
    )


def _is_no_name(word: Word, *, last: bool) -> bool:
    plain = word.plain.removesuffix("’s").removesuffix("'s")
    if _ROMAN.fullmatch(word.text) and len(word.text) > 1 and word.text not in _ROMAN_FAMILIES:
        return not last  # "Ada Berg II"
    if plain in _MONTHS:
        return not last
    if _OF_CODE.search(word.text):
        return True
    if _INITIAL.fullmatch(word.text):
        return False
    if last and plain == "royal":
        return False  # "Ségolène Royal", and not "the Royal Society"
    return plain in NOT_NAMES or any(part in _ORGANISATION for part in re.split(r"[-‐‑–]", plain))


_OF_CODE = re.compile(r"[A-Z]{3,}[a-z]{2}|[a-z][A-Z]{2,}")  # "CVSSScoreSets"
_WORDS_OF_NAME = 2
_ORGANISATION = frozenset({"university", "institute", "council", "committee", "office", "agency", "ministry"})


@functools.lru_cache(maxsize=4096)
def is_person(text: str, *, listed: bool = False) -> bool:
    """Whether a text is the name of one person and nothing else.

    In a list of people, beside a credit, words of the language may be a name: "Hope Field".
    """
    if len(text) > 2 * LONGEST_NAME:
        return False
    words = [Word(found.group(), *found.span()) for found in _WORD.finditer(text)]
    rest = _WORD.sub("", text).replace(",", "")
    if rest.strip() or not words:
        return False
    if any(not _is_capital(word) and word.text.lower() not in PARTICLES for word in words):
        return False
    joined = all(not text[before.end : after.start].strip(" \u00a0,") for before, after in pairwise(words))
    posts = any(_is_post(word.plain) for word in words if word.plain not in _NAMES_TOO or word is words[0])
    return joined and not posts and _is_name(words, alone=False) and (listed or not _is_no_person(words))


@functools.lru_cache(maxsize=4096)
def without_honorific(text: str) -> tuple[str, str]:
    """Give a name without the honorifics before it, and those: "The Hon. R.I. LUND"."""
    end = 0
    start = 4 if text.startswith("The ") else 0
    for found in _WORD.finditer(text, start):
        word = Word(found.group(), *found.span())
        if word.plain not in HONORIFICS or text[max(end, start) : word.start].strip():
            break
        end = word.end
    rest = text[end:].strip()
    return (rest, text[:end]) if rest else (text.strip(), "")
