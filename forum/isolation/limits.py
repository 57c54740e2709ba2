"""How much reading may take."""

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one reading may take, and how long a reading process lasts.

    `seconds` counts twice: the reading process is ended after so many by the clock, and the system ends
    it, or any process that it started, after so many of a processor's. `memory` is address space, in bytes.
    """

    seconds: float = 20
    memory: int = 1 << 30
    longest_answer: int = 64 << 20
    readings: int = 200
    idle_seconds: float = 300
