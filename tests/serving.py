"""A server on this machine, for as long as a test asks it."""

import contextlib
from collections.abc import AsyncGenerator

from aiohttp import web


@contextlib.asynccontextmanager
async def served(app: web.Application) -> AsyncGenerator[str]:
    """The address under which it answers."""
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
