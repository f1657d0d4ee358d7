"""How long a test waits for what has to come: so long that even on a busy machine it misses only what never comes."""

SECONDS = 120
