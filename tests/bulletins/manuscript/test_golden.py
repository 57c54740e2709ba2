"""Invented manuscripts, each built differently, beside the outlines a careful person would write down."""

import json
import re
from pathlib import Path

import pytest

from bulletins.document import Imprint
from bulletins.manuscript import outline_of_reading, read
from bulletins.manuscript.reader import read_bytes
from bulletins.rendering.text import render_text

GOLDEN = Path(__file__).parents[2] / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.md"))
# Chinese manuscripts in twenty-six habits of offices: running text, tight lines, tables, lists, turns, minutes.
OF_OFFICES = sorted(path for path in (GOLDEN / "zh").iterdir() if path.suffix != ".json")

_LONGEST_OF_MASTHEAD = 22
# Their own lines of people, whose order and words the roster keeps, and lines whose label says more than one thing.
_LIST = re.compile(r"(?:主讲人|与会专家|主持人|责任编辑|参会人员)：|\d\.[^，。]{2,4}，")


@pytest.mark.parametrize("name", NAMES)
def test_a_manuscript_has_the_outline_that_a_careful_person_writes_down(name):
    expected = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))

    assert outline_of_reading(read(GOLDEN / f"{name}.md")) == expected


@pytest.mark.parametrize("path", OF_OFFICES, ids=lambda path: path.stem)
def test_a_chinese_office_s_manuscript_has_the_outline_that_a_careful_person_writes_down(path):
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    assert outline_of_reading(read(path)) == expected


@pytest.mark.parametrize("path", OF_OFFICES, ids=lambda path: path.stem)
def test_no_printed_character_of_a_chinese_manuscript_is_changed(path):
    """Every line of it stands in the bulletin or in a finding, character by character, padding aside."""
    reading = read_bytes(path.read_bytes(), path.name)
    told = render_text(reading.document, Imprint(draft=False)).decode()
    found = "".join("".join(told.split()) for told in (told, *(one.message for one in reading.findings)))
    lines = re.split(r"[\n|]", path.read_text(encoding="utf-8"))

    # The masthead's date and number are set anew, and a table's lines are read as people.
    lost = [line for line in map(_bare, lines) if len(line) > _LONGEST_OF_MASTHEAD and line not in found]

    assert [line for line in lost if not _LIST.match(line)] == []


def _bare(line):
    return "".join(line.split()).lstrip("#")


def test_the_golden_manuscripts_are_in_both_languages():
    languages = [json.loads(path.read_text(encoding="utf-8"))["language"] for path in GOLDEN.glob("*.json")]

    assert (languages.count("en"), languages.count("zh")) == (6, 3)
