"""What the bundled models' encoders look at (`mmdesk.models.encoders.views`), chosen on validation samples.

Encoders learn from inputs as they are; views are for what comes after, the training of the fusions and the program.
"""

PICTURE_VIEWS = ("1 0", "0.87 0", "1.15 7", "1.15 -7")
"""Magnification and degrees."""

SOUND_VIEWS = ("0.82 0", "0.9 0", "1 0.02", "1.1 0.02", "1.16 0.03")
"""Speed and delay in seconds. With twelve speeds from .72 to 1.3 it was no better."""
