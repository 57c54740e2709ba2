"""What a serving process does every few seconds beside answering: what has become due."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, connection

log = logging.getLogger(__name__)
SECONDS = 15.0
_TASKS: list[Callable[[], object]] = []


def every_few_seconds(task: Callable[[], object]) -> None:
    """Let a task be done by each serving process. Processes ask at once: the task must bear that."""
    if task not in _TASKS:
        _TASKS.append(task)


def run_due() -> None:
    """Do every task once. One that fails is told in the log, and holds up no other."""
    for task in _TASKS:
        try:
            task()
        except DatabaseError as error:
            log.warning("%s waits for the database: %s", task.__name__, error)  # tried again in a moment
        except Exception:
            log.exception("%s failed", task.__name__)


def start() -> None:
    """Begin, in a thread of its own."""
    threading.Thread(target=_run, name="timer", daemon=True).start()


def _run() -> None:
    while True:
        time.sleep(SECONDS)
        run_due()
        connection.close()
