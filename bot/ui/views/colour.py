"""The colours along the edge of what we show."""

ACCENT = 0xB5476B
READY = 0x4F8A5B
RESTING = 0x8A8A8A
