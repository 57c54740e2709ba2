"""Types made ready for msgspec, one at a time.

msgspec readies a type where it is first decoded into. Two threads that come to one first at once end the
whole process (seen with 0.22: a segmentation fault), so whatever threads decode passes here, or is made
ready as its module is imported.
"""

import threading

import msgspec

_lock = threading.Lock()
_ready: set[object] = set()


def ready[Type](kind: type[Type]) -> type[Type]:
    """Give the type back once msgspec knows it."""
    if kind not in _ready:
        with _lock:
            msgspec.json.Decoder(kind)
            _ready.add(kind)
    return kind
