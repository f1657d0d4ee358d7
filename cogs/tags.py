"""`/tags`: how a server's tags are called; and tags that follow the headers of stories."""

import asyncio
from datetime import timedelta

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.delivery.wakeable_task import Worker
from bot.domain.problem import NotUnderstood, RefusedError, TagUnknown
from bot.domain.tags import tag_index
from bot.domain.tags.tag import TagKind
from bot.services import naming_tags, tagging
from bot.ui.answering import asking, private, rights, tag_choices
from bot.ui.answering.round_choices import Typed
from bot.ui.views import press, tag_list

KINDS = [app_commands.Choice(name=tag_list.LABELS[kind], value=str(kind)) for kind in tag_index.KINDS]


@app_commands.guild_only()
class Tags(commands.GroupCog, group_name="tags", group_description="What stories here are about"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.worker = Worker("tagger", self.look, bot.now)
        bot.sleepers.append(self.worker.wake)
        bot.routes |= rights.routes({"tags.page": self.page, "tags.merge": self.merge_alike, "tags.undo": self.undo})

    async def cog_unload(self) -> None:
        await self.worker.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.worker.wake()

    async def look(self) -> timedelta | None:
        """Tag what is not tagged yet. Returns how long to sleep then; None: until rows change."""
        return timedelta() if await tagging.catch_up(self.bot.database) else None

    @app_commands.command(name="list", description="The fandoms, characters or pairings of stories here.")
    @app_commands.describe(kind="Which. Usually the fandoms.")
    @app_commands.choices(kind=KINDS)
    async def list_(self, interaction: Interaction, kind: str = TagKind.FANDOM) -> None:
        await self.show(interaction, TagKind(kind), 0)

    async def page(self, interaction: Interaction, number: int) -> None:
        kinds = dict(enumerate(tag_index.KINDS))
        kind = kinds.get(press.detail(interaction))
        if kind is None:
            raise RefusedError(NotUnderstood())
        await self.show(interaction, kind, number)

    async def show(self, interaction: Interaction, kind: TagKind, number: int) -> None:
        guild_id = guild_of(interaction).id
        tags = [each for each in await naming_tags.listed(self.bot.database, guild_id) if each.kind is kind]
        pairs = await asyncio.to_thread(tag_index.alike, tags)
        namings = [each for each in await naming_tags.namings(self.bot.database, guild_id) if each.kind is kind]
        await private.show(interaction, tag_list.shown(kind, number, tags, pairs, namings))

    @app_commands.command(description="Take two tags for one. What writers typed stays on their stories.")
    @app_commands.describe(kind="Of which kind they are.", tag="The one that goes.", into="The one that stays.")
    @app_commands.choices(kind=KINDS)
    @app_commands.autocomplete(tag=tag_choices.to_name, into=tag_choices.to_name)
    async def merge(self, interaction: Interaction, kind: str, tag: Typed, into: Typed) -> None:
        found = await naming_tags.listed(self.bot.database, guild_of(interaction).id)
        stays = tag_index.meant(found, TagKind(kind), into)
        if stays is None:
            raise RefusedError(TagUnknown(into))
        await self.call(interaction, TagKind(kind), tag, stays.name)

    @app_commands.command(description="Give a tag another name. What writers typed stays on their stories.")
    @app_commands.describe(kind="Of which kind it is.", tag="Its name now.", to="Its new name.")
    @app_commands.choices(kind=KINDS)
    @app_commands.autocomplete(tag=tag_choices.to_name)
    async def rename(self, interaction: Interaction, kind: str, tag: Typed, to: Typed) -> None:
        await self.call(interaction, TagKind(kind), tag, to)

    async def merge_alike(self, interaction: Interaction, _: int) -> None:
        """A moderator chose two that are nearly the same."""
        number = press.chosen_number(interaction)
        every = await naming_tags.listed(self.bot.database, guild_of(interaction).id)
        for kind in tag_index.KINDS:
            pairs = await asyncio.to_thread(tag_index.alike, [each for each in every if each.kind is kind])
            for pair in pairs:
                if pair.number == number:
                    await self.call(interaction, kind, pair.rare.name, pair.usual.name)
                    return
        raise RefusedError(TagUnknown())

    async def undo(self, interaction: Interaction, _: int) -> None:
        number = press.detail_if_any(interaction)
        naming = await naming_tags.undo(
            self.bot.database, asking.asked(interaction), press.chosen_number(interaction) if number is None else number
        )
        self.bot.wake()
        await private.show(interaction, tag_list.undone(naming))

    async def call(self, interaction: Interaction, kind: TagKind, old: str, name: str) -> None:
        naming = await naming_tags.call(self.bot.database, asking.asked(interaction), kind, old, " ".join(name.split()))
        self.bot.wake()
        await private.show(interaction, tag_list.called(naming))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Tags(bot))
