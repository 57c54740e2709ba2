"""What lists, tables, figures, notes and links are in words, and what our own files tell of them unprinted."""

import msgspec
import pytest

from bulletins.document import (
    Document,
    Figure,
    List,
    Mention,
    Note,
    Point,
    RosterEntry,
    Section,
    Table,
    Text,
)
from bulletins.exports.files import as_csv, as_lines
from bulletins.exports.records import reported
from bulletins.inline import (
    address_behind,
    block_lines,
    opens_in_line,
    picture_in_words,
    plain,
    plain_prose,
    point_text,
    with_pictures_named,
    word_count,
)
from bulletins.markers import (
    Behalf,
    Border,
    Group,
    GroupSays,
    Unprinted,
    bookmark,
    digest,
    letters,
    printing_mentions,
    unprinted,
)


def says(*parts):
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def figure(caption=(), **fields):
    made = {"file": "a" * 64, "media_type": "image/png", "width": 3, "height": 2, "caption": caption}
    return Figure(**(made | fields))


EMPTY = Document()
NOTE = Note((says("of it"), says("and more")))
ITEMS = List(((says("Pipes.", NOTE), says("Old ones.")), (says("Time."),)))
TABLE = Table(says("x")[:0] or (says("Head"), says("Row")), ((says("a", NOTE), says("b")),))


def test_blocks_are_told_line_by_line_with_notes_at_the_end():
    picture = figure(says("A drain."), alt="Water")

    assert plain_prose((says("One.", NOTE), ITEMS, TABLE, picture), EMPTY).split("\n") == [
        *("One.", "Pipes.", "Old ones.", "Time.", "Head\tRow", "a\tb", "[Picture: Water]", "A drain."),
        *("of it", "and more") * 3,
    ]
    assert list(block_lines(figure(decorative=True), EMPTY)) == []
    assert plain(says("a", NOTE, "b"), EMPTY) == "ab"


@pytest.mark.parametrize(
    ("fields", "english", "chinese"),
    [
        ({"alt": "Water"}, "[Picture: Water]", "〔图片：Water〕"),
        ({}, "[Picture]", "〔图片〕"),
        ({"decorative": True}, "", ""),
    ],
)
def test_a_picture_in_words(fields, english, chinese):
    assert [picture_in_words(figure(**fields), code) for code in ("en", "zh")] == [english, chinese]


def test_pictures_that_are_compared_have_their_names():
    assert with_pictures_named((says("a"), figure(says("Drain"), alt="Water"), figure()), "en") == (
        says("a"),
        says("[Picture aaaaaaaa: Water]"),
        says("Drain"),
        says("[Picture aaaaaaaa]"),
    )


def link(words, address="https://rain.example/a"):
    return Text(words, link=address)


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        (says("rain"), [""]),
        ((link("rain"),), ["https://rain.example/a"]),
        ((link("rain"), Text(" falls")), ["https://rain.example/a", ""]),
        (
            (link("rain"), Text("drop", strong=True, link="https://rain.example/a")),
            ["", "https://rain.example/a"],
        ),
        (
            (link("rain"), link("sun", "https://sun.example")),
            ["https://rain.example/a", "https://sun.example"],
        ),
        ((link("https://rain."), link("example/a")), ["", ""]),
        ((link("https://rain.example/a"), Text(" falls")), ["", ""]),
        ((link("https://rain.example/a"), link("sun", "https://sun.example")), ["", "https://sun.example"]),
        ((link("https://rain.example/a"), Mention("B", "Berg")), ["", ""]),
        ((link("x", "https://sun.example"), link("https://rain.example/a")), ["https://sun.example", ""]),
        ((link("rain.example/a/"),), [""]),
        ((link("https://rain.example/a", "https://rain.example/a/"),), [""]),
        ((link("ada@rain.example", "mailto:ada@rain.example"),), [""]),
        ((link("Ada", "mailto:ada@rain.example"),), ["ada@rain.example"]),
        ((Mention("B", "Berg"), link("rain")), ["", "https://rain.example/a"]),
    ],
)
def test_an_address_prints_behind_the_last_of_its_link_where_the_words_are_another(paragraph, told):
    assert [address_behind(paragraph, place) for place in range(len(paragraph))] == told


@pytest.mark.parametrize(
    ("point", "text", "in_line"),
    [
        (
            Point(lead=says("Lead."), body=(says("So."), ITEMS)),
            "Lead. So.\nPipes.\nOld ones.\nTime.\nof it\nand more",
            True,
        ),
        (Point(lead=says("Lead."), body=(ITEMS,)), "Lead.\nPipes.\nOld ones.\nTime.\nof it\nand more", False),
        (Point(ordinal="1", body=(TABLE,)), "1.\nHead\tRow\na\tb\nof it\nand more", False),
        (Point(lead=says("Lead.", NOTE)), "Lead.\nof it\nand more", True),
        (Point(body=(figure(says("Drain.")),)), "[Picture]\nDrain.", False),
        (Point(), "", True),
    ],
)
def test_a_whole_point_with_its_blocks_and_notes(point, text, in_line):
    assert (point_text(point, EMPTY), opens_in_line(point)) == (text, in_line)


def test_titles_of_sections_count_as_words():
    assert word_count(Document(sections=(Section(title="Two words"), Section(title="雨水")))) == 4


GUESTS = RosterEntry(speaker="group:guests", name="the guests", kind="group")
BERG = RosterEntry(speaker="B", name="Ada Berg", credit="Head of Drains")
LEAD = says("So ", Mention("B", ""), "it ", Mention("group:guests"), " said.")
DOCUMENT = Document(
    title="Rain",
    issn="1234-5678",
    roster=(BERG, GUESTS, RosterEntry(speaker="L", name="Ivo Lund")),
    lede=(LEAD, says(Mention("group:guests", "guests"), Mention("L", "Lund"), Mention("X", behalf="B"))),
    editors_note=(figure(decorative=True), figure()),
)


def test_what_does_not_print_is_told_at_its_letter():
    words = digest("So it the guests said.")
    second = digest("guestsLundX")

    assert msgspec.json.decode(unprinted(DOCUMENT, ("title", "series_title")), type=Unprinted) == Unprinted(
        head={"title": "Rain"},
        names=("Ada Berg", "Ivo Lund"),
        keys=("B", "L"),
        attended=((), ()),
        organisations=(None, None),
        kinds=("person", "person"),
        strangers=("X",),
        digests=(words, second),
        borders=(Border("lede[0]", 2, "B", words),),
        behalves=(Behalf("lede[1]", 2, "B", second),),
        groups=(Group(1, GUESTS),),
        said_by_groups=(
            GroupSays("lede[0]", 4, 9, "group:guests", words, full=True),
            GroupSays("lede[1]", 0, 6, "group:guests", second),
        ),
        decorative=(True, False),
    )


def test_layout_is_no_part_of_a_digest_and_no_letter():
    assert digest("a  b\n") == digest("a b") != digest("ab")
    assert digest("") == "e3b0c44298fc1c14"
    assert [letters(text) for text in ("", " a b\n", "雨 水")] == [0, 2, 2]


def test_mentions_that_print_are_those_without_the_borders():
    assert [one.speaker for one in printing_mentions(LEAD)] == ["group:guests"]


def test_a_file_in_a_language_that_nothing_is_written_in_is_refused():
    with pytest.raises(msgspec.ValidationError, match="tlh"):
        msgspec.json.decode('{"language": "tlh"}', type=Unprinted)


def test_an_anchor_that_word_does_not_take_is_named_by_its_digest():
    assert bookmark("") == "Xa39a3ee5e6b4b0d3255bfef95601890afd80709"
    assert [bookmark("a" * length)[:1] for length in (1, 40, 41)] == ["a", "a", "X"]


def test_a_table_for_spreadsheets_runs_nothing():
    records = [
        {"a": "=1+1", "b": ["x", "y"], "c": 3, "d": None},
        {"a": "plain", "b": ["-x"], "c": -3, "d": True},
        {"a": "1=1", "b": [], "c": 0, "d": "@a"},
    ]

    assert as_csv(records, ("d", "a", "b", "c")).decode("utf-8-sig") == (
        "d,a,b,c\r\n,'=1+1,x; y,3\r\nTrue,plain,'-x,-3\r\n'@a,1=1,,0\r\n"
    )
    assert as_csv([], ("a",)).startswith(b"\xef\xbb\xbfa")
    assert [as_csv([{"a": f"{sign}x"}], ("a",)).decode("utf-8-sig")[3] for sign in "+-@=\t"] == ["'"] * 5
    assert as_lines(records[:0]) == b""
    assert as_lines([{"a": 1}, {"a": "雨"}]) == '{"a":1}\n{"a":"雨"}\n'.encode()


def test_statements_of_a_document_are_counted_within_their_parts():
    berg, lund = Mention("B", "Berg", behalf="L"), Mention("L", "Lund")
    said = says(berg, " said drains leak. ", lund, " said so too.")
    document = Document(
        roster=DOCUMENT.roster, lede=(said,), sections=(Section(points=(Point(id="p1", body=(said,)),)),)
    )

    assert reported(document) == [
        {"point": point, "statement": number, "entries": [key], "behalf": behalf, "text": text}
        for point in ("lede", "p1")
        for number, key, behalf, text in (
            (1, "B", {"B": "L"}, "Berg said drains leak."),
            (2, "L", {}, "Lund said so too."),
        )
    ]
