"""Questions and answers: whose the answers are, where a head tells of one person who gives them.

Questions have labels (Q:, 问：) with answers that have theirs (A:, 答：); or they are lines of their own, in bold, in
italics, as headings, behind a dash or a number, and what stands below each is the answer.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from bulletins.document import (
    Document,
    LanguageCode,
    Mention,
    Paragraph,
    RosterEntry,
    Text,
    with_paragraphs,
)
from bulletins.inline import plain, printed
from bulletins.language import of
from bulletins.manuscript.blocks import Block, all_strong, line_of, lines, text_of
from bulletins.manuscript.bylines import without_writer
from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.han_names import is_name, is_only_word
from bulletins.manuscript.latin_names import names_in
from bulletins.manuscript.quoted_blocks import words_of
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.sightings_zh import places
from bulletins.manuscript.vocabulary import HAN_POST, POSTS
from bulletins.prose import is_caption, tidy
from speakers import names

ANSWERS: dict[LanguageCode, str] = {"en": "A", "zh": "答"}
_ANSWER = re.compile(r"\s*(?:A|Answer|答)\s*[:：]")
_QUESTION = re.compile(r"\s*(?:Q|Question|Interviewer|问|問|记者|記者|采访者|本刊|主持人)\s*[:：]")
_LEAST = 2
_LEAST_PLAIN = 3
_TELLS_OF_INTERVIEW = re.compile(r"\b[Ii]nterview(?:s|ed)?\b|专访|采访|访谈|对话")
_LONGEST_HEAD = 4  # paragraphs in which somebody is introduced
_LONGEST_QUESTION = 400
_GIVES = re.compile(
    r"press conference|interview|briefing|conversation with|[Ss]poke (?:to|with)|[Tt]alk(?:ed|s|ing)? (?:to|with)|"
    r"sat down with|answered|answers|questions|记者会|采访|专访|访谈|答记者问|对话|受访"
)
# What stands before whoever is asked: "Interview with Ada Berg", "We spoke to Ada Berg".
_ASKED = re.compile(
    r"(?:[Ii]nterview(?:s|ed|ing|ee)?|[Ss]poken?|[Tt]alk(?:s|ed|ing)?|[Cc]onversation|[Cc]hat(?:s|ted)?|[Ss]at down|"
    r"[Qq]uestions|Q&A)(?:\s(?:with|to|of|for)|\s?:)?\s(?:the\s)?(?:[\w’-]+[\s,]+){0,8}$"
)
_CREDIT = re.compile(
    r",\s(?P<credit>[A-Z][^.;:“”]{2,90}?)(?=[.;:,]?$|[.;:]|,\s(?:about|on|for|who|to|at|in)\b|\s(?:about|on)\s)"
)
# What stands behind whoever asks: "Ivo Lund talked with her", 端木晴与他对话.
_ASKS_OTHERS = re.compile(r"\s(?:talk|spoke|sat down|chat|interview|met|ask)")
_ASKS_OTHERS_HAN = re.compile(
    r"(?:与|和|对|同|就[^，。]{1,20})?(?:他|她)?[^，。]{0,4}(?:采访|专访|对话|访谈|提问|整理)"
)
_ASKED_HAN = re.compile(
    r"(?:专访|采访了?|访谈|对话|受访者?[:：]|访)(?P<told>[^，。：；“”（(\s]{2,48})(?=$|[，。：；（(\s])"
)
# 令狐野：水库要修, 令狐野，南桥水务局局长。
_OPENS_HAN = re.compile(
    rf"(?P<name>[\u4e00-\u9fff·]{{2,4}}?)(?:[:：]|是|，(?P<credit>[^，。；：]{{2,30}}(?:{HAN_POST}))[，。])"
)
_OF_INTERVIEW = re.compile("^(?:专访|采访|对话|访谈|访)")
_MOST_LISTED = 3  # people of a list beside one who is asked
_AT_HEAD = re.compile(r"(?:[–—-]{1,2}\s?|\d{1,2}\s?[.、)）]\s?)(?=\S)")
_ASKS = re.compile(r"[?？][”\"』」]?\s*$")


class Interview(NamedTuple):
    """Who is asked, the texts of the answers that have no labels, and the place of the first question."""

    who: Sighting
    answers: frozenset[str]
    begins: int


def interview(
    title: str, blocks: Sequence[Block], roster: Sequence[RosterEntry], language: LanguageCode
) -> Interview | None:
    """Tell of an interview: None where nobody, or more than one, may give the answers."""
    asked = [
        place for place, block in enumerate(blocks) if _is_question(block) or _is_labelled_question(block)
    ]
    unset = [] if len(asked) >= _LEAST else _plain_questions(title, blocks)
    asked = unset or asked
    if len(asked) < _LEAST:
        return None
    # A line without a stop runs on to the first question.
    first = min(asked[0] + bool(unset), _LONGEST_HEAD)
    head = [title, *(without_writer(text_of(one.runs)) for one in blocks[:first])]
    who = _who_is_asked(head, roster, language)
    if who is None:
        return None
    told = [
        block
        for place, block in enumerate(blocks)
        if place >= asked[0] and place not in unset
        if block.kind == "paragraph" and not _is_question(block)
    ]
    answers = frozenset(words_of(text_of(block.runs)) for block in told)
    by_labels = sum(_is_labelled_question(block) for block in blocks) >= _LEAST
    return Interview(who, frozenset() if by_labels else answers, asked[0])


def _plain_questions(title: str, blocks: Sequence[Block]) -> list[int]:
    """Give the places of questions that nothing sets apart: of an interview that its head tells of, which begins so.

    What is asked in an answer's last sentence is taken for one, and is nobody's then.
    """
    asks = [
        place
        for place, block in enumerate(blocks)
        if block.kind == "paragraph" and not block.marker and _ASKS.search(text_of(block.runs).strip())
    ]
    head = [title, *(text_of(block.runs) for block in blocks[: asks[0] + 1])] if asks else []
    begins = len(head) <= _LONGEST_HEAD and any(map(_TELLS_OF_INTERVIEW.search, head))
    return asks if begins and len(asks) >= _LEAST_PLAIN else []


def answering(found: Interview | None, texts: Sequence[str], language: LanguageCode) -> dict[str, str]:
    """Give who answers, by the label before the answers; nobody where they have none."""
    answers = sum(_ANSWER.match(text) is not None for text in texts)
    return {ANSWERS[language]: found.who.name} if found and answers >= _LEAST else {}


def lines_apart(blocks: Sequence[Block]) -> list[Block]:
    """Part a question and its answer that stand in the lines of one paragraph: "Q: Why?", "A: Because."."""
    return [part for block in blocks for part in _parts(block)]


def with_borders(document: Document, found: Interview | None) -> Document:
    """Give a Document in which each answer is credited to whoever is asked, up to where the text tells of the event."""
    if found is None or not found.answers:
        return document
    key = next(
        (one.speaker for one in document.roster if names.fold(one.name) == names.fold(found.who.name)), None
    )
    saying = of(document.language).SAYING
    over = False

    def theirs(where: str, paragraph: Paragraph) -> Paragraph:
        nonlocal over
        text = plain(paragraph, document)
        told = any(isinstance(one, Mention) for one in paragraph)
        if key is None or words_of(text) not in found.answers or is_caption(where) or not text.strip():
            return paragraph
        over = over or (not told and saying.narrated.match(text) is not None)
        return paragraph if over else as_said_by(paragraph, key, document)

    return with_paragraphs(document, theirs)


def as_said_by(paragraph: Paragraph, key: str, document: Document) -> Paragraph:
    """Give a paragraph as all somebody's; somebody else who is named in it says nothing there."""
    if any(isinstance(one, Mention) and one.speaker == key for one in paragraph):
        return paragraph
    words = (Text(printed(one, document)) if isinstance(one, Mention) else one for one in paragraph)
    return tidy((Mention(key, printed=""), *words))


def _parts(block: Block) -> Iterator[Block]:
    rows = lines(block.runs) if block.kind == "paragraph" and not block.cells else []
    texts = [text_of(row) for row in rows]
    if len(rows) > 1 and _QUESTION.match(texts[0]) and any(map(_ANSWER.match, texts[1:])):
        yield from (msgspec.structs.replace(block, runs=row, pictures=()) for row in rows)
    else:
        yield block


def _is_labelled_question(block: Block) -> bool:
    return block.kind == "paragraph" and _QUESTION.match(text_of(block.runs)) is not None


def _is_question(block: Block) -> bool:
    """Whether a block is a question that stands by itself: bold, slanted, a heading, or behind a dash or a number."""
    text = line_of(block)
    if len(text) > _LONGEST_QUESTION or not _ASKS.search(text) or block.cells:
        return False
    slanted = all(run.emphasis for run in block.runs if run.text.strip())
    return block.kind == "heading" or all_strong(block.runs) or slanted or _AT_HEAD.match(text) is not None


def _who_is_asked(
    head: Sequence[str], roster: Sequence[RosterEntry], language: LanguageCode
) -> Sighting | None:
    """Give the one person whom a head tells to be asked, with what it tells of them."""
    told = [entry for entry in roster if entry.credit] if len(roster) <= _MOST_LISTED else ()
    if len(told) == 1 or len(roster) == 1:
        return Sighting((told or roster)[0].name, speaks=True, sure=True)
    found = dict(_asked_in_chinese(head) if language == "zh" else _asked_in_english(head))
    if len(found) != 1:
        return None
    ((name, credit),) = found.items()
    return Sighting(name, credit, speaks=True, sure=True)


def _asked_in_english(head: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give those who are asked; else whoever alone is named, where something tells of an interview."""
    named: dict[str, str] = {}
    asked: dict[str, str] = {}
    for text in head:
        for name in names_in(text):
            somebody = " " in name.name and (may_be_given_name(name.name) or name.honorific)
            if not somebody or _ASKS_OTHERS.match(text, name.end):
                continue
            told = _CREDIT.match(text, name.end)
            credit = told["credit"] if told and POSTS.search(told["credit"]) else ""
            named[name.name] = named.get(name.name) or credit
            if _ASKED.search(text[max(name.start - 90, 0) : name.start]):
                asked[name.name] = asked.get(name.name) or credit
    gives = any(map(_GIVES.search, head))
    yield from (asked or (named if gives else {})).items()


def _asked_in_chinese(head: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give those whom an interview is with: 专访水务局局长令狐野; else who alone has a post, or heads the title."""
    named = _named_in_chinese(head)
    asked: dict[str, str] = {}
    for found in (one for text in head for one in _ASKED_HAN.finditer(text)):
        if name := next(filter(_is_name, (found["told"][-size:] for size in (4, 3, 2))), ""):
            asked[name] = named.get(name) or found["told"].removesuffix(name)
    gives = any(map(_GIVES.search, head))
    yield from (asked or (named if gives else {})).items()


def _named_in_chinese(head: Sequence[str]) -> dict[str, str]:
    """Give those whom a head names with what they are, and whom the title or a paragraph begins with."""
    named = {
        place.sighting.name: _OF_INTERVIEW.sub("", place.sighting.credit)
        for text in head
        for place in places(text)
        if place.sighting.credit and not _ASKS_OTHERS_HAN.match(text, place.end)
    }
    for text in head:
        opens = _OPENS_HAN.match(text)
        if opens and _is_name(opens["name"]):
            named.setdefault(opens["name"], (opens["credit"] or "").strip("，"))
    return named


def _is_name(text: str) -> bool:
    return is_name(text) and not is_only_word(text)
