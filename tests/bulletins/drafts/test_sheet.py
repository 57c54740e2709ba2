"""A draft as the writing page holds it: the same bulletin, with the keys of its rows."""

import datetime
import uuid

import msgspec
import pytest

from bulletins.document import (
    Document,
    Hand,
    Labelled,
    Mention,
    Point,
    RosterEntry,
    Section,
    SeriesRef,
    SessionRef,
    Subsection,
    Text,
)
from bulletins.drafts.rows import document_as_typed, document_of, sheet_of
from bulletins.drafts.sheet import (
    Credit,
    Frame,
    PointText,
    Sheet,
    SheetEntry,
    SheetPoint,
    SheetSection,
    document_of_sheet,
    id_of,
    key_of,
    tidy_point,
    tidy_prose,
)
from tests.factories import document, make_bulletin

KEY = uuid.UUID(int=7)
FRAME = Frame(
    forum="Rain Forum",
    edition=2026,
    publisher="Office of the Forum",
    sessions=(SessionRef(key="3", title="Rain at Noon"),),
    names={"berg-ada": "Ada Berg"},
    attended={"berg-ada": ("3",)},
    series_title="2026 Rain Forum Bulletin VI",
)


@pytest.mark.django_db
def test_a_sheet_is_the_document_with_keys():
    point = Point(ordinal="x", lead=(Text("one thing."),), body=((Text("Said."),),))
    section = Section(
        numeral="I", title="First", points=(point, msgspec.structs.replace(point, lead=(Text("two."),)))
    )
    bulletin = make_bulletin(
        content=document(sections=(section, msgspec.structs.replace(section, title="Second")))
    )

    assert document_as_typed(bulletin, sheet_of(bulletin)) == document_of(bulletin)


def test_numbers_are_computed_and_never_typed():
    point = SheetPoint(id=KEY, lead=(Text("one."),))
    plain = SheetPoint(id=KEY, numbered=False, lead=(Text("aside."),))
    sheet = Sheet(
        sections=(
            SheetSection(id=KEY, title="First", points=(point, plain, point)),
            SheetSection(id=KEY, title="Between", numbered=False),
            SheetSection(id=KEY, title="Second", points=(point,)),
        ),
    )

    found = document_of_sheet(sheet, FRAME).sections

    assert [(section.numeral, [point.ordinal for point in section.points]) for section in found] == [
        ("I", ["Firstly", None, "Secondly"]),
        (None, []),
        ("II", ["Firstly"]),
    ]


def test_what_surrounds_a_draft_comes_from_its_frame():
    sheet = Sheet(roster=(SheetEntry(speaker="berg-ada", credit="Dean"), SheetEntry(speaker="lund-ivo")))

    found = document_of_sheet(sheet, FRAME)

    assert (found.forum, found.edition, found.publisher, found.sessions, found.series_title, found.title) == (
        "Rain Forum",
        2026,
        "Office of the Forum",
        FRAME.sessions,
        "2026 Rain Forum Bulletin VI",
        None,
    )
    assert found.roster == (
        RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Dean", sessions=("3",)),
        RosterEntry(speaker="lund-ivo", name="lund-ivo"),
    )


def test_what_is_typed_is_in_the_document_and_what_is_empty_is_not():
    typed = {
        "language": "zh",
        "number": 6,
        "volume": 141,
        "date": datetime.date(2031, 6, 16),
        "title": "Rain",
        "series_title": "Special",
        "note_label": "编前语：",
        "editors_note": ((Text("Note."),),),
        "lede": ((Text("Lede."),),),
        "summarized_by": ("Ivo Lund",),
        "summarized_label": "整理：",
        "hands": (Hand("Editor", "Eva Hill"),),
        "marking": "Internal",
        "contact": (Labelled("Mail", "office@forum.example"),),
        "distribution": (Labelled("To", "the Council"),),
        "copies": 50,
        "section_style": "chinese",
        "point_style": "plain",
    }
    frame = {"forum": "Rain Forum", "edition": 2026, "publisher": "Office of the Forum"}
    around = {
        **frame,
        "series": SeriesRef(key="bulletin", name="Bulletin", masthead="Rain"),
        "issn": "1234-5679",
    }

    assert document_of_sheet(Sheet(sessions=(3,), version=9, **typed), Frame(**around)) == Document(
        **around, **typed
    )
    assert document_of_sheet(Sheet(), Frame(**frame)) == Document(**frame)


def test_what_is_typed_goes_before_what_is_stored():
    sheet = Sheet(
        series_title="Special Bulletin",
        title="Rain",
        roster=(SheetEntry(speaker="berg-ada", name="A. Berg"),),
    )

    found = document_of_sheet(sheet, FRAME)

    assert (found.series_title, found.title, found.roster[0].name) == ("Special Bulletin", "Rain", "A. Berg")


def test_what_two_editors_type_alike_compares_equal():
    mention = Mention("berg-ada")
    one = PointText(
        lead=(Text(" rain "), Text("", strong=True), Text("is free. ")),
        body=((Text(" \n"),), (mention, Text(" said"), Text(" so."))),
        topics=("rain", "drainage", "rain"),
    )
    other = PointText(
        lead=(Text("rain is free."),), body=((mention, Text(" said so.")),), topics=("drainage", "rain")
    )

    assert (tidy_point(one), tidy_point(other)) == (other, other)


def test_a_tidied_prose_has_no_empty_paragraph():
    assert tidy_prose(((), (Text("One."),), (Text("  "),), (Text("Two. "),))) == (
        (Text("One."),),
        (Text("Two."),),
    )


def test_a_part_without_its_key_is_what_a_change_compares():
    point = SheetPoint(id=KEY, numbered=False, lead=(Text("one."),), topics=("rain",))
    entry = SheetEntry(speaker="berg-ada", name="A. Berg", credit="Dean", role="keynote", organisation="rain")

    assert point.said() == PointText(numbered=False, lead=(Text("one."),), topics=("rain",))
    assert entry.printed() == Credit(name="A. Berg", credit="Dean", role="keynote", organisation="rain")


def test_a_part_of_the_second_level_stands_in_the_section_above_it_and_alone_is_a_section():
    rows = tuple(
        SheetSection(id=uuid.UUID(int=place), title=str(place), level=level)
        for place, level in enumerate((2, 1, 2, 2, 1), 1)
    )

    read = document_of_sheet(Sheet(sections=rows), Frame(forum="F", edition=2026, publisher="P"))

    assert [(one.title, [part.title for part in one.sections]) for one in read.sections] == [
        ("1", []),
        ("2", ["3", "4"]),
        ("5", []),
    ]
    assert [(type(one), one.numeral) for one in read.sections[1].sections] == [
        (Subsection, "A"),
        (Subsection, "B"),
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("0123abcdef", True), ("0123abcdeg", False), ("0123ABCDEF", False), ("0123abcde", False), ("", False)],
)
def test_a_row_keeps_the_id_that_the_document_gave_where_it_is_one_of_ours(given, kept):
    assert (id_of(key_of(given)) == given, id_of(key_of(given)) != id_of(key_of(given))) == (kept, not kept)
