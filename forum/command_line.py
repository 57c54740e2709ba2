"""The command line: `manage.py` in a checkout, `rapporteur` where the package is installed.

What an operator can mend (a setting, a password, a database that is not there) is told in one sentence, without a
traceback. In a checkout, what `make run` wrote into `.env` is the environment where there is none.
"""

import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError, connection

from forum.database import DatabaseError

# Whoever sets one of these has an environment of their own: `.env` would mix another site's into it.
OWN_ENVIRONMENT = (
    "DATABASE_URL",
    "DJANGO_SETTINGS_MODULE",
    "RAPPORTEUR_DEBUG",
    "RAPPORTEUR_HOSTS",
    "RAPPORTEUR_HTTPS",
    "RAPPORTEUR_SECRET_KEY",
)


def main(checkout: Path | None = None) -> None:
    """Run the command that the arguments name."""
    _take_environment(checkout)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum.settings")
    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, DatabaseError) as error:
        sys.exit(f"{error}")
    except OperationalError as error:
        if connection.connection is not None:
            raise  # we were in: it is something else
        sys.exit(f"The database cannot be used: {_reason(error)}. Look at DATABASE_URL and at the server.")


def _take_environment(checkout: Path | None) -> None:
    """Add the variables of the file that RAPPORTEUR_ENV_FILE names, or of the checkout's `.env`; none is overridden."""
    if named := os.environ.get("RAPPORTEUR_ENV_FILE"):
        file = Path(named)
        if not file.is_file():
            sys.exit(f"RAPPORTEUR_ENV_FILE names {named}, which is not there.")
    elif checkout is None or any(name in os.environ for name in OWN_ENVIRONMENT):
        return
    else:
        file = checkout / ".env"
    for name, value in read_environment(file).items():
        os.environ.setdefault(name, value)


def read_environment(file: Path) -> dict[str, str]:
    """Give the variables that a file's lines `NAME=value` name; no quotes and no expansion."""
    if not file.is_file():
        return {}
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    pairs = (line.partition("=") for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _reason(error: OperationalError) -> str:
    return str(error).strip().splitlines()[-1].strip().rstrip(".")


if __name__ == "__main__":
    main()
