"""``python -m mmdesk`` is the ``mmdesk`` command."""

from mmdesk.app.command_line import main

raise SystemExit(main())
