"""Titles of sections that tell who speaks there: "Dr. Ada Berg, Rain School" above a list of what she said.

So does 令狐野委员：先修水管，再挂灯笼 above his speech. What stands below and credits nobody is theirs. One such title
alone is a headline, and what tells of a person is nobody's words.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from bulletins.document import (
    Document,
    Inline,
    LanguageCode,
    Mention,
    Paragraph,
    Point,
    Subsection,
    Text,
    point_lines,
    point_mentions,
    sections,
    with_point_lines,
    with_sections,
)
from bulletins.inline import plain, printed
from bulletins.language import of
from bulletins.manuscript.common_words import is_place, may_be_given_name
from bulletins.manuscript.han_names import (
    begins_with_surname,
    is_only_word,
    is_tagged_as_name,
    reads_as_words,
)
from bulletins.manuscript.label_bearers import meant
from bulletins.manuscript.labels import by_name
from bulletins.manuscript.latin_names import INITIALLED, is_person, without_honorific
from bulletins.manuscript.lives import is_life
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.standing_names import names_somebody
from bulletins.manuscript.talk_titles import HOUR, Talk, bare_title, talk_of
from bulletins.manuscript.turns import label_of
from bulletins.prose import is_caption, tidy
from bulletins.whose_turn import is_item
from forum.scripts import is_han
from speakers import names

_FEWEST = 2
_LONGEST = 160
_COLON = re.compile(r"[:：]")
_BESIDE_NAME = re.compile(r"\s?[,(（–—|]")
# Whom a title names at its end: "Why it rains (Ada Berg)", "Rivers - Ada Berg".
_AT_END = re.compile(
    r"(?:\s\(|[,”\"]?\s(?:[Bb]y|[Ww]ith)\s|\s[–—|-]\s)"
    r"(?P<name>[A-Z][^()\[\],:;–—|]{3,50}?)(?:,\s(?P<credit>[^()]{3,80}))?\)?$"
)
# "Keynote: Prof. Ada Berg, “Of weirs”": of such a title one alone tells who speaks below it.
_TALK = re.compile(
    r"\s*(?:(?:opening|closing|invited|plenary|guest|welcome) )?"
    r"(?:keynote|talk|lecture|speech|presentation|address|remarks)"
    r"(?: (?:speech|address|lecture|\d{1,2}))?(?: by)?\s?[:–—-]\s*",
    re.IGNORECASE,
)
# The hour before a name, as programmes have it.
_AT_HOUR = re.compile(rf"^{HOUR}(?=\D)", re.IGNORECASE)
_OWN_TITLE = re.compile(r",?\s[“\"‘]|\s[–—|]\s|:\s")


type Talks = Mapping[str, Talk]
NO_TALKS: Talks = MappingProxyType({})


class Titled(NamedTuple):
    """Who speaks below a title, and the title as the label before a speech."""

    name: str
    label: str


def titled(
    title: str, language: LanguageCode, bare_names: Container[str] = (), talks: Talks = NO_TALKS
) -> Titled | None:
    """Give who speaks below a title, if it names somebody; None else. Of `bare_names` a name alone does.

    `talks` tells who gives the talks of a text, by their titles.
    """
    title = _AT_HOUR.sub("", " ".join(title.split()))
    if not title or len(title) > _LONGEST:
        return None
    if talk := talks.get(bare_title(title)):
        credit = f" ({talk.credit})" if talk.credit else ""
        colon = ":" if language == "en" else "："
        return Titled(talk.name, f"{talk.name}{credit}{colon} …")
    if (opens := _TALK.match(title)) and language == "en":
        return _of_talk(title[opens.end() :])
    label = f"{title} …" if _COLON.search(title) else f"{title}{'：' if language == 'zh' else ':'} …"
    found = label_of(label, language)
    if found is None:
        return None
    name, whole = found[0], label[found[1] : found[2]]
    if is_han(name):
        # 修水库 and 安全：人人有责 have nobody's name.
        beside = "".join(whole.split()) != name or _is_surely_a_name(name)
        named = _COLON.search(title) is not None or names_somebody(title, language)
        return Titled(name, label) if named and beside and not is_only_word(name) else None
    bare, honorific = without_honorific(name)
    # "Victoria Falls: lessons": nobody is told by a name alone.
    told = honorific or title in bare_names or _BESIDE_NAME.match(whole.partition(name)[2])
    somebody = is_person(bare) or title in bare_names or (bool(honorific) and is_person(f"Ada {bare}"))
    return Titled(name, label) if told and somebody else None


def sightings(titles: Iterable[str], language: LanguageCode) -> Iterator[Sighting]:
    """Give those whom titles name at their ends: "Why it rains (Ada Berg)", "Why it rains, by Ada Berg"."""
    for title in titles if language == "en" else ():
        found = _AT_END.search(title)
        name, honorific = without_honorific(found["name"]) if found else ("", "")
        if found and is_person(name):
            yield Sighting(name, (found["credit"] or "").strip(), sure=True, honorific=honorific)


def _of_talk(told: str) -> Titled | None:
    """Give who gives a talk: what stands before its own title, with a post or without."""
    who = _OWN_TITLE.split(told)[0].strip()
    name, honorific = without_honorific(who.partition(",")[0].partition(" (")[0])
    return Titled(f"{honorific} {name}".strip(), f"{who}: …") if is_person(name) else None


def _is_surely_a_name(name: str) -> bool:
    tagged = is_tagged_as_name(name) or begins_with_surname(name) > 1
    return tagged and not reads_as_words(name)


_LONGEST_TITLE_BELOW = 100  # letters
_ENDS = re.compile(r"[.!?。！？…:：;；][”\"’'」』)）]*$")
_NOTHING = re.compile(r"\W*(?:no (?:notes|minutes|record)|n/a|none|tb[acd]|无|無|略)\W*", re.IGNORECASE)


def _bare_names(titles: Sequence[str], language: LanguageCode, known: Sequence[str]) -> frozenset[str]:
    """Give the titles that are English names and nothing else, where several titles surely tell people.

    Those are told with a post, or are named by a list (`known`), be it in part, or bear a given name.
    """
    if language != "en":
        return frozenset()
    whole = {names.fold(name) for name in known}
    there = {
        title for title in titles if names.fold(title) in whole or (_is_short(title) and meant(title, known))
    }
    alone = {title for title in titles if is_person(title)} | there
    sure = {title for title in alone if title in there or _bears_given_name(title)}
    told = {one.name for title in titles if (one := titled(title, language))}
    return frozenset(alone if len(sure | told) >= _FEWEST else ())


def _is_short(title: str) -> bool:
    """Whether a title may be part of a name, or initials and a family name."""
    return " " not in title or INITIALLED.fullmatch(title) is not None


def _bears_given_name(name: str) -> bool:
    name = name.title()
    return (
        may_be_given_name(name)
        and not is_place(name.split())
        and not any(map(is_place, [[one] for one in name.split()]))
    )


def labels_in(
    titles: Sequence[str], language: LanguageCode, known: Sequence[str] = (), talks: Talks = NO_TALKS
) -> list[Titled]:
    """Give the speakers whom titles tell, where there are several; `known` are names that a list of people tells."""
    titles = [" ".join(title.split()) for title in titles]
    bare = _bare_names(titles, language, known)
    found = [(title, one) for title in titles if (one := titled(title, language, bare, talks))]
    told = [one for title, one in found if _TALK.match(title)]
    return [one for _, one in found] if len({one.name for _, one in found}) >= _FEWEST else told


def with_borders(document: Document, talks: Talks = NO_TALKS) -> Document:
    """Give a Document in which what stands below the title of a speaker, and credits nobody, is theirs."""
    parts = [part for _, part in sections(document)]
    titles, known = [part.title for part in parts], [entry.name for entry in document.roster]
    if not labels_in(titles, document.language, known, talks):
        return document
    alone = _bare_names([" ".join(title.split()) for title in titles], document.language, known)
    told = [(part, one) for part in parts if (one := titled(part.title, document.language, alone, talks))]
    lives = any(_is_life(part, one.name, document) for part, one in told)
    keys = by_name(document.roster)

    def spoken(part: Subsection) -> dict[str, tuple[Point, ...]]:
        one = titled(part.title, document.language, alone, talks)
        key = keys.get(names.fold(_bare(one.name))) if one else None
        if one and key is None:
            key = keys.get(names.fold(meant(one.name, known) or ""))
        if one is None or key is None or (lives and not _COLON.search(part.title)):
            return {"points": part.points}
        return {"points": tuple(_spoken(part, key, _family(one.name), document))}

    return with_sections(document, spoken)


def _bare(name: str) -> str:
    return "".join(name.split()) if is_han(name) else without_honorific(name)[0]


def _family(name: str) -> str:
    return _bare(name) if is_han(name) else _bare(name).split()[-1]


def _is_life(part: Subsection, name: str, document: Document) -> bool:
    """Whether what stands below a title tells of the person: it opens with the name or a pronoun, and no saying."""
    first = next((plain(paragraph, document) for paragraph in _paragraphs(part)), "").lstrip()
    if any(_mentions(part)):
        return False
    return is_life(first, _family(name), name)


def _paragraphs(part: Subsection) -> Iterator[Paragraph]:
    return (paragraph for point in part.points for _, paragraph in point_lines(point) if paragraph)


def _mentions(part: Subsection) -> Iterator[Mention]:
    for point in part.points:
        yield from point_mentions(point)


def _is_said(words: str, where: str) -> bool:
    """Whether a paragraph may be somebody's words, and is no title: "Keynote: A Changing World", nor "no notes"."""
    alone = len(words) < _LONGEST_TITLE_BELOW and not is_item(where) and _ENDS.search(words) is None
    return bool(words) and not alone and _NOTHING.fullmatch(words) is None


# What whoever writes of a talk says of it: "I liked this session most."
_OF_WRITER = re.compile(r"\b(?:I|[Mm]y)\b")
_OF_TALK = re.compile(r"\b(?:talk|session|speaker|presentation|slides|keynote|panel)s?\b")
# What stands before somebody to whom a speaker only points: "As Ivo Lund said this morning, nobody pays."
_POINTS_TO = re.compile(
    r"(?:\b(?:[Aa]s|[Ll]ike|[Uu]nlike|[Tt]hank you,?|[Tt]hanks to)(?: (?:my|our) (?:colleague|friend|chair))?,?\s|"
    r"(?:^|[，。；：])(?:正如|如|正像|就像|感谢))$"
)


def _pointing(paragraph: Paragraph, key: str, document: Document) -> Paragraph:
    """Give a speaker's paragraph in which those to whom they only point are plain words."""
    parts: list[Inline] = []
    for one in paragraph:
        before = parts[-1].text if parts and isinstance(parts[-1], Text) else ""
        pointed = isinstance(one, Mention) and one.speaker != key and _POINTS_TO.search(before)
        parts.append(Text(printed(one, document)) if isinstance(one, Mention) and pointed else one)
    return tidy(tuple(parts))


def _spoken(part: Subsection, key: str, family: str, document: Document) -> Iterator[Point]:
    """Give the points of whoever a title names, up to where somebody else speaks or the text tells of the event."""
    saying = of(document.language).SAYING
    over = False

    def theirs(where: str, paragraph: Paragraph) -> Paragraph:
        nonlocal over
        paragraph = _pointing(paragraph, key, document)
        words = "".join(one.text for one in paragraph if isinstance(one, Text))
        named = {one.speaker for one in paragraph if isinstance(one, Mention)}
        others = (saying.narrated, saying.other_subject, saying.others)
        talk = talk_of(words, document.language) if not named else None
        over = over or bool(named - {key}) or any(pattern.match(words) for pattern in others)
        over = over or (talk is not None and family not in talk.name)  # the title of somebody else's talk
        # Where the name stands and says nothing, the text tells of the person.
        if (
            over
            or (_OF_WRITER.search(words) and _OF_TALK.search(words))
            or named
            or not _is_said(words.strip(), where)
            or family in words
            or is_caption(where)
            or ".notes[" in where
        ):
            return paragraph
        return (Mention(key, printed=""), *paragraph)

    for point in part.points:
        yield with_point_lines(point, theirs)
