"""Search: what a reader typed → passages by bulletin, counts, and ways on where nothing was found."""

from bulletins.search.counting import Counts
from bulletins.search.facets import NOBODY, Label, labels, values_of
from bulletins.search.query import LONGEST
from bulletins.search.results import PER_PAGE, RANKED, Criteria, Group, Order, Search
from bulletins.search.suggestions import Suggestion, corrected, single_words, without_filters
from bulletins.search.turns import TURNS, TooManySearchesError

__all__ = [
    "LONGEST",
    "NOBODY",
    "PER_PAGE",
    "RANKED",
    "TURNS",
    "Counts",
    "Criteria",
    "Group",
    "Label",
    "Order",
    "Search",
    "Suggestion",
    "TooManySearchesError",
    "corrected",
    "labels",
    "single_words",
    "values_of",
    "without_filters",
]
