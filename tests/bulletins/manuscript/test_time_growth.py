"""Every reader takes time in proportion to what it reads, whatever shape that has."""

import time

import pytest

from bulletins import checks
from bulletins.document import Document, Point, RosterEntry, Section, Text
from bulletins.drafts.comparing import differences, partners
from bulletins.manuscript import outline_of_reading, reader
from bulletins.manuscript.errors import ManuscriptError
from bulletins.search.query import parse
from forum.isolation import Limits, Pool, RefusedError
from speakers import programme_file
from tests.growth import MOST, growths

pytestmark = pytest.mark.slow

LETTERS = str.maketrans("0123456789", "abcdefghij")
# What is repeated; or what a number makes.
SHAPES = {
    "brackets": "[",
    "pairs of brackets": "[]",
    "round brackets": "Ada (",
    "links": "[a](#b) ",
    "straight quotes": '"',
    "curly quotes": "“a",
    "stars": "*a ",
    "double stars": "**a ",
    "stars and lines": "*_",
    "ticks": "`a",
    "commas": ",",
    "commas in a sentence": "rain,,,, ",
    "names with credits": "A B, C; ",
    "people": "Ada Berg, Head of Drains; ",
    "people one a line": "Ada Berg, Dean\n",
    "people one a paragraph": "Ada Berg, Dean\n\n",
    "speeches": "Ada Berg made a speech, ",
    "Chinese commas": "李小明，",
    "Chinese names in a row": "张三、",
    "Chinese people": "水务局局长李小明、",
    "Chinese credits": "李小明（水务局局长）；",
    "posts": "主任",
    "Chinese ordinals": "一是，好。",
    "Chinese sentences": "水好。",
    "Chinese headings": "一、好\n\n",
    "comments": "<!-- a -->\n",
    "empty comments": "<!---->",
    "open comments": "<!--\n\n",
    "note marks": "rain[^1] ",
    "notes": lambda count: (
        "".join(f"a[^{n}] " for n in range(count))
        + "".join(f"\n\n[^{n}]: Ada Berg, Dean; Ivo Lund, Dean." for n in range(count))
    ),
    "headings": "# a\n\n",
    "sections": "## I. Works\n\n**Firstly, a.** b.\n\n",
    "sentences": "Ada Berg said so. ",
    "abbreviations": "A. ",
    "titles": "Mr. Berg ",
    "families": "BERG ",
    "explicit mentions": "@[a] ",
    "open mentions": "rain @[a",
    "speeches of ever others": lambda count: "".join(
        f"K{str(n).translate(LETTERS)}nd: I agree on it.\n\n" for n in range(count)
    ),
    "mentions without spaces": "rain@[a|b]：",
    "a row of names and capitals": lambda count: "Ada Berg, Ivo Lund, Omar Teal, " + "A" * count + "!",
    "institutions joined without end": "http://a.b/c\u3000and Dean of Rain：(",
    "bold names": "**Ada Berg, Dean of Rain** ",
    "bold labels": "**a:** ",
    "editor’s notes": "Editor’s Note: a\n\n",
    "lists of people": "Participants:\n\nAda Berg, Dean\n\n",
    "lists of nobody": "Moderator:\n\n",
    "summaries": "Summarized by ",
    "rules": "---\n\n",
    "rules in a row": "===\n",
    "dashes": "- - ",
    "bullets": "- a\n",
    "numbered lines": "1. a\n",
    "tables": "| a | b |\n|---|---|\n\n",
    "short lines": "a,\n\n",
    "dates": "May 3 2021 ",
    "volumes": "Vol. 1 No. 2 ",
    "capitals": "A-",
    "spaces": " ",
    "wide spaces": "\u00a0",
    "tags": "<b>a ",
    "one word": "a",
    "one letter": "水",
}
HEAD = (
    "# Rain and streets\n\n**Editor’s Note:** The guests met.[^x]\n\n[^x]: Ada Berg, Head of Drains; and Ivo Lund, "
    "Dean, made speeches.\n\n## I. Works\n\n**Firstly, so it is.** "
)


def text(shape, count):
    made = SHAPES[shape]
    return made(count) if callable(made) else made * count


def read(name, data):
    """Read, print the outline and check, as the import does."""
    try:
        reading = reader.read_bytes(data.encode(), name)
    except ManuscriptError:
        return
    outline_of_reading(reading)
    checks.check(reading.document)


def too_fast_growths(make, count, work):
    return [growth for growth in growths(make, count, work) if growth > MOST]


# The first hundred lines may be a masthead, which is read in fewer steps: of 200 lines they are half, so that twice as
# many took 2.46 times as long, which is near what is allowed. From 400 on it is 2.2 at most.
# Short lines are joined to one paragraph, up to some thousands of them: all four lengths stay below.
JOINED = {"short lines"}


def first_length(shape):
    if "\n" not in text(shape, 1):
        return 100
    return 200 if shape in JOINED else 400


@pytest.mark.parametrize("shape", SHAPES)
def test_plain_text(shape):
    assert (
        too_fast_growths(
            lambda count: "Rain and streets\n\n" + text(shape, count),
            first_length(shape),
            lambda data: read("a.txt", data),
        )
        == []
    )


# What pandoc itself reads in more than proportional time: its process is ended, see below.
SLOW_IN_PANDOC = {"brackets", "open mentions", "open comments"}


@pytest.mark.parametrize("shape", sorted(set(SHAPES) - SLOW_IN_PANDOC))
def test_markdown(shape):
    start = (
        300 if shape in JOINED else 50
    )  # in Markdown they are paragraphs, and the first hundred may be a masthead
    assert (
        too_fast_growths(lambda count: HEAD + text(shape, count), start, lambda data: read("a.md", data))
        == []
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("shape", SHAPES)
def test_pasted_names(shape, language):
    assert (
        too_fast_growths(
            lambda count: text(shape, count), 100, lambda data: reader.read_names(data.encode(), language)
        )
        == []
    )


def in_event(lines):
    return f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"


EVENT = "BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20261118T120000Z\nEND:VEVENT\n"
PROGRAMMES = {
    "rows": lambda count: "session,name\n" + "Rain,Ada Berg\n" * count,
    "quotes in a cell": lambda count: "session,name\n" + '"' * 3 * count,
    "quotes alone": lambda count: '"' * count,
    "empty cells": lambda count: "session,name\n" + ";" * count,
    "both quotes": lambda count: "session;name\n" + "'\"" * count,
    "events": lambda count: f"BEGIN:VCALENDAR\n{EVENT * count}END:VCALENDAR\n",
    "one property often": lambda count: in_event("DTSTART:20261118T120000Z\n" * count),
    "parameters": lambda count: in_event("SUMMARY" + ';A="b"' * count + ":x"),
    "open quotes": lambda count: in_event("SUMMARY" + ';A="' * count + ":x"),
    "folded lines": lambda count: in_event("SUMMARY:" + "a\n " * count),
    "escapes": lambda count: in_event("SUMMARY:" + "\\," * count),
}


@pytest.mark.parametrize("shape", PROGRAMMES)
def test_programmes(shape):
    def work(data):
        try:
            programme_file.read(data.encode())
        except RefusedError:
            return

    assert too_fast_growths(PROGRAMMES[shape], 100, work) == []


@pytest.mark.parametrize("piece", ['"', "-", '-"', '"a ', "雨", "a'", "a-", "1.", "a."])
def test_what_a_reader_types_into_the_search(piece):
    assert too_fast_growths(lambda count: piece * count, 4_000, parse) == []


def bulletin(count, word):
    return Document(
        title="Rain",
        roster=tuple(
            RosterEntry(speaker=f"berg-{place}", name=f"{word} Berg{place}", credit="Dean")
            for place in range(count)
        ),
        sections=tuple(
            Section(
                title=f"{word} {place}", points=(Point(body=((Text(f"{word} {place} and the rain."),),)),)
            )
            for place in range(count)
        ),
    )


# What a later draft may be beside an earlier one: alike, the same, or of other words altogether.
LATER = {"alike": "Ida", "the same": "Ada", "unlike": "A wholly other and much longer text on streets and"}


@pytest.mark.parametrize("compare", [differences, partners])
@pytest.mark.parametrize("later", LATER)
def test_comparing_drafts(later, compare):
    # From 400 points on: below, every pair is tried, up to a number.
    assert (
        too_fast_growths(
            lambda count: (bulletin(count, "Ada"), bulletin(count, LATER[later])),
            400,
            lambda two: compare(*two),
        )
        == []
    )


def test_checking_people_and_points():
    assert too_fast_growths(lambda count: bulletin(count, "Ada"), 100, checks.check) == []


@pytest.mark.parametrize(
    "data",
    [
        ("[" * 8000).encode(),
        b"@[a" * 8000,
        b"<!--\n\n" * 8000,
        b"&" * 40_000,
        b"<" * 40_000,
        b"> " * 5000,
        b"<sup>" * 5000 + b"a",
        b"<!doctype html>" + b"<div>" * 20_000,
    ],
    ids=lambda data: data[:20].decode(),
)
def test_what_pandoc_takes_long_or_goes_deep_for_is_read_or_refused_in_time(data):
    pool = Pool("bulletins.manuscript.reader", limits=Limits(seconds=1.5))
    start = time.monotonic()
    try:
        pool.call("read_bytes", data, reader.Reading, filename="a.md")
        outcome = "read"
    except RefusedError as error:
        outcome = error.code
    pool.end()

    assert outcome in {"read", "too-slow", "too-deep", "too-much-memory", "empty"}
    assert time.monotonic() - start < 4
