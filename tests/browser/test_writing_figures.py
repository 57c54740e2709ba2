"""Pictures on the writing page: put in, described, moved with their point, and not lost when the server is away."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from bulletins.document import Text
from bulletins.drafts.proposing import Verdict, decide
from bulletins.drafts.rows import document_of
from bulletins.models import Picture, Proposal
from bulletins.prose import figures_of
from tests.browser.writing import open_page, put_cursor, saved, two_points
from tests.figures import JPEG, PNG, figure, show_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

FILE = {"name": "harbour.png", "mimeType": "image/png", "buffer": PNG}
# What a browser hands a page with a picture that was copied or dragged.
WITH_FILE = """([kind, bytes]) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(bytes)], "garden.jpg", { type: "image/jpeg" }))
    const { view } = rapporteur
    if (kind === "paste") {
        view.dom.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }))
    } else {
        const box = [...view.dom.querySelectorAll("p")]
            .find((one) => one.textContent.includes("Nobody disagreed")).getBoundingClientRect()
        view.dom.dispatchEvent(new DragEvent("drop", {
            dataTransfer: transfer, bubbles: true, cancelable: true, clientX: box.left + 5, clientY: box.top + 5 }))
    }
}"""


def shown(bulletin):
    """The figures of a draft, point by point."""
    sections = document_of(bulletin).sections
    return [tuple(figures_of(point.body)) for section in sections for point in section.points]


def test_a_picture_is_put_in_by_the_keyboard_and_its_words_are_typed_below_it(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    with page.expect_file_chooser() as chosen:
        page.keyboard.press("Control+Alt+p")
    chosen.value.set_files(FILE)
    expect(page.locator(".sheet-text figure")).to_have_count(1)

    page.keyboard.type("Figure 1. The harbour at dusk")
    page.keyboard.press("Enter")
    page.keyboard.type("A ferry leaves")
    page.keyboard.press("Enter")
    page.keyboard.type("And the text goes on.")
    saved(page)

    wanted = figure(alt="A ferry leaves", caption=(Text("Figure 1. The harbour at dusk"),))
    assert shown(bulletin) == [(wanted,), (), ()]
    assert document_of(bulletin).sections[0].points[0].body[-1] == (Text("And the text goes on."),)
    expect(page.locator("#text figure img")).to_have_js_property("naturalWidth", 40)


def test_a_picture_moves_with_its_point_and_is_taken_out_and_back(signed_in, live_server):
    bulletin = two_points()
    first = figure(alt="A ferry leaves")
    show_in(bulletin, first)
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.press("Alt+ArrowDown")
    saved(page)
    page.get_by_role("button", name="Take the picture out").first.click()
    saved(page)
    assert [len(some) for some in shown(bulletin)] == [0, 1, 1]
    page.keyboard.press("Control+z")
    saved(page)
    assert shown(bulletin) == [(first,)] * 3
    assert document_of(bulletin).sections[0].points[1].lead == (Text("small works come before large ones."),)


@pytest.mark.parametrize("kind", ["paste", "drop"])
def test_a_picture_is_pasted_at_the_cursor_and_dropped_where_it_falls(signed_in, live_server, kind):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "So the meeting found.")
    page.evaluate(WITH_FILE, [kind, list(JPEG)])
    expect(page.locator(".sheet-text figure")).to_have_count(1)
    page.get_by_label("Only decoration").check()
    saved(page)

    decorative = figure(JPEG, decorative=True)
    assert shown(bulletin) == ([(), (decorative,), ()] if kind == "paste" else [(), (), (decorative,)])


def test_a_picture_that_cannot_be_sent_is_tried_again_and_no_word_is_lost(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "So the meeting found.")
    page.route("**/write/picture/", lambda route: route.abort())
    with page.expect_file_chooser() as chosen:
        page.locator(".format summary").click()
        page.locator("[data-tool=figure]").click()
    chosen.value.set_files([FILE, {**FILE, "name": "bad.png", "buffer": PNG[:60]}])
    expect(page.locator(".uploading")).to_have_count(2)
    expect(page.locator(".uploading").first).to_contain_text("The server cannot be reached")
    put_cursor(page, "So the meeting found.")
    page.keyboard.type(" Words typed meanwhile.")
    saved(page)

    page.unroute("**/write/picture/")
    for _ in range(2):
        page.get_by_role("button", name="Try again").first.click()
    expect(page.locator(".uploading")).to_have_count(1)
    expect(page.locator(".uploading")).to_contain_text("This picture cannot be shown here")
    page.get_by_role("button", name="Leave it out").click()
    saved(page)

    assert shown(bulletin) == [(), (figure(),), ()]
    assert (Text("So the meeting found. Words typed meanwhile."),) in document_of(bulletin).sections[
        0
    ].points[1].body
    assert [one.sha256 for one in Picture.objects.all()] == [figure().file]


def test_what_is_there_already_is_kept_through_writing_beside_it(signed_in, live_server):
    bulletin = two_points()
    there = figure(alt="A garden", caption=(Text("Of "), Text("rain", emphasis=True)))
    show_in(bulletin, there)
    page = open_page(signed_in, live_server, bulletin)
    assert page.evaluate("rapporteur.keeper.dirty") is False

    page.get_by_label("Caption").first.fill("Of rain and sun")
    saved(page)

    changed = (Text("Of "), Text("rain and sun", emphasis=True))
    assert [[one.caption for one in some] for some in shown(bulletin)] == [
        [changed],
        [there.caption],
        [there.caption],
    ]


def test_who_suggests_words_leaves_pictures_as_they_are(signed_in, live_server):
    bulletin = two_points()
    there = figure(alt="A garden", caption=(Text("Of rain"),))
    show_in(bulletin, there)
    page = open_page(signed_in, live_server, bulletin)
    page.click("[data-tool=suggest]")
    page.wait_for_selector(".writing[data-mode=suggest]")
    page.wait_for_selector("html[data-writing=ready]")
    put_cursor(page, "So the meeting found.")
    page.keyboard.type(" Twice.")
    saved(page)
    page.evaluate(WITH_FILE, ["paste", list(JPEG)])

    expect(page.locator("#mode-told")).to_have_text(
        "Suggestions change words. Ask for anything else in a comment."
    )
    expect(page.get_by_label("Caption").first).to_be_disabled()
    assert Proposal.objects.count() == 1
    assert shown(bulletin) == [(there,)] * 3
    decide(bulletin, Proposal.objects.get().pk, Verdict.ACCEPT, by=User.objects.get(username="editor"))
    assert shown(bulletin) == [(there,)] * 3
    assert (Text("So the meeting found. Twice."),) in document_of(bulletin).sections[0].points[1].body
