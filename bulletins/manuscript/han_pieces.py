"""A piece of a row of people, such as stands between commas, read in all ways that it may be: as a name, as somebody
with a credit, or as a credit. Each way has a number that says how unsure it is.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import rjieba

from bulletins.manuscript import names_around_posts
from bulletins.manuscript.credits_zh import POST
from bulletins.manuscript.han_credits import (
    COURTESY,
    INSTITUTION,
    LONGEST,
    POSTS,
    SAYS,
    SAYS_SURELY,
    TITLED,
    is_credit,
    is_never,
    is_told,
    with_title,
)
from bulletins.manuscript.han_names import (
    begins_with_surname,
    candidates,
    ends_with_noun,
    is_name,
    is_tagged_as_name,
    is_word,
    stands_whole,
)
from bulletins.manuscript.roster_labels import Label, label_of
from forum.scripts import HAN_LETTERS, is_han, simplified

# How unsure a way to read something is. `odd` letters are a name only with a post in a bracket behind them.
DOUBT = {
    "sure": 0.0,
    "word": 0.5,
    "weak": 0.85,
    "long": 1.2,
    "odd": 2.4,
    "alone": 0.3,
    "loose": 0.6,
    "institution": 0.4,
}
BRACKET = re.compile(
    r"(?P<name>[^（）()〔〕]{2,30}?)\s*[（(](?P<inner>(?:[^（）()]|[（(][^（）()]*[）)])+)[）)]"
)
_COUNTRY = re.compile(
    r"^(?P<country>[〔\[［【（(](?![一二三四五六七八九十]+[〕\]］】）)])[\u4e00-\u9fff]{1,6}[〕\]］】）)])\s*"
)
LATIN = re.compile(
    r"(?:(?:Prof|Dr|Mr|Ms|Mrs)\.?\s)?(?P<name>[A-Z][A-Za-zÀ-ÿ.'’-]{0,24}(?:\s(?:[A-Z]\.?|[A-Z][A-Za-zÀ-ÿ.'’-]{1,24}|van|von|de|der|bin|al)){1,4})"
)
_LATIN_BEHIND = re.compile(
    rf"(?P<before>[^A-Za-z]*[{HAN_LETTERS}])\s?{LATIN.pattern}\s?(?P<title>[{HAN_LETTERS}]{{2,4}})?"
)
_PERSONAL = re.compile(
    r"(?:男|女|[\u4e00-\u9fff]{1,5}族|中共党员|民[革盟建进]|[\s，、,]|\d{4}年\d{1,2}月生)+"
)
NO_NAME = re.compile("[本该各我他们这那等有与和的第每某全]")
_HAN = re.compile(f"[{HAN_LETTERS}]{{2,4}}")
_LONGEST_NAME = 16
_SHORT_NAME = 2
_SHORTEST_LOOSE = 3


class Person(NamedTuple):
    """Somebody of a list. `part` is what a bracket says of the part taken: 某某（主持）."""

    name: str
    credit: str = ""
    part: Label | None = None


class Read(NamedTuple):
    """A way to read a piece: as a name, as somebody with a credit, or as a credit. `doubt` is how unsure that is."""

    kind: Literal["name", "person", "credit"]
    person: Person
    doubt: float
    title: str = ""


def reads_of(piece: str) -> Iterator[Read]:
    """Give all ways to read a piece."""
    text = piece.strip()
    country = _COUNTRY.match(text)
    prefix = country["country"] if country and len(text) > country.end() + 1 else ""
    text = text[country.end() :] if country and prefix else text
    yield from (_with_country(read, prefix) for read in _plain_reads(text))


def _with_country(read: Read, prefix: str) -> Read:
    person = read.person
    if not prefix or read.kind == "credit":
        return read
    return read._replace(
        kind="person" if person.credit else "name", person=person._replace(credit=f"{prefix}{person.credit}")
    )


def _plain_reads(text: str) -> Iterator[Read]:
    if bracket := BRACKET.fullmatch(text):
        yield from _bracketed(bracket["name"], bracket["inner"].strip())
        if is_credit(text) and is_told(bracket["name"]):
            yield Read("credit", Person("", text), 0.3)
        return
    if latin := LATIN.fullmatch(text):
        yield Read("name", Person(latin["name"]), 0.2)
        return
    people = [*_names(text), *_glued(text), *_latin_behind(text), *_around_post(text)]
    yield from people
    if is_credit(text) and name_doubt(text) != "sure":
        loose = DOUBT["loose"] * (2 if name_doubt(text) == "word" else 1)
        somebody = any(read.doubt < DOUBT["weak"] for read in people)
        yield Read("credit", Person("", text), (0.0 if is_told(text) else loose) + somebody)


def _names(text: str) -> Iterator[Read]:
    """Read a piece as a name, with a title behind it or without."""
    if doubt := name_doubt(text):
        yield Read("name", Person(text), DOUBT[doubt])
    title = TITLED.search(text)
    if title and (doubt := name_doubt(text[: title.start()])) in {"sure", "word"}:
        told = "" if COURTESY.fullmatch(title["title"]) else title["title"]
        yield Read("name", Person(text[: title.start()]), DOUBT[doubt] / 2, told)


def name_doubt(text: str) -> str:
    """Tell how sure a name is: sure, word (it is one besides), weak, long or odd (letters alone); "" for none."""
    if is_never(text) or not is_han(text) or (len(text) > 4 and SAYS.search(text)):
        return ""
    if POSTS.fullmatch(text[begins_with_surname(text) :]):
        return ""  # 程医生 is somebody, but that is no whole name
    if is_name(text):
        return "word" if is_word(text) else "sure"
    unit = INSTITUTION.search(text)
    place = unit and (len(unit.group()) > 1 or not begins_with_surname(text))  # 田园 may be somebody
    if not _HAN.fullmatch(text) or POSTS.search(text) or place or label_of(text):
        return ""
    if len(text) == _SHORT_NAME and text[0] in "老小阿" and begins_with_surname(text[1]):
        return "weak"  # 老周
    odd = (is_word(text) and not is_tagged_as_name(text)) or NO_NAME.search(text)
    return "odd" if odd else "weak" if len(text) < 4 else "long"


def _bracketed(name: str, inner: str) -> Iterator[Read]:
    """Read 某某（某院院长）, 某院院长某某（女）, 某某（主持）, 约翰·米勒（John Miller）, 某院（院长某某）."""
    within = next(_glued("".join(inner.split())), None)
    if within is not None and within.doubt < DOUBT["word"]:
        if INSTITUTION.search(name):
            yield within._replace(person=within.person._replace(credit=f"{name}{within.person.credit}"))
        return
    label = label_of(inner)
    part = label if label and (label.role or label.did or label.kind == "away") else None
    told = "" if (part and part.kind != "away") or _PERSONAL.fullmatch(inner) or not is_han(inner) else inner
    if SAYS.search(told) or len(told) > LONGEST:
        return
    latin = LATIN.fullmatch(name)
    reads = [Read("name", Person(latin["name"]), 0)] if latin else [*_names(name), *_glued(name)]
    for read in reads:
        credit = with_title(f"{read.person.credit}{told}", read.title)
        kind: Literal["name", "person"] = "person" if credit else "name"
        doubt = read.doubt / (3 if POSTS.search(told) else 2)
        yield Read(kind, Person(read.person.name, credit, part), doubt)


def _glued(text: str) -> Iterator[Read]:
    """Read 某院院长某某 and 某院某某教授: a credit with a name right behind it."""
    title = TITLED.search(text)
    for end, told in ((len(text), ""), (title.start(), title["title"]) if title else (0, "")):
        kept = "" if COURTESY.fullmatch(told) else told
        for start in range(max(end - _LONGEST_NAME, 2), end - 1):
            doubt = _doubt_of_split(text, start, end, titled=bool(kept))
            if doubt is not None:
                name, before = text[start:end], text[:start].strip()
                yield Read("person", Person(name, with_title(before, kept)), doubt)


def _latin_behind(text: str) -> Iterator[Read]:
    """Read 单车联盟发言人Petra Lund女士: a credit with a name in Latin letters right behind it."""
    found = _LATIN_BEHIND.fullmatch(text)
    if found and is_credit(found["before"]) and is_told(found["before"]):
        kept = "" if COURTESY.fullmatch(found["title"] or "") else found["title"] or ""
        yield Read("person", Person(found["name"], with_title(found["before"], kept)), DOUBT["word"] / 4)


def _around_post(text: str) -> Iterator[Read]:
    """Read 芦汀醫院高醫師明哲: a name with the post within it."""
    around = names_around_posts.whole(text)
    if around and not (POSTS.search(around[0]) or INSTITUTION.search(around[0])):
        yield Read("person", Person(*around), DOUBT["word"] / 4)


def _doubt_of_split(text: str, start: int, end: int, *, titled: bool) -> float | None:
    """Tell how unsure it is that a name stands at a place, behind a credit; None where none does."""
    before, name = text[:start].strip(), text[start:end]
    if SAYS_SURELY.search(before) or len(before) > LONGEST or POSTS.search(name):
        return None
    across = POSTS.search(text[:end])
    if across and across.start() < start:
        return None  # 程师 of 总工程师
    post = POSTS.search(before)
    longer = POSTS.search(text[: start + 1])  # 董事长贝叶 is no 董事 of whatever name
    if post and longer and longer.start() <= post.start():
        return None
    sure = name in candidates(text, start)
    if not (sure or (post and _ends_as_name(name) and not _holds_post(text))):
        return None
    loose = not post and INSTITUTION.search(before) is None
    if not post and (INSTITUTION.search(name) or not _stands_behind(text, start, end, loose=loose)):
        return None
    word = DOUBT["word"] / 2 * ((is_word(name) or not sure) + (not begins_with_surname(name)))
    apart = 0 if post or titled else DOUBT["institution"]
    return word + apart + 0.3 * loose + (4 - len(name)) / 50


def _holds_post(text: str) -> bool:
    """Whether a text begins with somebody and a post: 令狐野主席作报告, 方校长指出."""
    names = {text[: begins_with_surname(text)], *candidates(text, 0)} - {""}
    return any(POST.match(text, len(name)) for name in names)


def _stands_behind(text: str, start: int, end: int, *, loose: bool) -> bool:
    """Whether a name stands whole behind an institution, or behind words that say nothing: 老街茶客令狐野."""
    if loose and (start <= _SHORTEST_LOOSE or SAYS.search(text[:start]) or not ends_with_noun(text[:start])):
        return False
    return stands_whole(text, start, end)


def _ends_as_name(text: str) -> bool:
    """Whether what stands behind a post may be a name though it is a word, or without a surname: 局长安全, 书记扎西."""
    return bool(
        _HAN.fullmatch(text)
        and (surname := begins_with_surname(text)) < len(text) < 4
        and not (POSTS.search(text) or INSTITUTION.search(text))
        and (surname or not (label_of(text) or NO_NAME.search(text) or _begins_with_verb(text)))
    )


def _begins_with_verb(text: str) -> bool:
    """Whether letters tell what somebody does: 看水, 念文件."""
    return rjieba.tag(simplified(text))[0][1] == "v"
