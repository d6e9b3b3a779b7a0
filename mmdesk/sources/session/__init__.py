"""Recorded sessions: a folder with a video, a sound and the typed texts, read, played and written."""

from mmdesk.sources.session.playback import SessionSource
from mmdesk.sources.session.reader import SessionReader
from mmdesk.sources.session.writer import SessionWriter

__all__ = ["SessionReader", "SessionSource", "SessionWriter"]
