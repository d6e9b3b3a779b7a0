"""The program as it is, which also writes down when it drew each frame in the Teach window, and what it answered.

Each answer is a line with its time, its label and the model's name. `MMDESK_TEACH_PROJECT` names a project that is
opened with the window.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from mmdesk.app.command_line import main
from mmdesk.app.teaching_desk import TeachingDesk

if __name__ == "__main__":
    lines = Path(os.environ["MMDESK_TEACH_LINES"]).open("a", buffering=1)  # noqa: SIM115  it is open to the end
    connect = TeachingDesk._connect

    def connect_and_watch(desk: TeachingDesk) -> Any:
        desk.window.frame_painted.connect(lambda frame: lines.write(f"frame\t{time.perf_counter():.4f}\n"))
        desk._live.prediction_ready.connect(
            lambda made: lines.write(f"answer\t{time.perf_counter():.4f}\t{made.label or ''}\t{made.model}\n")
        )
        connected = connect(desk)
        if project := os.environ.get("MMDESK_TEACH_PROJECT"):
            desk.projects.files.open(project)
        return connected

    TeachingDesk._connect = connect_and_watch  # type: ignore[method-assign]
    sys.exit(main())
