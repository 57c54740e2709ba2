"""Two versions word by word: nothing of either is lost, what moved is said to have moved."""

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.document import Document, List, Mention, Note, Point, RosterEntry, Section, Text
from bulletins.drafts.redline import redline

ADA = RosterEntry(speaker="berg-ada", name="BERG Ada", credit="Head of Drains")
IVO = RosterEntry(speaker="berg-ivo", name="BERG Ivo", credit="Head of Roofs")


def point(key, *body, lead=""):
    inlines = tuple(Text(part) if isinstance(part, str) else part for part in body)
    return Point(id=key, ordinal="Firstly", lead=(Text(lead),) if lead else (), body=(inlines,))


def bulletin(*points, title="Rain", roster=(ADA, IVO), **fields):
    sections = (Section(id="s", numeral="I", title="Works", points=points),)
    return Document(title=title, roster=roster, sections=sections, **fields)


def changes(before, after, **kwargs):
    """Every part that differs: name, places, whether it moved, and its pieces with their marks as letters."""
    marks = {"kept": "", "inserted": "+", "deleted": "-"}
    return [
        (part.name, part.before, part.after, part.moved, [f"{marks[p.mark]}{p.text}" for p in part.pieces])
        for part in redline(before, after, **kwargs)
        if part.differs
    ]


def test_the_same_version_has_no_change():
    one = bulletin(point("a", "Rain falls."), number=1, date=datetime.date(2026, 11, 18))
    assert changes(one, one) == []


def test_words_that_were_changed_stand_beside_each_other():
    before, after = (
        bulletin(point("a", f"Rain falls {said} on roofs.")) for said in ("seldom", "very often")
    )
    assert changes(before, after) == [
        ("point", "I.1", "I.1", False, ["Rain falls ", "-seldom", "+very often", " on roofs."])
    ]


def test_neighbouring_changes_are_one():
    before, after = (bulletin(point("a", said)) for said in ("It was a dry year.", "It was one wet year."))
    assert changes(before, after)[0][4] == ["It was ", "-a dry", "+one wet", " year."]


def test_chinese_is_compared_by_letters():
    before, after = (bulletin(point("a", said), language="zh") for said in ("雨水很多。", "雨水不多。"))
    assert changes(before, after)[0][4] == ["雨水", "-很", "+不", "多。"]


def test_points_added_left_out_and_moved_are_told_as_such():
    said = {"a": "Gardens hold rain.", "b": "Pumps are loud.", "c": "Drains are old.", "d": "Frogs sing."}
    a, b, c, d = (point(key, text) for key, text in said.items())
    assert changes(bulletin(a, b, c), bulletin(d, c, a)) == [
        ("point", "", "I.1", False, ["+Frogs sing."]),
        ("point", "I.2", "", False, ["-Pumps are loud."]),
        ("point", "I.3", "I.2", True, ["Drains are old."]),
    ]


def test_a_point_added_before_moves_nobody():
    a, b, c = (
        point(key, f"{word} is said.") for key, word in zip("abc", ("One", "Two", "Three"), strict=True)
    )
    assert [change[:4] for change in changes(bulletin(a, b), bulletin(c, a, b))] == [
        ("point", "", "I.1", False)
    ]


def test_a_credit_of_another_person_is_a_change_though_it_prints_the_same():
    before, after = (
        bulletin(point("a", Mention(key, printed="BERG"), " said so.")) for key in ("berg-ada", "berg-ivo")
    )
    [part] = [part for part in redline(before, after) if part.differs]
    assert [(piece.mark, piece.text, piece.speaker) for piece in part.pieces] == [
        ("deleted", "BERG", "BERG Ada"),
        ("inserted", "BERG", "BERG Ivo"),
        ("kept", " said so.", ""),
    ]


def test_people_merged_since_are_one():
    old = msgspec.structs.replace(ADA, speaker="berg-a")
    before = bulletin(point("a", Mention("berg-a"), " said so."), roster=(old,))
    after = bulletin(point("a", Mention("berg-ada"), " said so."), roster=(ADA,))
    assert changes(before, after, same={"berg-a": "berg-ada"}) == []


def test_roster_and_masthead_are_compared_too():
    before = bulletin(title="Rain", roster=(ADA,), number=1)
    after = bulletin(
        title="Rain and snow", roster=(msgspec.structs.replace(ADA, credit="Dean of Drains"), IVO), number=2
    )
    assert changes(before, after) == [
        ("number", "", "", False, ["-1", "+2"]),
        ("title", "", "", False, ["Rain", "+ and snow"]),
        ("roster", "", "", False, ["BERG Ada, ", "-Head", "+Dean", " of Drains."]),
        ("roster", "", "", False, ["+BERG Ivo, Head of Roofs."]),
    ]


def test_a_section_left_out_is_told():
    before = bulletin()
    assert [change[::4] for change in changes(before, Document(title="Rain", roster=(ADA, IVO)))] == [
        ("section", ["-Works"])
    ]


@pytest.mark.parametrize("repeated", ["word ", "雨", "A sentence. "])
def test_a_very_long_text_is_compared_too(repeated):
    before, after = (bulletin(point("a", repeated * 6_000 + said)) for said in ("End one.", "End two."))
    pieces = changes(before, after)[0][4]
    assert (
        "".join(piece for piece in pieces if piece[0] != "+").replace("-", "")
        == repeated * 6_000 + "End one."
    )


def test_of_a_very_long_text_the_sentences_that_differ_are_told():
    before, after = (bulletin(point("a", f"{'It rained. ' * 3_000}End {said}.")) for said in ("one", "two"))

    (change,) = changes(before, after)

    assert [piece for piece in change[4] if piece[0] in "+-"] == ["- End one.", "+ End two."]


WORDS = st.lists(st.sampled_from(["rain", " ", "roof", ", ", "雨", "水", "。", "Berg"]), max_size=12).map(
    "".join
)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5), st.randoms())
def test_no_word_of_either_version_is_lost(old, new, random):
    keys = [chr(97 + index) for index in range(5)]
    before = bulletin(*(point(key, text) for key, text in zip(keys, old, strict=False)))
    random.shuffle(keys)
    after = bulletin(*(point(key, text) for key, text in zip(keys, new, strict=False)))
    parts = [part for part in redline(before, after) if part.name == "point"]

    def side(place, drop):
        placed = [part for part in parts if getattr(part, place)]
        ordered = sorted(placed, key=lambda part: getattr(part, place))
        return ["".join(piece.text for piece in part.pieces if piece.mark != drop) for part in ordered]

    assert (side("before", "inserted"), side("after", "deleted")) == (old, new)


def test_an_item_its_link_and_what_is_raised_are_told_apart_from_plain_words():
    plain = bulletin(lede=((Text("rain"),), (Text("two"),)))
    dressed = bulletin(
        lede=(
            List(
                ordered=True,
                start=3,
                items=(((Text("rain", link="https://a.example"),),), ((Text("two", script="super"),),)),
            ),
        )
    )
    dots = bulletin(lede=(List(ordered=False, items=(((Text("rain"),),), ((Text("two", script="sub"),),))),))

    assert [pieces for *_, pieces in changes(plain, dressed)] == [
        ["+3. ", "rain", "-\n", "+ <https://a.example>\n4. ^", "two"]
    ]
    assert [pieces for *_, pieces in changes(plain, dots)] == [["+• ", "rain\n", "+• _", "two"]]


def test_a_note_is_told_by_its_words_and_not_by_its_mark():
    note = Note(blocks=((Text("By letter."),),))

    assert changes(bulletin(point("a", "Rain", note, ".")), bulletin(point("a", "Rain."))) == [
        ("point", "I.1", "I.1", False, ["Rain.", "-\nBy letter."])
    ]
