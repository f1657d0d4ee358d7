import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.rounds import emoji

QUILL = "<:quill:123456789012345678>"
DANCE = "<a:dance:1234567890123456789>"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("♥️", ("♥️",)),
        ("♥ 🌟", ("♥️", "🌟")),
        ("♥️🌟, 👏🏽;❤️‍🔥", ("♥️", "🌟", "👏🏽", "❤️‍🔥")),
        ("🇫🇷🇯🇵", ("🇫🇷", "🇯🇵")),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿🏳️‍🌈", ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏳️‍🌈")),
        ("👩‍👩‍👧‍👦 #️⃣1️⃣", ("👩‍👩‍👧‍👦", "#️⃣", "1️⃣")),
        (f"{QUILL}{DANCE}♥", (QUILL, DANCE, "♥️")),
        (":quill: ♥", (QUILL, "♥️")),
        (":heart: :hearts::+1:,:x:", ("❤️", "♥️", "👍", "❌")),
        ("♥ ♥️ ♥", ("♥️",)),
        ("♥︎ ☎ © ↔ 1⃣ ❤‍🔥", ("♥️", "☎️", "©️", "↔️", "1️⃣", "❤️‍🔥")),
        ("🀄🃏⬛🈁🥹", ("🀄", "🃏", "⬛", "🈁", "🥹")),
        (" ", ()),
    ],
)
def test_emoji_are_told_apart(text: str, found: tuple[str, ...]) -> None:
    assert emoji.read(text, {"quill": QUILL}) == found


@pytest.mark.parametrize("sign", ["★", "☆", "→", "①", "─", "✓", "♪", "🂡", "🇦🇦", "🧑\u200d🧑", "1", "#", "♥★", "★♥"])
def test_a_sign_that_is_no_emoji_on_discord_is_none(sign: str) -> None:
    assert emoji.read(sign, {}) is None


@pytest.mark.parametrize("text", ["heart", "♥ and 🌟", ":nobody_knows:", "<:quill:1>", "12", "<@123456789012345678>"])
def test_what_is_no_emoji_is_not_guessed_at(text: str) -> None:
    assert emoji.read(text, {"quill": QUILL}) is None


@given(st.lists(st.sampled_from(["♥️", "🌟", "👏🏽", "❤️‍🔥", "🇫🇷", "🏳️‍🌈", "3️⃣", QUILL, DANCE]), unique=True))
@settings(max_examples=50)
def test_however_they_are_put_in_a_row(row: list[str]) -> None:
    for between in ("", " ", ", "):
        assert emoji.read(between.join(row), {}) == tuple(row)


def test_a_servers_own_emoji_are_told_from_others_by_their_ids() -> None:
    assert emoji.strangers(["♥️", QUILL, DANCE], ["<:feather:123456789012345678>"]) == (DANCE,)
