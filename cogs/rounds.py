from bot.client import DrabbleBot


async def setup(bot: DrabbleBot) -> None:
    """(to be replaced)"""
