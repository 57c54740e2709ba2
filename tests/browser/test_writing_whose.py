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


def two_speakers(*others):
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
    people = (*document().roster, RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean"), *others)
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


def delta_group():
    return RosterEntry(speaker="body:delta-group", name="Delta Group", kind="body")


def behalves(bulletin):
    return [one.behalf for one in dict(attributed(document_of(bulletin)))[PART]]


def test_a_key_at_a_credit_says_on_whose_behalf_somebody_speaks(signed_in, live_server):
    bulletin = two_speakers(delta_group())
    page = open_page(signed_in, live_server, bulletin, panel="roster")
    seen = []

    def choose(*keys):
        put_cursor(page, "said it was")
        page.keyboard.press("F2")
        expect(page.locator(".behalf-menu button")).to_have_text(
            ["On nobody’s but their own", "Delta Group", "An organisation that is not on the roster …"]
        )
        for key in keys:
            page.keyboard.press(key)

    choose("ArrowDown", "Enter")
    expect(page.locator("#announcer")).to_have_text("Ada Berg speaks on behalf of Delta Group")
    chip = page.locator("#text .mention", has_text="Ada Berg")
    expect(chip).to_have_attribute("data-for", "for Delta Group")
    saved(page)
    seen.append(behalves(bulletin))
    choose("Enter")
    expect(page.locator("#announcer")).to_have_text("Ada Berg speaks on nobody’s behalf")
    saved(page)
    seen.append(behalves(bulletin))
    page.keyboard.press("Control+z")
    expect(chip).to_have_attribute("data-for", "for Delta Group")
    saved(page)
    seen.append(behalves(bulletin))

    ada = (("berg-ada", "body:delta-group"),)
    assert [tail[2:] for tail in seen] == [[ada, ada, ()], [(), (), ()], [ada, ada, ()]]


def test_an_organisation_that_somebody_speaks_for_is_put_on_the_roster(signed_in, live_server):
    bulletin = two_speakers()
    page = open_page(signed_in, live_server, bulletin, panel="roster")

    page.locator("#text .mention", has_text="Ivo Lund").dblclick()
    page.click(".behalf-menu >> text=An organisation that is not on the roster …")
    page.fill("#new-person [name=name]", "Fenmark")
    page.click("#new-person [value=add]")
    expect(page.locator("#announcer")).to_have_text("Ivo Lund speaks on behalf of Fenmark")
    saved(page)

    entry = document_of(bulletin).roster[-1]
    assert (entry.name, entry.kind) == ("Fenmark", "body")
    assert behalves(bulletin)[2:] == [(), (), (("lund-ivo", "body:fenmark"),)]


def test_taking_off_whoever_is_spoken_for_asks_first(signed_in, live_server):
    bulletin = two_speakers(delta_group())
    page = open_page(signed_in, live_server, bulletin, panel="roster")

    page.locator("#text .mention", has_text="Ivo Lund").dblclick()
    page.click(".behalf-menu >> text=Delta Group")
    page.click("[title='Take off the roster: Delta Group']")
    expect(page.locator("#remove-person li")).to_have_text(["Firstly, rain is cold."])
