"""Frozen, pretrained feature extractors, re-implemented in torch so that one runtime serves CPU and GPU."""
