"""Markdown out, and in again."""

import pytest
from hypothesis import HealthCheck, given, settings

from bulletins.document import Document, Imprint, Mention, Point, RosterEntry, Section, Text, mentions
from bulletins.inline import plain
from bulletins.manuscript.reader import read_bytes
from bulletins.prose import tidy
from bulletins.rendering.markdown import render_markdown
from tests.strategies import documents

HEAD = Document(number=4, volume=37, title="Lamps *and* <glass>", summarized_by=("Zora Finch",))
ALONE = '# <span id="title">Lamps \\*and\\* \\<glass\\></span>'


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_document_to_markdown_to_document_is_equal(document):
    """The law's domain is the normal form that tests/strategies.py states."""
    assert read_bytes(render_markdown(document, Imprint()), "bulletin.md").document == document


def test_a_draft_says_so_and_a_publication_never():
    draft, published = (render_markdown(HEAD, Imprint(draft=draft)).decode() for draft in (True, False))

    assert (draft.count("DRAFT"), published.count("DRAFT")) == (1, 0)


def test_a_later_version_tells_its_correction_and_reads_back_without_it():
    data = render_markdown(HEAD, Imprint(draft=False, version=2, correction="A date was wrong."))

    assert data.decode().count("**Version 2.** A date was wrong.") == 1
    assert read_bytes(data, "bulletin.md").document == HEAD


def test_markup_in_a_title_is_letters():
    assert render_markdown(HEAD, Imprint()).decode().splitlines()[4] == ALONE


def test_a_paragraph_added_by_hand_continues_its_point():
    document = Document(
        sections=(Section(numeral="I", title="Ropes", points=(Point(body=((Text("One."),),)),)),)
    )
    data = render_markdown(document, Imprint()).replace(b"One.", b"One.\n\nTwo.")

    assert [len(point.body) for point in read_bytes(data, "b.md").document.sections[0].points] == [2]


def test_a_bulletin_that_ends_with_a_second_paragraph_of_a_point_comes_back_with_its_people():
    document = Document(
        roster=(RosterEntry(speaker="holm", name="Greta Holm", credit="Clerk of Weirs"),),
        sections=(
            Section(
                numeral="I",
                title="Ropes",
                points=(Point(body=((Mention("holm"), Text(" said one.")), (Text("Two."),))),),
            ),
        ),
    )

    data = render_markdown(document, Imprint())

    assert read_bytes(data, "b.md").document == document
    # As we wrote it once, with no line between.
    assert read_bytes(data.replace(b"\n\n<!--", b"\n<!--"), "b.md").document == document


SPOKEN = Document(
    roster=(
        RosterEntry(speaker="lund", name="Ivo Lund"),
        RosterEntry(speaker="body:delta", name="DELTA GROUP", kind="body"),
    ),
    lede=(
        (
            Mention("lund", printed="Lund", behalf="body:delta"),
            Text(", for the Delta, asked for time. So it goes. "),
            Mention("lund", printed=""),
            Text("Nobody answered."),
        ),
    ),
)


def test_words_changed_in_a_file_of_ours_tell_what_was_set_beside_them_and_is_gone():
    data = render_markdown(SPOKEN, Imprint())

    kept, changed = (read_bytes(one, "b.md") for one in (data, data.replace(b"time", b"money")))

    assert [one.code for one in kept.findings if one.code.endswith("-lost")] == []
    assert [(one.code, one.params, one.where) for one in changed.findings if one.code.endswith("-lost")] == [
        ("behalf-lost", {"name": "DELTA GROUP"}, "lede[0]"),
        ("border-lost", {"name": "Ivo Lund"}, "lede[0]"),
    ]
    assert [one.behalf for _, one in mentions(changed.document)] == [None]
    assert kept.document.lede == SPOKEN.lede


def test_a_name_that_credits_nobody_credits_nobody_when_its_paragraph_comes_back():
    plain = (Text("Much was said of Ivo Lund. "), Mention("hill"), Text(" said why."))
    people = ("lund", "Ivo Lund"), ("hill", "Eva Hill")
    document = Document(
        roster=tuple(RosterEntry(speaker=key, name=name) for key, name in people), lede=(plain,)
    )
    data = render_markdown(document, Imprint())

    kept, more = (
        read_bytes(one, "b.md").document
        for one in (data, data.replace(b"why.", b"why, and Ivo Lund said how."))
    )

    assert kept == document
    assert [one.speaker for _, one in mentions(more)] == ["lund", "hill", "lund"]


def test_a_link_that_goes_on_behind_a_name_keeps_the_spaces_around_it():
    link = "https://rain.example/talk"
    paragraph = tidy((Text("A talk with ", link=link), Mention("holm"), Text(" today", link=link), Text(".")))
    document = Document(roster=(RosterEntry(speaker="holm", name="Greta Holm"),), lede=(paragraph,))

    back = read_bytes(render_markdown(document, Imprint()), "b.md").document

    assert [plain(one, document) for one in back.lede] == ["A talk with Greta Holm today."]


def test_the_outer_white_space_of_a_link_is_none_of_it():
    link = "https://rain.example"
    assert tidy(
        (Text("with", link=link), Text(" a ", link=link), Text("b"), Text(" ", link=link), Text("c"))
    ) == (
        Text("with", link=link),
        Text(" "),
        Text("a", link=link),
        Text(" b c"),
    )
