"""Take lists of people out of a manuscript: Chinese ones by their labels, and the rows of tables."""

import re

from bulletins.document import LanguageCode
from bulletins.manuscript import han_rosters, names_around_posts, roster_labels
from bulletins.manuscript.assembly import Parts
from bulletins.manuscript.blocks import Block, line_of, unplaced
from bulletins.manuscript.colophon import names_in_row
from bulletins.manuscript.roster import People, read_people, unique

# What stands above a table of people, and where such a table stood.
_OF_TABLE = re.compile(
    r"(?:(?:remote|online|in-person|members|list of) )?(?:attendees|participants|present|attendance)\s*[:：]?",
    re.IGNORECASE,
)
END_OF_PEOPLE = Block("rule")


def set_people(parts: Parts, people: People) -> None:
    """Put people into the roster; what of their list was nobody is told."""
    parts.roster = (*parts.roster, *people.entries)
    parts.findings.extend(unplaced(text, "in the list of people") for text in people.rest)


def take_han_lists(parts: Parts, blocks: list[Block]) -> list[Block]:
    """Take the lists of people of a Chinese manuscript, by their labels."""
    if parts.language != "zh":
        return blocks
    rest, taken = han_rosters.take(blocks)
    parts.roster = unique((*parts.roster, *map(names_around_posts.mended, taken.people)))
    parts.present = parts.present or (bool(taken.people) and not any(entry.credit for entry in taken.people))
    parts.findings.extend(unplaced(text, "in the list of people") for text in taken.away)
    for label, text in taken.wrote[:1]:
        parts.summarized_by = names_in_row(text)
        parts.head.fields["summarized_label"] = f"{label}："
    return rest


def take_row(parts: Parts, rest: list[Block], block: Block) -> None:
    """Take a row of a table of people, and the line above the table that says what it is."""
    text = line_of(block)
    if block.label == "aside":
        parts.findings.append(unplaced(text, "in the list of people"))
        return
    if rest and _OF_TABLE.fullmatch(line_of(rest[-1]).strip()):
        rest.pop()
        parts.present = True
    elif rest and _heads_list(rest[-1], parts.language):
        rest.pop()
    row = han_rosters.row_of_table(text) if parts.language == "zh" else None
    set_people(parts, People((row,)) if row else read_people(text, parts.language))
    rest.append(END_OF_PEOPLE)


def _heads_list(block: Block, language: LanguageCode) -> bool:
    label = roster_labels.label_of(line_of(block)) if language == "zh" else None
    return label is not None and label.listed
