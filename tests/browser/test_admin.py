"""The editors' way in a real browser: import, look, edit, publish."""

import msgspec
import pytest
from django.urls import reverse

from bulletins.document import Text
from bulletins.drafts import document_of
from bulletins.inline import plain
from bulletins.models import Bulletin, Publication
from tests.factories import document, make_bulletin, make_user

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

MANUSCRIPT = """No. 4, Vol. 27

**Office of the Rain Forum**

November 18, 2026

**2026 Rain Forum Bulletin IV**

**Gardens Where the Street Was**

**Editor’s Note:** In the morning session the guests compared small works with large ones.[^1]

[^1]: Ada Berg, Head of Drains, City of Ulm-on-Sea; and Ivo Lund, Dean of the Academy of Rain, delivered thematic reports.

The guests agreed that water is best kept where it falls.

## I. Small Works First

**Firstly, small works come before large ones.** According to **Ada Berg, Head of Drains, City of Ulm-on-Sea**, one garden a street is enough.

**Secondly, gardens need gardeners.** As **Ivo Lund, Dean of the Academy of Rain** said, a garden without a gardener is a puddle.

**Summarized by Eva Hill**
"""


@pytest.fixture
def signed_in(page, live_server):
    make_user("editor", is_superuser=True)
    page.goto(live_server.url + reverse("admin:login"))
    page.fill("[name=username]", "editor")
    page.fill("[name=password]", "editor-password")
    page.click("[type=submit]")
    return page


def change_url(live_server, bulletin):
    return live_server.url + reverse("admin:bulletins_bulletin_change", args=[bulletin.pk])


def write(page, field, text):
    """Type into the rich text field of that name."""
    page.locator(".prose-editor", has=page.locator(f"[name={field}]")).locator(".ProseMirror").click()
    page.keyboard.type(text)


def drag(page, handle, onto):
    """Drag with the mouse, as a hand does: in steps, and a little past the goal."""
    onto.scroll_into_view_if_needed()
    start, goal = handle.bounding_box(), onto.bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(goal["x"] + 5, goal["y"] - 2, steps=12)
    page.mouse.up()


def test_an_editor_imports_a_manuscript_and_publishes_it(signed_in, live_server):
    page = signed_in
    page.goto(live_server.url + reverse("admin:bulletins_bulletin_changelist"))
    page.get_by_text("Import a manuscript").click()
    upload = {"name": "rain.md", "mimeType": "text/markdown", "buffer": MANUSCRIPT.encode()}
    page.set_input_files("[name=manuscript]", upload)
    page.get_by_role("button", name="Import").click()
    page.wait_for_url("**/findings/")
    page.get_by_role("link", name="Publish").last.click()
    if page.locator("[name=acceptance]").count():
        page.fill("[name=acceptance]", "Read and found right.")
    page.get_by_role("button", name="Publish now").click()
    page.wait_for_url("**/rain-forum/2026/4/")

    publication = Publication.objects.get()
    assert (publication.number, publication.volume, publication.title) == (
        4,
        27,
        "Gardens Where the Street Was",
    )
    assert page.locator("#i-2 .credit").inner_text() == "Ivo Lund, Dean of the Academy of Rain"


def test_saving_an_untouched_bulletin_changes_nothing(signed_in, live_server):
    bulletin = make_bulletin()
    before = document_of(bulletin)

    signed_in.goto(change_url(live_server, bulletin))
    signed_in.get_by_role("button", name="Save and continue editing").click()
    signed_in.wait_for_load_state("networkidle")

    assert document_of(bulletin) == before


def test_a_mention_shows_as_a_chip_with_its_credit(signed_in, live_server):
    signed_in.goto(change_url(live_server, make_bulletin()))

    chip = signed_in.locator(".ProseMirror .mention")

    assert chip.inner_text() == "Ada Berg, Head of Drains, City of Ulm-on-Sea"


def test_typing_an_at_sign_offers_the_roster_and_enter_inserts_the_chip(signed_in, live_server):
    bulletin = make_bulletin()
    signed_in.goto(change_url(live_server, bulletin))
    body = signed_in.locator(".ProseMirror", has=signed_in.locator(".mention"))
    body.click(position={"x": 6, "y": 14})
    signed_in.keyboard.press("Control+End")
    signed_in.keyboard.type(" So thinks @ber")
    signed_in.keyboard.press("Shift+Enter")
    signed_in.keyboard.type(" too.")
    signed_in.get_by_role("button", name="Save and continue editing").click()
    signed_in.wait_for_load_state("networkidle")

    written = document_of(bulletin)
    (paragraph,) = written.sections[0].points[0].body
    assert plain(paragraph, written).endswith("a garden a street is enough. So thinks Berg too.")
    assert [getattr(inline, "speaker", None) for inline in paragraph].count("berg-ada") == 2


def test_a_new_point_is_written_and_comes_last(signed_in, live_server):
    bulletin = make_bulletin()
    signed_in.goto(change_url(live_server, bulletin))
    signed_in.get_by_text("Add another Point").first.click()
    write(signed_in, "sections-0-points-1-lead", "gardens need gardeners.")
    write(signed_in, "sections-0-points-1-body", "So the meeting found.")
    signed_in.get_by_role("button", name="Save and continue editing").click()
    signed_in.wait_for_load_state("networkidle")

    written = document_of(Bulletin.objects.get())
    assert [(point.ordinal, plain(point.lead, written)) for point in written.sections[0].points] == [
        ("Firstly", "small works come before large ones."),
        ("Secondly", "gardens need gardeners."),
    ]


def test_the_preview_shows_the_draft_and_its_pdf(signed_in, live_server):
    bulletin = make_bulletin()
    preview = live_server.url + reverse("admin:bulletins_bulletin_preview", args=[bulletin.pk])
    signed_in.goto(preview)

    pdf = signed_in.request.get(f"{preview}?format=pdf")

    assert signed_in.locator(".bulletin .state").inner_text() == "DRAFT"
    assert (pdf.headers["content-type"], pdf.body()[:5]) == ("application/pdf", b"%PDF-")


def test_a_new_section_is_written_with_its_first_point(signed_in, live_server):
    bulletin = make_bulletin()
    signed_in.goto(change_url(live_server, bulletin))
    signed_in.get_by_text("Add another Section").click()
    signed_in.fill("[name=sections-1-title]", "Large Works Later")
    signed_in.get_by_text("Add another Point").nth(1).click()
    write(signed_in, "sections-1-points-0-lead", "dams can wait.")
    signed_in.get_by_role("button", name="Save and continue editing").click()
    signed_in.wait_for_load_state("networkidle")

    written = document_of(bulletin)
    assert [(section.numeral, section.title, len(section.points)) for section in written.sections] == [
        ("I", "Small Works First", 1),
        ("II", "Large Works Later", 1),
    ]


def test_points_that_are_dragged_change_places(signed_in, live_server):
    first = document().sections[0].points[0]
    second = msgspec.structs.replace(first, ordinal="Secondly", lead=(Text("gardens need gardeners."),))
    section = msgspec.structs.replace(document().sections[0], points=(first, second))
    bulletin = make_bulletin(content=document(sections=(section,)))
    signed_in.goto(change_url(live_server, bulletin))
    handles = signed_in.locator("#sections-0-points-data .cursor-move")
    drag(signed_in, handles.nth(1), handles.nth(0))
    signed_in.get_by_role("button", name="Save and continue editing").click()
    signed_in.wait_for_load_state("networkidle")

    changed = document_of(bulletin)
    assert [plain(point.lead, changed) for point in changed.sections[0].points] == [
        "gardens need gardeners.",
        "small works come before large ones.",
    ]
