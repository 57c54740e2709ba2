"""What our own files carry for the way back: it must survive an HTML comment, and any text inside."""

import json

import msgspec
import pytest
from hypothesis import given, settings

from bulletins.document import Mention, Point, RosterEntry, Section, SessionRef, Text
from bulletins.markers import STYLES, Behalf, Unprinted, bookmark, digest, unprinted
from tests import strategies
from tests.factories import document

HOSTILE = '--> <!-- & ` 雨 🙂 \u2028 \\ "'


def read(text):
    return msgspec.json.decode(text, type=Unprinted)


def test_what_does_not_print_comes_back_as_it_was():
    content = document(
        forum="Rain Forum",
        edition=2026,
        sessions=(SessionRef(key="3", title="Rain at Noon"),),
        editors_note=(),
        lede=(),
        roster=(
            RosterEntry(speaker="berg-ada", name="Ada Berg", sessions=("3",), organisation="city-of-ulm"),
            RosterEntry(speaker="lund-ivo", name="Ivo Lund"),
            RosterEntry(speaker="body:delta-group", name="DELTA GROUP", kind="body"),
        ),
        sections=(
            Section(
                id="5ec0000001",
                points=(
                    Point(
                        id="a000000001",
                        body=((Mention("hill-eva"), Text(" spoke.")),),
                        topics=("drainage", "rain"),
                    ),
                    Point(body=((Mention("berg-ada", behalf="body:delta-group"),),)),
                ),
            ),
        ),
        point_style="arabic",
    )

    assert read(unprinted(content)) == Unprinted(
        forum="Rain Forum",
        edition=2026,
        sessions=(SessionRef(key="3", title="Rain at Noon"),),
        point_style="arabic",
        names=("Ada Berg", "Ivo Lund", "DELTA GROUP"),
        keys=("berg-ada", "lund-ivo", "body:delta-group"),
        attended=(("3",), (), ()),
        organisations=("city-of-ulm", None, None),
        kinds=("person", "person", "body"),
        topics=(("drainage", "rain"), ()),
        sections=("5ec0000001",),
        points=("a000000001", ""),
        strangers=("hill-eva",),
        rapporteurs=("Ivo Lund",),
        digests=(digest("hill-eva spoke."), digest("Ada Berg")),
        behalves=(Behalf("sections[0].points[1].body[0]", 0, "body:delta-group", digest("Ada Berg")),),
    )


def test_no_text_ends_the_comment_that_holds_it():
    content = document(forum=HOSTILE, summarized_by=(HOSTILE,))

    text = unprinted(content)

    assert (text.isascii(), [sign for sign in "-<>&`" if sign in text]) == (True, [])
    assert (json.loads(text)["forum"], read(text).rapporteurs) == (HOSTILE, (HOSTILE,))


@settings(max_examples=10, deadline=None)
@given(strategies.documents())
def test_any_document_leaves_what_can_be_read_again(content):
    found = read(unprinted(content))

    assert (found.language, found.keys, found.rapporteurs) == (
        content.language,
        tuple(entry.speaker for entry in content.listed),
        content.summarized_by,
    )


@pytest.mark.parametrize("anchor", ["i-1", "speaker-berg-ada", "a" * 40])
def test_an_anchor_that_word_takes_keeps_its_name(anchor):
    assert bookmark(anchor) == anchor


@pytest.mark.parametrize("anchor", ["a" * 41, "1-speaker", "", "_x"])
def test_an_anchor_that_word_does_not_take_gets_a_name_of_forty_letters(anchor):
    assert (len(bookmark(anchor)), bookmark(anchor)[0], bookmark(anchor)) == (40, "X", bookmark(anchor))


def test_different_anchors_get_different_names():
    long = ["a" * 41, "a" * 42, "1", "2", "speaker-" + "b" * 60]

    assert len({bookmark(anchor) for anchor in long}) == len(long)


def test_no_two_parts_share_a_style():
    assert len(set(STYLES.values())) == len(STYLES)
