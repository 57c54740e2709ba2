"""Writing a bulletin in a real browser: whom it credits, from the text and on the roster."""

import msgspec
import pytest
from playwright.sync_api import expect

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.rows import document_of
from speakers.models import Appearance, Speaker
from tests.browser.writing import open_page, printed, put_cursor, saved
from tests.factories import document, make_bulletin, make_organisation, make_session, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_an_at_sign_offers_the_roster_and_shift_enter_inserts_the_family_name(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" So thinks @ber")
    page.wait_for_selector(".mention-picker li")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type(" too.")
    saved(page)

    (point,) = document_of(bulletin).sections[0].points
    assert point.body[0][-2:] == (Mention("berg-ada", "Berg"), Text(" too."))


def test_somebody_who_is_not_on_the_roster_is_found_by_pinyin_and_added_in_one_step(signed_in, live_server):
    bulletin = make_bulletin()
    make_speaker(
        "li-xiaoming", family_name="Li", given_name="Xiaoming", own_name="李小明", name_order="family"
    )
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" So says @xiaomng li")
    page.wait_for_selector(".mention-picker li small")
    page.keyboard.press("Enter")
    saved(page)

    written = document_of(bulletin)
    assert [entry.name for entry in written.roster] == ["Ada Berg", "LI Xiaoming"]
    assert written.sections[0].points[0].body[0][-1] == Mention("li-xiaoming")


def test_a_new_person_is_made_from_the_text(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" So says @Eva Hillerton")
    page.get_by_role("option", name="Somebody new").wait_for()
    page.keyboard.press("Enter")
    page.fill("#new-person [name=credit]", "Gardener, Town of Ulm")
    page.click("#new-person [value=add]")
    expect(page.locator(".sheet-text .mention", has_text="Eva Hillerton")).to_be_visible()
    saved(page)

    entry = document_of(bulletin).roster[-1]
    assert (entry.name, entry.credit, Speaker.objects.get(slug=entry.speaker).family_name) == (
        "Eva Hillerton",
        "Gardener, Town of Ulm",
        "Hillerton",
    )


def test_choosing_a_session_fills_the_roster_from_its_appearances(signed_in, live_server):
    bulletin = make_bulletin()
    session = make_session(bulletin.edition, title="Rain at noon")
    guest = make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    Appearance.objects.create(
        session=session, speaker=guest, credits={"en": "Dean, Academy of Rain"}, role="keynote"
    )
    page = open_page(signed_in, live_server, bulletin, "roster")

    page.click("details.sessions summary")
    page.check("[data-field=sessions]")
    saved(page)
    expect(page.locator("#roster-list .person b")).to_have_text(["Ada Berg", "Ivo Lund"])

    entry = document_of(bulletin).roster[-1]
    assert (entry.name, entry.credit, entry.role, entry.sessions) == (
        "Ivo Lund",
        "Dean, Academy of Rain",
        "keynote",
        (str(session.pk),),
    )


def test_pasted_names_become_appearances_after_a_look(signed_in, live_server):
    bulletin = make_bulletin()
    session = make_session(bulletin.edition)
    bulletin.sessions.add(session)
    page = open_page(signed_in, live_server, bulletin, "roster")

    page.fill(
        "#names-text",
        "Ada Berg, Head of Drains; IVO Lund, Dean of the Academy of Rain; Eva Hill, Chief Gardener of Ulm",
    )
    page.get_by_role("button", name="Look what is understood").click()
    expect(page.locator(".understood li small:first-of-type")).to_have_text(
        ["on the roster already", "new person", "new person"]
    )
    page.locator(".understood li").nth(2).locator("input").uncheck()
    page.get_by_role("button", name="Take over").click()
    expect(page.locator("#names-answer")).to_have_text("1 person was added.")

    assert [(entry.name, entry.credit) for entry in document_of(bulletin).roster][1:] == [
        ("IVO Lund", "Dean of the Academy of Rain")
    ]
    assert list(session.appearances.values_list("credits__en", flat=True)) == ["Dean of the Academy of Rain"]


def test_a_credit_changed_for_this_bulletin_prints_everywhere_and_is_shown_as_changed(signed_in, live_server):
    bulletin = make_bulletin()
    session = make_session(bulletin.edition)
    bulletin.sessions.add(session)
    Appearance.objects.create(
        session=session, speaker=Speaker.objects.get(), credits={"en": "Head of Drains, City of Ulm-on-Sea"}
    )
    page = open_page(signed_in, live_server, bulletin, "roster")

    page.fill("#roster-list textarea", "Director of Drains, City of Ulm-on-Sea")
    saved(page)

    assert (
        page.locator(".sheet-text .mention").inner_text()
        == "Ada Berg, Director of Drains, City of Ulm-on-Sea"
    )
    assert page.locator(".differs").inner_text() == (
        "Changed for this bulletin. On that day: Head of Drains, City of Ulm-on-Sea"
    )
    assert "Director of Drains" in printed(bulletin)[0][0]


def test_a_body_stays_a_body_when_its_credit_is_typed_and_it_goes_and_comes_back(signed_in, live_server):
    body = RosterEntry(speaker="body:river-union", name="RIVER UNION", kind="body")
    bulletin = make_bulletin(content=document(roster=(*document().roster, body)))
    page = open_page(signed_in, live_server, bulletin, "roster")
    row = page.locator('#roster-list [data-speaker="body:river-union"]')

    expect(row).to_contain_text("organisation or delegation")
    row.get_by_label("Credit of RIVER UNION").fill("Five rivers")
    saved(page)
    row.get_by_role("button", name="Take off the roster: RIVER UNION").click()
    saved(page)
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.press("Control+z")
    saved(page)

    assert document_of(bulletin).roster[1] == msgspec.structs.replace(body, credit="Five rivers")


def test_an_organisation_of_the_directory_a_new_body_and_a_group_are_put_on_the_roster_and_credited(
    signed_in, live_server
):
    bulletin = make_bulletin()
    make_organisation("River Union", other_names=["Union of Rivers"])
    page = open_page(signed_in, live_server, bulletin, "roster")

    page.get_by_role("button", name="Add a person, an organisation or a group").click()
    page.select_option("#new-person [name=kind]", "group")
    expect(page.locator("#new-person [name=credit]")).to_be_hidden()
    page.fill("#new-person [name=name]", "the guests")
    page.click("#new-person [value=add]")
    expect(page.locator("#new-person")).to_be_hidden()
    put_cursor(page, "a garden a street is enough.")
    for typed, chosen in ((" So says @union of", "River Union"), (". So say @guests", "the guests")):
        page.keyboard.type(typed)
        page.get_by_role("option", name=chosen).first.wait_for()
        page.keyboard.press("Enter")
    page.keyboard.type(" and @Delta Group")
    page.get_by_role("option", name="Somebody new").wait_for()
    page.keyboard.press("Enter")
    page.select_option("#new-person [name=kind]", "body")
    page.click("#new-person [value=add]")
    expect(page.locator(".sheet-text .mention", has_text="Delta Group")).to_be_visible()
    saved(page)

    written = document_of(bulletin)
    assert [(entry.name, entry.kind, entry.organisation) for entry in written.roster[1:]] == [
        ("the guests", "group", None),
        ("River Union", "body", "river-union"),
        ("Delta Group", "body", "delta-group"),
    ]
    assert [one for one in written.sections[0].points[0].body[0] if isinstance(one, Mention)][-3:] == [
        Mention("body:river-union"),
        Mention("group:the-guests", printed="the guests"),
        Mention("body:delta-group"),
    ]


def test_a_name_that_stands_as_plain_text_becomes_a_mention_at_a_click(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin, "findings")

    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" Ada Berg said that it rains.")
    page.get_by_role("button", name="Make “Ada Berg” a mention").click()
    saved(page)

    assert document_of(bulletin).sections[0].points[0].body[0][-2:] == (
        Mention("berg-ada", printed="Ada Berg"),
        Text(" said that it rains."),
    )


def test_the_roster_counts_where_somebody_is_credited_and_leads_there(signed_in, live_server):
    twice = (Mention("berg-ada"), Text(" said that "), Mention("berg-ada", printed="Berg"), Text(" agreed."))
    sections = (Section(numeral="I", title="Works", points=(Point(lead=(Text("Rain."),), body=(twice,)),)),)
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    people = (*document().roster, RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean"))
    page = open_page(
        signed_in, live_server, make_bulletin(content=document(roster=people, sections=sections)), "roster"
    )
    counts = page.locator("#roster-list .credits")
    expect(counts).to_have_text(["credited 2 times", "not credited"])

    went = []
    for _ in range(3):
        counts.first.click()
        went.append(
            page.evaluate(
                "rapporteur.view.state.doc.nodeAt(rapporteur.view.state.selection.from).attrs.printed"
            )
        )
    page.keyboard.press("Backspace")
    expect(counts.first).to_have_text("credited 1 time")

    assert went == [None, "Berg", None]
