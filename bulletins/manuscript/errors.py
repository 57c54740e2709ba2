"""The one exception of this package."""

import msgspec

from bulletins.document import reason_of
from forum.isolation import RefusedError


class ManuscriptError(RefusedError):
    """A file that cannot be read as a bulletin."""


def out_of_bounds(error: msgspec.DecodeError) -> ManuscriptError:
    """Refuse what no Document can hold."""
    return ManuscriptError(
        "out-of-bounds", "The file holds what no bulletin can hold: {reason}.", reason=reason_of(error)
    )
