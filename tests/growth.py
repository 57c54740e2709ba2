"""How time grows with what is sent: four lengths, each twice the last, in the process's own time."""

import gc
import itertools
import time

# At most this often the time of half the length; below the floor, time says nothing.
MOST = 2.5
FLOOR = 0.02


def own_seconds(function, runs=1):
    """Processor time of this process alone: neither other processes nor their children count."""
    least = float("inf")
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            function()
            least = min(least, time.process_time() - start)
    finally:
        gc.enable()
    return least


def growths(make, count, work):
    """How many times longer each of three doublings takes; what looks bad is measured again, both lengths together."""
    inputs = [make(count * 2**step) for step in range(4)]
    times = [own_seconds(lambda data=data: work(data)) for data in inputs]
    found = [after / max(before, FLOOR) for before, after in itertools.pairwise(times)]
    for step, runs in itertools.product(range(3), (2, 3, 5)):
        if found[step] > MOST:
            # A machine that is slower for a while is so for both.
            before, after = (
                own_seconds(lambda data=data: work(data), runs) for data in inputs[step : step + 2]
            )
            found[step] = min(found[step], after / max(before, FLOOR))
    return found
