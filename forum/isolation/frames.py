"""What a site's process and a reading process say to each other: frames of a length, a kind and a body.

Bodies are msgpack of known structs, decoded by their types: nothing that a reading process sends is
ever trusted to say what it is.
"""

import socket
import struct
from typing import Final

import msgspec

_HEADER: Final = struct.Struct("!QB")
# Kinds of answers.
DONE, REFUSED, FAILED = 0, 1, 2


class Request(msgspec.Struct, frozen=True, array_like=True):
    """Call `function` of the process's module with these bytes and these words."""

    function: str
    data: bytes
    options: dict[str, str]


class Refusal(msgspec.Struct, frozen=True, array_like=True):
    """A RefusedError on its way."""

    code: str
    template: str
    params: dict[str, str]


class TooLongError(Exception):
    """A frame is longer than anybody asked for."""


def send(link: socket.socket, body: bytes, kind: int = DONE) -> None:
    """Send one frame."""
    link.sendall(_HEADER.pack(len(body), kind) + body)


def receive(link: socket.socket, longest: int) -> tuple[int, bytes] | None:
    """Receive one frame: its kind and body; None where the other side has ended. Raises TooLongError."""
    header = _exactly(link, _HEADER.size)
    if header is None:
        return None
    length, kind = _HEADER.unpack(header)
    if length > longest:
        raise TooLongError
    body = _exactly(link, length)
    return None if body is None else (kind, body)


def _exactly(link: socket.socket, length: int) -> bytes | None:
    held = bytearray(length)
    view, place = memoryview(held), 0
    while place < length:
        read = link.recv_into(view[place:])
        if not read:
            return None
        place += read
    return bytes(held)
