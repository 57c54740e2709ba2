"""How readers narrow down what they see: one file a list."""
