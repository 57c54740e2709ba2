"""Public pages. All they show comes from Publications and their index."""

from bulletins.views.pages import bulletin, download, edition, home

__all__ = ["bulletin", "download", "edition", "home"]
