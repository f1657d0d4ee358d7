"""What moderators are told without having asked."""

from bot.domain import quote
from bot.domain.round import Round
from bot.domain.trouble import Trouble

WHAT_TO_DO: dict[Trouble, str] = {
    Trouble.NO_CHANNEL: "its channel is gone, or I can't see it. Give my role *View Channel* there, or open the round"
    " anew in another channel.",
    Trouble.NO_PERMISSION: "I may not post there. Give my role *View Channel*, *Send Messages* (in a thread"
    " *Send Messages in Threads*), *Attach Files* and *Read Message History* in that channel.",
    Trouble.THREAD_LOCKED: "its thread is locked. Open the thread again.",
    Trouble.NOT_AGE_RESTRICTED: "a story there is rated explicit and the channel is no longer age-restricted. Turn"
    " the restriction on again in the channel's settings, or remove the entry.",
    Trouble.NOT_TAKEN: "Discord did not take one of its messages. The others are there. Tell whoever runs me: my log"
    " says which one and why.",
}


def paused(round_: Round, trouble: Trouble) -> str:
    return (
        f"The round “{quote.line(round_.plan.title, 100)}” in <#{round_.channel_id}> is waiting: {WHAT_TO_DO[trouble]}"
        " I try again as soon as I see a change, and every hour. No entry is lost meanwhile; `/doctor` shows how it"
        " stands."
    )
