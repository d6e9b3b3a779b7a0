"""The first module of the frozen program."""

import multiprocessing
import os
import sys
from pathlib import Path


def give_back_library_path() -> None:
    """Let the programs that are started from here find the system's libraries, not those of the bundle.

    PyInstaller's first step puts its folder into the variable and keeps what was there. The loader has read it by now;
    a browser that is opened for a report would read it again, and take libraries that do not go with its own.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    give_back_library_path()
    multiprocessing.freeze_support()
    from mmdesk.app.command_line import main, main_window

    # Not sys.executable: on Linux the one is a link to the other.
    sys.exit(main_window() if Path(sys.argv[0]).stem == "mmdesk-gui" else main())
