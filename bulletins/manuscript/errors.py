"""The one exception of this package."""

from forum.isolation import RefusedError


class ManuscriptError(RefusedError):
    """A file that cannot be read as a bulletin."""


def out_of_bounds(reason: str) -> ManuscriptError:
    """Refuse what no Document can hold."""
    return ManuscriptError(
        "out-of-bounds", "The file holds what no bulletin can hold: {reason}.", reason=reason
    )
