"""How often one address may ask the API: each process counts for itself, a minute at a time."""

import threading
import time
from collections import Counter
from dataclasses import dataclass
from math import ceil

from django.conf import settings

MINUTE = 60


@dataclass(frozen=True)
class Allowance:
    """What somebody has left: requests of how many, and in how many seconds there are as many again."""

    limit: int
    left: int
    seconds: int

    @property
    def is_used_up(self) -> bool:
        """Whether this request was one too many."""
        return self.left < 0

    @property
    def headers(self) -> dict[str, str]:
        """What an answer tells of it."""
        told = {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(0, self.left)),
            "RateLimit-Reset": str(self.seconds),
        }
        return {**told, "Retry-After": told["RateLimit-Reset"]} if self.is_used_up else told


class Requests:
    """The requests of the present minute, by who sent them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._minute: int | None = None
        self._sent: Counter[str] = Counter()

    def count(self, address: str) -> Allowance:
        """Count one more, and tell what is left."""
        now = time.time()
        with self._lock:
            if (minute := int(now // MINUTE)) != self._minute:
                self._minute, self._sent = minute, Counter()
            self._sent[address] += 1
            sent = self._sent[address]
        return Allowance(settings.API_REQUESTS, settings.API_REQUESTS - sent, ceil(MINUTE - now % MINUTE))


REQUESTS = Requests()
