"""Lists of people that stand within Chinese sentences."""

from collections.abc import Iterator

from bulletins.language.saying import in_every_form
from bulletins.manuscript.roster import one_person, people_in
from bulletins.manuscript.sightings import Sighting

_LIST_LABEL = in_every_form(
    r"(?:出席|与会|参会|参加|发言|主讲|特邀|对话|受邀)(?:的)?(?:嘉宾|专家|人员|代表|学者)(?:有|包括|为)?[：:]"
)
_LIST_END = in_every_form(r"[。；;！？\n]")
_LONGEST_LIST = 600


def listed(text: str) -> Iterator[Sighting]:
    """Give the people of a list that stands within a sentence: 出席嘉宾：某院院长某某、某局局长某某等."""
    for label in _LIST_LABEL.finditer(text):
        end = _LIST_END.search(text, label.end())
        row = text[label.end() : end.start() if end else len(text)]
        entries = [one_person(piece, "zh") for piece in people_in(row[:_LONGEST_LIST], "zh")]
        if all(entry is not None and entry.credit for entry in entries):
            yield from (
                Sighting(entry.name, entry.credit, speaks=True, sure=True) for entry in entries if entry
            )
