"""People and the institutions they speak for."""
