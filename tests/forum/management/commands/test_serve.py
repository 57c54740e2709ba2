"""Serving on the port asked for, or on the next free one."""

import socket

import pytest
from django.core.management import CommandError, call_command

from forum.management.commands.serve import first_free_port
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
