"""Problems in the words of the chosen language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mmdesk.core.modality import Modality
from mmdesk.core.problem import Field, Problem
from mmdesk.ui.language import localised
from mmdesk.ui.problem_table import filled
from mmdesk.ui.problem_words import Words
from mmdesk.ui.words import input_name


def words_of(problem: Problem | None) -> Words:
    """Return what is wrong and what to do about it, in the language that now holds; no words for no problem."""
    return Words("") if problem is None else filled(problem, _translated, _shown)


def _translated(english: str) -> str:
    return QCoreApplication.translate("Problems", english)


def _shown(value: Field, form: str) -> str:
    if isinstance(value, Modality):
        return input_name(value)
    text = format(value, form)
    return text if isinstance(value, str) else localised(text)
