"""The first half of `make run`: the locked dependencies in `.venv`, and `.env`, told step by step.

`python3 -m forum.installation REQUIREMENTS` runs with any Python of the right age and nothing but its standard
library. Two at once in one checkout: the second waits, and finds it done.
"""

import fcntl
import re
import secrets
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parents[1]
VENV = CHECKOUT / ".venv"
ENVIRONMENT = CHECKOUT / ".env"
# Megabytes to download and on disk (`du -sm .venv`, Python 3.13), as measured; a little more is asked for.
SIZES = {"requirements.txt": (160, 570), "requirements-dev.txt": (310, 1120)}
# Marks that `make` looks at, too. Who has what the tests need has what a run needs.
MARKS = {
    "requirements.txt": (".ready-to-run",),
    "requirements-dev.txt": (".ready-to-test", ".ready-to-run"),
}
KEY_LENGTH = 50
LOCAL = {"RAPPORTEUR_HTTPS": "0", "RAPPORTEUR_HOSTS": "localhost,127.0.0.1,[::1]"}


class InstallationError(Exception):
    """Nothing is installed; the message says why and what to do."""


def main(arguments: list[str]) -> int:
    """Install what a file of requirements locks. Gives the exit code."""
    name = arguments[0] if len(arguments) == 1 else ""
    if name not in SIZES:
        sys.stderr.write(f"usage: python3 -m forum.installation {'|'.join(SIZES)}\n")
        return 2
    try:
        with locked(CHECKOUT):
            if not _is_done(name):
                _install(name)
            write_environment(ENVIRONMENT)
    except InstallationError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep every other one that prepares this checkout waiting."""
    (folder / ".data").mkdir(exist_ok=True)
    with (folder / ".data" / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another one is preparing this checkout: waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def say(text: str) -> None:
    """Tell whoever started it, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def write_environment(file: Path) -> None:
    """Write what a site on this machine alone needs: plain HTTP, local names, a key of its own.

    What is there already stays; what is missing or empty, after a kill for instance, is added.
    """
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    present = dict(re.findall(r"^([A-Z_]+)=(.+)$", text, re.MULTILINE))
    wanted = LOCAL | {"RAPPORTEUR_SECRET_KEY": secrets.token_urlsafe(KEY_LENGTH)}
    if len(present.get("RAPPORTEUR_SECRET_KEY", "")) < KEY_LENGTH:
        present.pop("RAPPORTEUR_SECRET_KEY", None)
    missing = [f"{name}={value}\n" for name, value in wanted.items() if name not in present]
    if not missing:
        return
    opening = (
        text
        or "# By `make run`, for a site on this machine alone: manage.py reads it where nothing else is set.\n"
    )
    fresh = file.with_name(f"{file.name}.new")
    fresh.touch(mode=0o600)
    fresh.write_text(opening.removesuffix("\n") + "\n" + "".join(missing), encoding="utf-8")
    fresh.replace(file)


def _is_done(name: str) -> bool:
    mark = VENV / MARKS[name][0]
    return mark.exists() and mark.stat().st_mtime >= (CHECKOUT / name).stat().st_mtime


def _install(name: str) -> None:
    start = time.monotonic()
    download, disk = SIZES[name]
    count = len(re.findall(r"^[\w.-]+==", (CHECKOUT / name).read_text(encoding="utf-8"), re.MULTILINE))
    if shutil.disk_usage(CHECKOUT).free < disk * 1_000_000:
        raise InstallationError(f"{CHECKOUT} has less than {disk} MB free, which the dependencies take.")
    _make_venv()
    say(f"Installing {count} packages: about {download} MB to download, {disk} MB on disk, a minute or two.")
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    run_pip([*pip, "--progress-bar", "raw", "--require-hashes", "-r", name], count)
    for mark in MARKS[name]:
        (VENV / mark).touch()
    say(f"Installed in {time.monotonic() - start:.0f} s.")


def _make_venv() -> None:
    """Make the virtual environment, also where a killed try left one that does not work."""
    python = VENV / "bin" / "python"
    if python.exists():
        asked = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)  # noqa: S603 (our own)
        if asked.returncode == 0:
            return
    say(f"Making .venv with Python {sys.version.split()[0]} …")
    made = subprocess.run(  # noqa: S603 (this very interpreter)
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise InstallationError(f"Python could not make .venv: {(made.stderr or made.stdout).strip()}")


class Seen(NamedTuple):
    """How far pip is."""

    packages: int = 0
    megabytes: float = 0.0
    present: float = 0.0  # of the file that comes now

    def after(self, line: str) -> "Seen":
        """Give how far it is after one more line of its output."""
        if line.startswith(("Collecting ", "Processing ")):
            return Seen(self.packages + 1, self.megabytes + self.present)
        if part := re.match(r"Progress (\d+) of \d+", line):
            return self._replace(present=int(part[1]) / 1_000_000)
        return self


class Line:
    """One line that is written over and over at a terminal; elsewhere, a line every ten seconds."""

    def __init__(self) -> None:
        self.over = sys.stdout.isatty()
        self.pause = 0.2 if self.over else 10.0
        self.last = time.monotonic()

    def tell(self, text: str, *, now: bool = False) -> None:
        if not now and time.monotonic() - self.last < self.pause:
            return
        self.last = time.monotonic()
        sys.stdout.write(f"\r\033[K  {text}" if self.over else f"  {text}\n")
        sys.stdout.flush()

    def end(self) -> None:
        if self.over:
            sys.stdout.write("\r\033[K")


def run_pip(command: list[str], count: int) -> None:
    """Run pip, and tell how far it is. Raises InstallationError with its last words."""
    start, seen, line = time.monotonic(), Seen(), Line()
    last: deque[str] = deque(maxlen=12)
    with subprocess.Popen(  # noqa: S603 (pip of our own environment)
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as pip:
        for told in pip.stdout or ():
            seen = seen.after(told)
            if not told.startswith("Progress "):
                last.append(told.rstrip())
            if told.startswith("Installing collected"):
                line.tell("all packages are here; unpacking them …", now=True)
            elif "Retrying" in told:
                line.tell("the package index does not answer; trying again …", now=True)
            else:
                loaded = seen.megabytes + seen.present
                line.tell(
                    f"package {seen.packages} of {count}, {loaded:.0f} MB, {time.monotonic() - start:.0f} s"
                )
    line.end()
    if pip.returncode:
        raise InstallationError("\n".join([*last, "pip could not install the packages: see above."]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
