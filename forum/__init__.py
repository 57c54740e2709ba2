"""The project, and its events: forums, editions, sessions."""
