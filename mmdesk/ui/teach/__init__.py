"""The window in which somebody teaches classes of their own, on the spot."""

from mmdesk.ui.teach.window import TeachWindow

__all__ = ["TeachWindow"]
