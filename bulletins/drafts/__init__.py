"""Drafts: what an editor does to one, and how its rows become a Document."""
