"""Requests that arrive at Discord, and whose answers do not come back."""

from typing import Any

from tests.discord.conftest import World


def lose_an_answer(world: World, method: str = "POST", ending: str = "/messages") -> list[str]:
    """Lose the answer to the next request of this kind. Returns its path, once there was one."""
    request: Any = world.bot.http.request
    lost: list[str] = []

    async def losing(route: Any, **more: Any) -> Any:
        answer = await request(route, **more)
        if not lost and route.method == method and route.path.endswith(ending):
            lost.append(route.path)
            raise ConnectionResetError("the answer was lost")
        return answer

    world.bot.http.request = losing
    return lost
