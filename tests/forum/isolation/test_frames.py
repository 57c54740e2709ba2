"""Frames come whole, in as many pieces as they may; what breaks off or is too long is none."""

import socket

import pytest

from forum.isolation.frames import FAILED, TooLongError, receive, send


def received(*pieces, longest=100):
    """Send some bytes and end; give each frame that comes, until none does."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for piece in pieces:
            ours.sendall(piece)
        ours.shutdown(socket.SHUT_WR)
        return list(iter(lambda: receive(theirs, longest), None))


def frame(body, kind=0):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send(ours, body, kind)
        return theirs.recv(200)


def test_frames_come_one_after_the_other_and_what_breaks_off_is_none():
    first, second = frame(b"rain"), frame(b"", FAILED)
    told = {cut: received(first[:3], first[3:], second[:cut]) for cut in (0, 1, 8, 9)}

    assert told == {0: [(0, b"rain")], 1: [(0, b"rain")], 8: [(0, b"rain")], 9: [(0, b"rain"), (FAILED, b"")]}
    assert [received(first[:cut]) for cut in (0, 5, 9, 12)] == [[], [], [], []]


def test_a_frame_may_be_as_long_as_it_is_asked_for_and_no_longer():
    assert received(frame(b"rain"), longest=4) == [(0, b"rain")]
    with pytest.raises(TooLongError):
        received(frame(b"rain"), longest=3)
