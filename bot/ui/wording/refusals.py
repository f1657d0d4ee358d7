"""The words for problems that stand in a member's way: what, why, and what to do."""

from bot.domain import problem
from bot.domain.dates import time_zone, written_date
from bot.domain.header import form
from bot.domain.problem import Beyond, Problem
from bot.domain.text import escaping
from bot.ui.wording import counts_off, terms

ZONES_NAMED = 6
WAYS_NAMED = 4
NAMES_NAMED = 5
LACKS = {
    Beyond.EXCEPTIONS: "A calendar has no exceptions. Name the days that stay, like `mon to sat 6pm`; `/challenge skip`"
    " leaves out a single date.",
    Beyond.END: "Say only when rounds open. How long each is open has a field of its own, and the calendar ends with"
    " `/challenge end`.",
    Beyond.SEASONS: "A calendar runs all year round. Leave the months out; `/challenge pause` lets it rest, and"
    " `/challenge resume` lets it go on.",
    Beyond.TIMES_BY_DAY: "A calendar has the same times on all its days, like `mon and thu at 6pm`. Set up a challenge"
    " for each other time.",
    Beyond.MOVABLE_FEASTS: "A calendar knows no feasts that move from year to year. Open that round by hand: `/round"
    " open` counts it to the challenge, too.",
    Beyond.SINGLE_DATES: "That comes once, and a challenge's dates come again, like `every friday 6pm`. A single round"
    " opens with `/round open`.",
}
LONGEST_QUOTE = 60
"""Characters quoted of a member's own words, which may be as long as a text."""


def worded(found: Problem) -> str:  # noqa: PLR0912, PLR0915 - a table, with a row for each problem
    """The one wording of each problem."""
    match found:
        # -- of a manuscript
        case problem.NoStory():
            return (
                "I found no story here. It goes under the header, after an empty line; a story without a header is"
                " fine too."
            )
        case problem.WordsOff(words, rule):
            return (
                f"The story has {terms.words_text(words)}; this round takes {terms.rule_text(rule)}."
                f" {counts_off.by_how_much(words, rule)}"
            )
        case problem.CountMismatch(declared, words):
            return f"The header says {terms.words_text(declared)}, I count {words:,}."
        case problem.RatingUnknown(written):
            return f"I don't know the rating “{quoted(written)}”, so it counts as not rated."
        case problem.FieldMissing(field):
            page = terms.FORM if field in form.ASKED_FIRST else terms.MORE_FIELDS
            return f"The header has no “{field.label}” yet; *{page}* asks for it."
        case problem.RatedTooHigh(rating, highest):
            return (
                f"The story is rated {terms.rating_text(rating)}; this round takes stories up to"
                f" {terms.rating_text(highest)}."
            )
        case problem.NeedsAgeRestriction(rating):
            return (
                f"The story is rated {terms.rating_text(rating)}, and this round's channel is open to all ages."
                " A moderator can make the channel age-restricted in its settings."
            )
        case problem.StoryTooLong(characters, most):
            return (
                f"The text is {characters:,} characters long. I can post up to {most:,} in a channel, so I have not"
                " read it. Would a part of it do?"
            )
        case problem.TooSlow(""):
            return "This text took me too long to read; a draft of it stays in `/drafts`. Would a part of it do?"
        case problem.SectionsOff(words, rule):
            return counts_off.about_sections(words, rule)
        case problem.LastWordNotB(name, word):
            return f"A {name} ends in a word that starts with b; this one ends in “{quoted(word)}”."
        case problem.PromptWordMissing(word):
            asked = quoted(word)
            return f"This round asks for “{asked}” in the story, in any of its forms, and I have not found it there."
        # -- of a file
        case problem.FileTooLarge(name, size, most):
            return f"{code(name)} has {-(-size // 1024):,} KB; I read files up to {most // 1024:,} KB. Would a part do?"
        case problem.FileKindUnknown(name):
            return (
                f"I can't read {code(name)}: I read {terms.kinds_text()}. Save the story as one of them, or paste it."
            )
        case problem.FileNotFetched(name):
            return f"Discord did not hand {code(name)} over just now. Add it once more in a moment."
        case problem.FileUnreadable(name):
            return (
                f"I can't make out what is in {code(name)}: it looks damaged. Save it once more, or as plain text"
                " (UTF-8), or paste the story."
            )
        case problem.FileMislabelled(name, looks):
            return f"{code(name)} is {looks}, whatever its name says. Save the story anew, or paste it."
        case problem.FileEncrypted(name):
            return f"{code(name)} has a password, so I can't open it. Save it without one, or paste the story."
        case problem.FileUnpacksTooLarge(name, most):
            return (
                f"{code(name)} unpacks to more than the {most // 1024 // 1024} MB that I open. Save it without"
                " pictures, or paste the story."
            )
        case problem.TooSlow(name) if name:
            return f"{code(name)} took me too long to read. Save the story as plain text, or paste it."
        case problem.FileEmpty(name):
            return f"{code(name)} is empty. Paste the story, or add the file once more."
        case problem.ImageUnusable(name, most):
            return (
                f"I can't use {code(name)} as the picture. A PNG, JPEG, GIF or WebP of up to {most // 1024 // 1024} MB"
                " works."
            )
        case problem.NothingHandedOver():
            return "I found neither text nor a file. Paste a story, or add it as a file."
        case problem.MessageWithoutWords(what):
            return (
                f"There is no story in {quoted(what)} for me to read. Choose a message with text or a file, or paste"
                " the text: `/submit` takes it for a round, `/count` counts it."
            )
        # -- of a round
        case problem.RoundUnknown(asked):
            return f"I know no round “{quoted(asked)}” here. `/round list` shows them all."
        case problem.RoundsAlike(asked):
            return (
                f"More than one round has “{quoted(asked)}” in its title. Type more of it, or choose what is offered."
            )
        case problem.NoRoundOpen():
            return "No round is open here right now. Your story is safe in `/drafts` for the next one."
        case problem.RoundNotChosen():
            return "More than one round is open. Choose one below."
        case problem.RoundOutOfSight():
            return (
                "The round that this was for is in a channel that you can't see now. Your story is safe in `/drafts`;"
                " any other open round can have it."
            )
        case problem.RoundNotOpenYet(opens_at):
            return f"This round opens {terms.stamp(opens_at)}. Your story is safe in `/drafts` until then."
        case problem.RoundClosed(closed_at):
            return f"This round closed {terms.stamp(closed_at)}. `/round list` shows what is open."
        case problem.RoundOver(closed_at):
            return f"This round closed {terms.stamp(closed_at)}. `/round extend` opens it again."
        case problem.RoundChanged():
            return (
                "The round was changed since you asked, and this would undo it. `/round show` has it as it is; ask once"
                " more and your change goes on top."
            )
        case problem.RoundCancelled():
            return "This round was called off. `/round list` shows what is open."
        case problem.EntriesUsedUp(most):
            return (
                f"You have handed in {most} {terms.plural(most, 'entry', 'entries')} already, which is as many as"
                " this round takes from one member. `/entry withdraw` takes one back while the round is open."
            )
        case problem.WordRuleUnknown(text):
            return (
                f"I don't understand “{quoted(text)}” as a number of words. These work: `drabble`, `100`, `100-500`,"
                " `up to 500`, `100 or 200`, `about 100`, `100 give or take 5`, `anything`."
            )
        case problem.PromptWordUnreadable(text):
            return (
                f"I find no word in “{quoted(text)}”. A word or short phrase works, such as `frost`; `-` asks for none."
            )
        case problem.RemindersUnreadable(text):
            return (
                f"I can't make reminders of “{quoted(text)}”. These work: `on` (24 hours and 1 hour before the close),"
                " `2 days, 3 hours` (three at most), `off`."
            )
        case problem.DateUnreadable(text, today):
            ways = ", ".join(f"`{example}`" for example in terms.date_examples(today))
            return f"I don't understand “{quoted(text)}” as a date. These work: {ways}."
        case problem.DateUnclear(text, readings):
            moments = " or ".join(terms.wall_text(moment) for moment in readings)
            ways = " or ".join(f"`{written_date.in_full(moment)}`" for moment in readings)
            return f"“{quoted(text)}” may be {moments}. Write {ways}."
        case problem.DatePast(text, moment):
            said = f"“{quoted(text)}” is" if text else "The round would close"
            return f"{said} {terms.stamp(moment)}, which has passed. Choose a later date."
        case problem.ClosesBeforeOpens(opens_at, closes_at):
            return (
                f"The round would close {terms.stamp(closes_at)}, before it opens {terms.stamp(opens_at)}."
                " Choose a later end."
            )
        case problem.CalendarUnreadable(text):
            return (
                f"I don't understand “{quoted(text)}” as times that come again. These work: `every sunday 6pm`,"
                " `every other friday`, `1st and 15th at noon`, `last saturday of the month`, `every 10 days`."
            )
        case problem.CalendarUnclear(text, (way,)):
            return f"“{quoted(text)}” leaves open which days and times. Name them, like {phrase(way)}."
        case problem.CalendarUnclear(text, ways):
            named = terms.either([phrase(way) for way in ways[:WAYS_NAMED]])
            return f"“{quoted(text)}” can mean several things. Write {named}."
        case problem.CalendarLacks(text, beyond):
            return f"I can't follow “{quoted(text)}”. {LACKS[beyond]}"
        case problem.DayNever(day, instead):
            return f"No year has a {quoted(day)}. {code(instead)} is the nearest that comes each year."
        case problem.OpenForUnreadable(text):
            return (
                f"I don't understand “{quoted(text)}” as how long a round is open. These work: `6 days`,"
                " `until saturday 9pm`, `until the next one opens`."
            )
        case problem.TimeZoneUnknown(text):
            return (
                f"I know no time zone “{quoted(text)}”. Name a large city with your time, like `London`, or your"
                " country. `/setup timezone:` offers what I know as you type."
            )
        case problem.TimeZoneUnclear(text, zone_names):
            named = ", ".join(f"`{time_zone.title(name)}`" for name in zone_names[:ZONES_NAMED])
            return (
                f"“{quoted(text)}” is more than one time zone: {named}. Name the one you mean, or a large city in it."
            )
        case problem.ModeratorsEverybody():
            return "`@everyone` is everybody here. Choose a role that only your moderators have, or none."
        case problem.EmojiUnreadable(text):
            return (
                f"I can't read “{quoted(text)}” as emoji; words and signs like ★ are none. Paste them one after the"
                " other, like `♥ 🌟`; a name works too, like `:heart:`, or that of an emoji of this server."
            )
        case problem.EmojiNotOurs(emoji):
            return (
                f"I can't count on {' '.join(emoji)}: of another server, gone, or kept for some roles. Choose emoji of"
                " this server, or ones that everybody has."
            )
        case problem.EmojiTooMany(number, most):
            return f"That makes {number} emoji; I leave up to {most}, so that readers find room for their own."
        case problem.OpeningFixed(opened_at):
            return f"This round opened {terms.stamp(opened_at)}; only its end can still be moved."
        case problem.LengthUnreadable(text):
            return f"I can't read “{quoted(text)}” as a length of time. These work: `2 days`, `36 hours`, `90 minutes`."
        case problem.TooLateToRemind(closes_at):
            return f"That would be too late: this round closes {terms.countdown(closes_at)}. Is your story ready?"
        case problem.HandedInLate(closed_at):
            return f"This round closed {terms.stamp(closed_at)}, so your story will be marked *late*."
        case problem.PingFixed():
            return "This round has opened, so nobody is pinged for it any more. Leave *ping* out."
        case problem.RoleUnknown(asked):
            return f"I know no role “{quoted(asked)}” here. Choose one that is offered, or `nobody`."
        case problem.PingsEverybody():
            return (
                "I never ping everybody. Choose a role for those who like to hear of rounds; members can take it"
                " themselves where the server lets them."
            )
        case problem.PingNotYours(role_id):
            return (
                f"{terms.role(role_id)} is a role that you can't mention in that channel yourself, so I don't either."
                " Choose another, or ask somebody who manages the server."
            )
        case problem.PingImpossible(role_id, channel_id):
            return (
                f"As it is, I can't ping {terms.role(role_id)} in <#{channel_id}>; the round opens all the same."
                f" {terms.TO_PING}"
            )
        case problem.PingRoleGone():
            return "The role to ping is gone, so nobody is pinged. You can choose another."
        case problem.PromptMissing():
            return "The prompt is empty. Say in a line or more what the stories should be about."
        case problem.NotLater(closes_at, asked):
            return (
                f"The round closes {terms.stamp(closes_at)}; {terms.stamp(asked)} would not be later."
                " `/round edit` can move its end to an earlier date."
            )
        case problem.TooEarlyToExcuse(opens_at):
            return f"This round opens {terms.stamp(opens_at)}. From then on you can give late passes for it."
        case problem.NothingToClose(opens_at):
            return f"This round does not open until {terms.stamp(opens_at)}. `/round cancel` calls it off."
        case problem.NoRounds():
            return "There is no such round here right now. `/round list` shows them all, `/round open` opens one."
        case problem.RoundNotNamed():
            return "There is more than one round here. Say which one in the option `round`."
        # -- of the bank
        case problem.PromptTooLong(characters, most):
            return f"The prompt has {characters:,} characters; there is room for {most:,}."
        case problem.SetNameTooLong(name, most):
            return f"“{quoted(name)}” is a long name for a set; there is room for {most} characters."
        case problem.SetShips(name):
            return f"The set “{quoted(name)}” came with me and stays as it is. Choose another name for yours."
        case problem.SetUnknown(name):
            return f"I know no set called “{quoted(name)}”. Choose one of those that are offered as you type."
        case problem.PromptFileUnknown(name):
            return f"I can't read {code(name)}: prompts come as {terms.prompt_kinds_text()}."
        case problem.PromptFileEmpty(name):
            return f"I found no prompt in {code(name)}. It takes one a line, or a blank line between them."
        case problem.ImportGone():
            return "This file was taken or put aside already. `/prompts list` shows what is in the bank."
        case problem.BankFull(more, most):
            return (
                f"A bank holds {most:,} prompts, and there is no room for {more:,} more. `/prompts remove` makes some."
            )
        case problem.BankDry(""):
            return "No unused prompt is left. `/prompts add` and `/prompts import` bring new ones."
        case problem.BankDry(name):
            return f"No unused prompt is left in “{quoted(name)}”. Choose another set, or fill it with `/prompts add`."
        case problem.ChallengeUnknown(asked):
            return f"I find no challenge called “{quoted(asked)}”. `/challenge list` shows those there are."
        case problem.ChallengesNone():
            return "No challenge goes on here. A moderator sets one up with `/challenge new`."
        case problem.ChallengeUnclear(names):
            named, more = [f"“{quoted(name)}”" for name in names[:NAMES_NAMED]], len(names) - NAMES_NAMED
            named += [f"{more:,} more"] if more > 0 else []
            return f"There are several: {terms.listed(named)}. Say which one you mean."
        case problem.ChallengeOver(name, ended_at):
            return f"“{quoted(name)}” ended {terms.stamp(ended_at)}. `/challenge new` begins another."
        case problem.ChallengeUnnamed():
            return "A challenge needs a name, such as Sunday Drabbles."
        case problem.ChallengeChannelGone():
            return (
                "The channel of its rounds is gone, so they wait. Choose another under **More settings**, which"
                " `/challenge show` has."
            )
        case problem.ChallengeWithoutCalendar(name):
            return (
                f"“{quoted(name)}” has no calendar: its rounds open by hand, with `/round open`."
                " `/challenge edit` gives it one."
            )
        case problem.OccurrenceUnknown(asked):
            return f"No round would open on “{quoted(asked)}”. Choose one of the dates that are offered as you type."
        case problem.PromptUnknown(asked):
            return f"I find no prompt with “{quoted(asked)}”. Choose one of those that are offered as you type."
        case problem.PromptGone():
            return "This prompt is out of the bank already. `/prompts list` shows what is in it."
        case problem.PromptsAlike(asked):
            return (
                f"There are several prompts with “{quoted(asked)}”. Choose one of those that are offered as you type."
            )
        case problem.PromptTaken():
            return "Another round took this prompt a moment ago. *Draw another* finds you one."
        case problem.SuggestionsWaiting(most):
            return (
                f"{most} suggestions of yours are waiting for a moderator. There is room for more as soon as they have"
                " looked at some."
            )
        case problem.SuggestionGone():
            return "I know no such suggestion here; its member may have taken it back."
        case problem.SuggestionDecided():
            return "Another moderator was a moment faster. `/prompts suggestions` shows what still waits."
        # -- of the one who asks
        case problem.NotModerator():
            return (
                "Only moderators can do this: members who may manage the server or its messages, or who have the role"
                " that `/setup` names."
            )
        case problem.NotServerManager():
            return "This is for members who manage the server: the permission is called *Manage Server*."
        case problem.NotYours():
            return "This one belongs to somebody else; only they can hand it in or change it."
        case problem.EntryAlready():
            return "This is your entry already. `/entry withdraw` takes it back while its round is open."
        case problem.PostWithoutStory():
            return (
                "There is no story in this post of mine. Choose a message with one, or paste the text: `/submit` takes"
                " it for a round, `/count` counts it."
            )
        case problem.DraftGone():
            return "This draft was handed in or discarded already. `/drafts` shows what I hold for you."
        case problem.EntryUnknown():
            return "This entry is not there any more. If you took it back, its text is in `/drafts`."
        case problem.StoryGone():
            return "This story is not there any more: its writer took it back, or its post was removed."
        case problem.EntryNotNamed(asked):
            return (
                f"No entry of yours in an open round is called “{quoted(asked)}”. Choose one of those that are offered"
                " as you type."
            )
        case problem.NoEntryStanding():
            return "You have no entry in a round that is open. What was taken back already is in `/drafts`."
        case problem.ProposalGone():
            return "This was confirmed or put aside already. `/round list` shows what there is."
        case problem.ChannelUnfit(channel_id, missing):
            return (
                f"In <#{channel_id}> I need: {', '.join(missing)}. Please give my role these permissions in the"
                " channel's settings, and try again."
            )
        case problem.NotUnderstood():
            return "I can't make out what this was about: it may be an old one. `/help` shows what you can do now."
        case problem.TextKept():
            return "What you wrote is safe in `/drafts`."
        case problem.NotAsShown():
            return (
                "This draft has changed since it was shown to you, so nothing is handed in yet. Here it is as I hold it"
                " now."
            )
        case problem.Lost(known_until):
            copy = "an earlier copy" if known_until is None else f"how it was {terms.stamp(known_until)}"
            return (
                f"Whoever runs me has put my memory back to {copy}. What this was about came later, so I don't know it"
                " any more. `/drafts` shows what I hold for you, `/round list` which rounds there are."
            )
        case problem.OnlyOnServer():
            return "This is about a server's rounds. Use it in a channel of the server."
        case _:
            raise NotImplementedError(f"no wording for {found!r}")


def quoted(text: str) -> str:
    return escaping.line(text, LONGEST_QUOTE)


def code(name: str) -> str:
    return escaping.code(name, LONGEST_QUOTE)


def phrase(way: str) -> str:
    """Words to be typed: all of them, since half a calendar is another one."""
    return escaping.code(way, written_date.LONGEST)
