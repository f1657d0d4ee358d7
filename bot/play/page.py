"""Our own page: the preview in a frame, and beside it the controls that the preview lacks."""

import hmac
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import simcord
from aiohttp import web
from simcord.backend.models import Message

from bot.play import snapshot
from bot.play.simulation import Simulation
from bot.play.world import Person, Place

PAGE = Path(__file__).with_name("page.html")
SECRET = "X-Play-Secret"  # noqa: S105 - the name of a header, not what it holds
STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}

T = TypeVar("T")
Act = Callable[[web.Request], Awaitable[None]]
Endpoint = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ControlPage:
    """Answers the page over HTTP. The secret keeps out other pages in the same browser."""

    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation

    def application(self) -> web.Application:
        application = web.Application()
        application.router.add_get("/", self._page)
        application.router.add_get("/state", self._guarded(self._state))
        application.router.add_get("/ledger", self._guarded(self._ledger))
        acts = {
            "/time/{step}": self._move_on,
            "/restart": self._restart,
            "/offline": self._go_offline,
            "/online": self._come_back,
            "/place/{place}": self._move,
            "/link": self._follow,
            "/react": self._react,
            "/menu": self._choose_in_menu,
        }
        for path, act in acts.items():
            application.router.add_post(path, self._guarded(self._acted(act)))
        return application

    # -- what the page is told --------------------------------------------------------------------

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE, headers={"Cache-Control": "no-store"})

    async def _state(self, _request: web.Request) -> web.Response:
        return web.json_response(snapshot.state(self._simulation))

    async def _ledger(self, _request: web.Request) -> web.Response:
        books = await self._simulation.books()
        return web.json_response(snapshot.ledger(self._simulation, books))

    # -- what the page asks for -------------------------------------------------------------------

    async def _move_on(self, request: web.Request) -> None:
        await self._simulation.move_on(chosen(STEPS, request.match_info["step"]))

    async def _restart(self, _request: web.Request) -> None:
        await self._simulation.restart()

    async def _go_offline(self, _request: web.Request) -> None:
        await self._simulation.go_offline()

    async def _come_back(self, _request: web.Request) -> None:
        await self._simulation.come_back()

    async def _move(self, request: web.Request) -> None:
        await self._simulation.window.move(chosen(self._simulation.world.places, request.match_info["place"]))

    async def _follow(self, request: web.Request) -> None:
        asked = await request.json()
        places = {str(place.channel.id): place for place in self._simulation.world.places.values()}
        place = chosen(places, asked["channel"])
        message = None if asked["message"] is None else self._message(asked, place)
        await self._simulation.follow(place, message)

    async def _react(self, request: web.Request) -> None:
        asked = await request.json()
        emoji = chosen({each: each for each in snapshot.EMOJI}, asked["emoji"])
        await self._simulation.react(self._person(asked), self._message(asked), emoji)

    async def _choose_in_menu(self, request: web.Request) -> None:
        asked = await request.json()
        if not self._simulation.online:
            raise web.HTTPConflict(text="Nobody answers: the bot is offline.")
        await self._simulation.choose_in_menu(self._person(asked), asked["command"], self._message(asked))

    def _person(self, asked: dict[str, str]) -> Person:
        return chosen({str(person.id): person for person in self._simulation.window.place.people}, asked["person"])

    def _message(self, asked: dict[str, str], place: Place | None = None) -> Message:
        messages = self._simulation.messages(place or self._simulation.window.place)
        return chosen({str(message.id): message for message in messages}, asked["message"])

    # -- around every request ---------------------------------------------------------------------

    def _guarded(self, answer: Endpoint) -> Endpoint:
        async def guarded(request: web.Request) -> web.StreamResponse:
            if not hmac.compare_digest(
                request.headers.get(SECRET, "").encode(), self._simulation.window.secret.encode()
            ):
                raise web.HTTPForbidden(text="Please open the whole address that `drabble-bot play` printed.")
            return await answer(request)

        return guarded

    def _acted(self, act: Act) -> Endpoint:
        async def acted(request: web.Request) -> web.StreamResponse:
            try:
                await act(request)
            except TimeoutError as error:
                busy = "The bot is still busy. Time goes on as soon as it is done."
                raise web.HTTPServiceUnavailable(text=busy) from error
            except (simcord.SetupError, simcord.BackendError) as error:
                raise web.HTTPConflict(text="Discord would not let them do that here.") from error
            return await self._state(request)

        return acted


def chosen(offered: Mapping[str, T], key: str) -> T:
    """The thing with this key. Raises HTTPNotFound if it is no longer offered."""
    if key not in offered:
        raise web.HTTPNotFound(text="That is no longer there.")
    return offered[key]
