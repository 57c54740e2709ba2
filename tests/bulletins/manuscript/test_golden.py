"""Invented manuscripts, each built differently, beside the outlines a careful person would write down."""

import json
from pathlib import Path

import pytest

from bulletins.manuscript import outline_of_reading, read

GOLDEN = Path(__file__).parents[2] / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_a_manuscript_has_the_outline_that_a_careful_person_writes_down(name):
    expected = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))

    assert outline_of_reading(read(GOLDEN / f"{name}.md")) == expected


def test_the_golden_manuscripts_are_in_both_languages():
    languages = [json.loads(path.read_text(encoding="utf-8"))["language"] for path in GOLDEN.glob("*.json")]

    assert (languages.count("en"), languages.count("zh")) == (6, 3)
