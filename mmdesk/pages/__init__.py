"""HTML pages that open offline: one base template, everything escaped, no scripts, nothing fetched."""

from mmdesk.pages.colours import colour_variables
from mmdesk.pages.rendering import render

__all__ = ["colour_variables", "render"]
