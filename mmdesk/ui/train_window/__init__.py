"""The window in which a model is trained; loaded when it is first opened, because it brings the plotting library."""

from mmdesk.ui.train_window.window import TrainWindow

__all__ = ["TrainWindow"]
