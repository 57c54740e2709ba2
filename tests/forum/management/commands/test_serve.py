"""Serving on the port asked for, or on the next free one."""

import io
import re
import socket

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from forum.management.commands.serve import Command, first_free_port
from tests.serving import free_port


def test_a_taken_port_gives_the_next_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert first_free_port("127.0.0.1", port) in range(port + 1, port + 20)


def test_a_free_port_is_taken_as_it_is():
    port = free_port()

    assert first_free_port("127.0.0.1", port) == port


@pytest.mark.parametrize(
    ("host", "port", "or_next", "ports"),
    [
        ("192.0.2.1", 8000, False, "Port 8000 is"),  # an address for examples, which no machine has
        ("192.0.2.1", 8000, True, "Ports 8000 to 8019 are"),
        ("127.0.0.1", 65536, False, "Port 65536 is"),
        ("::1", 65536, True, "Ports 65536 to 65555 are"),
    ],
)
def test_where_no_port_is_to_be_had_one_sentence_says_which_were_tried(host, port, or_next, ports):
    with pytest.raises(CommandError) as refused:
        call_command("serve", host=host, port=port, or_next=or_next)

    assert str(refused.value) == (
        f"{ports} taken, or not to be had on {host}. Choose another with --port, or end what holds it."
    )


def test_a_taken_port_is_an_error_unless_the_next_one_will_do():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} is taken"):
            call_command("serve", port=port)


def test_without_the_files_that_pages_ask_for_nothing_is_served(settings, tmp_path):
    manifest = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": manifest}
    settings.STATIC_ROOT = tmp_path

    with pytest.raises(
        CommandError, match="Static files are not collected, or an upgrade brought new ones: "
    ):
        Command()._require_what_pages_need()


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_not_there_yet_is_told_and_served_without(monkeypatch):
    there, absent = io.StringIO(), io.StringIO()

    Command(stderr=there)._require_what_pages_need()
    with monkeypatch.context() as elsewhere:
        for name, value in (("HOST", "127.0.0.1"), ("PORT", free_port())):
            elsewhere.setitem(connection.settings_dict, name, value)
        Command(stderr=absent)._require_what_pages_need()

    assert there.getvalue() == ""
    assert re.fullmatch(
        r"The database is not there yet: .*[^.]\. Pages say 503 until it is\.\n", absent.getvalue()
    )
