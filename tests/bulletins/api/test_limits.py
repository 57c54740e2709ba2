"""How many requests somebody has left in a minute, and what an answer tells of it."""

from types import SimpleNamespace

from bulletins.api import limits
from bulletins.api.limits import Requests


def test_everybody_has_so_many_requests_a_minute_and_is_told_when_the_next_one_begins(settings, monkeypatch):
    settings.API_REQUESTS = 2
    clock = SimpleNamespace(now=600.0, time=lambda: clock.now)
    monkeypatch.setattr(limits, "time", clock)
    requests, told = Requests(), []
    for clock.now, address in (
        (600.0, "a"),
        (600.0, "b"),
        (630.5, "a"),
        (659.9, "a"),
        (660.0, "a"),
    ):
        allowance = requests.count(address)
        told.append((allowance.left, allowance.is_used_up, allowance.headers))

    def headers(remaining, reset, **more):
        return {"RateLimit-Limit": "2", "RateLimit-Remaining": remaining, "RateLimit-Reset": reset, **more}

    assert told == [
        (1, False, headers("1", "60")),
        (1, False, headers("1", "60")),
        (0, False, headers("0", "30")),
        (-1, True, headers("0", "1", **{"Retry-After": "1"})),
        (1, False, headers("1", "60")),
    ]
