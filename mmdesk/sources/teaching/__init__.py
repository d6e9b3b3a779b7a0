"""Taught classes on the disk: a project's folder, one file to hand on, and the layout that `mmdesk train` reads."""
