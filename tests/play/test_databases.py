"""Databases that a play is given."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.dates.clock import Clock
from bot.domain.rounds import request_key, round_wish
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.posted_message import Purpose, Spot
from bot.domain.rounds.round_wish import Wish
from bot.domain.rounds.settings import Customs
from bot.services import planning, publishing
from bot.services.publishing import Page
from bot.storage.database import Database
from tests import patience

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ASKED = Asked(request=request_key.interaction(1), guild_id=10, channel_id=20, moderator_id=30, at=NOW)
PLAN = replace(
    round_wish.changed(
        round_wish.usual(NOW, Customs()), Wish(closes="in 7 days"), Clock(NOW, ZoneInfo("UTC"), assumed=True)
    ),
    prompt="Rain",
)


async def a_servers_own(path: Path) -> None:
    """A database with a round whose card stands in a channel of the real Discord."""
    database = await Database.open(path)
    proposal = await planning.propose(database, ASKED, PLAN)
    round_ = await planning.confirm(database, proposal.id, NOW)
    scene = await publishing.scene(database, round_.id)
    assert scene is not None
    scene = await publishing.want(database, scene, [Page(Purpose.CARD, None, 0)])
    assert scene is not None
    await publishing.note_sent(database, scene.messages[0], Spot(scene.round.channel_id, 40), "a card")
    await publishing.note_published(database, scene)
    await database.close()


def held(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


async def test_a_servers_own_database_is_not_played_on(tmp_path: Path) -> None:
    path = tmp_path / "drabbles.sqlite3"
    await a_servers_own(path)
    before = held(path)
    command = [sys.executable, "-m", "bot", "play", "--port", "0", "--db", str(path)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=patience.SECONDS)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == f"Error: {path} holds rounds of a real server, and a play would spoil them. Name another file.\n"
    )
    assert held(path) == before
