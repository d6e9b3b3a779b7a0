"""The answers to a recording, or to a stretch of it, as a finished table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.core.errors import MmdeskError
from mmdesk.core.files import scratch_beside
from mmdesk.core.output import writing
from mmdesk.core.problem import Problem
from mmdesk.core.user_controls import AS_RECORDED, ReplayControls
from mmdesk.engine.prediction_log import PredictionLog
from mmdesk.engine.prediction_parquet import SUFFIX, check_parquet, write_parquet
from mmdesk.engine.replay import answers_of

if TYPE_CHECKING:
    from mmdesk.analysis.microscope import Microscope
    from mmdesk.sources.session import SessionReader


def write_answers(
    reader: SessionReader,
    microscope: Microscope,
    path: Path,
    *,
    from_s: float = 0.0,
    to_s: float = inf,
    under: ReplayControls = AS_RECORDED,
    on_progress: Callable[[float], bool] = lambda _: True,
) -> bool:
    """Write a row per answer; see `PredictionLog` for the columns.

    Args:
        reader: The recording.
        microscope: The model's.
        path: Ends in ``.csv`` or ``.parquet``; a file there is replaced once the new one is complete.
        from_s: Where to begin.
        to_s: Where to end.
        under: What is in force.
        on_progress: Called with the share that is done, in [0, 1]; False ends it, and nothing is left.

    Returns:
        Whether it is there.

    Raises:
        MmdeskError: There are no answers in the stretch, the file cannot be written, or pyarrow is missing.
        SourceError: A part of the recording is damaged or gone.
        NotFiniteError: The model's answer is no number.
    """
    if path.suffix.lower() == SUFFIX:
        check_parquet(path)
    length_s = max(min(reader.duration_s, to_s) - from_s, 1e-3)
    fresh = scratch_beside(path, "csv")
    try:
        prediction = None
        with PredictionLog(fresh) as log:
            for prediction in answers_of(reader, microscope, from_s=from_s, to_s=to_s, under=under):
                log.write(prediction)
                if not on_progress(min(1.0, max(0.0, (prediction.time_s - from_s) / length_s))):
                    return False
        if prediction is None:
            raise MmdeskError(Problem("recording_export.no_answers"))
        if path.suffix.lower() == SUFFIX:
            write_parquet(fresh, path)
        else:
            with writing(path):
                fresh.replace(path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return True
