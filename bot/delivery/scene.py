"""Setting a round's scene: dates that have come become facts, and each page that should be on show gets a row."""

import asyncio

from bot.client import DrabbleBot
from bot.services import publishing
from bot.services.publishing import Page, Scene
from bot.ui.views import channel_messages


async def prepare(bot: DrabbleBot, round_id: int) -> tuple[Scene, list[Page]] | None:
    """Set the scene. Returns it with the pages that should be on show; None where there is no such round. No date
    passes on a clock that jumped. Raises the errors of a request.
    """
    await bot.check_clock()
    scene = await publishing.scene(bot.database, round_id)
    if scene is not None and scene.round.has_unnoted(bot.now()):
        await publishing.pass_dates(bot.database, round_id, bot.now())
        scene = await publishing.scene(bot.database, round_id)
    if scene is None:
        return None
    pages = await asyncio.to_thread(channel_messages.wanted, scene)  # parting many stories into pages takes time
    if len(scene.rows(pages)) < len(pages):
        scene = await publishing.want(bot.database, scene, pages)
    return None if scene is None else (scene, pages)
