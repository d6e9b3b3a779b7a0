"""The first module of the frozen program."""

import multiprocessing
import os
import runpy
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


def help_joblib() -> None:
    """Be what joblib starts this program for, if that is so: it takes it for Python, with -m or -c.

    Not on Windows, where joblib starts nothing that works from a frozen program: `mmdesk compare` does not ask for it.
    """
    backend = "joblib.externals.loky.backend"
    words = sys.argv[1:]
    if words[:2] == ["-m", f"{backend}.popen_loky_posix"]:  # one of its workers
        sys.argv = words[1:]
        runpy.run_module(words[1], run_name="__main__")
        sys.exit()
    if "-c" in words and words[-1].startswith(f"from {backend}.resource_tracker import main; main("):
        from joblib.externals.loky.backend.resource_tracker import main as track

        # As it is written there: the pipe's number, and whether to tell what it does.
        pipe, verbose = words[-1].partition("main(")[2].strip(")").split(", ")
        track(int(pipe), verbose == "True")
        sys.exit()


if __name__ == "__main__":
    give_back_library_path()
    multiprocessing.freeze_support()
    help_joblib()
    from mmdesk.app.command_line import main, main_window

    # Not sys.executable: on Linux the one is a link to the other.
    sys.exit(main_window() if Path(sys.argv[0]).stem == "mmdesk-gui" else main())
