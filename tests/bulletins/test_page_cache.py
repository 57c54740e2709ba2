"""Pages that are kept: asked for again they cost nothing, and no process serves one that has changed."""

import datetime
import os
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins.models import Bulletin, Publication
from bulletins.models.site_state import LONGEST_UNASKED, REVISIONS, Revision, snapshot
from bulletins.page_cache import PAGE_CACHE, Page, PageCache
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import restore, withdraw
from forum.models import Forum
from speakers.models import Speaker
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_speaker,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
TITLE = document().title
ISSUE = "/rain/2026/1/"
STATE = "SELECT * FROM public_state"


def looked_at(client, path):
    """Give an answer, and what was asked of the database for it."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
    return answer, {query["sql"].partition("(")[0] for query in queries}


@pytest.mark.parametrize(
    "path",
    ["/", "/archive/", ISSUE, "/rain/2026/1.md", "/sitemap.xml", "/feeds/all.atom", "/speakers/berg-ada/"],
)
def test_a_page_asked_for_again_costs_at_most_a_look_at_the_state(client, published, path):
    first = client.get(path)

    again, asked = looked_at(client, path)

    assert asked <= {STATE}
    assert (again.content, again.headers["ETag"]) == (first.content, first.headers["ETag"])


def test_an_issue_is_made_anew_in_four_queries_however_often_it_was_corrected(client, tied, editor):
    counts = []
    for title in ("Rain gardens, corrected", "Rain gardens, corrected again"):
        Bulletin.objects.update(title=title)
        publish(Bulletin.objects.get(), by=editor, approval=SAID)
        REVISIONS.now()
        with CaptureQueriesContext(connection) as queries:
            assert title in client.get(ISSUE).content.decode()
        # The state is asked for again, by itself, where the machine took longer than it holds.
        asked = {query["sql"].rpartition(";")[2].partition("public_state(")[0] for query in queries}
        counts.append(len(asked - {"BEGIN", "COMMIT"}))

    assert counts == [4, 4]


def test_the_database_is_asked_at_most_ten_times_a_second(client, published, django_assert_max_num_queries):
    client.get(ISSUE)
    begun = time.monotonic()

    with django_assert_max_num_queries(6):
        while time.monotonic() - begun < 5 * LONGEST_UNASKED:
            client.get(ISSUE)


def test_a_browser_that_has_the_page_is_told_so_in_a_few_bytes(client, published):
    etag = client.get(ISSUE).headers["ETag"]

    answer = client.get(ISSUE, headers={"If-None-Match": etag})

    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", etag)


def test_pages_go_out_compressed_and_say_what_they_vary_by(client, published):
    plain = client.get(ISSUE)
    zipped = client.get(ISSUE, headers={"Accept-Encoding": "gzip"})

    assert zipped.headers["Content-Encoding"] == "gzip"
    assert len(zipped.content) < len(plain.content) / 2
    assert zipped.headers["ETag"] != plain.headers["ETag"]
    assert {one.strip() for one in zipped.headers["Vary"].split(",")} == {
        "Accept-Encoding",
        "Accept-Language",
    }


def test_a_cdn_may_answer_for_some_seconds_those_who_have_chosen_no_language(client, published):
    told = {}
    for cookie in ("", "en"):
        if cookie:
            client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
        headers = client.get(ISSUE).headers
        told[cookie] = (headers["Cache-Control"], "Cookie" in headers["Vary"])

    assert told == {
        "": (
            "public, max-age=0, s-maxage=10, stale-while-revalidate=10, stale-if-error=3600",
            False,
        ),
        "en": ("private, no-cache", True),
    }


def test_what_is_not_there_or_not_any_more_is_kept_by_no_cache(client, published, editor):
    missing = client.get("/rain/2026/9/")
    moved = client.get(f"{ISSUE}?version=1")
    withdraw(published.bulletin, by=editor, note="Wrong.")
    gone = [client.get(path) for path in (ISSUE, "/rain/2026/1/v1.pdf")]

    answers = [(one.status_code, one.headers["Cache-Control"]) for one in (missing, moved, *gone)]
    assert answers == [(404, "no-cache"), (301, "no-cache"), (410, "no-cache"), (410, "no-cache")]


def test_a_file_of_a_version_is_the_same_in_every_language_and_for_everybody(client, published):
    assert client.get("/rain/2026/1/v1.pdf").headers["Vary"] == "Accept-Encoding"


def test_readers_of_two_languages_get_two_pages(client, published):
    pages = [
        client.get("/", headers={"Accept-Language": code}).content.decode()
        for code in ("en", "zh-hans", "en")
    ]

    assert ['lang="zh-hans"' in page.split(">", 3)[1] for page in pages] == [False, True, False]
    assert pages[0] == pages[2]


def test_a_signed_in_editor_and_a_stranger_get_the_same_bytes(client, published):
    stranger = client.get(ISSUE).content
    client.force_login(published.published_by)

    assert client.get(ISSUE).content == stranger


@pytest.mark.parametrize(
    ("path", "odd"),
    [
        (ISSUE, f"{ISSUE}?utm_source=x&from=timeline"),
        (f"{ISSUE}v1/", f"{ISSUE}v1/?fbclid=1"),
        ("/archive/?language=en&page=1", "/archive/?page=1&utm=1&language=en&page_=2"),
        ("/sitemap.xml", "/sitemap.xml?"),
    ],
)
def test_parameters_that_no_view_has_declared_lead_to_the_same_kept_page(client, published, path, odd):
    page = client.get(path)

    answer, asked = looked_at(client, odd)

    assert asked <= {STATE}
    assert (answer.content, answer.headers["ETag"]) == (page.content, page.headers["ETag"])
    PAGE_CACHE.clear()
    assert client.get(odd).content == page.content


def test_a_page_made_while_somebody_publishes_does_not_outlive_it(published, editor):
    Bulletin.objects.update(title="Rain gardens, corrected")

    def correct():
        publish(published.bulletin, by=editor, approval=SAID)
        connection.close()

    correcting = threading.Thread(target=correct)
    with snapshot() as made:
        Publication.objects.count()
        correcting.start()
        correcting.join(20)
        seen = Publication.objects.count()

    assert (seen, REVISIONS.still_holds(made, {"site"})) == (1, False)


def test_inside_an_open_transaction_no_page_is_kept(client, published):
    with transaction.atomic():
        Forum.objects.update(name="Drizzle Forum")
        inside = client.get("/rain/")
        transaction.set_rollback(True)

    assert ("Drizzle Forum" in inside.content.decode(), "ETag" in inside.headers) == (True, False)
    assert "Drizzle Forum" not in client.get("/rain/").content.decode()


def test_one_long_transaction_holds_up_no_other(published):
    one = Speaker.objects.get()
    other = make_speaker("lund-ivo", family_name="Lund")
    saved = []

    def save():
        begun = time.monotonic()
        other.save()
        saved.append(time.monotonic() - begun)
        connection.close()

    saving = threading.Thread(target=save)
    with transaction.atomic():
        one.save()
        saving.start()
        saving.join(5)

    assert [round(seconds) for seconds in saved] == [0]


def public_headers(client):
    own = {"X-Request-ID": "of-this-test"}  # each request has one of its own otherwise
    return {
        path: [(name, value) for name, value in client.get(path, headers=own).headers.items()]
        for path in ("/", ISSUE, "/archive/", "/rain/", "/robots.txt", "/sitemap.xml", "/feeds/all.atom")
    }


def test_a_bulletin_under_an_embargo_leaves_no_trace_in_any_header(client, published, editor):
    before = public_headers(client)

    later = Approval(acceptance="Read.", public_from=timezone.now() + datetime.timedelta(days=1))
    publish(make_bulletin(published.edition), by=editor, approval=later)

    assert public_headers(client) == before
    assert not any(name == "Last-Modified" for headers in before.values() for name, _value in headers)


@pytest.mark.slow
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
    time.sleep(max(0, (soon - timezone.now()).total_seconds()) + LONGEST_UNASKED)
    after = [
        (path, client.get(path).status_code, TITLE in client.get(path).content.decode())
        for path in ("/", ISSUE)
    ]

    assert before == [("/", 200, False), (ISSUE, 404, False)]
    assert after == [("/", 200, True), (ISSUE, 200, True)]


def test_a_connection_that_was_lost_is_made_again(client):
    client.get("/")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    other.close()
    PAGE_CACHE.clear()
    # As a server's requests begin; those of the test client do not.
    close_old_connections()

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
    time.sleep(LONGEST_UNASKED)
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
def test_of_two_processes_neither_serves_what_changed_a_tenth_of_a_second_ago(two_servers):
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
        [410] * 4,
        [True] * 4,
    ]


def test_what_is_text_goes_out_compressed_if_it_is_long_enough(client, published):
    paths = (
        ISSUE,
        "/rain/2026/1.md",
        "/rain/2026/1.json",
        "/rain/2026/1.bib",
        "/feeds/all.atom",
        "/robots.txt",
    )
    told = {}
    for path in paths:
        answer = client.get(path, headers={"Accept-Encoding": "br, gzip"})
        etag = answer.headers.get("ETag", "").strip('"')
        told[path] = (
            answer.headers.get("Content-Encoding"),
            etag.endswith("-gzip"),
            len(etag.removesuffix("-gzip")),
        )
        assert answer.headers["Content-Length"] == str(len(answer.content))

    assert told == dict.fromkeys(paths, ("gzip", True, 24)) | {"/robots.txt": (None, False, 24)}


def kept_page(made, size, *, zipped=None, scopes=("site",)):
    return Page(b"x" * size, zipped, {}, "", made, frozenset(scopes))


def test_pages_are_kept_anew_once_an_older_backup_is_put_back():
    """What moved by its numbers of before says nothing of the pages made since."""
    made = []
    for number in (1, 500, 3):
        Revision.objects.update_or_create(scope="site", defaults={"number": number})
        REVISIONS.forget()
        made.append(REVISIONS.now())

    assert [REVISIONS.still_holds(one, ["site"]) for one in made] == [False, False, True]


def test_the_longest_unused_pages_go_first_when_room_is_short(settings):
    """Of each page two thousand bytes are counted besides its own."""
    settings.PAGE_CACHE_BYTES = 9_000
    cache, made = PageCache(), REVISIONS.now()
    for name in "abc":
        cache.put((name, "", "", ""), kept_page(made, 1_000))
    kept = [[name for name in "abc" if cache.get((name, "", "", ""))]]
    cache.put(("b", "", "", ""), kept_page(made, 600, zipped=b"y" * 400))
    kept.append([name for name in "abc" if cache.get((name, "", "", ""))])
    cache.get(("a", "", "", ""))
    cache.put(("d", "", "", ""), kept_page(made, 1))
    kept.append([name for name in "abcd" if cache.get((name, "", "", ""))])
    cache.put(("e", "", "", ""), kept_page(made, 7_001))
    kept.append([name for name in "abcde" if cache.get((name, "", "", ""))])
    cache.clear()
    for name in "fgh":
        cache.put((name, "", "", ""), kept_page(made, 1_000))
    kept.append([name for name in "abcdefgh" if cache.get((name, "", "", ""))])

    assert kept == [["a", "b", "c"], ["a", "b", "c"], ["a", "c", "d"], [], ["f", "g", "h"]]


def test_a_page_holds_until_a_part_that_it_shows_moves_on(published):
    before = REVISIONS.now()
    Speaker.objects.update(given_name="Eda")
    REVISIONS.forget()
    now = REVISIONS.now()
    told = {
        "what moved": REVISIONS.still_holds(before, {"speaker:berg-ada"}),
        "one of two": REVISIONS.still_holds(before, {"forum:1", "speaker:berg-ada"}),
        "another part": REVISIONS.still_holds(before, {"speaker:lund-ivo"}),
        "made since": REVISIONS.still_holds(now, {"speaker:berg-ada"}),
        "another day": REVISIONS.still_holds(replace(now, day=now.day - datetime.timedelta(1)), ()),
        "an embargo ended": REVISIONS.still_holds(replace(now, embargo=timezone.now()), ()),
        "a backup was put back": REVISIONS.still_holds(replace(now, era=now.era + 1), ()),
        "the site has another name": REVISIONS.still_holds(replace(now, site={"name": "Snow"}), ()),
    }

    assert {name for name, holds in told.items() if holds} == {"another part", "made since"}
