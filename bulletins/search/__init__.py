"""Search: what a reader typed → passages by bulletin, counts, and ways on where nothing was found."""

from bulletins.search.labels import NOBODY, Label, labels, values_of
from bulletins.search.query import LONGEST
from bulletins.search.results import PER_PAGE, RANKED, Counts, Group, Order, Search, Wish
from bulletins.search.suggestions import Way, corrected, single_words, wider

__all__ = [
    "LONGEST",
    "NOBODY",
    "PER_PAGE",
    "RANKED",
    "Counts",
    "Group",
    "Label",
    "Order",
    "Search",
    "Way",
    "Wish",
    "corrected",
    "labels",
    "single_words",
    "values_of",
    "wider",
]
