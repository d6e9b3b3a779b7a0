"""Entry points, wiring, settings and diagnostics."""
