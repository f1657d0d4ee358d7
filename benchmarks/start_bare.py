"""A client that does nothing, from nothing to logged in; then how much memory it has."""

import asyncio

import discord

from benchmarks import memory, nobody


async def main() -> None:
    async with discord.Client(intents=discord.Intents.default()) as client:
        client.http.request = nobody.answer  # type: ignore[method-assign]
        await client.setup_hook()
        memory.say()


asyncio.run(main())
