"""Commands about people and programmes."""
