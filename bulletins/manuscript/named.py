"""Names of the roster in plain text, with the credits around them, in full and in short."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from bulletins.document import LanguageCode, RosterEntry
from bulletins.language import of
from bulletins.language.letters import letters_before
from bulletins.language.open_saying_en import IS_OF_A_MIND, PUTS_IT, TELLS_THAT
from bulletins.language.saying_words_en import ADVERB, NOUNS_OF_SAYING, OF_INSTITUTION
from bulletins.manuscript.blocks import Run, ends_sentence
from bulletins.manuscript.creditable import LETTER, WORD, Creditable, Span
from bulletins.manuscript.han_names import stands_whole
from bulletins.manuscript.occurrences import occurrences
from bulletins.manuscript.roster import one_person
from bulletins.manuscript.sighting_words_zh import VERB
from bulletins.manuscript.vocabulary import HAN_POST, POSTS, REPORTING, SPEAKING_VERBS
from forum.scripts import HAN_LETTERS, is_han
from speakers import names

_NEAR = 85  # a credit this like the roster's, in per cent, is that credit written otherwise
_BRACKET = re.compile(r"\s*[(（](.{3,200}?)[)）]")
_COMMA = re.compile(r"\s*[,，]\s*")
_HONORIFIC = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Director|President|Dean|Minister|Ambassador|Justice|Judge|Mayor|Senator|Governor|"
    r"Chancellor|Sir|Dame|Lord|Lady|Commissioner|Secretary|Council(?:man|woman|member|lor|or)|Cllr|Rev|Bishop|Captain)"
    r"\.?\s+"
)
_TITLE = re.compile(rf"(?<![\w-]){_HONORIFIC}\Z")
_SAID_BY = re.compile(
    r"\b(?:[Aa]ccording to|said|says|added|argued|noted|explained|replied|asked)\s\Z"
    r"|[,.!?…][”\"],?\s[a-z]{3,16}(?:ed|s)\s\Z"  # “We pay,” countered Berg.
)
# "For Berg, the answer is pay."
_FOR = re.compile(r"(?:^|[.!?][”\"]?\s)(?:For|To)\s\Z")
_LONGEST_FOR = 6
_PLACE = re.compile(r"\s(?:of|from|at|with|for|representing)\s(?:the\s)?")
_LETTER = re.compile(LETTER)
_PLAIN_WORD = re.compile(r"\w+")  # the same where no character is Chinese, and quicker
_SPACE = re.compile(r"\s+")
_PADDING = re.compile(r"[ \u3000]{0,4}")
_WITHIN_WORD = re.compile(r"[\w-]")
# "According to Lund University" is nobody's of that name.
_GOES_ON_AS_NAME = re.compile(rf"{_WITHIN_WORD.pattern}|\s[A-Z][a-z]")
_AND_OTHERS = re.compile(
    r"(?:(?:,|,? and|,? as well as|,? &)\s(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Cllr)\.?\s)?[A-Z][\w’'-]{1,30}){1,3}"
)
_WHO = re.compile(
    r",\swho\s[^,;:.“”\"]{3,90},(?:\sin (?:the|his|her|a)\s[^,;:.“”\"]{2,40},)?(?=\s[a-z])"
)  # "Berg, who steps down, thanked"
# Within a paragraph: "Berg gave a figure. Lund: “That is two rents.”"
_IS_LABEL = re.compile(r":\s(?=[“\"A-Z])")
_ENDS_BEFORE = re.compile(r"(?:^|[.!?][”\"]?\s)(?:As for\s)?$")
_OPENS_CLAUSE = re.compile(r"(?:^|[，。；：“”\n])\s?$")
_SAYS_IN_CHINESE = re.compile(rf"\s?(?:还|也|则|又|进一步|随后|最后|特别|再次|同样)?{VERB.pattern}")
_OWN_WORDS = re.compile(
    r"[’']s? (?:own )?(?:view|opinion|experience|words|reading|account|judge?ment|telling),|"
    rf"[’']s? (?:[a-z]+ )?(?:{NOUNS_OF_SAYING}) (?:was|is)\b"
)
_SAYS = re.compile(
    rf"{OF_INSTITUTION}(?:\s\([^()]{{1,60}}\))?(?:,?\s{ADVERB},?){{0,2}}\s+"
    rf"(?:(?:{REPORTING}|{SPEAKING_VERBS}|{TELLS_THAT}|{IS_OF_A_MIND})\b|{PUTS_IT})"
)
_HAN_BEGINS = re.compile(rf"(?<![{HAN_LETTERS}])|(?<=[和与與及])")
_HAN_TITLE = re.compile(
    rf"(?:{HAN_POST})(?![会团會團组])|先生|女士|老师|同学(?!们)|总(?![体量额和数共理监编经裁部署局结书会统是])"
)
_LONGEST_TITLE = 30
_LONGEST_PADDING = 4
_LONGEST_CREDIT = 300
_LONGEST_BEFORE = 60  # letters before a family name that may say whose it is
# "Peter Berg", "J. Berg" and "the Berg" are not the roster's Ada Berg; "As Berg", "Then Berg" and "Nordic’s Berg" are.
_OTHERS = re.compile(
    r"(?<![\w’'-])(?!(?:And|As|But|Then|Here|There|When|While|Where|If|Yet|So|In|For|Since|Though|Although|Because|Both|Like|"
    r"Only|Even|What|Why|How|To|With|By|From|On|At)\s)(?:[A-Z]\.|[A-Z][\w’'-]*(?<![’']s)|the)\s+$"
)


def named(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find full names of the roster, each with the credit around it; longer names first.

    A name that two bear means the one whose credit stands by it, and else nobody.
    """
    found = [
        (rank, place, end, bearers)
        for start, place in _starts(text, creditable.by_start)
        for rank, bearers in creditable.by_start[start]
        if (end := _end_of_name(text, place, bearers[0].name)) is not None
    ]
    for _, start, end, bearers in sorted(found, key=lambda match: match[:2]):
        spans = [
            Span(*_credited(text, start, end, entry, creditable.language), entry.speaker) for entry in bearers
        ]
        if len(spans) > 1:
            spans = _widest([span for span in spans if (span.start, span.end) != (start, end)])
        yield from spans


def _widest(spans: list[Span]) -> list[Span]:
    """Give the one that reaches furthest: of "Dean" and "Dean of Rain" the second; none where two are alike."""
    width = max((span.end - span.start for span in spans), default=0)
    widest = [span for span in spans if span.end - span.start == width]
    return widest if len(widest) == 1 else []


def _starts(text: str, wanted: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    """Give the places of a text where something wanted may begin, by how it begins."""
    yield from _starts_of_words(text, wanted)
    if any(is_han(start[:1]) for start in wanted):
        for place, letter in enumerate(text):
            # A name of two characters may be padded to the width of three.
            pair = letter + text[place + 1 : place + _LONGEST_PADDING + 2].lstrip(" \u3000")[:1]
            for start in (pair, letter) if pair != letter else (letter,):
                if start in wanted and is_han(letter):
                    yield start, place


def _starts_of_words(text: str, wanted: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    plain = text.lower()
    if len(plain) != len(text):  # a letter that has two small ones: place by place, then
        plain = "".join(letter.lower()[:1] for letter in text)
    for start in wanted.keys() & _words(plain):
        for _, place, end in occurrences(plain, [start]):
            if not _LETTER.match(plain, end) and not _LETTER.match(plain[place - 1 : place]):
                yield start, place


# A paragraph is looked at for whole names, for short ones and by other readers.
@functools.lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    return frozenset((WORD if is_han(text) else _PLAIN_WORD).findall(text))


def _end_of_name(text: str, place: int, name: str) -> int | None:
    """Give where a name that begins at a place ends; nothing where another word stands there.

    Compared by hand: a pattern of each name would take longer to compile than a bulletin to read.
    """
    if is_han(name):
        if len(name) != 2:
            return _end_of_words(text, place, name)
        # Names of two characters are padded to the width of three.
        last = _PADDING.match(text, place + 1)
        whole = text.startswith(name[0], place) and last and text.startswith(name[1:], last.end())
        return last.end() + len(name) - 1 if whole and last else None
    # One word alone ("Hope") is a name only as it is written.
    end = _end_of_words(text, place, name, any_case=" " in name)
    is_whole = end is not None and not _LETTER.match(text, end) and not _LETTER.match(text[place - 1 : place])
    return end if is_whole else None


def _end_of_words(text: str, place: int, words: str, *, any_case: bool = False) -> int | None:
    """Give where these words end that begin at a place, with any white space between them."""
    for count, word in enumerate(words.split()):
        if count:
            space = _SPACE.match(text, place)
            if space is None:
                return None
            place = space.end()
        there = text[place : place + len(word)]
        if there != word and not (any_case and there.lower() == word.lower()):
            return None
        place += len(word)
    return place


def _credited(text: str, start: int, end: int, entry: RosterEntry, language: LanguageCode) -> tuple[int, int]:
    """Widen a name's place over its credit, exact or written a little otherwise."""
    if not entry.credit:
        return start, end
    name_first = of(language).FULL_CREDIT.startswith("{name}")
    if not name_first and (before := _credit_before(text, start, entry.credit)) is not None:
        return before, end
    if name_first or not is_han(entry.name) or text[end : end + 1] in {"（", "("}:
        return start, _credit_after(text, end, entry.credit)
    return start, end


def _credit_before(text: str, start: int, credit: str) -> int | None:
    """Give where a credit that ends at `start` begins."""
    window = letters_before(text, start, len(credit) + 8)
    wanted = names.fold(credit)
    starts = [place for place in range(len(window)) if place == 0 or window[place - 1] != window[place]]
    best = max(starts, key=lambda place: (fuzz.ratio(names.fold(window[place:]), wanted), place), default=0)
    return start - len(window) + best if fuzz.ratio(names.fold(window[best:]), wanted) >= _NEAR else None


def _credit_after(text: str, end: int, credit: str) -> int:
    """Give where a credit that begins at `end` stops; `end` itself when there is none."""
    bracket = _BRACKET.match(text, end)
    if bracket and fuzz.ratio(names.fold(bracket.group(1)), names.fold(credit)) >= _NEAR:
        return bracket.end()
    comma = _COMMA.match(text, end)
    if comma is None:
        place = _PLACE.match(text, end)
        exact = _end_of_words(text, place.end(), credit) if place else None
        return end if exact is None else exact
    exact = _end_of_words(text, comma.end(), credit)
    return _near_credit_after(text, end, comma.end(), credit) if exact is None else exact


def _near_credit_after(text: str, end: int, begin: int, credit: str) -> int:
    wanted = names.fold(credit)
    window = text[begin : begin + len(credit) + 40]
    places = [found.end() for found in re.finditer(r"[\w)）”’](?=\W|$)", window)]
    scored = [(fuzz.ratio(names.fold(window[:place]), wanted), -place) for place in places]
    score, place = max(scored, default=(0.0, 0))
    return begin - place if score >= _NEAR else end


def named_in_short(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find later mentions by family name: "XU suggested", "Prof. Lalic", 黄教授."""
    found = [
        # Of "Minister Ada Berg" the given name is found first.
        (
            rank,
            span[0],
            max(span[1], place + len(entry.name if text.startswith(entry.name, place) else family)),
            entry,
        )
        for start, place in _starts(text, creditable.by_family)
        for rank, family, entry in creditable.by_family[start]
        if text.startswith(family, place)
        and (span := _short_at(text, place, family) or _foreign_at(text, place, family, entry))
    ]
    for _, start, end, entry in sorted(found, key=lambda match: match[:2]):
        whole = not is_han(text[start]) or stands_whole(text, start, end)
        if whole and not _OTHERS.search(letters_before(text, start, _LONGEST_BEFORE)):
            yield Span(start, end, entry.speaker)
    yield from _shared(text, creditable)


def _foreign_at(text: str, place: int, family: str, entry: RosterEntry) -> tuple[int, int] | None:
    """Give the place of a foreign family name in Chinese that says something right there: 林德认为, "Lund 强调"."""
    end = place + len(family)
    if not is_han(family):
        alone = _OPENS_CLAUSE.search(letters_before(text, place, 2)) is not None
        return (place, end) if alone and _SAYS_IN_CHINESE.match(text, end) else None
    opens = "·" in entry.name and len(family) > 1 and _HAN_BEGINS.match(text, place)
    return (place, end) if opens and VERB.match(text, end) else None


def _shared(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find family names that several bear, each where one of them alone is named before: "In his talk, Dr. Lund"."""
    for start, place in _starts(text, creditable.by_shared_family) if creditable.by_shared_family else ():
        for family, bearers in creditable.by_shared_family[start]:
            named_before = [entry for entry in bearers if entry.name in text[:place]]
            whole = text.startswith(family, place) and len(named_before) == 1
            if (
                whole
                and (span := _short_at(text, place, family))
                and not _OTHERS.search(letters_before(text, place, _LONGEST_BEFORE))
            ):
                yield Span(*span, named_before[0].speaker)


def _short_at(text: str, place: int, family: str) -> tuple[int, int] | None:
    """Give from where to where a family name at a place credits its bearer, with the title before or behind it."""
    end = place + len(family)
    if is_han(family):
        title = _HAN_TITLE.match(text, end) if _HAN_BEGINS.match(text, place) else None
        return (place, title.end()) if title else None
    if _WITHIN_WORD.match(text[place - 1 : place]):
        return None
    if family.isupper() and len(family) > 2:
        return (place, end) if not _WITHIN_WORD.match(text, end) else None
    if not family.isupper() and _SAID_BY.search(text, place - _LONGEST_TITLE, place):
        return (place, end) if not _GOES_ON_AS_NAME.match(text, end) else None
    titled = None if family.isupper() else _TITLE.search(text, place - _LONGEST_TITLE, place)
    if titled:
        return (titled.start(), end) if not _WITHIN_WORD.match(text, end) else None
    return (place, end) if _says_something(text, place, end) else None


def _says_something(text: str, place: int, end: int) -> bool:
    """Whether the words around a family name alone make its bearer speak."""
    if text.startswith(", ", end) and _FOR.search(letters_before(text, place, _LONGEST_FOR)):
        return True
    # "Berg and Lund agreed", "Berg’s answer was short"
    joined = _AND_OTHERS.match(text, end) or _WHO.match(text, end)
    says = _SAYS.match(text, joined.end() if joined else end) or _OWN_WORDS.match(text, end)
    labels = _IS_LABEL.match(text, end) and _ENDS_BEFORE.search(letters_before(text, place, 12))
    return bool(says or labels)


def strangers(runs: Sequence[Run], creditable: Creditable) -> Iterator[Span]:
    """Find bold runs that are "Name, credit" of somebody who is not on the roster."""
    place = 0
    for run in runs:
        text = run.text
        entry = _stranger(text, creditable.language) if run.strong else None
        if entry is not None:
            start = place + len(text) - len(text.lstrip())
            yield Span(start, start + len(text.strip().rstrip(",，.;")), entry.speaker)
        place += len(text)


def _stranger(text: str, language: LanguageCode) -> RosterEntry | None:
    text = text.strip().rstrip(",，.;")
    if len(text) > _LONGEST_CREDIT or ends_sentence(text):
        return None
    entry = one_person(text, language)
    post = re.compile(HAN_POST) if language == "zh" and entry and is_han(entry.credit) else POSTS
    return entry if entry and post.search(entry.credit) else None
