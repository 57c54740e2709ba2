"""The editors' way in a real browser: import, look, edit, publish."""

import pytest
from django.urls import reverse

from bulletins.models import Publication
from tests.factories import make_bulletin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

MANUSCRIPT = """No. 4, Vol. 27

**Office of the Rain Forum**

November 18, 2026

**2026 Rain Forum Bulletin IV**

**Gardens Where the Street Was**

**Editor’s Note:** In the morning session the guests compared small works with large ones.[^1]

[^1]: Ada Berg, Head of Drains, City of Ulm-on-Sea; and Ivo Lund, Dean of the Academy of Rain, delivered reports.

The guests agreed that water is best kept where it falls.

## I. Small Works First

**Firstly, small works come before large ones.** According to **Ada Berg, Head of Drains, City of Ulm-on-Sea**,
one garden a street is enough.

**Secondly, gardens need gardeners.** As **Ivo Lund, Dean of the Academy of Rain** said,
a garden without a gardener is a puddle.

**Summarized by Eva Hill**
"""


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
    assert page.locator(".point:has(#i-2) .credit").inner_text() == "Ivo Lund, Dean of the Academy of Rain"


def test_the_preview_shows_the_draft_and_its_pdf(signed_in, live_server):
    bulletin = make_bulletin()
    preview = live_server.url + reverse("admin:bulletins_bulletin_preview", args=[bulletin.pk])
    signed_in.goto(preview)

    pdf = signed_in.request.get(f"{preview}?format=pdf")

    assert signed_in.locator(".bulletin .state").inner_text() == "DRAFT"
    assert (pdf.headers["content-type"], pdf.body()[:5]) == ("application/pdf", b"%PDF-")


def test_an_archive_is_sent_file_by_file_and_once_more_is_skipped(signed_in, live_server):
    page = signed_in
    page.goto(live_server.url + reverse("admin:bulletins_bulletin_import_archive"))
    text = MANUSCRIPT.replace("No. 4, Vol. 27", "No. 5, Vol. 28").encode()
    files = [
        {"name": "four.md", "mimeType": "text/markdown", "buffer": MANUSCRIPT.encode()},
        {"name": "five.md", "mimeType": "text/markdown", "buffer": text},
        {"name": "none.md", "mimeType": "text/markdown", "buffer": b""},
    ]

    def sent():
        page.set_input_files("[name=manuscripts]", files)
        page.get_by_role("button", name="Import").click()
        page.wait_for_function("document.querySelector('.archive .told').textContent === '3 / 3'")
        rows = page.locator(".archive tbody tr")
        return {row.locator("th").inner_text(): row.get_attribute("class") for row in rows.all()}

    assert sent() == {"four.md": "draft", "five.md": "draft", "none.md": "refused"}
    assert page.locator(".archive progress").evaluate("bar => bar.value") == 3
    assert sent() == {"four.md": "known", "five.md": "known", "none.md": "refused"}
