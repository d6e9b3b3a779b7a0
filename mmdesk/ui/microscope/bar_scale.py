"""The one scale of weights and contributions: 100 % and 100 points are the same length, and zero is in the middle."""

from __future__ import annotations

from PySide6.QtCore import QRectF

ZERO = 0.5
"""Where zero lies, as a share of a track that runs from −1 to +1."""


def bar_in(track: QRectF, value: float) -> QRectF:
    """Return the bar of a weight in [0, 1] or a contribution in [−1, 1]: from zero, as long as its value says."""
    zero = track.left() + ZERO * track.width()
    end = zero + value * ZERO * track.width()
    return QRectF(min(zero, end), track.top(), abs(end - zero), track.height())
