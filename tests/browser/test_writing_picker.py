"""Whoever is typed after an @ is whom the list offers first: names before titles, exactly before nearly."""

import pytest
from playwright.sync_api import expect

from bulletins.document import Mention, RosterEntry
from bulletins.drafts.rows import document_of
from tests.browser.writing import open_page, put_cursor, saved
from tests.factories import document, make_bulletin, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def two_chinese():
    """WEI, in whose title "qin" stands within a word, comes before QIN on the roster."""
    for slug, family, given, own in (
        ("wei-min", "Wei", "Min", "魏敏"),
        ("qin-wenbo", "Qin", "Wenbo", "秦文波"),
    ):
        make_speaker(slug, family_name=family, given_name=given, own_name=own, name_order="family")
    people = (
        RosterEntry(speaker="wei-min", name="WEI Min", credit="Mayor of ChongQINg"),
        RosterEntry(speaker="qin-wenbo", name="QIN Wenbo", credit="President of the Academy of Rain"),
    )
    return make_bulletin(content=document(roster=(*document().roster, *people)))


@pytest.mark.parametrize("typed", ["@QIN", "@qinwenbo", "@qwb", "＠qin wenbo", "@秦"])
def test_the_first_whom_the_list_offers_is_the_one_whose_name_was_typed(signed_in, live_server, typed):
    bulletin = two_chinese()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(f" So says {typed}")
    expect(page.locator(".mention-picker li").first).to_contain_text("QIN Wenbo")
    page.keyboard.press("Enter")
    saved(page)

    assert document_of(bulletin).sections[0].points[0].body[0][-1] == Mention("qin-wenbo")


def test_behind_a_chinese_word_an_at_sign_needs_no_space(signed_in, live_server):
    bulletin = two_chinese()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type("据@qwb")
    page.wait_for_selector(".mention-picker li")
    page.keyboard.press("Enter")
    saved(page)

    assert document_of(bulletin).sections[0].points[0].body[0][-1] == Mention("qin-wenbo")


def test_enter_before_the_directory_has_answered_breaks_no_paragraph(signed_in, live_server):
    bulletin = make_bulletin()
    make_speaker("lin-qiaoyun", family_name="Lin", given_name="Qiaoyun", name_order="family")
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" So says @lin qiaoyun", delay=0)
    page.keyboard.press("Enter")
    expect(page.locator(".mention-picker li").first).to_contain_text("LIN Qiaoyun")
    page.keyboard.press("Enter")
    saved(page)

    (paragraph,) = document_of(bulletin).sections[0].points[0].body
    assert paragraph[-1] == Mention("lin-qiaoyun")


def test_an_address_with_an_at_sign_opens_no_list(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" Write to office@berg")
    page.wait_for_timeout(300)  # longer than the list takes that a name opens

    expect(page.locator(".mention-picker")).to_have_count(0)
