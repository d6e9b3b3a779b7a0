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
    "teach.class_deleted": Words(
        QT_TRANSLATE_NOOP("Problems", "The class and its examples are deleted."),
        QT_TRANSLATE_NOOP("Problems", "Ctrl+Z brings them back."),
    ),
    "teach.nothing_recorded": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "Nothing was recorded: no picture worth seeing, no word spoken while recording, no text."
        ),
        QT_TRANSLATE_NOOP("Problems", "Check camera and microphone on the left, and hold the key a little longer."),
    ),
    "teach.no_source": Words(
        QT_TRANSLATE_NOOP("Problems", "No camera and no microphone is on."),
        QT_TRANSLATE_NOOP("Problems", "Choose one in the lists on the left."),
    ),
    "teach.many_files": Words(
        QT_TRANSLATE_NOOP("Problems", "Only the first {most:,} files were read."),
        QT_TRANSLATE_NOOP("Problems", "For more, train on a folder of data."),
    ),
    "teach.no_files": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no picture, no sound and no text among these files."),
        QT_TRANSLATE_NOOP("Problems", "Drop files such as .jpg, .png, .wav, .mp3 or .txt."),
    ),
    "teach.files_unread": Words(
        QT_TRANSLATE_NOOP("Problems", "{count:,} files could not be read. The first: {first}"),
    ),
}
"""Merged into the one table."""
