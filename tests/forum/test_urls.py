"""The site's own addresses."""

import pytest
from django.urls import resolve

from bulletins import urls
from bulletins.publishing.publication import Approval, publish
from forum.models import RESERVED_ADDRESSES
from tests.factories import (
    make_bulletin,
    make_edition,
    make_forum,
)

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")


@pytest.fixture
def edition():
    return make_edition(make_forum(slug="rain", name="Rain Forum"))


@pytest.fixture
def published(edition, editor):
    return publish(make_bulletin(edition), by=editor, approval=SAID)


def test_the_language_is_changed_by_a_link_that_is_the_same_for_all(client, published):
    answer = client.get("/language/zh-hans/?next=/rain/2026/1/")
    page = client.get(answer.headers["Location"]).content.decode()

    assert (answer.status_code, answer.headers["Location"], answer.headers["Cache-Control"]) == (
        302,
        "/rain/2026/1/",
        "no-store",
    )
    assert '<html lang="zh-hans">' in page
    assert "csrf" not in page.lower()


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_the_language_link_leads_to_no_other_site(client, back):
    assert client.get("/language/en/", {"next": back}).headers["Location"] == "/"


def test_no_address_of_the_site_itself_is_taken_for_a_forums():
    own = {str(one.pattern).split("/")[0] for one in urls.urlpatterns if not str(one.pattern).startswith("<")}

    assert {
        name: resolve(f"/{name}/").url_name for name in own & set(RESERVED_ADDRESSES) - {"feeds", "api"}
    } == {name: name for name in own & set(RESERVED_ADDRESSES) - {"feeds", "api"}}
    assert {name for name in own if name and "." not in name} <= set(RESERVED_ADDRESSES)
