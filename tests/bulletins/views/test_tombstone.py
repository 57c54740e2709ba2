"""The tombstone: a withdrawn bulletin's addresses say that it was withdrawn, when and why, and none of its words."""

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import restore, withdraw
from bulletins.rendering import FORMATS
from forum.models import LedgerEntry

pytestmark = pytest.mark.django_db
PATHS = [
    "/rain/2026/1/",
    "/rain/2026/1/v1/",
    "/rain/2026/1/cite/",
    "/rain/2026/1/v1/cite/",
    "/rain/2026/1/?version=1",
    *(f"/rain/2026/1.{form.extension}" for form in FORMATS.values()),
    *(f"/rain/2026/1/v1.{form.extension}" for form in FORMATS.values()),
]
WHY = "The figures were another town’s."


def test_every_address_tells_the_reason_and_the_date_and_no_word_of_the_bulletin(client, published, editor):
    before = [client.get(path, follow=True).status_code for path in PATHS]
    withdraw(published.bulletin, by=editor, note=WHY)

    answers = [client.get(path) for path in PATHS]
    pages = [answer.content.decode() for answer in answers]

    assert (before, [answer.status_code for answer in answers]) == ([200] * len(PATHS), [410] * len(PATHS))
    today = date_format(timezone.localdate(), "DATE_FORMAT")
    assert [page for page in pages if WHY not in page or today not in page] == []
    assert [
        page for page in pages if "garden" in page.lower() or "Berg" in page or editor.username in page
    ] == []
    assert [answer for answer in answers if not answer.headers["Content-Type"].startswith("text/html")] == []


def test_put_back_it_is_what_it_was_and_the_ledger_has_both_acts(client, published, editor):
    before = client.get("/rain/2026/1/").content
    withdraw(published.bulletin, by=editor, note=WHY)
    gone = client.get("/rain/2026/1/").status_code
    restore(published.bulletin, by=editor, note="They were right.")

    entries = LedgerEntry.objects.order_by("number").values_list("act", "actor", "why")
    assert (gone, client.get("/rain/2026/1/").content == before) == (410, True)
    assert list(entries) == [
        ("published", "editor", ""),
        ("withdrawn", "editor", WHY),
        ("put back", "editor", "They were right."),
    ]


def test_a_version_and_a_number_that_never_were_are_not_found(client, published, editor):
    withdraw(published.bulletin, by=editor, note=WHY)

    assert [client.get(path).status_code for path in ("/rain/2026/1/v9/", "/rain/2026/2/")] == [404, 404]


def test_in_chinese_it_says_the_same(client, published, editor):
    withdraw(published.bulletin, by=editor, note="数字有误。")

    page = client.get("/rain/2026/1/", headers={"accept-language": "zh-hans"}).content.decode()

    assert ("数字有误。" in page, "撤回" in page) == (True, True)


def test_what_is_published_while_withdrawn_is_gone_too(client, published, editor):
    withdraw(published.bulletin, by=editor, note=WHY)
    published.bulletin.refresh_from_db()
    published.bulletin.title = "Rain gardens, corrected"
    published.bulletin.save()
    publish(published.bulletin, by=editor, approval=Approval(acceptance="x", correction_note="x"))

    assert [client.get(f"/rain/2026/1/{one}").status_code for one in ("", "v1/", "v2/")] == [410, 410, 410]
