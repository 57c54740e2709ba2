"""Public pages: what they show, what they hide, and how much they ask of the database."""

import json

import pytest

from bulletins.models import Bulletin
from bulletins.publishing import Approval, publish
from bulletins.rendering import FORMATS
from tests.factories import document, make_bulletin, make_edition, make_forum

pytestmark = pytest.mark.django_db

SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")


@pytest.fixture
def edition():
    return make_edition(make_forum(slug="rain", name="Rain Forum"))


@pytest.fixture
def published(edition, editor):
    return publish(make_bulletin(edition), by=editor, approval=SAID)


@pytest.mark.parametrize("count", [1, 3])
def test_the_home_page_asks_the_same_of_the_database_for_one_and_three(
    client, edition, editor, count, django_assert_num_queries
):
    for _ in range(count):
        publish(make_bulletin(edition), by=editor, approval=SAID)

    with django_assert_num_queries(2):
        page = client.get("/").content.decode()

    assert page.count('class="issue"') == count


@pytest.mark.parametrize("count", [1, 3])
def test_an_edition_asks_the_same_of_the_database_for_one_and_three(
    client, edition, editor, count, django_assert_num_queries
):
    for _ in range(count):
        publish(make_bulletin(edition), by=editor, approval=SAID)

    with django_assert_num_queries(3):
        page = client.get("/rain/2026/").content.decode()

    assert page.count('class="issue"') == count


def test_an_issue_asks_a_constant_number_of_queries(client, published, django_assert_num_queries):
    with django_assert_num_queries(4):
        assert client.get("/rain/2026/1/").status_code == 200


@pytest.mark.parametrize("name", FORMATS)
def test_every_download_is_what_the_publication_was_frozen_as(client, published, name):
    form = FORMATS[name]
    response = client.get(f"/rain/2026/1.{form.extension}")

    assert response.headers["Content-Type"] == form.media_type
    assert len(response.content) == published.renderings[name]["bytes"]
    assert f'filename="rain-2026-1.{form.extension}"' in response.headers["Content-Disposition"]


def test_the_json_download_is_the_document(client, published):
    assert json.loads(client.get("/rain/2026/1.json").content) == json.loads(published.frozen)


@pytest.mark.parametrize(
    "path", ["/", "/rain/2026/", "/rain/2026/1/", "/rain/2026/1.pdf", "/rain/2026/1.json"]
)
def test_a_draft_shows_nowhere(client, edition, path):
    make_bulletin(edition, number=1, volume=1)

    response = client.get(path)

    assert document().title not in response.content.decode(errors="replace")
    assert response.status_code == (404 if "1" in path.rsplit("/", 2)[-1] or path.endswith("/1/") else 200)


def test_editing_a_published_draft_changes_nothing_that_readers_see(client, published):
    Bulletin.objects.update(title="Something else")

    assert "Something else" not in client.get("/rain/2026/1/").content.decode()


def test_an_old_version_keeps_its_address_and_points_to_the_newest(client, published, editor):
    Bulletin.objects.update(title="Rain gardens, corrected")
    publish(published.bulletin, by=editor, approval=SAID)

    newest, old = (client.get(path).content.decode() for path in ("/rain/2026/1/", "/rain/2026/1/?version=1"))

    assert ("Rain gardens, corrected" in newest, "A figure was wrong." in newest) == (True, True)
    assert (document().title in old, "which has been replaced" in old) == (True, True)


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/rain/1999/",
        "/rain/2026/7/",
        "/rain/2026/1.exe",
        "/rain/2026/1/?version=9",
        "/rain/2026/1/?version=²",
    ],
)
def test_what_is_not_there_is_not_found_with_a_way_on(client, published, path):
    response = client.get(path)

    if "²" in path:
        assert response.status_code == 200
    else:
        assert (response.status_code, 'href="/"' in response.content.decode()) == (404, True)


def test_public_pages_forbid_inline_scripts_and_styles(client, published):
    policy = client.get("/rain/2026/1/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
