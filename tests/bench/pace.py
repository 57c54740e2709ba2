"""A bar in milliseconds that a loaded machine does not decide: told in times of how slow it is just now."""

import time
from statistics import median


def at_rest(milliseconds):
    """Give as many milliseconds as what takes so many on this machine at rest may take now."""
    times = []
    for _ in range(25):
        begun = time.perf_counter()
        sum(range(300_000))
        times.append(time.perf_counter() - begun)
    # The quickest had a core to itself.
    return milliseconds * median(times) / min(times)
