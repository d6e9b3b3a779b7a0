"""The one way in for a file: pictures, sounds and texts, decoded the same wherever they are used.

Trained on, checked, previewed, evaluated, predicted from or replayed: what the model gets of a file is decided here
and nowhere else. Any thread; Pillow, libsndfile and soxr are imported when a file is first read.
"""

from mmdesk.sources.files.kinds import AUDIO_SUFFIXES, IMAGE_SUFFIXES, READER_VERSION, unread_kind
from mmdesk.sources.files.pictures import MOST_PIXELS, read_image
from mmdesk.sources.files.sounds import LONGEST_AUDIO_S, read_speech, read_wave, sound_head, stream_wave
from mmdesk.sources.files.texts import clean_text, open_text

__all__ = [
    "AUDIO_SUFFIXES",
    "IMAGE_SUFFIXES",
    "LONGEST_AUDIO_S",
    "MOST_PIXELS",
    "READER_VERSION",
    "clean_text",
    "open_text",
    "read_image",
    "read_speech",
    "read_wave",
    "sound_head",
    "stream_wave",
    "unread_kind",
]
