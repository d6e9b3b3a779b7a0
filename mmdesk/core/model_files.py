"""What the files of a model are called, for those who load it and those who only look at it."""

from __future__ import annotations

SUFFIX = ".mmdesk"
"""Of a model that is one file; any other is a folder."""
WEIGHTS, CONFIG, CARD, MAP = "model.safetensors", "config.json", "card.md", "map.safetensors"
ABOUT, PICTURE = "about.json", "picture.png"
"""See `mmdesk.core.model_about`."""
LESSON = "lesson/"
"""What begins the names of the samples that a taught model's file may bring along; no part of the model."""
FORMAT = "mmdesk-checkpoint"
"""What ``config.json`` says of itself."""
EXTRA_BYTES = {ABOUT: 256 << 10, PICTURE: 1 << 20}
"""How large the files may be that only the window needs."""
