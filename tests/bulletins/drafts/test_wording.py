"""Two versions of a text, and the changes between them: all taken they are the one, none taken the other."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document import List, Mention, Note, Text
from bulletins.drafts.anchors import anchor_at, moved_place, sure_place
from bulletins.drafts.sheet import Sheet, SheetPoint, SheetSection, tidy_point
from bulletins.drafts.wording import (
    Run,
    have_one_form,
    letters_of,
    paragraphs_of,
    part_of,
    plain,
    runs_between,
    sheet_with,
    text_of,
    texts_of,
    trimmed,
    with_runs,
)
from bulletins.prose import tidy_prose, with_lines
from tests.strategies import proses

KEY = UUID(int=7)
LETTERS = [
    *(Text(letter) for letter in "aab 雨水,"),
    Text("a", strong=True),
    Mention(speaker="berg-ada"),
    None,
]
STRETCHES = st.lists(st.sampled_from(LETTERS), max_size=30).map(tuple)


def point_of(lead, body):
    (first, *_) = paragraphs_of(tuple(letter for letter in lead if letter is not None))
    point = tidy_point(SheetPoint(id=KEY, lead=first, body=paragraphs_of(body)))
    return SheetPoint(id=KEY, lead=point.lead, body=point.body)


def sheet_of(point):
    return Sheet(sections=(SheetSection(id=UUID(int=1), points=(point,)),))


def letters_in(point):
    return part_of(sheet_of(point), str(KEY))


POINTS = st.builds(point_of, STRETCHES, STRETCHES)


@given(POINTS, POINTS)
def test_all_changes_together_make_the_other_text_and_each_is_found_where_it_belongs(one, other):
    before, after = letters_in(one), letters_in(other)
    runs = runs_between(before, after)
    texts = {"p": text_of(before)}

    assert texts_of(sheet_of(one))[str(KEY)] == texts["p"]
    assert with_runs(before, runs) == after
    assert with_runs(before, ()) == before
    ends = [0, *(run.end for run in runs)]
    assert all(end <= run.start for end, run in zip(ends, runs, strict=False))
    for run in runs:
        anchor = anchor_at(texts, "p", run.start, run.end)
        found = sure_place(anchor, texts, run.start)
        assert (found.start, found.end, found.gone) == (run.start, run.end, False)


@given(POINTS, POINTS, st.randoms(use_true_random=False))
def test_taken_one_by_one_in_any_order_they_make_the_other_text(one, other, random):
    part, after = letters_in(one), letters_in(other)
    texts = {"p": text_of(part)}
    waiting = [
        (anchor_at(texts, "p", run.start, run.end), run.start, run.now) for run in runs_between(part, after)
    ]
    random.shuffle(waiting)
    while waiting:
        anchor, start, now = waiting.pop()
        place = sure_place(anchor, texts, start)
        part = with_runs(part, [Run(place.start, place.end, now)])
        before, texts = texts, {"p": text_of(part)}
        waiting = [
            (anchor_at(texts, "p", moved.start, moved.end), moved.start, now)
            for anchor, start, now in waiting
            if (moved := moved_place(sure_place(anchor, before, start), before, texts))
        ]
    assert part == after


@given(proses("en", ["berg-ada", "lund-ivo"]), st.randoms(use_true_random=False))
def test_words_in_lists_and_tables_are_changed_where_they_stand(body, random):
    def rewritten(where, line):
        return (
            line
            if ".notes[" in where
            else (Text(random.choice(["Rain ", "雨"])), *line[random.randint(0, 1) :])
        )

    wish = tidy_prose(with_lines(body, rewritten))
    one, other = (SheetPoint(id=KEY, lead=(Text("L."),), body=tidy_prose(prose)) for prose in (body, wish))
    before, after = letters_in(one), letters_in(other)

    made = with_runs(before, runs_between(before, after))

    assert have_one_form(one, other)
    assert sheet_with(sheet_of(one), {str(KEY): made}) == sheet_of(other)


def words(text, wish):
    point = point_of(tuple(Text(letter) for letter in text), ())
    wished = point_of(tuple(Text(letter) for letter in wish), ())
    before = letters_in(point)
    plain = text_of(before)
    return [
        (plain[run.start : run.end], "".join(letter.text for letter in run.now))
        for run in runs_between(before, letters_in(wished))
    ]


@pytest.mark.parametrize(
    ("text", "wish", "changes"),
    [
        ("rain is enough", "rain is enough", []),
        ("rain is enough", "rain was enough", [("is", "was")]),
        ("rain is enough", "rain is not enough", [("is ", "is not ")]),
        ("rain is enough", "is enough", [("rain ", "")]),
        ("the good old man", "a good new man", [("the", "a"), ("old", "new")]),
        ("one two, three", "five six, three", [("one two", "five six")]),
        ("雨水足够了", "雨水不足够了", [("水", "水不")]),
        ("", "rain", [("", "rain")]),
        ("rain", "", [("rain", "")]),
        ("good", "very good", [("good", "very good")]),
        ("good", "very good indeed", [("good", "very good indeed")]),
        ("the rain falls", "rain, falls", [("the ", ""), ("rain", "rain,")]),
    ],
)
def test_changes_are_told_word_by_word_and_an_insertion_takes_in_a_word_to_be_found_by(text, wish, changes):
    assert words(text, wish) == changes


def test_paragraphs_are_taken_apart_letter_by_letter_and_come_together_as_they_were():
    paragraphs = ((Text(" rain"), Text(" b", strong=True), Mention("berg-ada")), (), (Text("falls "),))

    letters = letters_of(paragraphs)

    assert (plain(letters), len(letters)) == (" rain b\ufffc\n\nfalls ", 16)
    assert paragraphs_of(letters) == paragraphs


def test_changes_of_two_paragraphs_are_two_though_no_word_between_them_stayed():
    old, new = (part_of(Sheet(lede=((Text(one),), (Text(two),))), "lede") for one, two in ("ab", "cd"))

    assert runs_between(old, new) == [Run(0, 1, (Text("c"),)), Run(2, 3, (Text("d"),))]


@pytest.mark.parametrize(
    ("was", "now", "shared"),
    [
        ("the old man", "the new man", (4, 4)),
        ("the odd man", "the old woman", (4, 0)),
        ("rain falls", "rain", (4, 0)),
        ("rain", "old rain", (0, 4)),
        ("rain", "rain", (4, 0)),
        ("", "rain", (0, 0)),
    ],
)
def test_what_two_versions_have_in_common_is_counted_in_whole_words(was, now, shared):
    assert trimmed(*(letters_of(((Text(one),),)) for one in (was, now))) == shared


def test_a_title_is_put_in_as_one_line_of_words_and_all_else_stays():
    section = SheetSection(id=UUID(int=1), title="Wells")
    sheet = Sheet(title="Rain", sections=(section,))
    said = (Text("Snow"), Text(" "), Text(" "), Text("and"), Mention("berg-ada"), Text(" ice "))
    parts = {key: with_runs(part_of(sheet, key), [Run(0, 4, said)]) for key in ("title", str(section.id))}

    changed = sheet_with(sheet, parts)

    title = "Snow and ice"
    assert changed == Sheet(title=title, sections=(SheetSection(id=section.id, title=f"{title} s"),))


def test_paragraphs_are_split_and_joined_but_nothing_reaches_over_a_lead_or_an_item():
    item = List(items=(((Text("one"),),),))
    point = SheetPoint(id=KEY, lead=(Text("Lead."),), body=((Text("Here and there."),), item))
    part = letters_in(point)
    text = text_of(part)
    assert text == "Lead.\nHere and there.\none\n"

    at = text.index(" and")
    split = with_runs(part, [Run(at, at + 1, (None,))])
    (section,) = sheet_with(sheet_of(point), {str(KEY): split}).sections

    assert section.points[0].body == ((Text("Here"),), (Text("and there."),), item)
    assert with_runs(part, [Run(2, 8, ())]) is None
    assert with_runs(part, [Run(2, 2, (None,))]) is None
    assert not have_one_form(point, SheetPoint(id=KEY, body=(List(items=(*item.items, ((Text("two"),),))),)))


def test_words_whose_surroundings_are_all_gone_count_as_gone_even_where_such_words_stand():
    texts = {"p": "The gardens drink the rain of the long spring in this town.", "q": "the"}
    anchor = anchor_at(texts, "p", 18, 21)
    assert anchor.quote == "the"

    assert sure_place(anchor, texts, 0).start == 18
    assert sure_place(anchor, {"p": "Nobody knows.", "q": "Here is the lake, and the sea."}, 0).gone
    assert sure_place(anchor, {"p": "New: the gardens drink the rain."}, 0).start == 23


def test_a_part_that_is_not_there_has_no_letters():
    with pytest.raises(KeyError):
        part_of(Sheet(), "gone")


def test_texts_too_long_and_too_unlike_to_be_compared_differ_whole():
    old, new = ("ab " * 1100, "cd " * 1000)
    (run,) = runs_between(*(part_of(Sheet(lede=((Text(f"x {text}y"),),)), "lede") for text in (old, new)))

    assert (run.start, run.end, len(run.now)) == (2, 2 + len(old) - 1, len(new) - 1)


def test_a_footnote_of_an_item_stays_as_it_was_while_the_item_changes():
    note = Note(blocks=((Text("Told by letter."),),))
    items = List(ordered=False, items=(((Text("rain"), note),),))
    sheet = Sheet(lede=(items,))

    (old,) = (stretch for stretch in part_of(sheet, "lede") if stretch.letters)
    changed = sheet_with(
        sheet, {"lede": with_runs(part_of(sheet, "lede"), [Run(1, 5, tuple(map(Text, "snow")))])}
    )

    assert (len(old.letters), changed.lede) == (
        5,
        (List(ordered=False, items=(((Text("snow"), note),),)),),
    )
