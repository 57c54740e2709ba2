"""Tell whom the labels before speeches mean, from the list of people and from who was there."""

import itertools
from collections.abc import Sequence

from bulletins.manuscript import attendance, called_by_post
from bulletins.manuscript.assembly import Parts
from bulletins.manuscript.blocks import Block, text_of
from bulletins.manuscript.turns import held, labels_in, speakers_of

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
    holders = called_by_post.holders([*called_by_post.told_of(parts.roster), *present])
    parts.labels = parts.short | held(labels_in(blocks, parts.language), holders)
    people = [*(entry.name for entry in parts.roster), *(name for name, _ in present)]
    return speakers_of(blocks, parts.language, people, parts.labels)
