"""A manuscript that is one speech: its head tells who gave it, and the text is in the first person.

"Remarks by Ada Berg, Director of the Weir Office", 令狐野在水务论坛上的致辞; or "Opening address" above a byline.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletins.document import Document, LanguageCode, Paragraph, with_paragraphs
from bulletins.inline import plain
from bulletins.manuscript.blocks import Block, text_of
from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.interviews import as_said_by
from bulletins.manuscript.labels import by_name
from bulletins.manuscript.latin_names import is_person, names_in
from bulletins.manuscript.nameless_labels import FIRST_PERSON
from bulletins.manuscript.quoted_blocks import words_of
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import HAN_POST
from bulletins.prose import is_caption
from forum.scripts import is_han
from speakers import names

_SPEECH = re.compile(
    r"\b(?:remarks|speech|address|statement|keynote|lecture|toast|testimony|intervention|eulogy|sermon|talk|"
    r"welcome|opening words|closing words)\b",
    re.IGNORECASE,
)
_SPEECH_HAN = re.compile(r"致辞|致詞|致辭|讲话|講話|发言|發言|演讲|演講|讲稿|讲演|贺词|寄语")
# 令狐野在水务论坛上的致辞, 水务局局长令狐野：在水务论坛上的讲话
_SPEAKER_HAN = re.compile(
    rf"(?:^|[：:—\s])(?P<credit>[^，。：:\s]{{2,30}}?(?:{HAN_POST}))?(?P<name>[\u4e00-\u9fff·]{{2,5}}?)"
    r"(?:先生|女士|教授|博士|院士|同志)?(?:[：:]|在|于|$)"
)
_BESIDE_HAN = re.compile(
    r"[（(]?(?P<name>[\u4e00-\u9fff·]{2,5}?)[，,（(\s]+(?P<credit>[^，。：:（）()]{2,40})[）)]*$"
)
# What stands behind a credit: where the speech was given. "Professor at Fenmark College" is all of the credit.
_WHERE = re.compile(r",\s(?:at|to|on|in|during|before|for)\s.*$|\s(?:delivered|given)\s.*$", re.IGNORECASE)
_QUOTED = re.compile(r"[“「\"][^”」\"]*[”」\"]")
_MOST_OTHERS = 2 / 3  # of the paragraphs, in which nobody says I or we
_FEWEST = 2
_LONGEST_HEAD = 3  # lines of a text that may tell the speaker
_LONGEST_LINE = 160


class Speech(NamedTuple):
    """Who gave a speech, and the texts of its paragraphs."""

    who: Sighting
    texts: frozenset[str]


def speech(
    title: str, authors: Sequence[str], blocks: Sequence[Block], language: LanguageCode
) -> Speech | None:
    """Tell of a speech: None where no head tells whose it is, or others than the speaker tell of it."""
    lines = [text_of(block.runs) for block in blocks]
    head = [line for line in lines[:_LONGEST_HEAD] if _is_of_head(line, language)]
    who = _who_speaks([title, *head], authors, language)
    said = [line for line in lines if line not in head and line.strip()]
    if who is None or len(said) < _FEWEST or not _is_in_first_person(said) or _tells_of(who.name, said):
        return None
    return Speech(who, frozenset(map(words_of, said)))


def with_borders(document: Document, found: Speech | None) -> Document:
    """Give a Document in which each paragraph of a speech is credited to whoever gave it."""
    key = by_name(document.roster).get(names.fold(found.who.name)) if found else None
    if found is None or key is None:
        return document

    def theirs(where: str, paragraph: Paragraph) -> Paragraph:
        text = plain(paragraph, document)
        said = words_of(text) in found.texts and not is_caption(where)
        return as_said_by(paragraph, key, document) if said else paragraph

    return with_paragraphs(document, theirs)


def _is_of_head(line: str, language: LanguageCode) -> bool:
    """Whether one of the first lines tells of the speech, and is none of its sentences."""
    kind = _SPEECH_HAN if language == "zh" else _SPEECH
    short = len(line) <= _LONGEST_LINE and not line.rstrip().endswith((".", "。", "!", "！", "?", "？"))
    return short and kind.search(line) is not None and FIRST_PERSON.search(line) is None


def _is_in_first_person(said: Sequence[str]) -> bool:
    """Whether in enough of the paragraphs somebody says I or we, who is not quoted."""
    others = sum(FIRST_PERSON.search(_QUOTED.sub("", line)) is None for line in said)
    return others <= _MOST_OTHERS * len(said)


def _tells_of(name: str, said: Sequence[str]) -> bool:
    """Whether a text names the speaker: then somebody else tells of the speech."""
    family = name if is_han(name) else names.family_name(name)
    return any(family in line for line in said)


def _who_speaks(head: Sequence[str], authors: Sequence[str], language: LanguageCode) -> Sighting | None:
    """Give the one person whom the lines about a speech name, or else whom its byline does."""
    kind = _SPEECH_HAN if language == "zh" else _SPEECH
    told = [line for line in head if kind.search(line)]
    if not told:
        return None
    named = dict(
        one for line in told for one in (_in_chinese(line) if language == "zh" else _in_english(line))
    )
    if not named and len(authors) == 1:
        named = dict(_in_chinese(authors[0]) if language == "zh" else _in_english(authors[0]))
    if len(named) != 1:
        return None
    ((name, credit),) = named.items()
    return Sighting(name, credit, speaks=True, sure=True)


def _in_english(line: str) -> Iterator[tuple[str, str]]:
    for found in names_in(line):
        # "Opening address at Victoria Falls" is nobody's.
        if found.honorific or (is_person(found.name) and may_be_given_name(found.name)):
            behind = line[found.end :]
            yield found.name, _WHERE.sub("", behind[1:]).strip(" ,") if behind.startswith(",") else ""


def _in_chinese(line: str) -> Iterator[tuple[str, str]]:
    found = _SPEAKER_HAN.search(line) or _BESIDE_HAN.match(line)
    if found and is_name(found["name"]):
        yield found["name"], found["credit"] or ""
