"""A paragraph as it is looked at for people: as one text, or line by line where its lines are a list."""

import re
from collections.abc import Iterator

from bulletins.manuscript import attendance
from bulletins.manuscript.blocks import Runs, text_of
from bulletins.manuscript.latin_names import is_person, without_honorific
from forum.scripts import is_han

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


def _bold(runs: Runs) -> list[tuple[int, int]]:
    """Give the bold stretches that hold a name and nothing else, and one in italics that opens the paragraph."""
    found, place = [], 0
    for run in runs:
        text = run.text.strip(" ,，:：")
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
