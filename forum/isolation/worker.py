"""The reading process: `python -m forum.isolation.worker MODULE LIMITS`, with a socket as its standard input.

It limits itself before it imports the readers, and ends with the process that started it.
"""

import importlib
import os
import resource
import select
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

import msgspec

from forum.isolation import errors, frames
from forum.isolation.limits import Limits

LONGEST_REQUEST = 64 << 20
_HUNG_UP = getattr(select, "POLLRDHUP", select.POLLHUP)


def main(module: str, given: str) -> None:
    """Answer requests until the other side ends, or nobody asks for long, or it has been often enough."""
    limits = msgspec.json.decode(given, type=Limits)
    _limit(limits)
    link = socket.socket(fileno=os.dup(0))
    threading.Thread(target=_die_with, args=(link,), daemon=True).start()
    readers = importlib.import_module(module)
    for _ in range(limits.readings):
        if not select.select([link], [], [], limits.idle_seconds)[0]:
            return
        received = frames.receive(link, LONGEST_REQUEST)
        if received is None:
            return
        _allow_seconds(limits.seconds)
        frames.send(link, *_answer(readers, received[1]))


def _limit(limits: Limits) -> None:
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _allow_seconds(seconds: float) -> None:
    """Give the next reading its seconds of processor time; the system ends a process that takes more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = used.ru_utime + used.ru_stime
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent + seconds) + 1, resource.RLIM_INFINITY))


def _die_with(link: socket.socket) -> None:
    """End this process and its children when the other side has gone, whatever it is doing."""
    poll = select.poll()
    poll.register(link, _HUNG_UP)
    poll.poll()
    os.killpg(0, signal.SIGKILL)


def _answer(readers: Any, body: bytes) -> tuple[bytes, int]:
    try:
        request = msgspec.msgpack.decode(body, type=frames.Request)
        function: Callable[..., Any] = getattr(readers, request.function)
        return msgspec.msgpack.encode(function(request.data, **request.options)), frames.DONE
    except errors.RefusedError as error:
        refused = error
    except MemoryError:
        refused = errors.too_much_memory()
    except RecursionError:
        refused = errors.too_deep()
    except Exception:  # noqa: BLE001 (whatever a reader stumbles over is logged where there is a log)
        return traceback.format_exc(limit=-20)[-20_000:].encode("utf-8", "replace"), frames.FAILED
    refusal = frames.Refusal(refused.code, refused.template, refused.params)
    return msgspec.msgpack.encode(refusal), frames.REFUSED


if __name__ == "__main__":
    main(*sys.argv[1:])
