"""Threads and hand-offs between sources, model and window; Qt Core only."""
