"""Rows: drafts that editors work on, what was published, and the index made from it."""

from bulletins.models.body import Point, Section
from bulletins.models.bulletin import Bulletin, RosterLine
from bulletins.models.card import Card, Facet, SpeakerName, Word
from bulletins.models.index import Passage, Statement
from bulletins.models.publication import Publication
from bulletins.models.review import AcceptedFinding, Presence
from bulletins.models.revision import Revision
from bulletins.models.topic import Topic

__all__ = [
    "AcceptedFinding", "Bulletin", "Card", "Facet", "Passage", "Point", "Presence", "Publication", "Revision", "RosterLine",
    "Section", "SpeakerName", "Statement", "Topic", "Word",
]  # fmt: skip
