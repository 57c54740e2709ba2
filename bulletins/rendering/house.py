"""How a bulletin's series is set on paper; without one, as a journal on A4."""

from bulletins.document import Document, HouseStyle, Imprint, Paper

_RED = "#8C1D2F"


def style_of(document: Document) -> HouseStyle:
    """Give the house style of a bulletin's series."""
    return document.series.style if document.series else "journal"


def paper_size_of(document: Document) -> Paper:
    """Give the size of a sheet."""
    return document.series.paper if document.series else "a4"


def colour_of(imprint: Imprint) -> str:
    """Give the forum’s colour, a dark red where it has none of its own."""
    return imprint.colour or _RED
