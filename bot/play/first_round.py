"""The round that is there to try."""

from datetime import timedelta
from bot.domain import word_rule
from bot.domain.round import Plan
from bot.play.simulation import Simulation
from bot.services import planning


async def open_one(simulation: Simulation) -> None:
    env, w = simulation.env, simulation.world
    await w.moderator.send(w.channel, "Welcome!")
    db = env.bot.database
    now = env.now()
    plan = Plan(
        "Lamplight",
        "Somebody waits under a street lamp.",
        False,
        None,
        now,
        now + timedelta(days=2),
        word_rule.at_most(1000),
        (),
        None,
        3,
        False,
    )
    p = await planning.propose(
        db, planning.Asked(env.backend.snowflake(), w.moderator.guild.id, w.channel.id, w.moderator.id, now), plan
    )
    await planning.confirm(db, p.id, now)
    with env._bot_scope():
        env.bot.wake()
    await env.settle()
