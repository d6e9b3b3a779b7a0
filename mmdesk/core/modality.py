"""The three modalities, in the one order used everywhere."""

from __future__ import annotations

from enum import StrEnum


class Modality(StrEnum):
    """A kind of input. The order of definition is the order of weight columns, colours and panels."""

    IMAGE = "image"
    AUDIO = "audio"
    TEXT = "text"

    @property
    def column(self) -> int:
        """Column of this modality in every (…, M) array."""
        return MODALITIES.index(self)


MODALITIES: tuple[Modality, ...] = tuple(Modality)
