"""The age setting of a round's channel: while a round is open, nobody opens its stories to minors unseen."""

import discord

from bot.client import DrabbleBot
from bot.delivery.channels import Grounds
from bot.domain.rounds import audience
from bot.domain.rounds.round import Phase, Round
from bot.services import publishing
from bot.ui.answering import permission


async def note(bot: DrabbleBot, round_: Round, channel: Grounds) -> bool:
    """Note whether the open round is among adults. True where it was and is not any more."""
    for_adults = permission.is_age_restricted(channel)
    if audience.is_exposed(round_, age_restricted=for_adults):
        return True
    if round_.on_show is Phase.OPEN and round_.for_adults is not for_adults:
        await publishing.note_audience(bot.database, round_.id, for_adults=for_adults)
    return False


async def compare(bot: DrabbleBot) -> bool:
    """Let rounds be looked at whose channel is not for whom it was. True if there are any."""
    found = await publishing.audiences(bot.database)
    changed = [round_id for round_id, _, channel_id, before in found if setting(bot, channel_id) not in (before, None)]
    if changed:
        await publishing.look_again(bot.database, changed)
    return bool(changed)


def setting(bot: DrabbleBot, channel_id: int) -> bool | None:
    """Whether a channel is for adults; None where that is not known. Of a hidden one Discord tells nothing true, and of
    an archived thread nothing without a request.
    """
    channel = bot.get_channel(channel_id)
    if channel is None or isinstance(channel, discord.abc.PrivateChannel) or channel.guild.unavailable:
        return None
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return None
    return permission.is_age_restricted(channel) if channel.permissions_for(channel.guild.me).view_channel else None
