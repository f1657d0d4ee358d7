"""The drabble bot: its command line, its settings, its log, and the client that everything runs in."""
