"""A writer at work: what they type, click and see, through the bot's own front door."""

from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

import simcord

from bot.domain.entries.entry import Entry
from bot.services import publishing
from tests.discord.conftest import World, labels, text_of

File = tuple[str, bytes]

SENTENCE = "The kettle sang all evening and nobody came to lift it off the stove before the snow"


def story(words: int) -> str:
    return " ".join(islice(cycle(SENTENCE.split()), words))


def post(words: int = 100, *, declared: int | None = None, extra: str = "") -> str:
    """A post as writers paste it, its header on top."""
    return (
        f"Title: The Kettle\nFandom: Winter Stories\nRating: PG\nWord count: {declared or words}\n{extra}"
        f"\n{story(words)}"
    )


@dataclass
class Desk:
    world: World
    who: Any
    page: Any = None
    """The answer that shows the private message in front of the writer."""

    @property
    def text(self) -> str:
        """All that the private message says now."""
        return text_of(self.page.response.message)

    @property
    def buttons(self) -> dict[str, bool]:
        """The labels of its buttons, and whether they can be pressed."""
        return dict(labels(self.page.response.components))

    async def submit(self, text: str = "", file: File | None = None, **options: Any) -> simcord.InteractionResult:
        """`/submit`, its modal filled and sent."""
        return await self.fill(await self.who.slash(self.world.channel, "submit", **options), text, file)

    async def fill(
        self, opened: simcord.InteractionResult, text: str = "", file: File | None = None
    ) -> simcord.InteractionResult:
        values: dict[str, Any] = {"text": text}
        return self.keep(await self.who.submit_modal(opened, values | ({"file": file} if file else {})))

    async def enter(self, message: Any) -> simcord.InteractionResult:
        """The menu of a message."""
        return self.keep(await self.who.context_menu(self.world.channel, "Enter as drabble", message))

    async def drafts(self) -> simcord.InteractionResult:
        return self.keep(await self.who.slash(self.world.channel, "drafts"))

    async def click(self, label: str) -> simcord.InteractionResult:
        return self.keep(await self.who.click(self.page.response, label=label))

    async def choose(self, value: int) -> simcord.InteractionResult:
        return self.keep(await self.who.select(self.page.response, [str(value)]))

    def keep(self, result: simcord.InteractionResult) -> simcord.InteractionResult:
        if result.response is not None:
            assert result.response.ephemeral, "everything a writer is told on the way is private"
            self.page = result
        return result


def box(opened: simcord.InteractionResult, name: str) -> dict[str, Any]:
    """A field of the modal that was opened."""
    assert opened.modal is not None
    (field,) = [row["component"] for row in opened.modal["components"] if row["component"]["custom_id"] == name]
    return field


async def deliver_again(world: World) -> None:
    """Discord sends the last interaction once more."""
    payload = last_interaction(world)
    world.env.backend.emit("INTERACTION_CREATE", payload)
    await world.env.settle()


def last_interaction(world: World) -> Any:
    return [
        payload
        for kind, event, payload in world.env.backend.transcript
        if (kind, event) == ("GATEWAY", "INTERACTION_CREATE")
    ][-1]


async def entries(world: World, round_id: int) -> list[Entry]:
    scene = await publishing.scene(world.bot.database, round_id)
    assert scene is not None
    return list(scene.entries)
