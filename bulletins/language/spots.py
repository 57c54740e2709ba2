"""A place in a bulletin, as the grammars take it."""

from typing import NamedTuple


class Spot(NamedTuple):
    """A place in parts: of which section (its numeral) and point, which part of that, which paragraph of that part."""

    section: str = ""
    point: int = 0
    part: str = ""
    paragraph: int = 0
