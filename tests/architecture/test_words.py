"""What moderators did, what writers hear, what pauses a round: each has its words where it is shown."""

from collections.abc import Mapping
from enum import Enum

import pytest

from bot.domain.moderation.deed import Did
from bot.domain.moderation.private_notice import News
from bot.domain.rounds.trouble import Trouble
from bot.ui.views import log, private_notice
from bot.ui.wording import moderator_notices


@pytest.mark.parametrize(
    ("facts", "words"),
    [(Did, log.SAID), (News, private_notice.SENTENCES), (Trouble, moderator_notices.WHAT_TO_DO)],
)
def test_each_has_its_words(facts: type[Enum], words: Mapping[Enum, str]) -> None:
    assert set(words) == set(facts)
