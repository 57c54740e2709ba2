#!/usr/bin/env python3
"""Django's command line, with the Python of this checkout's `.venv` where the present one has no Django."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent
PYTHON = CHECKOUT / ".venv" / "bin" / "python"


def find_django() -> None:
    """Go on in `.venv` if Django is there alone, or say how to install it."""
    if find_spec("django") is not None:
        return
    if PYTHON.exists() and Path(sys.prefix).resolve() != PYTHON.parents[1].resolve():
        os.execv(PYTHON, [str(PYTHON), *sys.argv])  # noqa: S606 (our own interpreter, no shell)
    sys.exit("Django is not installed. `make run` installs it into .venv, and README tells how to by hand.")


if __name__ == "__main__":
    find_django()
    from forum.command_line import main

    main(CHECKOUT)
