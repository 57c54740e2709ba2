"""Where a remark stands: with its words, whatever is written around them; at its part, where they are gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.drafts.anchors import (
    Anchor,
    Standing,
    anchor_at,
    followed,
    moved_place,
    standing,
    sure_place,
)

TEXTS = st.text("ab c雨", max_size=12)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "split", "merge", "move", "remove"]),
        st.integers(0, 5),
        st.integers(0, 12),
        TEXTS,
    ),
    max_size=6,
)


def edited(parts, edit):
    """Change some parts as writers do."""
    kind, which, place, text = edit
    keys = list(parts)
    if not keys:
        return {"new": text}
    key = keys[which % len(keys)]
    own = parts[key]
    changed = dict(parts)
    if kind == "insert":
        changed[key] = own[:place] + text + own[place:]
    elif kind == "delete":
        changed[key] = own[:place] + own[place + len(text) :]
    elif kind == "split":
        changed[key], changed[f"{key}{len(keys)}"] = own[:place], own[place:]
    elif kind == "merge":
        before = keys[which % len(keys) - 1]
        changed[before] = f"{parts[before]}\n{changed.pop(key)}"
    elif kind == "move":
        changed[key] = changed.pop(key)
    else:
        del changed[key]
    return changed


@given(st.lists(TEXTS, min_size=1, max_size=4), st.data(), EDITS)
def test_a_remark_stands_on_its_words_while_they_are_anywhere_and_at_its_part_when_not(texts, data, edits):
    parts = dict(zip("pqrs", texts, strict=False))
    part = data.draw(st.sampled_from(list(parts)))
    start = data.draw(st.integers(0, len(parts[part])))
    end = data.draw(st.integers(start, len(parts[part])))
    anchor = anchor_at(parts, part, start, end)
    assert standing(anchor, parts).part == part

    for edit in edits:
        parts = edited(parts, edit)
        found = standing(anchor, parts)

        if anchor.quote and any(anchor.quote in text for text in parts.values()):
            assert not found.gone
            assert parts[found.part][found.start : found.end] == anchor.quote
        else:
            assert found.part == (anchor.part if anchor.part in parts else "")
            assert found.gone == (bool(anchor.quote) or anchor.part not in parts)
        anchor = followed(anchor, parts)


def test_words_that_stand_twice_are_told_apart_by_what_stands_around_them():
    parts = {"p": "Small works come first. Large works come last."}
    anchor = anchor_at(parts, "p", 30, 35)
    assert anchor.quote == "works"

    now = {"p": "Well, small works come first, says she. Large works come last."}

    assert now["p"][: standing(anchor, now).start].endswith("Large ")


def test_words_go_along_into_the_point_that_was_split_off_and_back():
    parts = {"p": "One. Two."}
    anchor = anchor_at(parts, "p", 5, 8)

    split = followed(anchor, {"p": "One.", "q": "Two."})
    merged = followed(split, {"p": "One. Two."})

    assert (split.part, merged.part) == ("q", "p")


def test_words_that_come_back_are_found_again():
    anchor = anchor_at({"p": "One. Two."}, "p", 5, 8)

    away = followed(anchor, {"p": "One."})

    assert standing(away, {"p": "One."}) == Standing(part="p", gone=True)
    assert standing(away, {"p": "One. Two."}) == Standing(part="p", start=5, end=8)


def test_a_remark_on_the_whole_stands_always():
    found = standing(Anchor(), {})

    assert (found.part, found.start, found.end, found.gone) == ("", 0, 0, False)


def test_an_anchor_keeps_forty_letters_on_either_side_or_as_many_as_there_are():
    # Whoever reads a kept anchor takes fewer than forty for the beginning, or the end, of its text.
    long, short = {"p": f"{'x' * 50}rain{'y' * 50}"}, {"p": "One rain falls."}

    kept = [anchor_at(long, "p", 50, 54), anchor_at(short, "p", 4, 8)]

    assert [(one.before, one.after) for one in kept] == [("x" * 40, "y" * 40), ("One ", " falls.")]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # Of places that fit alike it is its own part’s, and there the first.
        ({"q": "One rain!", "p": "One rain! One rain!"}, ("p", 4)),
        ({"p": "One rain! Two rain!", "q": "Two rain!"}, ("p", 14)),
        ({"p": "One rain!", "q": "So: Two rain!"}, ("q", 8)),
    ],
)
def test_a_remark_stands_where_most_is_as_it_was(parts, expected):
    found = standing(anchor_at({"p": "One rain. Two rain."}, "p", 14, 18), parts)

    assert (found.part, found.start) == expected


def test_of_two_equal_letters_beside_each_other_the_second_is_told_from_the_first():
    anchor = anchor_at({"p": "One ball"}, "p", 7, 8)

    assert standing(anchor, {"p": "A ball"}) == Standing(part="p", start=5, end=6)


TWICE = {"p": "One rain. Two rain.", "q": "Three rain."}


SHORT = Anchor(part="p", quote="a", before="x" * 40, after="123456" + "y" * 34)
LONG, LESS = (
    Anchor(part="p", quote=words, before="x" * 40, after="y" * 40)
    for words in ("twelve lette", "eleven lett")
)
SPLIT = anchor_at({"p": "One rain. When the second rain fell, it was late."}, "p", 26, 30)
EMPTY = Anchor(part="p", before="One.\n", after="\nTwo.")
GONE = Standing(part="p", gone=True)


@pytest.mark.parametrize(
    ("anchor", "parts", "expected"),
    [
        (anchor_at(TWICE, "p", 14, 18), TWICE, Standing(part="p", start=14, end=18)),
        # Short words: half of what is sure stands around them, and nowhere else half as much.
        (SHORT, {"p": "b a123456 a12"}, Standing(part="p", start=2, end=3)),
        (SHORT, {"p": "b a123456 a123"}, GONE),
        (SHORT, {"p": "b a12345 a"}, GONE),
        (SHORT, {"p": "b a1"}, Standing(part="p", start=2, end=3)),
        (SHORT, {"p": "b a"}, GONE),
        (SHORT, {"p": "b a123456 a123 a"}, GONE),
        (SHORT, {"q": "b a123456"}, Standing(gone=True)),
        # What is sure stands around them: they may be in another part; of two such parts it is their own.
        (SHORT, {"q": "b a123456yyyyyy"}, Standing(part="q", start=2, end=3)),
        (SHORT, {"q": "b a123456yyyyy"}, Standing(gone=True)),
        (SHORT, {"q": "b a123456yyyyyy", "p": "b a123456yyyyyy"}, Standing(part="p", start=2, end=3)),
        # Where most of what stood around them is elsewhere, they are no others of their own part.
        (
            SPLIT,
            {"p": "One rain.", "q": "When the second rain fell, it was late."},
            Standing(part="q", start=16, end=20),
        ),
        # Long words need nothing around them, where they stand once.
        (LONG, {"q": "no twelve lette"}, Standing(part="q", start=3, end=15)),
        (LONG, {"q": "twelve lette, twelve lette"}, Standing(gone=True)),
        (LESS, {"q": "no eleven lett"}, Standing(gone=True)),
        # An anchor without words is an empty paragraph.
        (EMPTY, {"p": "One.\n\nTwo."}, Standing(part="p", start=5, end=5)),
        (EMPTY, {"p": "One.\nTwo."}, GONE),
        (EMPTY, {"q": "One.\n\nTwo."}, Standing(gone=True)),
    ],
)
def test_a_change_is_meant_for_words_that_cannot_be_others(anchor, parts, expected):
    assert sure_place(anchor, parts, 0) == expected


@pytest.mark.parametrize(("near", "start"), [(0, 13), (22, 13), (23, 31), (60, 31)])
def test_of_places_that_fit_alike_the_nearest_is_meant(near, start):
    anchor = Anchor(
        part="p", quote="rain", before="z" * 27 + "0123456789ab ", after=" 0123456789ab" + "z" * 27
    )

    assert sure_place(anchor, {"p": "0123456789ab rain " * 3}, near).start == start


@pytest.mark.parametrize(
    ("anchor", "near", "start"),
    [
        # Nothing stood before the one, and nothing behind the other.
        (Anchor(part="p", quote="rain", after=" 0123456789ab" + "z" * 27), 18, 0),
        (Anchor(part="p", quote="rain", before="z" * 27 + "0123456789ab "), 36, 54),
    ],
)
def test_words_at_the_edge_of_their_text_are_those_that_stand_there(anchor, near, start):
    text = " 0123456789ab ".join(["rain"] * 4)

    assert sure_place(anchor, {"p": text}, near).start == start


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("One two.", "One two.", (4, 7)),
        ("One two.", "One two. Three.", (4, 7)),
        ("One two.", "Well: One two.", (10, 13)),
        ("One two.", "One 2.", None),
        ("One two three.", "One two 3.", (4, 7)),
    ],
)
def test_words_move_with_what_is_written_wholly_before_or_behind_them(before, now, expected):
    place = Standing(part="p", start=4, end=7)

    moved = moved_place(place, {"p": before}, {"p": now})

    assert (moved and (moved.start, moved.end)) == expected
    assert moved_place(place, {"p": before}, {"q": now}) is None
    assert moved_place(Standing(part="p", gone=True), {"p": before}, {"p": before}) is None


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("rain falls", "rain falls now", (5, 10)),
        ("rain falls", "now rain falls", (9, 14)),
        ("rain falls", "rain falls", (5, 10)),
        ("rain falls", "rain", None),
        ("rain falls", "rain fell", None),
        ("rain falls", "falls", (0, 5)),
    ],
)
def test_words_move_with_a_change_before_them_and_stay_with_one_behind_them(old, new, moved):
    place = moved_place(Standing(part="p", start=5, end=10), {"p": old}, {"p": new})

    assert (place and (place.start, place.end)) == moved
