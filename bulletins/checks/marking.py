"""May this issue be kept here, and be public? Its marking says so."""

import re
from collections.abc import Iterator

from bulletins.checks.facts import Facts, Rule
from bulletins.document import Document, Finding, gettext_noop
from forum.scripts import simplified

# The three grades of state secrets. A trade secret (商业秘密) and a secret of one's work (工作秘密) are none.
_STATE_SECRET = re.compile(r"(?<![业作人])(?:绝\s*密|机\s*密|秘\s*密)")


def state_secret(marking: str) -> Finding | None:
    """Say that an issue bears a grade of secrecy, and why it cannot be here; None where it bears none."""
    if _STATE_SECRET.search(simplified(marking)) is None:
        return None
    return Finding(
        code="state-secret",
        severity="error",
        template=gettext_noop(
            "It is marked “{marking}”. State secrets may not be kept or sent on a network that others reach:"
            " take it off this site and write it where that is allowed."
        ),
        params={"marking": marking},
        where="marking",
    )


def marked(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A grade of secrecy forbids publication; of any other marking whoever publishes has to say that it may be."""
    if not document.marking:
        return
    secret = state_secret(document.marking)
    yield secret or Finding(
        code="marking",
        severity="hint",
        template=gettext_noop(
            "It is marked “{marking}”: it becomes public only if whoever publishes it says that it may."
        ),
        params={"marking": document.marking},
        where="marking",
    )


MARKING: tuple[Rule, ...] = (marked,)
