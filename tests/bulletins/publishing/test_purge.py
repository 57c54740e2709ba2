"""A CDN is told what changed: by a POST to a real little server, or by a function; and breaks nothing."""

import datetime
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection
from django.utils import timezone

from bulletins.document import Mention, RosterEntry, Text
from bulletins.models import Bulletin, Publication
from bulletins.publishing.embargo import change_embargo
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.purge import addresses_of, purge_when_committed
from bulletins.publishing.withdrawal import restore, withdraw
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_edition, make_forum, make_organisation, make_session
from tests.figures import JPEG, figure, show_in

pytestmark = pytest.mark.django_db(transaction=True)

FORMS = ("bib", "csl", "docx", "html", "json", "md", "pdf", "ris", "txt")
ISSUE = {
    f"/rain/2026/1{version}{what}"
    for version in ("", "/v1")
    for what in ("/", "/cite/", *(f".{form}" for form in FORMS))
}
AROUND = {"/", "/archive/", "/rain/", "/rain/bulletin/", "/rain/2026/"}
AROUND |= {"/feeds/all.atom", "/feeds/rain.atom", "/sitemap.xml", "/speakers/", "/organisations/", "/topics/"}
PEOPLE = {"/speakers/berg-ada/", "/organisations/academy-of-rain/"}


@pytest.fixture
def cdn(settings):
    """A server that writes down what it is told, and answers with the status that it is given."""
    told, status = [], [200]

    class Told(BaseHTTPRequestHandler):
        def do_POST(self):
            data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            # What is told is committed: another connection sees it.
            told.append((set(data["addresses"]), Publication.objects.filter(withdrawn_at=None).count()))
            connection.close()
            self.send_response(status[0])
            self.end_headers()

        def log_message(self, *_arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Told)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    settings.PURGE = f"http://127.0.0.1:{server.server_port}/purge"
    yield told, status
    server.shutdown()
    thread.join()
    server.server_close()


def test_each_act_tells_every_address_that_shows_the_bulletin(cdn, tied, editor):
    told, _status = cdn
    somebody_else = RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean")
    lede = ((Mention("lund-ivo"), Text(" said that it rains.")),)
    other = make_bulletin(
        make_edition(make_forum(slug="snow")), document(roster=(*document().roster, somebody_else), lede=lede)
    )
    other.sessions.set([make_session(other.edition)])
    show_in(other, figure(JPEG, alt="A lake"))
    publish(other, by=editor, approval=SAID)
    told.clear()

    withdraw(tied.bulletin, by=editor, note="Wrong.")
    restore(tied.bulletin, by=editor)
    Bulletin.objects.filter(pk=tied.bulletin_id).update(title="Rain gardens, corrected")
    show_in(tied.bulletin, figure(alt="A garden"))
    publish(Bulletin.objects.get(pk=tied.bulletin_id), by=editor, approval=SAID)

    session = {f"/rain/2026/sessions/{pk}/" for pk in tied.bulletin.sessions.values_list("pk", flat=True)}
    whole = ISSUE | AROUND | PEOPLE | session
    assert [addresses for addresses, _ in told[:2]] == [whole] * 2
    second = {address.replace("/v1", "/v2") for address in ISSUE}
    shown = {f"/rain/2026/1/v2/figures/{figure().name}"}
    assert [addresses for addresses, _ in told[2:]] == [whole | second | shown]
    assert [count for _, count in told] == [1, 2, 3]


def test_a_hook_that_fails_is_logged_and_breaks_nothing(cdn, tied, editor, caplog):
    _told, status = cdn
    status[0] = 500

    withdraw(tied.bulletin, by=editor, note="Wrong.")

    tied.refresh_from_db()
    assert tied.withdrawn_at is not None
    assert "was not told of" in caplog.text


@pytest.mark.slow
def test_a_hook_that_does_not_answer_is_waited_for_three_seconds_and_logged(settings, caplog):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.PURGE = f"http://127.0.0.1:{silent.getsockname()[1]}/purge"
        begun = time.monotonic()
        purge_when_committed(["/rain/"])
        took = time.monotonic() - begun

    assert (int(took), "was not told of 1 addresses that changed" in caplog.text) == (3, True)


def test_a_hook_that_is_not_there_is_logged_and_breaks_nothing(tied, editor, settings, caplog):
    settings.PURGE = "nowhere.at_all"

    withdraw(tied.bulletin, by=editor, note="Wrong.")

    tied.refresh_from_db()
    assert (tied.withdrawn_at is not None, "nowhere.at_all was not told of" in caplog.text) == (True, True)


def test_a_hook_may_be_a_function(tied, editor, settings, capsys):
    settings.PURGE = "builtins.print"

    withdraw(tied.bulletin, by=editor, note="Wrong.")

    assert "'/rain/2026/1/v1.pdf'" in capsys.readouterr().out


def test_an_embargo_that_is_changed_tells_every_address_that_shows_the_bulletin(cdn, edition, editor):
    told, _status = cdn
    later = timezone.now() + datetime.timedelta(days=3)
    bulletin = make_bulletin(edition)
    publish(bulletin, by=editor, approval=Approval(acceptance="Read.", public_from=later))
    told.clear()

    change_embargo(bulletin, by=editor, public_from=None, note="The minister agreed.")

    assert [addresses for addresses, _ in told] == [ISSUE | AROUND | {"/speakers/berg-ada/"}]


def test_a_body_that_speaks_for_itself_has_its_page_told(edition, editor, settings):
    settings.PURGE = "builtins.print"
    union = make_organisation("River Union")
    body = RosterEntry(speaker=f"body:{union.slug}", name="River Union", kind="body", organisation=union.slug)
    lede = ((Mention(body.speaker), Text(" said that it rains.")),)
    publication = publish(
        make_bulletin(edition, document(roster=(*document().roster, body), lede=lede)),
        by=editor,
        approval=SAID,
    )

    told = [one for one in addresses_of(publication) if one.startswith(("/speakers/", "/organisations/"))]

    assert told == ["/organisations/", "/organisations/river-union/", "/speakers/", "/speakers/berg-ada/"]


def test_without_a_cdn_nothing_is_looked_up(tied, settings):
    settings.PURGE = ""

    assert addresses_of(tied) == []


def test_addresses_are_told_in_order_and_each_once(tied, settings):
    settings.PURGE = "builtins.print"

    addresses = addresses_of(tied)

    assert addresses == sorted(set(addresses))
