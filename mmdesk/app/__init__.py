"""Entry points, wiring, settings and diagnostics."""

from mmdesk.core.problem import speak_with
from mmdesk.ui.problem_table import english

speak_with(english)
