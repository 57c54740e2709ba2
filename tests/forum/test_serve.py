"""Serving: on the port asked for, or the next free one, said plainly."""

import socket

from forum.management.commands.serve import first_free_port


def test_a_taken_port_gives_the_next_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert first_free_port("127.0.0.1", port) in range(port + 1, port + 20)


def test_a_free_port_is_taken_as_it_is():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    assert first_free_port("127.0.0.1", port) == port
