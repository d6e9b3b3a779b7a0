"""Recorded sessions: a folder with pictures, a sound and the typed texts, read, played, written and recorded."""

from mmdesk.sources.session.moments import Moment, RecordedMoments
from mmdesk.sources.session.playback import SessionSource
from mmdesk.sources.session.reader import SessionReader
from mmdesk.sources.session.recording_writer import RecordingWriter
from mmdesk.sources.session.transport import SessionTransport
from mmdesk.sources.session.writer import SessionWriter

__all__ = [
    "Moment",
    "RecordedMoments",
    "RecordingWriter",
    "SessionReader",
    "SessionSource",
    "SessionTransport",
    "SessionWriter",
]
