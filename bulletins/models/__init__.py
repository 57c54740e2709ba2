"""Rows: drafts that editors work on, and what was published."""

from bulletins.models.body import Point, Section
from bulletins.models.bulletin import Bulletin, RosterLine
from bulletins.models.publication import Publication, Statement

__all__ = ["Bulletin", "Point", "Publication", "RosterLine", "Section", "Statement"]
