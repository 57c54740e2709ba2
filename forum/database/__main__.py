"""`python -m forum.database start|stop`: the embedded PostgreSQL by hand."""

import sys

from forum.database import DatabaseError, Server
from forum.home import HOME


def main(arguments: list[str]) -> int:
    """Start or stop the server of this checkout. Gives the exit code."""
    server = Server.of_checkout(HOME)
    verbs = {"start": server.start, "stop": server.stop}
    if len(arguments) != 1 or arguments[0] not in verbs:
        sys.stderr.write("usage: python -m forum.database start|stop\n")
        return 2
    try:
        verbs[arguments[0]]()
    except DatabaseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
