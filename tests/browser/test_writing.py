"""Writing a bulletin on its page, in a real browser: nothing to learn, and nothing is lost."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from django.contrib.sessions.models import Session as WebSession
from django.db import connection
from django.urls import reverse
from playwright.sync_api import expect

from bulletins.document import Hand, Labelled, Mention, Section, Text
from bulletins.document import Point as Item
from bulletins.drafts.rows import document_of
from bulletins.inline import plain, point_text
from bulletins.models import AcceptedFinding, Bulletin, DraftPoint, Topic
from forum.management.commands.serve import first_free_port
from speakers.models import Appearance, Speaker
from tests.browsing import sign_in
from tests.factories import document, make_bulletin, make_session, make_speaker, make_user

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
SAVED = re.compile(r"^Saved")


def open_page(page, live_server, bulletin, panel="findings"):
    """Open a bulletin's page, and wait until it can be written on."""
    page.goto(live_server.url + reverse("admin:bulletins_bulletin_change", args=[bulletin.pk]))
    page.wait_for_selector("html[data-writing=ready]")
    page.click(f"#tab-{panel}")
    return page


def saved(page):
    """Wait until the server has everything."""
    page.wait_for_function("!rapporteur.keeper.dirty && !rapporteur.keeper.saving")
    expect(page.locator("#status")).to_have_text(SAVED)


def put_cursor(page, text, *, behind=True):
    """Put the cursor behind (or before) a text of the sheet, as a click there would."""
    found = page.evaluate(
        """([text, behind]) => {
            const { view } = rapporteur
            let place = null
            view.state.doc.descendants((node, pos) => {
                if (!node.isText || place !== null) return
                const at = node.text.indexOf(text)
                if (at >= 0) place = pos + at + (behind ? text.length : 0)
            })
            if (place === null) return false
            const selection = view.state.selection.constructor.near(view.state.doc.resolve(place))
            view.dispatch(view.state.tr.setSelection(selection))
            view.focus()
            return true
        }""",
        [text, behind],
    )
    assert found, f"{text} is not on the sheet"


def printed(bulletin):
    """The points of a draft as they print, section by section."""
    written = document_of(bulletin)
    return [[point_text(point, written) for point in section.points] for section in written.sections]


def two_points(**fields):
    """A bulletin with one section of two points, and one of one."""
    first = document().sections[0].points[0]
    second = Item(
        ordinal="Secondly", lead=(Text("gardens need gardeners."),), body=((Text("So the meeting found."),),)
    )
    third = Item(ordinal="Firstly", lead=(Text("dams can wait."),), body=((Text("Nobody disagreed."),),))
    sections = (
        Section(numeral="I", title="Small Works First", points=(first, second)),
        Section(numeral="II", title="Large Works Later", points=(third,)),
    )
    return make_bulletin(content=document(sections=sections), **fields)


def test_opening_a_bulletin_changes_nothing(signed_in, live_server):
    bulletin = two_points()
    before = document_of(bulletin)

    open_page(signed_in, live_server, bulletin)
    signed_in.wait_for_timeout(1500)

    assert (document_of(bulletin), Bulletin.objects.get().version) == (before, 0)


def test_what_is_typed_saves_itself(signed_in, live_server):
    bulletin = make_bulletin()
    open_page(signed_in, live_server, bulletin)

    put_cursor(signed_in, "a garden a street is enough.")
    signed_in.keyboard.type(" It rains there too.")
    saved(signed_in)

    assert printed(bulletin) == [
        [
            (
                "Firstly, small works come before large ones. "
                "According to Ada Berg, Head of Drains, City of Ulm-on-Sea, "
                "a garden a street is enough. It rains there too."
            )
        ]
    ]


def test_the_masthead_is_typed_where_it_prints(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin)

    page.fill("#number", "6")
    page.fill("#volume", "141")
    page.fill("[data-field=title]", "Gardens before dams")
    page.fill("#summarized", "Ivo Lund, Eva Hill")
    page.click(".foot summary")
    page.fill("#hands", "Editor: Ada Berg, Zora Finch\nReviewed by: Ivo Lund")
    page.fill("#distribution", "To: the city council\nthe library")
    page.fill("#marking", "For internal use")
    page.fill("#copies", "80")
    saved(page)

    written = document_of(bulletin)
    assert written.hands == (
        Hand("Editor", "Ada Berg"),
        Hand("Editor", "Zora Finch"),
        Hand("Reviewed by", "Ivo Lund"),
    )
    assert written.distribution == (Labelled("To", "the city council"), Labelled("", "the library"))
    assert (written.marking, written.copies) == ("For internal use", 80)
    page.reload()
    expect(page.locator("#hands")).to_have_value("Editor: Ada Berg, Zora Finch\nReviewed by: Ivo Lund")
    assert (written.number, written.volume, written.title, written.summarized_by) == (
        6,
        141,
        "Gardens before dams",
        ("Ivo Lund", "Eva Hill"),
    )


def test_a_number_that_is_taken_is_told_at_its_field_and_all_else_is_saved(signed_in, live_server):
    bulletin = make_bulletin()
    make_bulletin(bulletin.edition, number=6, volume=1)
    page = open_page(signed_in, live_server, bulletin)

    page.fill("[data-field=title]", "Gardens before dams")
    page.fill("#number", "6")
    expect(page.locator(".issue .error")).to_have_text(
        "Another bulletin of this series and edition has this number."
    )
    page.wait_for_function("!rapporteur.keeper.dirty")

    bulletin.refresh_from_db()
    assert (bulletin.title, bulletin.number, page.input_value("#number")) == (
        "Gardens before dams",
        None,
        "6",
    )


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
    page.get_by_role("option", name="New person").wait_for()
    page.keyboard.press("Enter")
    page.fill("#new-person [name=credit]", "Gardener, Town of Ulm")
    page.click("#new-person [value=add]")
    saved(page)

    entry = document_of(bulletin).roster[-1]
    assert (entry.name, entry.credit, Speaker.objects.get(slug=entry.speaker).family_name) == (
        "Eva Hillerton",
        "Gardener, Town of Ulm",
        "Hillerton",
    )


def test_a_whole_bulletin_is_written_by_keyboard_alone(signed_in, live_server):  # noqa: PLR0915 (as many keys)
    bulletin = make_bulletin(content=document(sections=(), lede=(), editors_note=()))
    page = open_page(signed_in, live_server, bulletin)
    type_ = page.keyboard.type
    press = page.keyboard.press

    page.locator("[data-field=title]").focus()
    press("Control+a")
    type_("Gardens before dams")
    page.locator(".sheet-text").focus()
    press("Control+Home")
    type_("What was said in the morning.")
    press("ArrowDown")
    type_("Speakers agreed.")
    press("Control+Shift+Enter")
    type_("Small Works First")
    press("Enter")
    type_("small works come first.")
    press("Enter")
    type_("According to @berg")
    page.wait_for_selector(".mention-picker li")
    press("Enter")
    type_(", one is enough.")
    press("Enter")
    press("Enter")
    type_("gardens need gardeners.")
    press("Enter")
    type_("So it was found.")
    saved(page)

    written = document_of(bulletin)
    assert (written.title, plain(written.editors_note[0], written), plain(written.lede[0], written)) == (
        "Gardens before dams",
        "What was said in the morning.",
        "Speakers agreed.",
    )
    assert (written.sections[0].title, printed(bulletin)) == (
        "Small Works First",
        [
            [
                (
                    "Firstly, small works come first. "
                    "According to Ada Berg, Head of Drains, City of Ulm-on-Sea, one is enough."
                ),
                "Secondly, gardens need gardeners. So it was found.",
            ]
        ],
    )


def test_a_point_moves_by_keyboard_over_the_edge_of_its_section(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    keys = list(DraftPoint.objects.order_by("section__order", "order").values_list("key", flat=True))

    put_cursor(page, "gardens need")
    page.keyboard.press("Alt+ArrowDown")
    saved(page)

    assert [[text.split(".")[0] for text in section] for section in printed(bulletin)] == [
        ["Firstly, small works come before large ones"],
        ["Firstly, gardens need gardeners", "Secondly, dams can wait"],
    ]
    assert list(DraftPoint.objects.order_by("section__order", "order").values_list("key", flat=True)) == keys


def test_a_point_just_added_is_dragged_to_its_place(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "So the meeting found.")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("rain is free.")

    page.locator(".point", has_text="rain is free.").locator(".handle").drag_to(
        page.locator(".point", has_text="small works"), target_position={"x": 60, "y": 4}
    )
    saved(page)

    assert [text.split(".")[0] for text in printed(bulletin)[0]] == [
        "Firstly, rain is free",
        "Secondly, small works come before large ones",
        "Thirdly, gardens need gardeners",
    ]


def test_a_point_is_split_at_the_cursor_and_merged_again(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "So the meeting found.", behind=False)
    page.keyboard.type("First this. ")
    put_cursor(page, "First this. ")
    page.keyboard.press("Control+Alt+Enter")
    saved(page)
    split = [text.partition(", ")[2] for text in printed(bulletin)[0]][1:]
    page.keyboard.press("Control+Alt+Backspace")
    saved(page)

    assert split == ["gardens need gardeners. First this.", "So the meeting found."]
    assert [text.partition(", ")[2] for text in printed(bulletin)[0]][1:] == [
        "gardens need gardeners. First this.\nSo the meeting found."
    ]


def test_undo_takes_back_a_split(signed_in, live_server):
    bulletin = two_points()
    before = printed(bulletin)
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "So the meeting ")
    page.keyboard.press("Control+Alt+Enter")
    page.keyboard.press("Control+z")
    saved(page)

    assert printed(bulletin) == before


def test_find_and_replace_goes_through_the_whole_bulletin(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)

    page.keyboard.press("Control+f")
    page.fill("#find-what", "works")
    expect(page.locator("#find-count")).to_have_text("1 of 4")
    page.fill("#replace-with", "projects")
    page.click("[data-tool=replace-all]")
    saved(page)

    written = document_of(bulletin)
    assert ([section.title for section in written.sections], plain(written.lede[0], written)) == (
        ["Small projects First", "Large projects Later"],
        "Speakers compared what small projects can do for old streets.",
    )

    page.fill("#find-what", "drains")  # in a name's credit: the chip shows it, the roster has it
    expect(page.locator("#find-count")).to_have_text("1 of 2")
    page.fill("#replace-with", "Dykes")
    page.click("[data-tool=replace-all]")
    page.fill("#find-what", "gardens and the")
    expect(page.locator("#find-count")).to_have_text("1 of 1")
    page.fill("#replace-with", "ponds and the")
    page.click("[data-tool=replace]")
    saved(page)

    written = document_of(bulletin)
    assert (written.roster[0].credit, written.title) == (
        "Head of Dykes, City of Ulm-on-Sea",
        "Rain ponds and the streets that need them",
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


def test_topics_are_chosen_at_the_point(signed_in, live_server):
    bulletin = make_bulletin()
    Topic.objects.create(slug="drainage", name="Drainage")
    page = open_page(signed_in, live_server, bulletin)

    page.locator(".handle").click()
    page.get_by_role("menuitem", name="Topics").click()
    page.get_by_label("Drainage").check()
    saved(page)

    assert document_of(bulletin).sections[0].points[0].topics == ("drainage",)


def test_a_finding_goes_to_its_place_is_mended_with_one_click_or_stands_with_a_reason(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "So the meeting found.")
    page.keyboard.type(" And and so on.")
    page.get_by_role("button", name="Warning “And and”").click()
    chosen = page.evaluate("getSelection().toString()")
    page.get_by_role("button", name="Change to “And”").click()
    saved(page)
    page.locator(".findings li", has_text="Nobody is credited").first.get_by_role(
        "button", name="Let it stand"
    ).click()
    page.keyboard.type("The whole room said so.")
    page.keyboard.press("Enter")
    expect(page.locator(".findings .reason").first).to_have_text("The whole room said so.")

    assert (chosen, printed(bulletin)[0][1].endswith("So the meeting found. And so on.")) == ("And and", True)
    assert list(AcceptedFinding.objects.values_list("reason", "by__username")) == [
        ("The whole room said so.", "editor")
    ]


def test_the_number_of_findings_stands_in_the_margin_and_leads_to_them(signed_in, live_server):
    page = open_page(signed_in, live_server, two_points(), "preview")

    page.get_by_role("button", name="Findings here: 1").last.click()

    assert page.evaluate("document.activeElement.textContent").startswith(
        "Warning Nobody is credited in “dams can wait.”"
    )


def test_the_preview_follows_the_typing_and_a_click_in_it_goes_to_the_field(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin, "preview")
    put_cursor(page, "Nobody disagreed.")
    page.keyboard.type(" Nobody at all.")
    frame = page.frame_locator("#preview-frame")
    expect(frame.locator(".point:has(#ii-1)")).to_contain_text("Nobody at all.")

    frame.locator(".point:has(#i-2)").click()

    page.wait_for_function("rapporteur.view.hasFocus()")
    assert (
        page.evaluate("rapporteur.view.state.selection.$from.parent.textContent") == "gardens need gardeners."
    )


def test_the_printed_pages_are_shown_on_demand(signed_in, live_server):
    page = open_page(signed_in, live_server, two_points(), "print")

    page.wait_for_selector("#print-pages img")

    assert page.evaluate("document.querySelector('#print-pages img').decode().then(() => true)") is True


def test_two_people_in_different_points_both_keep_their_words(signed_in, second_page, live_server):
    bulletin = two_points()
    one, other = (open_page(page, live_server, bulletin) for page in (signed_in, second_page))

    put_cursor(one, "Nobody disagreed.")
    one.keyboard.type(" One wrote this.")
    saved(one)
    put_cursor(other, "So the meeting found.")
    other.keyboard.type(" The other wrote that.")
    saved(other)
    expect(one.locator(".sheet-text")).to_contain_text("The other wrote that.")

    assert [text.rpartition(". ")[2] for section in printed(bulletin) for text in section][1:] == [
        "The other wrote that.",
        "One wrote this.",
    ]
    expect(one.locator("#others")).to_have_text("Also here: second")
    assert one.locator("#conflicts section").count() == 0


def test_undo_takes_back_ones_own_words_and_never_those_of_others(signed_in, second_page, live_server):
    bulletin = two_points()
    one, other = (open_page(page, live_server, bulletin) for page in (signed_in, second_page))
    put_cursor(one, "Nobody disagreed.")
    one.keyboard.type(" Mine.")
    saved(one)
    put_cursor(other, "So the meeting found.")
    other.keyboard.type(" Theirs.")
    saved(other)
    expect(one.locator(".sheet-text")).to_contain_text("Theirs.")

    one.locator(".sheet-text").focus()
    one.keyboard.press("Control+z")
    saved(one)

    assert [text.rpartition(". ")[2] for section in printed(bulletin) for text in section][1:] == [
        "Theirs.",
        "Nobody disagreed.",
    ]


def test_a_point_is_dragged_into_another_section(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)

    page.locator(".point", has_text="dams can wait.").locator(".handle").drag_to(
        page.locator(".point", has_text="gardens need"), target_position={"x": 60, "y": 4}
    )
    saved(page)

    assert [[text.split(".")[0] for text in section] for section in printed(bulletin)] == [
        [
            "Firstly, small works come before large ones",
            "Secondly, dams can wait",
            "Thirdly, gardens need gardeners",
        ],
        [],
    ]


def test_the_language_may_change_in_the_middle(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)

    page.click("details.numbering summary")
    page.select_option("[data-field=language]", "zh")
    page.select_option("[data-field=section_style]", "chinese")
    page.select_option("[data-field=point_style]", "yishi")
    saved(page)

    written = document_of(bulletin)
    assert [section.numeral for section in written.sections] == ["一", "二"]
    assert written.sections[0].points[1].ordinal == "二是"
    assert (
        page.locator(".sheet-text .mention").first.inner_text()
        == "Head of Drains, City of Ulm-on-SeaAda Berg"
    )


def test_a_server_that_does_not_answer_loses_nothing(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    page.route("**/write/**", lambda route: route.abort())
    put_cursor(page, "Nobody disagreed.")
    page.keyboard.type(" Typed in the dark.")
    expect(page.locator("#status")).to_contain_text("kept in this browser")

    page.unroute("**/write/**")
    expect(page.locator("#status")).to_have_text(SAVED, timeout=30_000)

    assert printed(bulletin)[1] == ["Firstly, dams can wait. Nobody disagreed. Typed in the dark."]


def test_a_closed_laptop_brings_back_what_had_not_reached_the_server(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    page.route("**/write/**", lambda route: route.abort())
    put_cursor(page, "Nobody disagreed.")
    # One still on its way when routes are opened again would reach the server.
    with page.expect_event("requestfailed"):
        page.keyboard.type(" Before the lid fell.")
    page.wait_for_timeout(100)
    page.goto("about:blank")

    page.unroute("**/write/**")
    open_page(page, live_server, bulletin)
    expect(page.locator("#recovered")).to_be_visible()
    saved(page)

    assert printed(bulletin)[1] == ["Firstly, dams can wait. Nobody disagreed. Before the lid fell."]


def test_two_tabs_of_one_person_that_could_not_save_both_bring_back_their_words(signed_in, live_server):
    bulletin = two_points()
    tabs = [signed_in, signed_in.context.new_page()]
    for tab in tabs:
        open_page(tab, live_server, bulletin)
        tab.on("dialog", lambda dialog: dialog.accept())  # asked before leaving what is not saved
        tab.route("**/write/**", lambda route: route.abort())
    for tab, after, typed in (
        (tabs[0], "Nobody disagreed.", " First tab."),
        (tabs[1], "So the meeting found.", " Second tab."),
    ):
        put_cursor(tab, after)
        tab.keyboard.type(typed)
        tab.wait_for_timeout(400)
    for tab in tabs:
        tab.goto("about:blank")
    tabs[0].unroute("**/write/**")

    open_page(tabs[0], live_server, bulletin)
    expect(tabs[0].locator("#recovered")).to_be_visible()
    saved(tabs[0])

    assert [sections[-1].split(". ")[-1] for sections in printed(bulletin)] == ["Second tab.", "First tab."]
    assert tabs[0].evaluate("Object.keys(localStorage).filter((key) => /^rapporteur:\\d/.test(key))") == []


def test_a_session_that_ended_is_told_and_signing_in_elsewhere_saves(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    WebSession.objects.all().delete()
    put_cursor(page, "Nobody disagreed.")
    page.keyboard.type(" Past midnight.")
    expect(page.locator("#sign-in")).to_be_visible()

    with page.context.expect_page() as tab:
        page.click("#sign-in")
    tab.value.fill("[name=login]", "editor")
    tab.value.fill("[name=password]", "editor-password")
    tab.value.click("[type=submit]")
    expect(page.locator("#status")).to_have_text(SAVED, timeout=30_000)

    assert printed(bulletin)[1] == ["Firstly, dams can wait. Nobody disagreed. Past midnight."]


def test_a_manuscript_into_a_draft_shows_first_what_would_change(signed_in, live_server, tmp_path):
    bulletin = two_points()
    keys = set(DraftPoint.objects.values_list("key", flat=True))
    manuscript = tmp_path / "draft.md"
    manuscript.write_text(
        "**Gardens before dams**\n\n## I. Small Works First\n\n"
        "**Firstly, small works come before large ones.** "
        "According to **Ada Berg, Head of Drains, City of Ulm-on-Sea**, a garden a street is enough.\n\n"
        "**Secondly, gardens need gardeners.** So the meeting found, and all agreed.\n"
    )
    page = open_page(signed_in, live_server, bulletin, "help")

    page.set_input_files("#manuscript", manuscript)
    page.get_by_role("button", name="Look what would change").click()
    page.get_by_role("button", name="Change the draft so").wait_for()
    before = printed(bulletin)
    told = page.locator(".differences li b").all_inner_texts()
    page.get_by_role("button", name="Change the draft so").click()
    expect(page.locator("#upload-answer")).to_have_text("The draft says now what the manuscript says.")

    assert len(before) == 2
    assert {"Point: changed", "Point: (removed)", "Section: (removed)"} <= set(told)
    assert (
        printed(bulletin)[0][1] == "Secondly, gardens need gardeners. So the meeting found, and all agreed."
    )
    assert set(DraftPoint.objects.values_list("key", flat=True)) < keys


def test_what_is_typed_is_never_markup(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin, "preview")
    hostile = ' <img src=x onerror="window.broken=1"> {{ 7*7 }} #let $x$ \\'

    put_cursor(page, "Nobody disagreed.")
    page.keyboard.insert_text(hostile)
    saved(page)
    expect(page.frame_locator("#preview-frame").locator(".point:has(#ii-1)")).to_contain_text("onerror")

    assert printed(bulletin)[1] == [f"Firstly, dams can wait. Nobody disagreed.{hostile}"]
    assert page.evaluate(
        "[window.broken, document.querySelector('#preview-frame').contentWindow.broken]"
    ) == [None, None]


def test_the_page_starts_from_data_that_cannot_break_out_of_its_script(signed_in, live_server):
    bulletin = make_bulletin(content=document(title="</script><script>window.broken=1</script>"))

    page = open_page(signed_in, live_server, bulletin)

    assert page.evaluate("window.broken ?? null") is None
    assert json.loads(page.locator("#page-data").inner_text())["sheet"]["title"] == bulletin.title


def test_a_bulletin_of_sixty_points_is_all_on_the_page(signed_in, live_server):
    point = document().sections[0].points[0]
    sections = tuple(
        Section(
            numeral="I",
            title=f"Part {number}",
            points=tuple(msgspec.structs.replace(point) for _ in range(6)),
        )
        for number in range(10)
    )
    bulletin = make_bulletin(content=document(sections=sections))
    page = open_page(signed_in, live_server, bulletin)

    assert page.locator(".point").count() == 60


def serving(port):
    """Start the site as a process of its own on the tests' database, and wait until it answers."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "RAPPORTEUR_TEST_DATABASE": connection.settings_dict["NAME"],
    }
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "tests.served:application",
    ]
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=True, stdout=subprocess.DEVNULL
    )
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.1)
    raise AssertionError("the server does not answer")


def kill(server):
    """End a server as a power cut does."""
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()


def test_a_killed_server_that_comes_again_gets_everything(page):
    make_user("editor", is_superuser=True)
    bulletin = two_points()
    port = first_free_port("127.0.0.1", 8300)
    site = SimpleNamespace(url=f"http://127.0.0.1:{port}")
    server = serving(port)
    try:
        sign_in(page, site)
        open_page(page, site, bulletin)
        put_cursor(page, "Nobody disagreed.")
        page.keyboard.type(" Typed")
        kill(server)
        page.keyboard.type(" while it was dead.")
        expect(page.locator("#status")).to_contain_text("kept in this browser", timeout=20_000)
        server = serving(port)
        expect(page.locator("#status")).to_have_text(SAVED, timeout=40_000)
    finally:
        page.goto("about:blank")
        kill(server)

    assert printed(bulletin)[1] == ["Firstly, dams can wait. Nobody disagreed. Typed while it was dead."]
