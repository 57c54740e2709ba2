"""Brackets at the beginning of a line of Markdown: words stay, and addresses of links are no words."""

import pytest

from bulletins.manuscript import outline_of_reading, reader
from bulletins.manuscript.link_definitions import with_words_kept

ADDRESSES = [
    "[weirs]: https://weirs.example/old",
    "[weirs]: <https://weirs.example/old ones>",
    '[weirs]: https://weirs.example/old "Of weirs"',
    "[weirs]: https://weirs.example/old 'Of weirs'",
    "[weirs]: https://weirs.example/old (Of weirs)",
    "[weirs]: mailto:ada@weirs.example",
    "[weirs]: /old/weirs",
    "[weirs]: ./weirs.html",
    "[weirs]: #weirs",
    "[weirs]: ?page=2",
    "[weirs]: www.weirs.example",
    "[weirs]: weirs.org",
    "[weirs]: weirs.html#old",
    "[weirs]: old/weirs",
    "   [weirs]: /old/weirs  ",
    "[^1]: It is old.",
    "[weirs]:",
    "    [weirs]: It is code.",
]
WORDS = {
    "[Ada]: It leaks.": r"\[Ada\]: It leaks.",
    "  [Ada Berg]: Who pays?": r"  \[Ada Berg\]: Who pays?",
    "[Ada]: Yes.": r"\[Ada\]: Yes.",
    "[Ada]: No": r"\[Ada\]: No",
    "[Ada]: https://weirs.example is where it stands.": r"\[Ada\]: https://weirs.example is where it stands.",
    "[令狐野]: 水要留。": r"\[令狐野\]: 水要留。",
}


@pytest.mark.parametrize("line", ADDRESSES)
def test_definitions_of_links_stay_as_they_are(line):
    assert with_words_kept(f"Rain\n\n{line}\n") == f"Rain\n\n{line}\n"


@pytest.mark.parametrize("line", WORDS)
def test_words_behind_brackets_are_words(line):
    assert with_words_kept(f"Rain\n\n{line}\n") == f"Rain\n\n{WORDS[line]}\n"


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_stays_as_it_is_and_what_stands_below_it_is_words(fence):
    code = f"{fence}\n[Ada]: It leaks.\n{fence}\n\n"

    assert with_words_kept(f"{code}[Ada]: It leaks.\n") == f"{code}\\[Ada\\]: It leaks.\n"


def test_what_is_said_behind_names_in_brackets_is_theirs_and_not_lost():
    text = (
        "# Weir committee\n\n## Attendees\n\n* Ada Berg (Weir Office) (Maintainer)\n* Ivo Lund (Fenmark College)\n\n"
        "## Minutes\n\n[Ada]: It leaks.\n\n[Ivo]: Who pays?\n\nIt rained at [the weirs][weirs].\n\n[weirs]: https://weirs.example\n"
    )

    outline = outline_of_reading(reader.read_bytes(text.encode(), "a.md"))

    assert [(one["name"], one["credit"]) for one in outline["roster"]] == [
        ("Ada Berg", "Weir Office, Maintainer"),
        ("Ivo Lund", "Fenmark College"),
    ]
    assert [
        (statement["speakers"], statement["text"])
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
    ] == [(["Ada Berg"], "Ada: It leaks."), (["Ivo Lund"], "Ivo: Who pays?")]


def test_labels_in_brackets_that_are_nobody_stay_as_they_were_typed():
    text = (
        "# Weir committee\n\nIt rained.\n\n[Decision]: The weir is mended.\n\n[Action]: Look at the weir.\n"
    )

    outline = outline_of_reading(reader.read_bytes(text.encode(), "a.md"))

    assert outline["roster"] == []
    assert [point["text"] for section in outline["sections"] for point in section["points"]] == [
        "[Decision]: The weir is mended.",
        "[Action]: Look at the weir.",
    ]


@pytest.mark.parametrize("post", ["党员", "学生党员", "共产党员"])
def test_a_post_that_begins_like_a_surname_is_no_name(post):
    outline = outline_of_reading(
        reader.read_bytes(f"# 学习会\n\n下雨了。\n\n{post}张颂安认为，水要留。\n".encode(), "a.md")
    )

    assert [(one["name"], one["credit"]) for one in outline["roster"]] == [("张颂安", post)]
