"""Pages that are kept: asked for again they cost one query, and no process ever serves one that has changed."""

import datetime
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from django.utils.http import parse_http_date

from bulletins.models import Bulletin, Publication, SiteRevision
from bulletins.models.site_revision import SiteState
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import restore, withdraw
from forum.models import Forum
from tests.factories import document, make_bulletin, make_edition, make_forum, make_user

ROOT = Path(__file__).resolve().parents[2]
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")
TITLE = document().title
ISSUE = "/rain/2026/1/"


@pytest.fixture
def published(db):
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"))
    return publish(make_bulletin(edition), by=make_user(is_superuser=True), approval=SAID)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/archive/", ISSUE, "/rain/2026/1.pdf", "/sitemap.xml", "/feeds/all.atom"]
)
def test_a_page_asked_for_again_costs_one_query(client, published, django_assert_num_queries, path):
    first = client.get(path)

    with django_assert_num_queries(1):
        again = client.get(path)

    assert (again.content, again.headers["ETag"]) == (first.content, first.headers["ETag"])


@pytest.mark.django_db
def test_a_browser_that_has_the_page_is_told_so_in_a_few_bytes(client, published):
    etag = client.get(ISSUE).headers["ETag"]

    answer = client.get(ISSUE, headers={"If-None-Match": etag})

    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", etag)


@pytest.mark.django_db
def test_the_moment_of_the_last_change_is_told_once_its_second_is_over(client, published):
    long_ago = timezone.now() - datetime.timedelta(days=400)
    Publication.objects.update(published_at=long_ago, public_from=long_ago)
    SiteRevision.objects.update(changed_at=long_ago, transaction=0)
    told = client.get(ISSUE).headers["Last-Modified"]
    same = client.get(ISSUE, headers={"If-Modified-Since": told})
    Forum.objects.update(name="Drizzle Forum", names={})

    changed = client.get(ISSUE, headers={"If-Modified-Since": told})

    assert parse_http_date(told) <= time.time()
    assert (same.status_code, changed.status_code, "Last-Modified" in changed.headers) == (304, 200, False)


@pytest.mark.django_db
def test_pages_go_out_compressed_and_say_what_they_vary_by(client, published):
    plain = client.get(ISSUE)
    zipped = client.get(ISSUE, headers={"Accept-Encoding": "gzip"})

    assert zipped.headers["Content-Encoding"] == "gzip"
    assert len(zipped.content) < len(plain.content) / 2
    assert zipped.headers["ETag"] != plain.headers["ETag"]
    assert {one.strip() for one in zipped.headers["Vary"].split(",")} == {
        "Accept-Encoding",
        "Accept-Language",
        "Cookie",
    }


@pytest.mark.django_db
def test_readers_of_two_languages_get_two_pages(client, published):
    pages = [
        client.get("/", headers={"Accept-Language": code}).content.decode()
        for code in ("en", "zh-hans", "en")
    ]

    assert ['lang="zh-hans"' in page.split(">", 3)[1] for page in pages] == [False, True, False]
    assert pages[0] == pages[2]


@pytest.mark.django_db
def test_a_signed_in_editor_and_a_stranger_get_the_same_bytes(client, published):
    stranger = client.get(ISSUE).content
    client.force_login(published.published_by)

    assert client.get(ISSUE).content == stranger


@pytest.mark.django_db
def test_unknown_parameters_are_answered_and_not_kept(client, published, django_assert_num_queries):
    client.get(f"{ISSUE}?utm=1")

    with django_assert_num_queries(9):
        assert client.get(f"{ISSUE}?utm=1").status_code == 200


@pytest.mark.django_db
def test_writing_a_draft_changes_no_page(published):
    before = SiteState.now()[0]

    Bulletin.objects.update(title="Something else")
    published.bulletin.sections.update(title="Other works")

    assert SiteState.now()[0] == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_end_of_an_embargo_needs_no_hand(client):
    edition = make_edition(make_forum(slug="rain"))
    soon = timezone.now() + datetime.timedelta(seconds=1.5)
    publish(
        make_bulletin(edition),
        by=make_user(is_superuser=True),
        approval=Approval(acceptance="Read.", public_from=soon),
    )
    before = [
        (path, client.get(path).status_code, TITLE in client.get(path).content.decode())
        for path in ("/", ISSUE)
    ]
    time.sleep(max(0, (soon - timezone.now()).total_seconds()) + 0.1)
    after = [
        (path, client.get(path).status_code, TITLE in client.get(path).content.decode())
        for path in ("/", ISSUE)
    ]

    assert before == [("/", 200, False), (ISSUE, 404, False)]
    assert after == [("/", 200, True), (ISSUE, 200, True)]


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_lost_is_made_again(client):
    client.get("/")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    other.close()

    assert client.get("/").status_code == 200


SERVER = """
import django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = {database!r}
from wsgiref.simple_server import make_server
from django.core.wsgi import get_wsgi_application
server = make_server("127.0.0.1", 0, get_wsgi_application())
print(server.server_port, flush=True)
server.serve_forever()
"""


@pytest.fixture
def two_servers(db):
    """Two processes that serve this test's database, each with pages of its own."""
    code = SERVER.format(database=connection.settings_dict["NAME"])
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]
    yield [f"http://127.0.0.1:{int(process.stdout.readline())}" for process in processes]
    for process in processes:
        process.terminate()
        process.wait(10)
        process.stdout.close()


def seen(servers, path, words):
    """Ask each process twice for a page, so that it is kept; tell whether it has the words."""
    found = []
    for server in servers * 2:
        try:
            with urllib.request.urlopen(server + path) as answer:  # noqa: S310 (our own server)
                found.append(words in answer.read().decode())
        except urllib.error.HTTPError as error:
            error.close()
            found.append(error.code)
    return found


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_processes_neither_serves_what_has_changed(two_servers):
    editor = make_user(is_superuser=True)
    edition = make_edition(make_forum(slug="rain"))
    bulletin = make_bulletin(edition)
    told = [seen(two_servers, "/", TITLE)]

    publish(bulletin, by=editor, approval=SAID)
    told += [seen(two_servers, "/", TITLE), seen(two_servers, ISSUE, TITLE)]
    Bulletin.objects.update(title="Rain gardens, corrected")
    publish(bulletin, by=editor, approval=SAID)
    told += [seen(two_servers, ISSUE, "corrected"), seen(two_servers, "/feeds/all.atom", "corrected")]
    withdraw(bulletin, by=editor, note="Wrong throughout.")
    told += [seen(two_servers, "/", "corrected"), seen(two_servers, ISSUE, "corrected")]
    restore(bulletin, by=None)
    told += [seen(two_servers, ISSUE, "corrected")]

    assert told == [
        [False] * 4,
        [True] * 4,
        [True] * 4,
        [True] * 4,
        [True] * 4,
        [False] * 4,
        [404] * 4,
        [True] * 4,
    ]
