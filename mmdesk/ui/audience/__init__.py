"""The window for the projector: a stage on which the presenter changes scenes."""
