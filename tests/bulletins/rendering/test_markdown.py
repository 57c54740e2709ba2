"""Markdown out, and in again."""

import pytest
from hypothesis import HealthCheck, given, settings

from bulletins.document import Document, Imprint, Point, Section, Text
from bulletins.manuscript.reader import read_bytes
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
