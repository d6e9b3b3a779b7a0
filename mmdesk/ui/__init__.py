"""The window: draws core values and reports what the user does; it knows no device, model or thread."""
