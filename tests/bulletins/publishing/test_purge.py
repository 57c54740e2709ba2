"""A CDN is told what changed: by a POST to a real little server, or by a function; and breaks nothing."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection

from bulletins.models import Bulletin, Publication
from bulletins.publishing.publication import publish
from bulletins.publishing.withdrawal import restore, withdraw
from tests.bulletins.conftest import SAID

pytestmark = pytest.mark.django_db(transaction=True)

ISSUE = {"/rain/2026/1/", "/rain/2026/1.pdf", "/rain/2026/1/v1/", "/rain/2026/1/v1.pdf", "/rain/2026/1/cite/"}
AROUND = {"/", "/archive/", "/rain/", "/rain/2026/", "/feeds/all.atom", "/feeds/rain.atom", "/sitemap.xml"}
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
    withdraw(tied.bulletin, by=editor, note="Wrong.")
    restore(tied.bulletin, by=editor)
    Bulletin.objects.update(title="Rain gardens, corrected")
    publish(Bulletin.objects.get(), by=editor, approval=SAID)

    session = {f"/rain/2026/sessions/{pk}/" for pk in tied.bulletin.sessions.values_list("pk", flat=True)}
    assert [(ISSUE | AROUND | PEOPLE | session) <= addresses for addresses, _ in told] == [True] * 4
    assert [count for _, count in told] == [1, 0, 1, 2]
    assert "/rain/2026/1/v2.pdf" in told[-1][0]


def test_a_hook_that_fails_is_logged_and_breaks_nothing(cdn, tied, editor, caplog):
    _told, status = cdn
    status[0] = 500

    withdraw(tied.bulletin, by=editor, note="Wrong.")

    tied.refresh_from_db()
    assert tied.withdrawn_at is not None
    assert "was not told of" in caplog.text


def test_a_hook_that_is_not_there_is_logged_and_breaks_nothing(tied, editor, settings, caplog):
    settings.PURGE = "nowhere.at_all"

    withdraw(tied.bulletin, by=editor, note="Wrong.")

    tied.refresh_from_db()
    assert (tied.withdrawn_at is not None, "nowhere.at_all was not told of" in caplog.text) == (True, True)


def test_a_hook_may_be_a_function(tied, editor, settings, capsys):
    settings.PURGE = "builtins.print"

    withdraw(tied.bulletin, by=editor, note="Wrong.")

    assert "'/rain/2026/1/v1.pdf'" in capsys.readouterr().out
