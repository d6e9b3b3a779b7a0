"""What training reads of a file: the same as everything else, see `mmdesk.sources.files`."""

from __future__ import annotations

from mmdesk.sources.files import AUDIO_SUFFIXES, IMAGE_SUFFIXES
from mmdesk.sources.files import clean_text as load_text
from mmdesk.sources.files import read_image as load_image
from mmdesk.sources.files import read_speech as load_audio

__all__ = ["AUDIO_SUFFIXES", "IMAGE_SUFFIXES", "load_audio", "load_image", "load_text"]
