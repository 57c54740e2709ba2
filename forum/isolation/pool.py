"""Warm processes that read, a few at a time."""

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec

from forum.first_use import ready
from forum.isolation import errors, frames
from forum.isolation.limits import Limits

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 1.0  # seconds that a caller waits for its turn: each wait holds one of the site's few threads
DEFAULT_LIMITS = Limits()
_DYING = 1.0  # seconds that a process which closed its socket has to end
log = logging.getLogger(__name__)


class _DiedError(Exception):
    """The process ended before it answered."""


class ReadingProcess:
    """One process that reads; it and all that it starts are one group, and end together."""

    def __init__(self, module: str, limits: Limits) -> None:
        self._link, theirs = socket.socketpair()
        self._limits = limits
        self._status: int | None = None
        with theirs:
            self._process: subprocess.Popen[bytes] = subprocess.Popen(  # noqa: S603 (this program, with words of our own)
                [
                    sys.executable,
                    "-m",
                    "forum.isolation.worker",
                    module,
                    msgspec.json.encode(limits).decode(),
                ],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                # Nothing of the site's environment: no keys, no addresses of databases.
                env={"HOME": "/", "PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
                process_group=0,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether it has ended; it stays unreaped until `end`, so that its number is nobody else's."""
        flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return self._status is not None or os.waitid(os.P_PID, self.pid, flags) is not None

    def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send a request, give the answer. Raises TimeoutError, frames.TooLongError or _DiedError."""
        deadline = time.monotonic() + self._limits.seconds
        try:
            self._link.settimeout(self._limits.seconds)
            frames.send(self._link, request)
            self._link.settimeout(max(deadline - time.monotonic(), 0.001))
            answer = frames.receive(self._link, self._limits.longest_answer)
        except (BrokenPipeError, ConnectionError) as error:
            raise _DiedError from error
        if answer is None:
            raise _DiedError
        return answer

    def end(self, patience: float = 0) -> int:
        """Kill it and everything that it started; give how it ended: negative for a signal.

        What is ending of itself gets `patience` seconds for it, so that it can tell why.
        """
        if self._status is None:
            latest = time.monotonic() + patience
            while not self.ended and time.monotonic() < latest:
                time.sleep(0.005)
            os.killpg(self.pid, signal.SIGKILL)
            self._status = self._process.wait()
            self._link.close()
        return self._status


class Pool:
    """Runs the functions of one module in at most `processes` processes at once, which stay warm."""

    def __init__(self, module: str, *, processes: int = 2, limits: Limits = DEFAULT_LIMITS) -> None:
        self._module, self._processes, self._limits = module, processes, limits
        self._start_anew()
        # A forked process must not talk through its parent's sockets.
        os.register_at_fork(after_in_child=self._start_anew)

    def _start_anew(self) -> None:
        self._idle: list[ReadingProcess] = []
        self._turns = threading.BoundedSemaphore(self._processes)

    def call[Result](self, function: str, data: bytes, result: type[Result], **options: str) -> Result:
        """Run a function of the module on these bytes. Raises RefusedError, the function's own or ours."""
        if not self._turns.acquire(timeout=PATIENCE):
            raise errors.busy()
        try:
            request = msgspec.msgpack.encode(frames.Request(function, data, options))
            kind, body = self._asked(request)
        finally:
            self._turns.release()
        return self._understood(kind, body, result)

    def warm(self) -> None:
        """Start a process if none is there: it imports its readers, two seconds, while somebody looks for a file."""
        if not self._idle and self._turns.acquire(blocking=False):
            try:
                self._idle.append(ReadingProcess(self._module, self._limits))
            finally:
                self._turns.release()

    def end(self) -> None:
        """End the warm processes."""
        while self._idle:
            self._idle.pop().end()

    def _asked(self, request: bytes) -> tuple[int, bytes]:
        while self._idle:
            process = self._idle.pop()
            try:
                return self._answer_of(process, request)
            except _DiedError:
                # After many readings, or after none for long, it has ended of itself: the next one, then.
                if process.end(_DYING):
                    raise self._reason(process) from None
        process = ReadingProcess(self._module, self._limits)
        try:
            return self._answer_of(process, request)
        except _DiedError:
            raise self._reason(process) from None

    def _answer_of(self, process: ReadingProcess, request: bytes) -> tuple[int, bytes]:
        try:
            answer = process.ask(request)
        except TimeoutError:
            process.end()
            raise errors.too_slow(self._limits.seconds) from None
        except frames.TooLongError:
            process.end()
            raise errors.too_much_memory() from None
        self._idle.append(process)
        return answer

    def _reason(self, process: ReadingProcess) -> errors.RefusedError:
        status = process.end(_DYING)
        log.warning("A reading process of %s ended: status %s", self._module, status)
        return errors.too_slow(self._limits.seconds) if status == -signal.SIGXCPU else errors.crashed()

    def _understood[Result](self, kind: int, body: bytes, result: type[Result]) -> Result:
        if kind == frames.DONE:
            return msgspec.msgpack.decode(body, type=ready(result))
        if kind == frames.REFUSED:
            refusal = msgspec.msgpack.decode(body, type=ready(frames.Refusal))
            raise errors.RefusedError(refusal.code, refusal.template, **refusal.params)
        log.error("A reader of %s stumbled:\n%s", self._module, body.decode("utf-8", "replace"))
        raise errors.crashed()
