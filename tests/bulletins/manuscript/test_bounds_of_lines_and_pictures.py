"""Where what is told of lines, letters, pictures and marks of notes ends: at the bound, and one step behind it."""

import pytest
from lxml import etree
from PIL import Image

from bulletins.document import Document, Figure, figures
from bulletins.manuscript import pdf, pdf_pages, picture_file, unprinted, word_file
from bulletins.manuscript.blocks import Block, Manuscript, Run, Shown, text_of
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.marked import unprinted_of
from bulletins.manuscript.note_marks import without_note_marks
from bulletins.manuscript.page_breaks import mended
from bulletins.manuscript.pictures import fetch_from, riding, with_pictures
from bulletins.manuscript.source import HELD, recognise
from bulletins.markers import Unprinted
from tests.blocks import block
from tests.bulletins.manuscript.test_pdf_lines import FULL, column, made
from tests.figures import PNG, saved

WIDE = 400


def line(*runs, left=50, right=WIDE, base=700, size=10, page=1):
    """A line of runs: bold where they begin with "*", raised where they begin with "^"."""
    told = [Run(run.lstrip("*^"), strong=run.startswith("*"), raised=run.startswith("^")) for run in runs]
    return pdf_pages.Line(told, left, right, base, size, page)


def below(*lines):
    """Lines each a step below the one before."""
    return [
        pdf_pages.Line(one.runs, one.left, one.right, 700 - 14 * place, one.size, one.page)
        for place, one in enumerate(lines)
    ]


def paragraphs(lines, body=10):
    return [text_of(one.runs) for one in pdf._paragraphs(lines, body, pdf._Told())]


@pytest.mark.parametrize(("size", "noted"), [(91, True), (92, False)])
def test_a_raised_number_opens_a_note_where_its_line_is_smaller_than_92_in_a_hundred(size, noted):
    one = line("^1", " By letter.", size=size)

    assert pdf._parted([[one, line("Rain falls.", size=100)]], 100)[0] == ([one] if noted else [])


def test_lines_at_one_height_show_no_end_of_a_paragraph():
    told = pdf._Told()

    assert len([*pdf._paragraphs([line("Rain"), line("falls.")], 10, told)]) == 1
    assert (told.shown, told.guessed) == (0, 1)


def test_a_line_that_is_set_in_ends_where_its_column_does():
    lines = [line("Rain falls"), line("on us", left=62, right=150), line("here", left=250, right=260)]

    edges = pdf._Edges(lines, 10)

    assert [edges.right_of(one) for one in lines] == [WIDE, WIDE, 260]


def test_a_short_line_whose_word_is_broken_goes_on():
    lines = below(line("Rain gar", "\xad", right=100), line("dens", right=100), line("hold on to it"))

    assert paragraphs(lines) == ["Rain gardens", "hold on to it"]


@pytest.mark.parametrize(("right", "is_one"), [(354, False), (355, True)])
def test_a_line_ends_a_paragraph_where_the_next_one_s_word_had_a_place_behind_it(right, is_one):
    # A word of one letter is as wide as its line: 30, and a letter and a half are a space.
    lines = below(line("Rain falls on all of it"), line("on us", right=right), line("X", right=80))

    assert len(paragraphs(lines)) == (1 if is_one else 2)


def test_a_raised_first_letter_begins_a_paragraph_and_a_raised_second_does_not():
    first, second = line("^1", "Rain falls"), line("m", "^2", " of rain")

    assert [paragraphs(below(line("Full to its end"), one)) for one in (first, second)] == [
        ["Full to its end", "1Rain falls"],
        ["Full to its end m2 of rain"],
    ]


@pytest.mark.parametrize(
    ("runs", "strong"),
    [(["*Rain"], True), (["*Rain", " ", "^1"], True), (["*Rain", "falls"], False), ([" ", "^1"], False)],
)
def test_a_line_is_bold_where_all_its_letters_but_raised_ones_are(runs, strong):
    assert pdf._strong(line(*runs)) is strong


def test_a_space_between_lines_is_bold_between_bold_letters():
    ends = [["*Rain"], ["*falls", " here"]], [["Rain"], ["*falls"]], [["*Rain"], ["falls", "* here"]]

    assert [
        [(run.text, run.strong) for run in pdf._block([line(*one), line(*other)], 10).runs]
        for one, other in ends
    ] == [
        [("Rain falls", True), (" here", False)],
        [("Rain ", False), ("falls", True)],
        [("Rain", True), (" falls", False), (" here", True)],
    ]


@pytest.mark.parametrize(("size", "strong"), [(14, False), (14.1, True)])
def test_a_title_is_larger_than_the_text_by_more_than_12_in_a_hundred(size, strong):
    assert pdf._block([line("Rain", size=size)], 14 / 1.12).runs == (Run("Rain", strong=strong),)


def test_what_has_no_number_at_the_foot_goes_on_in_the_note_before_it():
    told = [block(text) for text in ("By word.", "1 By letter.", "As was told.", "2 Not told.")]

    marks, notes = pdf._notes(told)

    assert marks == {"1", "2"}
    assert [[text_of(one.runs) for one in note] for note in notes] == [
        ["By word."],
        ["By letter.", "As was told."],
        ["Not told."],
    ]


def letter(sign, x, y=0, size=10):
    return pdf_pages._Letter(ord(sign), x, y, size, False, x + 5, y, False)


@pytest.mark.parametrize("sign", ["\x02", "\xad", "\ufffe"])
def test_whatever_sign_parts_a_word_at_the_end_of_a_line_is_a_hyphen(sign):
    (found,) = pdf_pages._lines([letter("a", 50), letter(sign, 55)], 1)

    assert [run.text for run in found.runs] == ["a", "\xad"]


@pytest.mark.parametrize(("x", "y", "lines"), [(40, 0, 1), (39, 0, 2), (55, 5.9, 1), (55, 6, 2)])
def test_a_letter_stands_in_the_line_unless_it_is_a_letter_to_the_left_or_two_thirds_above(x, y, lines):
    assert len([*pdf_pages._lines([letter("a", 50), letter("b", x, y)], 1)]) == lines


@pytest.mark.parametrize(
    ("y", "size", "raised"), [(1.5, 8, False), (1.6, 8, True), (1.6, 8.5, False), (1.6, 8.4, True)]
)
def test_a_small_letter_above_the_line_is_raised(y, size, raised):
    (found,) = pdf_pages._lines([letter("a", 50), letter("b", 55), letter("c", 60, y, size)], 1)

    assert [run.raised for run in found.runs] == [False, False, raised]


def test_lines_of_a_page_hold_their_letters_and_no_breaks():
    ((*lines,),) = pdf_pages.pages_of(made(column(FULL, "It rained.")))

    assert [text_of(one.runs) for one in lines] == [FULL, "It rained."]


def test_a_picture_of_one_point_more_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(picture_file, "MOST_MEGAPIXELS", 1)

    with pytest.raises(ManuscriptError) as refused:
        picture_file.kept_picture(saved(Image.new("1", (101, 9901))))
    assert refused.value.code == "picture-too-big"


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("1", b"\0\0\0"),
        ("2", b""),
        ("0", None),
        ("3", None),
        ("", None),
        ("x", None),
        ("²", None),
        ("100001", None),
    ],
)
def test_a_picture_of_the_text_is_found_by_its_number_alone(number, found):
    held = ("data:image/png;base64,AAAA", "data:image/png;base64,A")

    assert fetch_from(b"", held)(f"{HELD}{number}") == found


def test_a_picture_that_is_here_and_cannot_be_shown_is_told_apart_from_one_that_lies_elsewhere():
    data = {"a.png": PNG, "b.png": b"junk", f"{HELD}1": b"junk"}
    addresses = ["a.png", "b.png", "c.png", f"{HELD}1", f"{HELD}2"]

    made = with_pictures(Manuscript((), pictures=tuple(Shown("A ferry", one) for one in addresses)), data.get)

    assert [one.picture is not None for one in made.pictures] == [True, False, False, False, False]
    assert [(one.code, one.params) for one in made.findings] == [
        ("image-unreadable", {"text": "A ferry", "address": "b.png"}),
        ("image-elsewhere", {"text": "A ferry", "address": "c.png"}),
        ("image-unreadable", {"text": "A ferry", "address": ""}),
        ("image-unreadable", {"text": "A ferry", "address": ""}),
    ]


@pytest.mark.parametrize("length", [400, 401])
def test_a_caption_has_400_letters_at_most(length):
    below = Block("paragraph", (Run("Figure 1. The ferry".ljust(length, "y")),))
    shown = Manuscript(
        (block("Rain falls."), Block("paragraph", pictures=(1,)), below), pictures=(Shown("", "a.png"),)
    )

    found = riding(shown)

    assert text_of(found.pictures[0].caption) == (text_of(below.runs) if length == 400 else "")
    assert [text_of(one.runs) for one in found.blocks if one.runs] == [
        "Rain falls.",
        *([text_of(below.runs)] if length > 400 else []),
    ]


@pytest.mark.parametrize(
    ("blocks", "raised"),
    [
        ([["Rain", "^1"], ["^1", " By letter."]], ["^1"]),
        ([["Rain", "^1"], ["[1] By letter."]], []),
        ([["Rain", "^1"], ["1 By letter."]], ["^1"]),
        ([["Rain", "^1"], ["^2", " By letter."]], ["^1", "^2"]),
        ([["Rain", "^[1]"], ["[1] By letter."]], []),
        ([["10", "^6"], ["[6] By letter."]], ["^6"]),
        ([["a km", "^2"], ["[2] By letter."]], ["^2"]),
    ],
)
def test_a_raised_figure_goes_where_a_note_opens_with_it(blocks, raised):
    told = [Block("paragraph", tuple(line(*runs).runs)) for runs in blocks]

    found = without_note_marks(told)

    assert [f"^{run.text}" for one in found for run in one.runs if run.raised] == raised


@pytest.mark.parametrize(("form", "text"), [("a.md", "Rain falls"), ("a.txt", "    Rain falls")])
def test_prose_that_is_set_in_is_flush_in_markdown_alone(form, text):
    told = "\n".join(["    Rain falls on the roofs and the streets of all Fenmark"] * 3)

    assert recognise(told.encode(), form).text.startswith(text)


def test_what_stands_before_the_number_on_three_pages_is_a_page_s_and_on_two_is_text():
    def read(*texts):
        blocks, findings = mended([block(text) for text in texts])
        return [text_of(one.runs) for one in blocks], len(findings)

    pages = [part for number in (1, 2, 3) for part in ("It rains.", f"Weirs of Fenmark {number} of 9")]

    assert read(*pages) == (["It rains."] * 3, 3)
    assert read(*pages[:4]) == (pages[:4], 0)
    assert read(*(f"• {text}" for text in pages))[1] == 0


def test_only_words_that_begin_with_a_letter_tell_whether_a_line_is_a_title():
    title = block("Weirs Drains “hold” “onto” Gardens")

    assert len(mended([block("Rain falls."), title, block("on the weir.")])[0]) == 3


def test_what_a_computed_field_shows_stands_in_its_place_and_all_around_it_stays():
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    field = "<w:fldSimple><w:r>3</w:r><w:r> May</w:r></w:fldSimple>"
    part = etree.fromstring(f"<w:p {names}><w:r>On </w:r>{field}<w:r> it</w:r><w:r> rains</w:r></w:p>")

    assert [word_file._open_fields(part), word_file._open_fields(part)] == [True, False]
    assert [run.text for run in part] == ["On ", "3", " May", " it", " rains"]


@pytest.mark.parametrize(
    ("said", "read"), [([True, False], [True, False]), ([True], [False, False]), ([True] * 3, [False, False])]
)
def test_which_figures_need_no_words_is_said_again_where_there_are_as_many(said, read):
    figure = Figure(file="a" * 64, media_type="image/png", width=4, height=3)

    found = unprinted._with_decorative(Document(lede=(figure, figure)), said)

    assert [one.decorative for _, one in figures(found)] == read


@pytest.mark.parametrize("text", ["", "junk", "[]", '{"head": 1}', "\ud800"])
def test_what_our_writers_left_and_somebody_broke_says_nothing(text):
    assert unprinted_of(text) is None
    assert unprinted_of("{}") == Unprinted()
