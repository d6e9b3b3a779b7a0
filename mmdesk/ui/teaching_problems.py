"""The words of problems and advice in teaching; a part of `mmdesk.ui.problem_table`."""

from __future__ import annotations

from collections.abc import Mapping

from mmdesk.ui.marked import QT_TRANSLATE_NOOP
from mmdesk.ui.problem_words import Words

TEACHING: Mapping[str, Words] = {
    "teach.no_class": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no class yet."),
        QT_TRANSLATE_NOOP("Problems", "Add two classes and show an example of each."),
    ),
    "teach.one_class": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” is the only class, so there is nothing to choose between."),
        QT_TRANSLATE_NOOP("Problems", "Add a second class."),
    ),
    "teach.class_empty": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” has no examples yet."),
        QT_TRANSLATE_NOOP("Problems", "Show some."),
    ),
    "teach.name_empty": Words(
        QT_TRANSLATE_NOOP("Problems", "A class needs a name."),
        QT_TRANSLATE_NOOP("Problems", "Type at least one letter or digit."),
    ),
    "teach.name_long": Words(
        QT_TRANSLATE_NOOP("Problems", "This name has {found:,} characters; at most {most:,} are possible."),
        QT_TRANSLATE_NOOP("Problems", "Choose a shorter name."),
    ),
    "teach.name_letters": Words(
        QT_TRANSLATE_NOOP("Problems", "This name has characters that no file can hold."),
        QT_TRANSLATE_NOOP("Problems", "Type it again."),
    ),
    "teach.name_taken": Words(
        QT_TRANSLATE_NOOP("Problems", "There is already a class “{name}”."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name."),
    ),
    "teach.many_classes": Words(
        QT_TRANSLATE_NOOP("Problems", "There are already {most:,} classes, and no more are possible."),
        QT_TRANSLATE_NOOP("Problems", "Delete a class first."),
    ),
    "teach.many_samples": Words(
        QT_TRANSLATE_NOOP("Problems", "More than {most:,} examples are not possible."),
        QT_TRANSLATE_NOOP("Problems", "Delete some first, or train on a folder of data."),
    ),
}
"""Merged into the one table."""
