"""Reactions pushed through discord.py's own gateway parser, into a client that does nothing and into the bot."""

import asyncio
import json
import random
import time
from pathlib import Path
from typing import Any

import discord

from benchmarks import clients


def payloads(message_ids: list[int], how_many: int) -> list[dict[str, Any]]:
    """What Discord sends for a heart, each from another reader."""
    chosen = random.Random(100)
    return [
        {
            "t": "MESSAGE_REACTION_ADD",
            "op": 0,
            "s": number,
            "d": {
                "user_id": str(10_000 + number),
                "type": 0,
                "message_id": str(chosen.choice(message_ids)),
                "message_author_id": str(clients.BOT),
                "channel_id": str(clients.CHANNEL),
                "guild_id": str(clients.GUILD),
                "emoji": {"id": None, "name": "♥️"},
                "burst": False,
                "member": {
                    "user": {**clients.user(10_000 + number), "public_flags": 0, "avatar_decoration_data": None,
                        "bot": False, "primary_guild": None, "collectibles": None, "display_name": "x"},
                    "roles": [],
                    "premium_since": None,
                    "pending": False,
                    "nick": None,
                    "mute": False,
                    "joined_at": "2024-02-29T12:00:00.000000+00:00",
                    "flags": 0,
                    "deaf": False,
                    "communication_disabled_until": None,
                    "banner": None,
                    "avatar": None,
                },
            },
        }
        for number in range(how_many)
    ]


async def push(client, found, every=50):
    parsers = client._connection.parsers
    parse = parsers["MESSAGE_REACTION_ADD"]
    t=time.process_time()
    for n, p in enumerate(found):
        parse(p["d"])
        if n % every == 0:
            await asyncio.sleep(0)
    while len(asyncio.all_tasks())>1:
        await asyncio.sleep(0.001)
    return (time.process_time()-t)/len(found)*1e6

async def rows(bot):
    async with bot.database.reading() as s:
        return (await s.required("SELECT count(*) AS n FROM reactions"))["n"]

async def main():
    import tempfile
    N=20000
    for _ in range(3):
        async with clients.bare() as c:
            a = await push(c, payloads([1],N))
        with tempfile.TemporaryDirectory() as d:
            async with clients.bot(Path(d)/"x.sqlite3") as b:
                ids = await clients.with_entries(b, 50)
                z = await push(b, payloads(ids,N))
                n = await rows(b)
                o = await push(b, payloads([7],N))
        print(f"bare {a:.1f} bot {z:.1f} ({z/a:.2f}) rows {n}; elsewhere {o:.1f} ({o/a:.2f})")
if __name__=="__main__":
    asyncio.run(main())
