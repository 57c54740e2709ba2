"""The history of a draft in a real browser: compared, brought back, and told to whoever has it open."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from bulletins.drafts.rows import document_of
from tests.browser.writing import hears, saved
from tests.factories import document, make_bulletin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

TITLE = "[data-field=title]"


def open_to_write(page, live_server, bulletin):
    page.goto(live_server.url + reverse("admin:bulletins_bulletin_change", args=[bulletin.pk]))
    page.wait_for_selector("html[data-writing=ready]")


def test_what_somebody_wrote_is_seen_and_brought_back_and_an_open_page_learns_of_it(
    signed_in, second_page, live_server
):
    bulletin = make_bulletin()
    before = document_of(bulletin)
    open_to_write(signed_in, live_server, bulletin)
    signed_in.fill(TITLE, "Rain gardens and the roofs that need them")
    saved(signed_in)

    open_to_write(second_page, live_server, bulletin)
    second_page.get_by_text("More", exact=True).click()
    second_page.get_by_role("link", name="History").click()
    second_page.get_by_role("link", name="since then").click()
    expect(second_page.locator(".redline ins")).to_have_text(["roofs"])
    expect(second_page.locator(".redline del")).to_have_text(["streets"])
    second_page.get_by_role("button", name="Bring this back as it was").click()

    expect(second_page.get_by_text("Restored. What stood before is kept")).to_be_visible()
    hears(signed_in)
    expect(signed_in.locator(TITLE)).to_have_value(document().title)
    assert document_of(bulletin) == before
    second_page.get_by_role("link", name="since then").first.click()
    second_page.get_by_role("button", name="Bring the whole draft back to the first").click()
    expect(second_page.get_by_text("Restored. What stood before is kept")).to_be_visible()
    hears(signed_in)
    expect(signed_in.locator(TITLE)).to_have_value("Rain gardens and the roofs that need them")


def test_the_menu_of_a_point_tells_who_changed_it_last(signed_in, second_page, live_server):
    bulletin = make_bulletin()
    open_to_write(second_page, live_server, bulletin)
    second_page.locator("#text .point-text p").last.click()
    second_page.keyboard.press("End")
    second_page.keyboard.type(" It rains.")
    saved(second_page)

    open_to_write(signed_in, live_server, bulletin)
    signed_in.wait_for_selector("[data-prefix='Firstly, ']")  # the preview has come
    signed_in.locator("#text .handle").first.click()

    expect(signed_in.locator(".last-changed")).to_contain_text("last changed by second,")


def test_two_moments_are_chosen_and_compared(signed_in, live_server):
    bulletin = make_bulletin()
    history = live_server.url + reverse("admin:bulletins_bulletin_history", args=[bulletin.pk])
    signed_in.goto(history)
    signed_in.fill("#keep-name", "Before the chair saw it")
    signed_in.click("text=Keep >> nth=-1")
    open_to_write(signed_in, live_server, bulletin)
    signed_in.fill(TITLE, "Roofs")
    saved(signed_in)
    signed_in.goto(history)

    signed_in.locator("tr", has_text="Before the chair saw it").locator("[name=before]").check()
    signed_in.get_by_role("button", name="Compare the two").click()

    expect(signed_in.locator(".history-two")).to_contain_text("“Before the chair saw it”")
    expect(signed_in.locator(".redline > li")).to_have_count(1)


def test_whoever_has_a_deleted_draft_open_is_told_at_once_and_keeps_the_words(
    signed_in, second_page, live_server
):
    bulletin = make_bulletin()
    open_to_write(signed_in, live_server, bulletin)
    second_page.goto(live_server.url + reverse("admin:bulletins_bulletin_delete", args=[bulletin.pk]))
    second_page.locator("form [type=submit]").last.click()
    expect(second_page.get_by_text("stays in the bin for 30 days")).to_be_visible()

    signed_in.fill(TITLE, "Typed after it was deleted")
    expect(signed_in.locator("#status")).to_contain_text("second deleted this draft.")
    expect(signed_in.locator(TITLE)).to_have_value("Typed after it was deleted")
    second_page.goto(live_server.url + reverse("admin:bulletins_bulletin_bin"))
    second_page.get_by_role("button", name="Take out").click()

    saved(signed_in)
    assert document_of(bulletin).title == "Typed after it was deleted"


def test_the_writing_page_gives_word_and_pdf_with_what_was_typed_last_and_duplicates(signed_in, live_server):
    bulletin = make_bulletin()
    open_to_write(signed_in, live_server, bulletin)
    signed_in.fill(TITLE, "Roofs before gardens")
    signed_in.get_by_text("More", exact=True).click()

    names = []
    for name in ("As Word", "As PDF"):
        with signed_in.expect_download() as download:
            signed_in.get_by_role("link", name=name).click()
        names.append(download.value.suggested_filename)
    signed_in.get_by_role("button", name="Duplicate").click()
    signed_in.wait_for_url(lambda url: f"/{bulletin.pk}/" not in url)
    signed_in.wait_for_selector("html[data-writing=ready]")

    assert names == ["roofs-before-gardens.docx", "roofs-before-gardens.pdf"]
    expect(signed_in.locator(TITLE)).to_have_value("Roofs before gardens")
    assert document_of(bulletin).title == "Roofs before gardens"
