"""mmdesk: a live fusion microscope for camera, microphone and typed text."""

__version__ = "0.1.0"
