"""The first module of the frozen program."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from mmdesk.app.command_line import main, main_window

    sys.exit(main_window() if "mmdesk-gui" in sys.executable else main())
