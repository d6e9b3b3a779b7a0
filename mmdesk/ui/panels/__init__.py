"""The parts of the window, each driven with core values alone."""
