"""How readers narrow down what they see: one file a list."""

from bulletins.filters.archive import ArchiveFilter
from bulletins.filters.search import SearchFilter, SearchPage

__all__ = ["ArchiveFilter", "SearchFilter", "SearchPage"]
