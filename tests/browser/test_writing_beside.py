"""What stands beside the sheet is reachable at every width; a long roster is filtered, sorted and dragged."""

import pytest
from playwright.sync_api import expect

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.rows import document_of
from forum.models import Forum
from tests.browser.writing import open_page, put_cursor, saved
from tests.factories import document, make_bulletin, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def three_people():
    lead = (Text("small works "), Mention("lund-ivo", printed="Lund"), Text(" says."))
    people = (
        RosterEntry(speaker="hill-eva", name="Eva Hill", credit="Mayor"),
        *document().roster,
        RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean", role="moderator"),
    )
    for slug, family, given in (("lund-ivo", "Lund", "Ivo"), ("hill-eva", "Hill", "Eva")):
        make_speaker(slug, family_name=family, given_name=given)
    section = Section(numeral="I", title="Works", points=(Point(ordinal="Firstly", lead=lead),))
    return make_bulletin(content=document(roster=people, sections=(section,)))


def comes_to(page, *names):
    """The roster shows these people in this order."""
    expect(page.locator("#roster-list tr:visible .person b")).to_have_text(names)


def test_a_roster_is_filtered_sorted_and_dragged(signed_in, live_server):
    bulletin = three_people()
    page = open_page(signed_in, live_server, bulletin, panel="roster")
    ada, eva, ivo = "Ada Berg", "Eva Hill", "Ivo Lund"
    comes_to(page, eva, ada, ivo)
    page.fill("#roster-filter", "dean")
    comes_to(page, ivo)
    page.fill("#roster-filter", "")
    for by, names in (("name", (ada, eva, ivo)), ("role", (ivo, ada, eva)), ("text", (ivo, ada, eva))):
        page.select_option("#roster-sort", by)
        comes_to(page, *names)
    page.locator("tr", has_text="Eva Hill").locator(".grip").drag_to(
        page.locator("tr[data-speaker=lund-ivo]"), target_position={"x": 60, "y": 3}
    )
    comes_to(page, eva, ivo, ada)
    page.locator("tr", has_text="Eva Hill").locator(".grip").press("ArrowDown")
    comes_to(page, ivo, eva, ada)
    saved(page)

    assert [entry.name for entry in document_of(bulletin).roster] == [ivo, eva, ada]


def bottom_and_tab(page, bar):
    """Where a bar ends and the tabs begin, once the page was scrolled."""
    page.evaluate("scrollBy(0, 200)")
    box = page.locator(bar).bounding_box()
    return box["y"] + box["height"], page.locator("#tab-preview").bounding_box()["y"]


def test_no_tab_hides_behind_bars_that_take_two_lines(signed_in, live_server):
    signed_in.set_viewport_size({"width": 1200, "height": 600})
    page = open_page(signed_in, live_server, make_bulletin(content=document()))
    below_tools, tab = bottom_and_tab(page, ".write-bar")
    assert 60 < below_tools < tab

    page.locator(".tools").get_by_role("button", name="Suggest").click()
    page.wait_for_selector("html[data-writing=ready] .writing[data-mode=suggest]")
    below_mode, tab = bottom_and_tab(page, ".mode-bar")
    assert below_mode < tab


def test_at_390_pixels_a_drawer_has_what_stands_beside_and_the_sheet_speaks_its_language(
    signed_in, live_server
):
    bulletin = three_people()
    Forum.objects.update(publisher_names={"zh": "论坛办公室"})
    signed_in.set_viewport_size({"width": 390, "height": 844})
    signed_in.goto(f"{live_server.url}/admin/bulletins/bulletin/{bulletin.pk}/change/")
    signed_in.wait_for_selector("html[data-writing=ready]")
    panel, page = signed_in.locator(".panel"), signed_in
    expect(page.locator("#beside .findings-count")).to_have_text("2")
    expect(panel).to_be_hidden()

    page.click("#beside")
    page.click("#tab-findings")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator("#beside")).to_be_focused()

    put_cursor(page, "Works", behind=False)
    page.keyboard.press("F6")
    page.keyboard.press("F6")
    expect(page.locator(".sheet-text")).to_be_focused()

    expect(page.locator("#publisher")).to_have_text("Office of the Forum")
    page.click("details.numbering summary")
    page.select_option("[data-field=language]", "zh")
    expect(page.locator("#publisher")).to_have_text("论坛办公室")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
