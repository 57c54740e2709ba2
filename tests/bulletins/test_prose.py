"""How a Document's text is walked, changed and tidied: every part by its place, in printed order."""

import pytest
from msgspec.structs import replace

from bulletins.document import (
    Document,
    Figure,
    Finding,
    Labelled,
    List,
    Mention,
    Note,
    Point,
    RosterEntry,
    Section,
    Subsection,
    Table,
    Text,
    figures,
    for_readers,
    mentions,
    paragraphs,
    point_lines,
    point_mentions,
    points,
    runs_on,
    sections,
    tidy,
    tidy_prose,
    with_figures,
    with_paragraphs,
    with_point_lines,
    with_speakers,
)
from bulletins.document_json import to_builtins
from bulletins.inline import plain
from bulletins.prose import is_caption, is_part, lines_of, with_lines


def says(*parts):
    """A paragraph: words are text, everything else is itself."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def note(*texts):
    return Note(tuple(says(text) for text in texts))


def figure(letter, caption=(), **fields):
    made = {"file": letter * 64, "media_type": "image/png", "width": 3, "height": 2, "caption": caption}
    return Figure(**(made | fields))


POINT = Point(
    id="p1",
    lead=says("Lead", note("of lead 1", "of lead 2"), Mention("L"), note("of lead 3")),
    body=(
        says("One", Mention("B", "Berg"), note("of one")),
        List(((says("Item"), says("goes on")), (says("Next", note("of next")),))),
        Table(says(), ()),
        Table((says("Head", note("of head")), says("Row")), ((says("a"), says("b")), (says("c"), says("d")))),
        figure("b", says("Caption", note("of caption"))),
        figure("c"),
    ),
)
DOCUMENT = Document(
    roster=(RosterEntry(speaker="B", name="Ada Berg"), RosterEntry(speaker="L", name="Ivo Lund")),
    editors_note=(says("Note", note("of note")), figure("a"), says("ends")),
    lede=(figure("d"), says("Lede", Mention("N", ""))),
    sections=(
        Section(
            id="s1",
            points=(POINT,),
            sections=(Subsection(id="s2", points=(Point(lead=says("Below")), Point(body=(says("Last"),)))),),
        ),
        Section(id="s3"),
    ),
)
PRINTED = [
    ("editors_note[0]", "Note"),
    ("editors_note[2]", "ends"),
    ("editors_note[0].notes[0][0]", "of note"),
    ("lede[1]", "Lede"),
    ("sections[0].points[0].lead", "LeadIvo Lund"),
    ("sections[0].points[0].body[0]", "OneBerg"),
    ("sections[0].points[0].body[1].items[0][0]", "Item"),
    ("sections[0].points[0].body[1].items[0][1]", "goes on"),
    ("sections[0].points[0].body[1].items[1][0]", "Next"),
    ("sections[0].points[0].body[3].head[0]", "Head"),
    ("sections[0].points[0].body[3].head[1]", "Row"),
    ("sections[0].points[0].body[3].rows[0][0]", "a"),
    ("sections[0].points[0].body[3].rows[0][1]", "b"),
    ("sections[0].points[0].body[3].rows[1][0]", "c"),
    ("sections[0].points[0].body[3].rows[1][1]", "d"),
    ("sections[0].points[0].body[4].caption", "Caption"),
    ("sections[0].points[0].lead.notes[0][0]", "of lead 1"),
    ("sections[0].points[0].lead.notes[0][1]", "of lead 2"),
    ("sections[0].points[0].lead.notes[1][0]", "of lead 3"),
    ("sections[0].points[0].body[0].notes[0][0]", "of one"),
    ("sections[0].points[0].body[1].items[1][0].notes[0][0]", "of next"),
    ("sections[0].points[0].body[3].head[0].notes[0][0]", "of head"),
    ("sections[0].points[0].body[4].caption.notes[0][0]", "of caption"),
    ("sections[0].sections[0].points[0].lead", "Below"),
    ("sections[0].sections[0].points[1].lead", ""),
    ("sections[0].sections[0].points[1].body[0]", "Last"),
]


def printed(document):
    return [(where, plain(paragraph, document)) for where, paragraph in paragraphs(document)]


def test_every_paragraph_is_told_by_its_place_in_printed_order():
    assert printed(DOCUMENT) == PRINTED
    assert [where for where, _ in sections(DOCUMENT)] == [
        "sections[0]",
        "sections[0].sections[0]",
        "sections[1]",
    ]
    assert [(where, point.id) for where, point in points(DOCUMENT)] == [
        ("sections[0].points[0]", "p1"),
        ("sections[0].sections[0].points[0]", ""),
        ("sections[0].sections[0].points[1]", ""),
    ]
    assert list(lines_of((says("a"), says("b")))) == [("[0]", says("a")), ("[1]", says("b"))]


def test_every_paragraph_is_changed_where_it_is_told_to_stand():
    changed = with_paragraphs(DOCUMENT, lambda where, paragraph: says(f"<{where}>", *paragraph))

    assert printed(changed) == [(where, f"<{where}>{text}") for where, text in PRINTED]
    assert with_paragraphs(DOCUMENT, lambda _, paragraph: paragraph) == DOCUMENT
    point = with_point_lines(POINT, lambda where, paragraph: says(f"<{where}>", *paragraph))
    assert [plain(paragraph, DOCUMENT) for _, paragraph in point_lines(point)] == [
        f"<{where}>{plain(paragraph, DOCUMENT)}" for where, paragraph in point_lines(POINT)
    ]
    assert with_lines((says("a"), says("b")), lambda where, _: says(where)) == (says("[0]"), says("[1]"))


def test_every_figure_is_found_and_changed_in_printed_order():
    assert [(where, one.file[0]) for where, one in figures(DOCUMENT)] == [
        ("editors_note", "a"),
        ("lede", "d"),
        ("sections[0].points[0]", "b"),
        ("sections[0].points[0]", "c"),
    ]
    seen = []

    def change(one):
        seen.append(one.file[0])
        return None if one.file[0] in "ac" else replace(one, alt=one.file[0].upper())

    changed = with_figures(DOCUMENT, change)
    assert [(where, one.alt) for where, one in figures(changed)] == [
        ("lede", "D"),
        ("sections[0].points[0]", "B"),
    ]
    assert seen == ["a", "d", "b", "c"]
    assert changed.editors_note == (DOCUMENT.editors_note[0], DOCUMENT.editors_note[2])
    assert with_figures(DOCUMENT, lambda one: one) == DOCUMENT
    assert [figure("a", media_type=kind).name for kind in ("image/png", "image/jpeg")] == [
        f"{'a' * 64}.png",
        f"{'a' * 64}.jpg",
    ]


def test_every_mention_is_found_and_renamed_wherever_it_stands():
    cell = (says(Mention("B", "Berg", behalf="L")),)
    within = Note((says(Mention("B")),))
    point = Point(
        id="p",
        lead=says("a", Mention("B"), within),
        body=(List((cell,)), Table(cell, (cell,)), figure("a", cell[0]), says(Mention("N", strong=True))),
        topics=("B",),
    )
    to = {"B": "C", "L": "M"}
    renamed = (says(Mention("C", "Berg", behalf="M")),)

    assert with_speakers(point, to) == Point(
        id="p",
        lead=says("a", Mention("C"), Note((says(Mention("C")),))),
        body=(
            List((renamed,)),
            Table(renamed, (renamed,)),
            figure("a", renamed[0]),
            says(Mention("N", strong=True)),
        ),
        topics=("B",),
    )
    assert with_speakers(Mention("N", behalf="O"), to) == Mention("N", behalf="O")
    assert with_speakers(Mention("N"), to) == Mention("N")
    assert [one.speaker for one in point_mentions(point)] == ["B", "B", "B", "B", "B", "N", "B"]
    assert [(where, one.speaker) for where, one in mentions(DOCUMENT)] == [
        ("lede[1]", "N"),
        ("sections[0].points[0].lead", "L"),
        ("sections[0].points[0].body[0]", "B"),
    ]


def test_a_body_runs_on_from_its_lead_where_both_are_running_text():
    lead, line, items = says("Lead."), says("Line."), List(((says("Item"),),))

    assert [
        runs_on(Point(lead=first, body=body))
        for first, body in [
            *((lead, (line,)), (lead, (line, items)), (lead, (items, line)), (lead, (says(),)), (lead, ())),
            *(((), (line,)), ((), ())),
        ]
    ] == [True, True, False, False, False, False, False]


def test_a_place_tells_of_what_it_is_a_part():
    places = {
        "lede[1]": (False, False),
        "sections[0].points[0].body[1]": (False, False),
        "lede[0].items[0][0]": (True, False),
        "lede[0].head[0]": (True, False),
        "lede[0].rows[0][0]": (True, False),
        "lede[0].notes[0][0]": (True, False),
        "lede[0].caption": (True, True),
        "lede[0].caption.notes[0][0]": (True, True),
    }

    assert {where: (is_part(where), is_caption(where)) for where in places} == places


BOLD, ITALIC = Text("b", strong=True), Text("i", emphasis=True)


@pytest.mark.parametrize(
    ("given", "tidied"),
    [
        (says("a", "b", "", "c"), says("abc")),
        (says("a", BOLD, BOLD), says("a", Text("bb", strong=True))),
        (says(BOLD, ITALIC), says(BOLD, ITALIC)),
        (says("2", Text("2", script="super")), says("2", Text("2", script="super"))),
        (says("2", Text("2", link="https://a.example")), says("2", Text("2", link="https://a.example"))),
        (says("a", Mention("B", ""), "b"), says("a", Mention("B", ""), "b")),
        (says(" \t", BOLD, "\r\n a \n"), says(BOLD, "\r\n a")),
        (says(Text(" ", strong=True), "  a"), says("a")),
        (says("a  ", Text(" ", strong=True)), says("a")),
        (says("\u3000a\u3000"), says("\u3000a\u3000")),
        (says(" ", Mention("B"), " "), says(Mention("B"))),
        (says("a", Note(()), "b"), says("ab")),
        (says("a", Note((says(" "), says(" n "))), " "), says("a", note("n"))),
        (says(" ", " "), ()),
        ((), ()),
    ],
)
def test_a_paragraph_has_one_normal_form(given, tidied):
    assert tidy(given) == tidied


@pytest.mark.parametrize(
    ("given", "tidied"),
    [
        ((says(" "), says(" a ")), (says("a"),)),
        ((List(((says(" "), says(" a ")), (says(" "),)), start=3),), (List(((says("a"),),), start=3),)),
        ((List(((says(" "),),)),), ()),
        ((List(()),), ()),
        (
            (Table((says(" a "), says()), ((says(), says(" b ")), (says(" "), says()))),),
            (Table((says("a"), ()), (((), says("b")),)),),
        ),
        ((Table((says(" "),), ((says(" "),),)),), ()),
        ((Table((says("a"), says(" ")), ()),), (Table((says("a"), ()), ()),)),
        ((Table((says(" "),), ((says("a"),),)),), (Table(((),), ((says("a"),),)),)),
        ((Table((says("a"),), ()),), (Table((says("a"),), ()),)),
        (
            (figure("a", says(" c "), alt=" a \n b "), figure("b", alt="a", decorative=True)),
            (figure("a", says("c"), alt="a b"), figure("b", decorative=True)),
        ),
    ],
)
def test_blocks_have_one_normal_form_and_empty_ones_go(given, tidied):
    assert tidy_prose(given) == tidied


def test_the_roster_is_asked_by_key_and_its_first_line_counts():
    first = RosterEntry(speaker="B", name="Ada Berg")
    guests = RosterEntry(speaker="G", name="the guests", kind="group")
    body = RosterEntry(speaker="D", name="Delta Group", kind="body")
    document = Document(roster=(first, guests, RosterEntry(speaker="B", name="Bo Berg"), body))

    assert [document.entry(key) for key in "BGDX"] == [first, guests, body, None]
    assert [document.is_group(key) for key in "BGDX"] == [False, True, False, False]
    assert [entry.name for entry in document.listed] == ["Ada Berg", "Bo Berg", "Delta Group"]


def test_of_words_mentions_lists_and_figures_nothing_usual_is_written():
    shown = figure("a")

    assert list(to_builtins((Text("a"), Mention("B"), List(()), shown))) == [
        {"type": "text", "text": "a"},
        {"type": "mention", "speaker": "B"},
        {"type": "list", "items": ()},
        {"type": "figure", "file": shown.file, "media_type": "image/png", "width": 3, "height": 2},
    ]


def test_a_border_is_a_mention_that_prints_nothing():
    assert [Mention("B", printed).is_border for printed in ("", None, "Berg")] == [True, False, False]


def test_readers_are_not_told_whom_paper_goes_to():
    document = Document(title="Rain", copies=50, distribution=(Labelled("To", "the council"),))

    assert for_readers(document) == Document(title="Rain")


def test_a_finding_is_said_with_what_it_is_about():
    finding = Finding(
        code="x",
        severity="hint",
        template="“{name}” stands {count} times.",
        params={"name": "a", "count": "2"},
    )

    assert finding.message == "“a” stands 2 times."
