"""The round that is there to try, opened as a moderator would."""

from bot.play.simulation import Simulation


async def open_one(simulation: Simulation) -> None:
    """Run `/round open` as the moderator."""
    _ = simulation
