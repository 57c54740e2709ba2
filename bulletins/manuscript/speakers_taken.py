"""Tell whom the labels before speeches mean, from the list of people and from who was there."""

import itertools
from collections.abc import Sequence

from bulletins.document import LanguageCode
from bulletins.manuscript import attendance, called_by_post
from bulletins.manuscript.assembly import Parts
from bulletins.manuscript.blocks import Block, text_of
from bulletins.manuscript.common_words import is_common
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.label_bearers import called_by_surname, called_by_surname_and_post, held
from bulletins.manuscript.label_forms import POST_AND_NAME
from bulletins.manuscript.labels_of_people import speakers_of
from bulletins.manuscript.latin_names import is_person, names_in, without_honorific
from bulletins.manuscript.turns import labels_in

type Present = list[tuple[str, str]]  # names and posts


def present_in(blocks: Sequence[Block]) -> Present:
    """Give the names and posts of those who were there, by lists within paragraphs and by lists of names alone."""
    texts = [text_of(block.runs) for block in blocks]
    present = [(one.name, one.credit) for text in texts for one in attendance.sightings(text)]
    for group, some in itertools.groupby(blocks, lambda block: block.group):
        names = attendance.names_in_column(text_of(one.runs) for one in some) if group else ()
        present.extend((name, "") for name in names)
    return present


def take_speakers(parts: Parts, blocks: Sequence[Block], present: Present) -> frozenset[str]:
    """Give the labels before speeches; keep whom initials and posts mean there."""
    labelled = [
        (without_honorific(found["name"])[0], found["post"])
        for block in blocks
        if (found := POST_AND_NAME.match(text_of(block.runs).strip()))
    ]
    holders = called_by_post.holders([*called_by_post.told_of(parts.roster), *present, *labelled])
    parts.labels = parts.short | held(labels_in(blocks, parts.language), holders)
    people = [*(entry.name for entry in parts.roster), *(name for name, _ in present)]
    people += _named_by_capitals(blocks, parts.language)
    people += _called_by_given_name(blocks, parts.language)
    if parts.language == "zh":
        labels = labels_in(blocks, parts.language)
        parts.labels |= called_by_surname(labels, {*people, *filter(is_name, labels)})
        told = [*((entry.name, entry.credit) for entry in parts.roster), *present]
        parts.labels |= called_by_surname_and_post(labels, told)
    return speakers_of(blocks, parts.language, people, parts.labels)


def _named_by_capitals(blocks: Sequence[Block], language: LanguageCode) -> list[str]:
    """Give the whole names of those whose family names in capitals open a speech: "LUND: I am Petra Lund of Ulm"."""
    labels = labels_in(blocks, language) if language == "en" else ()
    capitals = {
        label.casefold() for label in labels if label.isupper() and " " not in label and len(label) > 2
    }
    if not capitals:
        return []
    found = (name.name for block in blocks for name in names_in(text_of(block.runs)))
    return [*dict.fromkeys(name for name in found if name.split()[-1].casefold() in capitals)]


def _called_by_given_name(blocks: Sequence[Block], language: LanguageCode) -> list[str]:
    """Give the whole names of those whom labels call by the given name: "Ada: It rains." where Ada Berg is named."""
    labels = labels_in(blocks, language) if language == "en" else ()
    called = {label for label in labels if label.isalpha() and not label.isupper() and not is_common(label)}
    if not called:
        return []
    found = (name.name for block in blocks for name in names_in(text_of(block.runs)))
    return [*dict.fromkeys(name for name in found if name.split()[0] in called and is_person(name))]
