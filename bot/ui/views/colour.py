"""The colours along the edge of what we show."""

ACCENT = 0xB5476B
RESTING = 0x8A8A8A
