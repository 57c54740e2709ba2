"""A bar in milliseconds that a loaded machine does not decide: told in times of how slow it is just now."""

import time


def at_rest(milliseconds):
    """Give as many milliseconds as what takes so many on this machine at rest may take now."""
    times = []
    for _ in range(60):
        begun = time.perf_counter()
        sum(range(300_000))
        times.append(time.perf_counter() - begun)
    times.sort()
    # The quickest had a core to itself; bars are of the slowest in twenty.
    return milliseconds * times[int(len(times) * 0.95) - 1] / times[0]
