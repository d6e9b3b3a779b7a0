"""mmdesk: a live fusion microscope for camera, microphone and typed text."""

import os

__version__ = "0.1.0"

# OpenCV reads these when it is imported, which several modules do: what it and FFmpeg print is no message of ours.
os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
