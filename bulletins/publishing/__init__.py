"""Publishing: what becomes public, what leaves the site, and the index made of it."""
