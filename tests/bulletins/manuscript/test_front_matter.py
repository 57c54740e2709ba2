"""What stands between two rows of dashes above a Markdown file."""

import pytest

from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.front_matter import blocks_of, parted, told_of


@pytest.mark.parametrize(
    ("text", "pairs", "rest"),
    [
        ("Rain.\n", [], "Rain.\n"),
        ("---\ntitle: Rain\n---\n\n\nIt rains.\n", [("title", "Rain")], "It rains.\n"),
        ("\ufeff\n--- \nTitle : Rain\n...\nIt rains.", [("title", "Rain")], "It rains."),
        (
            "---\ntitle: \"Rain\"\nauthor: 'Ada'\ndate: '\n---\n",
            [("title", "Rain"), ("author", "Ada"), ("date", "'")],
            "",
        ),
        ('---\nauthor: ""\ndate: x\n a: b\n---\n', [("author", ""), ("date", "x a: b")], ""),
        ("---\ntags: [rain, snow]\n---\n", [("tags", "rain, snow")], ""),
        ("---\nauthors:\n- Ada\n- 'Ivo'\n\nnumber: 6\n---\n", [("authors", "Ada Ivo"), ("number", "6")], ""),
        ("---\nabstract: |\n  It rains.\n  key: no key\n---\n", [("abstract", "It rains. key: no key")], ""),
        ("---\nno pair\ntitle: Rain\n---\n", [], "---\nno pair\ntitle: Rain\n---\n"),
        ("---\n\n---\nRain.", [], "---\n\n---\nRain."),
        ("---\ntitle: Rain\n", [], "---\ntitle: Rain\n"),
        ("Rain.\n---\ntitle: Rain\n---\n", [], "Rain.\n---\ntitle: Rain\n---\n"),
        ("---\ntitle:Rain\n---\n", [], "---\ntitle:Rain\n---\n"),
        ("---\n \ntitle: Rain\n---\nIt rains.", [("title", "Rain")], "It rains."),
        ('---\ntitle:  "Rain"  \n---\nIt rains.', [("title", "Rain")], "It rains."),
        ('---\nauthors:\n -   "Ada Berg" \n---\n', [("authors", "Ada Berg")], ""),
    ],
)
def test_keys_and_values_are_parted_from_the_text(text, pairs, rest):
    assert parted(text) == (pairs, rest)


@pytest.mark.parametrize(("length", "found"), [(19_985, 1), (19_986, 0)])
def test_no_more_is_looked_at_than_anybody_writes(length, found):
    text = f"---\ntitle: {'x' * length}\n---\n"

    assert len(parted(text)[0]) == found


def test_what_a_masthead_has_goes_there_and_the_rest_is_told():
    pairs = [
        ("title", "Rain"),
        ("subtitle", "No. 6"),
        ("author", "Ada"),
        ("date", ""),
        ("issue", "6"),
        ("tags", "x"),
    ]

    assert blocks_of(pairs) == [
        Block("paragraph", (Run("Rain"),), label="title"),
        Block("paragraph", (Run("No. 6"),), label="series-title"),
        Block("paragraph", (Run("By Ada"),), label="head"),
        Block("paragraph", (Run("6"),), label="head"),
    ]
    (told,) = told_of([*pairs, ("draft", "")])
    assert (told.code, told.severity, told.message) == (
        "front-matter",
        "hint",
        "The file tells more of itself than a bulletin holds: tags: x; draft: .",
    )
    assert told_of(pairs[:-1]) == []
