"""What may stand beside the checkout: others' posts, and Discord's own description. Absent, its tests are skipped."""

from pathlib import Path

SHARED = Path(__file__).parents[1].parent / "shared"
POSTS = SHARED / "posts"
SEED = POSTS / "seed.txt"
