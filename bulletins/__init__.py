"""Bulletins: the Document, its readers, checks and renderers, drafts and publications."""
