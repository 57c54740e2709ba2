"""The margin shows whose each sentence is, and a key says otherwise."""

import pytest
from playwright.sync_api import expect

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.rows import document_of
from bulletins.statements import attributed
from tests.browser.writing import open_page, put_cursor, saved
from tests.factories import document, make_bulletin, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PART = "sections[0].points[0]"


def two_speakers():
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    point = Point(
        ordinal="Firstly",
        lead=(Text("rain is cold."),),
        body=(
            (
                Text("Rain fell. "),
                Mention("berg-ada"),
                Text(" said it was cold. It lasted a week. "),
                Mention("lund-ivo"),
                Text(" said that nobody left."),
            ),
        ),
    )
    people = (*document().roster, RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean"))
    sections = (Section(numeral="I", title="Small Works", points=(point,)),)
    return make_bulletin(content=document(roster=people, sections=sections))


def entries(bulletin):
    return [one.entries for one in dict(attributed(document_of(bulletin)))[PART]]


def test_the_margin_shows_whose_each_sentence_is_and_a_key_moves_the_border(signed_in, live_server):
    bulletin = two_speakers()
    page = open_page(signed_in, live_server, bulletin)
    seen = [entries(bulletin)]

    page.click("[data-tool=whose]")
    expect(page.locator(".point .whose")).to_have_text(["nobody", "Ada Berg", "Ivo Lund"])
    put_cursor(page, "It lasted a")
    expect(page.locator("#announcer")).to_have_text("Words of Ada Berg")
    page.keyboard.press("F8")
    expect(page.locator(".whose-menu [role=menuitem]")).to_have_text(
        ["As before: nobody", "As after: Ivo Lund", "Nobody’s", "Ada Berg", "Ivo Lund"]
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#announcer")).to_have_text("Words of Ivo Lund")
    saved(page)
    seen.append(entries(bulletin))

    page.keyboard.press("Control+z")
    page.wait_for_function("!rapporteur.view.dom.querySelector('.border')")
    saved(page)
    seen.append(entries(bulletin))

    put_cursor(page, "that nobody")
    page.keyboard.press("Shift+F8")
    expect(page.locator("#announcer")).to_have_text("Words of Ada Berg")
    saved(page)
    seen.append(entries(bulletin))

    ada, ivo = ("berg-ada",), ("lund-ivo",)
    assert [tail[2:] for tail in seen] == [[ada, ada, ivo], [ada, ivo, ivo], [ada, ada, ivo], [ada, ada, ada]]
