"""Our own page: the preview in a frame, the clock and the restart beside it."""

import hmac
from datetime import timedelta
from pathlib import Path

from aiohttp import web

from bot.play.simulation import Simulation

PAGE = Path(__file__).with_name("page.html")
SECRET = "X-Play-Secret"  # noqa: S105 - the name of a header, not what it holds
STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}


class ControlPage:
    """What the page asks for over HTTP; `secret` keeps other pages in the same browser from asking too."""

    def __init__(self, simulation: Simulation, *, preview_url: str, secret: str) -> None:
        self._simulation = simulation
        self._preview_url = preview_url
        self._secret = secret

    def application(self) -> web.Application:
        application = web.Application()
        application.router.add_get("/", self._page)
        application.router.add_get("/state", self._state)
        application.router.add_post("/time/{step}", self._move_on)
        application.router.add_post("/enter/{member}", self._enter)
        application.router.add_post("/restart", self._restart)
        return application

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE, headers={"Cache-Control": "no-store"})

    async def _state(self, request: web.Request) -> web.Response:
        self._admit(request)
        now = self._simulation.env.now()
        return web.json_response({"now": now.isoformat(), "preview": self._preview_url})

    async def _move_on(self, request: web.Request) -> web.Response:
        self._admit(request)
        step = STEPS.get(request.match_info["step"])
        if step is None:
            raise web.HTTPNotFound
        try:
            await self._simulation.move_on(step)
        except TimeoutError as error:
            raise web.HTTPServiceUnavailable(
                text="The bot is still busy. Time goes on as soon as it is done."
            ) from error
        return await self._state(request)

    async def _enter(self, request: web.Request) -> web.Response:
        self._admit(request)
        by_name = {member.name: member for member in self._simulation.world.members}
        member = by_name.get(request.match_info["member"])
        if member is None:
            raise web.HTTPNotFound
        if not await self._simulation.enter_newest_message(member):
            raise web.HTTPConflict(text="There is no message of theirs yet: type one in the channel first.")
        return await self._state(request)

    async def _restart(self, request: web.Request) -> web.Response:
        self._admit(request)
        await self._simulation.restart()
        return await self._state(request)

    def _admit(self, request: web.Request) -> None:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), self._secret.encode()):
            raise web.HTTPForbidden(text="Please open the whole address that `drabble-bot play` printed.")
