"""The writing page takes back what was done last, in the text or beside it, and asks before somebody goes."""

import pytest
from playwright.sync_api import expect

from bulletins.document import RosterEntry
from bulletins.drafts.rows import document_of
from tests.browser.writing import hears, open_page, put_cursor, saved
from tests.factories import document, make_bulletin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

EVA = RosterEntry(speaker="hill-eva", name="Eva Hill", credit="Gardener, Town of Ulm")
TITLE = "[data-field=title]"


def two_people():
    return make_bulletin(content=document(roster=(*document().roster, EVA)))


def credits_of(bulletin):
    return [(entry.name, entry.credit) for entry in document_of(bulletin).roster]


def person(page, name):
    return page.locator("#roster-list tr", has_text=name)


def test_what_is_changed_in_masthead_roster_and_text_is_taken_back_in_the_order_it_was_done(
    signed_in, live_server
):
    bulletin = two_people()
    before = document_of(bulletin)
    page = open_page(signed_in, live_server, bulletin, "roster")
    page.fill(TITLE, "Roofs")
    page.press(TITLE, "Tab")
    person(page, "Eva Hill").locator("textarea").fill("Gardener-in-chief, Town of Ulm")
    person(page, "Eva Hill").locator("select").select_option("speech")
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" It rains.")
    person(page, "Eva Hill").get_by_role("button", name="Take off the roster").click()
    saved(page)
    assert ([name for name, _credit in credits_of(bulletin)], document_of(bulletin).title) == (
        ["Ada Berg"],
        "Roofs",
    )

    undo = page.locator("[data-tool=undo]")
    undo.click()
    saved(page)
    assert credits_of(bulletin)[-1] == ("Eva Hill", "Gardener-in-chief, Town of Ulm")
    expect(person(page, "Eva Hill").locator("textarea")).to_have_value("Gardener-in-chief, Town of Ulm")
    for _ in range(6):
        undo.click()
    saved(page)
    assert document_of(bulletin) == before
    for _ in range(7):
        page.locator("[data-tool=redo]").click()
    saved(page)
    after = document_of(bulletin)
    assert (after.title, [entry.name for entry in after.roster]) == ("Roofs", ["Ada Berg"])


def test_the_key_takes_back_what_was_done_to_the_roster_also_outside_of_the_text(signed_in, live_server):
    bulletin = two_people()
    page = open_page(signed_in, live_server, bulletin, "roster")
    person(page, "Eva Hill").get_by_role("button", name="Take off the roster").click()
    expect(person(page, "Eva Hill")).to_have_count(0)

    page.locator("#tab-roster").focus()
    page.keyboard.press("Control+z")
    saved(page)

    assert credits_of(bulletin)[-1] == ("Eva Hill", "Gardener, Town of Ulm")


def test_taking_back_ones_own_change_leaves_what_others_did_to_the_roster(
    signed_in, second_page, live_server
):
    bulletin = two_people()
    page = open_page(signed_in, live_server, bulletin, "roster")
    other = open_page(second_page, live_server, bulletin, "roster")
    person(page, "Eva Hill").get_by_role("button", name="Take off the roster").click()
    saved(page)
    person(other, "Ada Berg").locator("textarea").fill("Head of Drains, Ulm")
    saved(other)
    hears(page)
    expect(person(page, "Ada Berg").locator("textarea")).to_have_value("Head of Drains, Ulm")

    page.locator("[data-tool=undo]").click()
    saved(page)

    assert credits_of(bulletin) == [("Ada Berg", "Head of Drains, Ulm"), ("Eva Hill", EVA.credit)]


def test_before_somebody_who_is_credited_goes_the_places_are_named(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin, "roster")
    remove = person(page, "Ada Berg").get_by_role("button", name="Take off the roster")

    remove.click()
    expect(page.locator("#remove-person h2")).to_have_text("Take Ada Berg off the roster?")
    expect(page.locator("#remove-person li")).to_have_text(["Firstly, small works come before large ones."])
    page.locator("#remove-person").get_by_role("button", name="Cancel").click()
    expect(person(page, "Ada Berg")).to_have_count(1)
    remove.click()
    expect(page.locator("#remove-person").get_by_role("button", name="Take off the roster")).to_be_focused()
    page.keyboard.press("Enter")

    expect(person(page, "Ada Berg")).to_have_count(0)
    saved(page)
    assert credits_of(bulletin) == []


def test_enter_in_the_dialog_for_a_new_person_adds_the_person(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" So says @Ivo Hillerton")
    page.get_by_role("option", name="Somebody new").wait_for()
    page.keyboard.press("Enter")
    page.fill("#new-person [name=credit]", "Gardener, Town of Ulm")

    page.press("#new-person [name=credit]", "Enter")

    expect(page.locator("#new-person")).to_be_hidden()
    # A dialog is hidden a moment before it says that it was closed, and there is nothing to save until then.
    expect(page.locator(".sheet-text .mention", has_text="Ivo Hillerton")).to_be_visible()
    saved(page)
    assert credits_of(bulletin)[-1] == ("Ivo Hillerton", "Gardener, Town of Ulm")


def test_back_on_line_what_was_typed_is_saved_at_once(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin)
    page.context.set_offline(True)
    page.fill(TITLE, "Typed without a line")
    page.wait_for_function("rapporteur.keeper.trouble === 'offline'")
    page.evaluate("rapporteur.keeper.delay = 90000")
    page.evaluate("rapporteur.keeper.flush()")  # in vain: by itself it tries again in a minute and a half

    page.context.set_offline(False)
    page.wait_for_function("!rapporteur.keeper.dirty && !rapporteur.keeper.saving")

    assert document_of(bulletin).title == "Typed without a line"
