"""Threads and posts that begin in the play are places in it."""

from pathlib import Path
from typing import Any

from bot.play.first_round import yes
from bot.play.simulation import Simulation
from bot.ui.views import prompt_form
from tests.discord.conftest import make_bot


async def open_round(simulation: Simulation, **options: Any) -> None:
    channel, moderator = simulation.world.channel, simulation.world.moderator
    form = await moderator.slash(channel, "round open", closes="in 2 hours", **options)
    asked = await moderator.submit_modal(form, {prompt_form.TITLE: "", prompt_form.PROMPT: options["where"]})
    assert asked.response is not None
    await moderator.click(asked.response, custom_id=yes(asked.response))


async def test_a_rounds_thread_and_its_posts_are_places_until_the_end(tmp_path: Path) -> None:
    simulation = Simulation(lambda: make_bot(tmp_path / "play.sqlite3"))
    async with simulation.running():
        forum = simulation.world.channels[-1]
        await open_round(simulation, where="thread", event=True)
        await open_round(simulation, where="posts", channel=forum)
        names = [place.name for place in simulation.world.places.values() if "›" in place.name]
        assert names == ["# drabbles › Tea and talk", "# drabbles › thread", "# story-shelf › posts"]
        begun = simulation.world.places[str(forum.threads[0].id)]
        assert [len(simulation.messages(begun)), begun.people == simulation.world.members] == [1, True]
        await simulation.env.advance_time(3 * 3600)
        assert len(simulation.messages(begun)) == 2, "its round-up"
        events = simulation.env.backend.get_guild(simulation.world.guild.id).scheduled_events
        assert [event.status for event in events.values()] == [3], "over"
