"""Public pages. All they show comes from Publications and their index."""

from bulletins.views.comparison import changes, comparison
from bulletins.views.explore import behind, compare
from bulletins.views.issues import bulletin, card, cite, download, figure, point
from bulletins.views.matrix import matrix
from bulletins.views.pages import archive, colours, edition, forum, home, series, session
from bulletins.views.people import organisation, organisations, speaker, speakers
from bulletins.views.search import search
from bulletins.views.topics import topic, topics

__all__ = [
    "archive",
    "behind",
    "bulletin",
    "card",
    "changes",
    "cite",
    "colours",
    "compare",
    "comparison",
    "download",
    "edition",
    "figure",
    "forum",
    "home",
    "matrix",
    "organisation",
    "organisations",
    "point",
    "search",
    "series",
    "session",
    "speaker",
    "speakers",
    "topic",
    "topics",
]
