"""The server's processes: a master and its workers, none of which takes the others along.

A worker that dies (killed, out of memory, a fault in somebody's C) costs its own requests, and another
takes its place. A master that dies takes its workers along, so that nothing holds the port. The terminal's
Ctrl-C reaches the master alone, which then asks its workers to end: one signal each, never two at once.
"""

import ctypes
import logging
import multiprocessing
import os
import signal
import time
from typing import Any

from granian.server.mp import MPServer

# Seconds: what a worker has to finish its requests in when it is asked to end.
LAST_REQUESTS = 3
# A worker that died this soon after its start is not replaced at once: it would die again, and so on.
TOO_SOON = 5.0
PAUSE = 1.0
_PR_SET_PDEATHSIG = 1
log = logging.getLogger(__name__)


class Server(MPServer):
    """Granian, which replaces dead workers for as long as it lives."""

    def _serve_loop(self, spawn_target: Any, target_loader: Any) -> None:
        while True:
            self.main_loop_interrupt.wait()
            self.main_loop_interrupt.clear()
            if self.interrupt_signal:
                return
            dead, self.interrupt_children[:] = sorted(set(self.interrupt_children)), []
            if any(time.monotonic() - self.wrks[index].birth < TOO_SOON for index in dead):
                time.sleep(PAUSE)
            if dead and not self.interrupt_signal:
                log.error("Workers that died are replaced: %s", ", ".join(f"{index + 1}" for index in dead))
                self._respawn_workers(dead, spawn_target, target_loader)
            if self.reload_signal:
                self._reload(spawn_target, target_loader)  # type: ignore[no-untyped-call]  # granian's own


def work(*args: Any) -> None:
    """Run one worker."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Blocked, not ignored: granian sets handlers of its own, and two signals within a moment get lost in them.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    os.setpgid(0, 0)
    _end_with_parent()
    MPServer._spawn_wsgi_worker(*args)  # noqa: SLF001 (what granian itself spawns)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None or parent.pid is None:
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent.pid:  # it died before
        os._exit(1)
