"""Plain types and small machinery shared by every layer; numpy at most."""
