"""A model of a few examples a class, in seconds: frozen encoders, fusions on embeddings, and what it is worth."""
