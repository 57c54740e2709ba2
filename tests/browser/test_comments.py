"""Comments on the writing page in a real browser: on words, in the margin, answered, resolved."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from bulletins.models import Comment
from tests.factories import make_bulletin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def open_to_write(page, live_server, bulletin):
    page.goto(live_server.url + reverse("admin:bulletins_bulletin_change", args=[bulletin.pk]))
    page.wait_for_selector("html[data-writing=ready]")


def comment_on_a_word(page):
    """Comment on a word of the lead, and give it."""
    page.locator("[data-part=lead]").dblclick(position={"x": 90, "y": 10})
    page.wait_for_function("!rapporteur.view.state.selection.empty")  # the editor hears of it a little later
    word = page.evaluate("getSelection().toString().trim()")
    page.keyboard.press("Control+Alt+m")
    expect(page.locator("#comment-place")).to_have_text(f"“{word}”")
    page.keyboard.type("Is that the word?")
    page.get_by_role("button", name="Comment", exact=True).click()
    return word


def test_words_are_commented_on_and_the_comment_goes_with_them(signed_in, second_page, live_server):
    bulletin = make_bulletin()
    open_to_write(signed_in, live_server, bulletin)
    words = comment_on_a_word(signed_in)

    expect(signed_in.locator(".commented")).to_have_text(words)
    expect(signed_in.locator(".has-comments")).to_have_attribute("data-comments", "1")
    signed_in.locator("[data-part=lead]").click()
    signed_in.keyboard.press("Home")
    signed_in.keyboard.type("Everywhere ")
    expect(signed_in.locator(".commented")).to_have_text(words)
    signed_in.wait_for_function("!rapporteur.keeper.dirty && !rapporteur.keeper.saving")
    assert Comment.objects.get().quote == words

    open_to_write(second_page, live_server, bulletin)
    second_page.locator(".commented").click()
    expect(second_page.locator(".thread .remark")).to_contain_text(["Is that the word?"])
    second_page.locator(".thread input").fill("It is.")
    second_page.locator(".thread input").press("Enter")
    expect(second_page.locator(".thread .remark")).to_have_count(2)
    second_page.get_by_role("button", name="Resolve", exact=True).click()
    expect(second_page.locator(".commented")).to_have_count(0)
    second_page.get_by_label("Show what is resolved").check()
    expect(second_page.get_by_text("Resolved by second")).to_be_visible()
    second_page.get_by_role("button", name="Reopen").click()
    expect(second_page.locator(".commented")).to_have_text(words)
