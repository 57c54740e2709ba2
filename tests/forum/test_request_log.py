"""What is written of requests and acts: who, what, when, and under which id; never a password or a title."""

import io
import logging
import re
from contextlib import nullcontext

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.urls import path, reverse

from bulletins.drafts.importing import Target, import_document
from bulletins.manuscript.blocks import Reading
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from forum import urls as site
from forum.request_log import _tell, log_requests, request_id
from tests.factories import document, make_edition, make_forum, make_user

OWN = re.compile(r"[0-9a-f]{16}")


@pytest.fixture
def lines(monkeypatch):
    """What the console gets, as the settings format it."""
    console = logging.getHandlerByName("console")
    stream = io.StringIO()
    monkeypatch.setattr(console, "stream", stream)

    def told(*loggers):
        return [
            line for line in stream.getvalue().splitlines() if any(f" {name} " in line for name in loggers)
        ]

    return told


@pytest.mark.parametrize("given", ["0123456789abcdef", "req_2f-9.A1", "A" * 64])
def test_the_proxys_id_goes_through(db, client, given):
    assert client.get("/", headers={"X-Request-ID": given})["X-Request-ID"] == given


@pytest.mark.parametrize(
    "given", [None, "", "short", "A" * 65, "a b c d e f g", "x\ty-12345678", "<script>12", "-12345678"]
)
def test_any_other_is_replaced_by_one_of_ours(db, client, given):
    headers = {} if given is None else {"X-Request-ID": given}

    assert OWN.fullmatch(client.get("/", headers=headers)["X-Request-ID"])


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_written_after_a_request_is_of_none(rf, fails):
    seen = []

    def answer(request):
        seen.append(request_id.get())
        if fails:
            raise ZeroDivisionError
        return HttpResponse()

    with pytest.raises(ZeroDivisionError) if fails else nullcontext():
        log_requests(answer)(rf.get("/", headers={"X-Request-ID": "0123456789abcdef"}))

    assert [*seen, request_id.get()] == ["0123456789abcdef", "-"]


def test_a_request_that_fails_has_a_line_with_its_id_and_a_time_with_its_offset(db, client, lines):
    identity = client.get("/no-such/page%0Ahere?q=secret")["X-Request-ID"]
    (line,) = lines("forum.request_log")

    assert re.fullmatch(
        rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{{4}} INFO forum.request_log \[{identity}\] "
        r"GET /no-such/page%0Ahere 404 \d+ ms by -",
        line,
    ), line


def test_a_page_that_is_read_has_none_unless_the_settings_ask(db, client, lines, settings):
    client.get("/archive/")
    before = len(lines("forum.request_log"))
    settings.LOG_EVERY_REQUEST = True
    client.get("/archive/")

    assert (before, len(lines("forum.request_log"))) == (0, 1)


def test_what_is_slow_fails_or_changes_something_has_a_line_by_how_bad_it_is(rf, lines):
    ada = User(username="ada")
    for method, status, seconds, user in (
        ("GET", 200, 0.99, None),
        ("HEAD", 399, 0.99, ada),
        ("GET", 200, 1.0, None),
        ("GET", 200, 2.3456, ada),
        ("POST", 302, 0.01, ada),
        ("GET", 400, 0.01, None),
        ("GET", 499, 0.01, None),
        ("GET", 500, 0.01, None),
    ):
        request = rf.generic(method, "/雨/")
        request._cached_user = user
        _tell(request, HttpResponse(status=status), seconds)

    path = "/%E9%9B%A8/"
    assert [line.partition(" ")[2] for line in lines("forum.request_log")] == [
        f"INFO forum.request_log [-] GET {path} 200 1000 ms by -",
        f"INFO forum.request_log [-] GET {path} 200 2346 ms by ada",
        f"INFO forum.request_log [-] POST {path} 302 10 ms by ada",
        f"INFO forum.request_log [-] GET {path} 400 10 ms by -",
        f"INFO forum.request_log [-] GET {path} 499 10 ms by -",
        f"ERROR forum.request_log [-] GET {path} 500 10 ms by -",
    ]


def fails(request):
    return 1 / 0


urlpatterns = [path("fails/", fails), *site.urlpatterns]
handler500 = "forum.outage.failed"


@pytest.mark.urls(__name__)
def test_a_failure_has_one_traceback_and_one_line_under_one_id(client, lines):
    client.raise_request_exception = False
    identity = client.get("/fails/")["X-Request-ID"]
    traced, told = lines("ERROR")

    assert (f"django.request [{identity}] Internal Server Error: /fails/" in traced) is True
    assert (f"forum.request_log [{identity}] GET /fails/ 500 " in told) is True


def test_importing_publishing_and_withdrawing_have_a_line_each_with_ids_and_no_title(
    editor, lines, django_capture_on_commit_callbacks
):
    target = Target(edition=make_edition(make_forum(slug="rain")), by=editor)
    with django_capture_on_commit_callbacks(execute=True):
        bulletin = import_document(Reading(document()), "0" * 64, target).bulletin
        publish(bulletin, by=editor, approval=Approval(acceptance="Read."))
        withdraw(bulletin, by=editor, note="Wrong.")
    told = [re.sub(r"^.*?\] | from .*, ledger \d+$", "", line) for line in lines("INFO")]

    assert told == [
        f"imported bulletin/{bulletin.pk} by editor",
        f"published bulletin/{bulletin.pk} by editor",
        f"withdrawn bulletin/{bulletin.pk} by editor",
    ]


@pytest.mark.django_db(transaction=True)
def test_logging_in_failing_to_and_logging_out_have_a_line_each_without_the_password(client, lines):
    user = make_user("editor", is_superuser=True)
    user.set_password("right-horse-7")
    user.save()
    login = reverse("account_login")

    client.post(login, {"login": "editor", "password": "wrong-horse-7"})
    client.post(login, {"login": "right-horse-7", "password": "right-horse-7"})
    client.post(login, {"login": "editor", "password": "right-horse-7"})
    client.post(reverse("admin:logout"))
    told = [re.sub(r"^.*\] |, ledger \d+$", "", line) for line in lines("forum.ledger", "forum.logins")]

    assert told == [
        f"login failed user/{user.pk} by - from 127.0.0.1",
        "login failed user/ by - from 127.0.0.1",
        f"logged in user/{user.pk} by editor from 127.0.0.1",
        f"logged out user/{user.pk} by editor from 127.0.0.1",
    ]
    assert not any("horse" in line for line in lines(""))
