"""Suggestions in real browsers: a reviewer's words stand marked in the text, and are accepted or refused one by one."""

import pytest
from django.contrib.auth.models import Permission
from playwright.sync_api import expect

from bulletins.models import Proposal
from tests.browser.writing import hears, open_page, printed, put_cursor, saved, two_points
from tests.factories import make_user

ONLY_WORDS = "Suggestions change words. Ask for anything else in a comment."

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def reviewers_page(desks):
    """Another browser, with somebody signed in who may review and not write."""
    user = make_user("reviewer", first_name="Ria", last_name="Viewer")
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_bulletin", "review_bulletin"]))
    with desks[1].page(user) as page:
        yield page


def suggest(page):
    """Begin to suggest, on a page that is open."""
    page.locator(".tools").get_by_role("button", name="Suggest").click()
    page.wait_for_selector(".writing[data-mode=suggest]")
    page.wait_for_selector("html[data-writing=ready]")


def types_what_is_not_taken(page):
    """Nothing is typed before one suggests, and no point is added then."""
    page.locator("[data-part=lead]").first.click()
    page.keyboard.type("Not taken. ")
    assert "Not taken" not in page.locator(".sheet").inner_text()
    suggest(page)
    put_cursor(page, "gardeners")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#mode-told")).to_have_text(ONLY_WORDS)


def suggests_two_things(page):
    """An insertion, and other words instead of some."""
    put_cursor(page, "gardeners")
    page.keyboard.type(" and rain")
    put_cursor(page, "Nobody")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.keyboard.type("No one")
    expect(page.locator(".suggested.own")).to_have_text([" and rain", "No one"])
    expect(page.locator("del.unwanted.own")).to_have_text(["Nobody"])
    saved(page)


def sees_two_suggestions(page):
    """They stand marked in the text and beside it, with whose they are."""
    expect(page.locator(".suggestion del")).to_have_text(["Nobody"])
    expect(page.locator(".suggestion ins")).to_have_text([" and rain", "No one"])
    expect(page.locator(".sheet-text ins.suggested")).to_have_text(
        [" and rainRia Viewer", "No oneRia Viewer"]
    )
    expect(page.locator(".sheet-text .unwanted")).to_have_text(["Nobody"])


def accepts_one_and_refuses_the_other(page):
    """By a key each."""
    put_cursor(page, "gardens need", behind=False)
    page.keyboard.press("F9")
    expect(page.locator(".suggestion").first).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator(".suggestion")).to_have_count(1)
    expect(page.locator(".suggestion")).to_be_focused()
    page.keyboard.press("r")
    expect(page.locator("#suggestions")).to_be_hidden()


def does_it_again_and_takes_it_back(page, bulletin):
    """What is done again is accepted again, once."""
    page.keyboard.press("Control+y")
    expect(page.locator("#suggestions")).to_be_hidden()
    assert "gardens need gardeners and rain. So" in printed(bulletin)[0][1]
    page.keyboard.press("Control+z")
    expect(page.locator(".suggestion ins")).to_have_text([" and rain"])
    saved(page)


def test_a_reviewer_suggests_and_a_writer_accepts_and_refuses_by_one_key(
    reviewers_page, signed_in, live_server
):
    bulletin = two_points()
    before = printed(bulletin)
    ria = open_page(reviewers_page, live_server, bulletin, "comments")
    types_what_is_not_taken(ria)
    suggests_two_things(ria)
    assert printed(bulletin) == before
    expect(ria.locator(".suggestion ins")).to_have_text([" and rain", "No one"])
    assert ria.frame_locator("#preview-frame").get_by_text("and rain").count() == 0
    ria.reload()
    expect(ria.locator(".suggested.own")).to_have_text([" and rain", "No one"])

    page = open_page(signed_in, live_server, bulletin, "comments")
    sees_two_suggestions(page)
    accepts_one_and_refuses_the_other(page)
    assert "gardens need gardeners and rain." in printed(bulletin)[0][1]
    assert printed(bulletin)[1] == before[1]
    page.locator("#text .ProseMirror").focus()
    page.keyboard.press("Control+z")
    saved(page)
    assert printed(bulletin) == before
    expect(page.locator(".suggestion ins")).to_have_text([" and rain"])  # and is open again
    does_it_again_and_takes_it_back(page, bulletin)
    hears(ria)
    expect(ria.locator(".suggested.own")).to_have_text([" and rain"])
    assert [one.outcome for one in Proposal.objects.order_by("pk")] == ["", "refused"]
