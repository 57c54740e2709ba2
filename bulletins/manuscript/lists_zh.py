"""Lists of people that stand within Chinese sentences."""

import re
from collections.abc import Iterator

from bulletins.language.letters import letters_before
from bulletins.manuscript.han_people import people_of
from bulletins.manuscript.roster_labels import Label, label_of
from bulletins.manuscript.sightings import Sighting

_COLON = re.compile(r"[:：]")
_CLAUSE = re.compile(r"[。；;！？\n，,]")
_LIST_END = re.compile(r"[。；;！？\n]")
_LONGEST_LABEL = 24
_LONGEST_LIST = 600
_MOST_DOUBT = 0.6


def listed(text: str) -> Iterator[Sighting]:
    """Give the people of a list that stands within a sentence: 出席嘉宾：某院院长某某、某局局长某某等."""
    for colon in _COLON.finditer(text):
        label = _label_before(letters_before(text, colon.start(), _LONGEST_LABEL))
        if label is None or label.kind != "people" or not label.listed:
            continue
        end = _LIST_END.search(text, colon.end())
        row = people_of(text[colon.end() : end.start() if end else len(text)][:_LONGEST_LIST])
        if row and row.doubt <= _MOST_DOUBT and all(person.credit for person in row.people):
            yield from (
                Sighting(person.name, person.credit, label.role, speaks=True, sure=True)
                for person in row.people
            )


def _label_before(text: str) -> Label | None:
    """Read the clause before a colon as a label: …，出席研讨会的专家有."""
    return label_of(_CLAUSE.split(text)[-1])
