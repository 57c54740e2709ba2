"""A paragraph as it is looked at for people: as one text, or line by line where its lines are a list."""

import re
from collections.abc import Iterator

from bulletins.manuscript import attendance
from bulletins.manuscript.blocks import Runs, text_of
from bulletins.manuscript.latin_names import is_person, without_honorific
from forum.scripts import is_han

# **Ada Berg & Ivo Lund, “Rain is a verb”** — who gave a talk, and its title.
_TITLED = re.compile(r"\s*(?P<who>[A-Z][^,:;“”\"–—|]{4,80}?)(?:,\s?|\s[–—|-]\s|:\s)[“\"‘*]")
_JOINED = re.compile(r"\s(?:&|and)\s")
_LISTED = re.compile(r"\s*[A-Z\d•*–-].{2,160}$")


def lines_with_bold(runs: Runs) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Give a paragraph with its bold stretches; each line by itself where its lines are a list."""
    text, bold = text_of(runs), _bold(runs)
    lines = text.split("\n")
    listed = len(lines) > 1 and (
        all(_LISTED.match(line) for line in lines if line.strip()) or any(map(attendance.is_list, lines))
    )
    start = 0
    for line in lines if listed else [text]:
        end = start + len(line)
        yield (
            line.replace("\n", " "),
            [(left - start, right - start) for left, right in bold if start <= left < end],
        )
        start = end + 1


def _people(text: str, start: int) -> list[tuple[int, int]]:
    """Give where the people of "Ada Berg & Ivo Lund" stand, if all of it is people."""
    people = _JOINED.split(text)
    if not all(is_person(without_honorific(name)[0]) for name in people):
        return []
    places = [start + text.index(name) for name in people]
    return [(place, place + len(name)) for place, name in zip(places, people, strict=True)]


def _bold(runs: Runs) -> list[tuple[int, int]]:
    """Give the bold stretches that hold a name and nothing else, and one in italics that opens the paragraph."""
    found, place = [], 0
    for run in runs:
        text = run.text.strip(" ,，:：")
        if run.strong and (titled := _TITLED.match(run.text)):
            found.extend(_people(titled["who"], place + titled.start("who")))
        opens = run.emphasis and not place and " " in text
        if (
            (run.strong or opens)
            and text
            and len(text) < 80
            and (is_person(without_honorific(text)[0]) or is_han(text))
        ):
            start = place + run.text.index(text)
            found.append((start, start + len(text)))
        place += len(run.text)
    return found
