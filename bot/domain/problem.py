"""Everything that can be wrong with a request: typed facts. Only `bot.ui.wording.refusals` puts them into words."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from bot.domain.header.header import Field
from bot.domain.header.rating import Rating
from bot.domain.text.word_rule import Count, WordRule


@dataclass(frozen=True, slots=True)
class Problem:
    """A fact that stands in the way of a request."""


class RefusedError(Exception):
    """A request cannot be met as it stands; `problems` has all the reasons at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


# -- of a manuscript ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoStory(Problem):
    """The text has header lines and nothing below them, or nothing at all."""


@dataclass(frozen=True, slots=True)
class WordsOff(Problem):
    words: int
    rule: WordRule


@dataclass(frozen=True, slots=True)
class SectionsOff(Problem):
    """`words` are the counts of a drabble series' sections, in their order."""

    words: tuple[int, ...]
    rule: Count


@dataclass(frozen=True, slots=True)
class LastWordNotB(Problem):
    """The form asks for a last word that starts with b."""

    form: str
    word: str


@dataclass(frozen=True, slots=True)
class PromptWordMissing(Problem):
    """The story has its round's word or phrase in no form."""

    word: str


@dataclass(frozen=True, slots=True)
class CountMismatch(Problem):
    """The header states another count. A refusal if the round wants the right count, else a warning."""

    declared: int
    words: int


@dataclass(frozen=True, slots=True)
class RatingUnknown(Problem):
    """A warning: the header's rating is none that we know."""

    written: str


@dataclass(frozen=True, slots=True)
class FieldMissing(Problem):
    field: Field


@dataclass(frozen=True, slots=True)
class RatedTooHigh(Problem):
    rating: Rating
    highest: Rating


@dataclass(frozen=True, slots=True)
class NeedsAgeRestriction(Problem):
    """The story is rated for adults and the round's channel is open to everybody."""

    rating: Rating


@dataclass(frozen=True, slots=True)
class StoryTooLong(Problem):
    """The story would fill more messages than a channel can bear."""

    characters: int
    most: int


# -- of a file ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FileTooLarge(Problem):
    """`size` and `most` are bytes."""

    name: str
    size: int
    most: int


@dataclass(frozen=True, slots=True)
class FileKindUnknown(Problem):
    name: str


@dataclass(frozen=True, slots=True)
class FileNotFetched(Problem):
    """Discord has the file but did not hand it over."""

    name: str


@dataclass(frozen=True, slots=True)
class FileUnreadable(Problem):
    """We cannot read the bytes: they are damaged, or no text at all."""

    name: str


@dataclass(frozen=True, slots=True)
class FileMislabelled(Problem):
    """The file's name promises another kind; `looks` names the real one, as in "a PDF"."""

    name: str
    looks: str


@dataclass(frozen=True, slots=True)
class FileEncrypted(Problem):
    """The file opens only with a password."""

    name: str


@dataclass(frozen=True, slots=True)
class FileUnpacksTooLarge(Problem):
    """The document unpacks to more than `most` bytes."""

    name: str
    most: int


@dataclass(frozen=True, slots=True)
class TooSlow(Problem):
    """The reading took longer than a file may take; `name` is empty for a long text."""

    name: str


@dataclass(frozen=True, slots=True)
class FileEmpty(Problem):
    name: str


@dataclass(frozen=True, slots=True)
class ImageUnusable(Problem):
    """The file is no picture that Discord shows, or is larger than `most` bytes."""

    name: str
    most: int


@dataclass(frozen=True, slots=True)
class NothingHandedOver(Problem):
    """The member gave neither a text nor a file."""


@dataclass(frozen=True, slots=True)
class MessageWithoutWords(Problem):
    """The chosen message has neither text nor a file; `what` it is, with its article."""

    what: str


# -- of a round -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RoundUnknown(Problem):
    """There is no such round here; `asked` is the typed text."""

    asked: str


@dataclass(frozen=True, slots=True)
class RoundsAlike(Problem):
    """Several rounds have the typed text in their titles."""

    asked: str


@dataclass(frozen=True, slots=True)
class NoRoundOpen(Problem):
    """No round in this guild takes entries now."""


@dataclass(frozen=True, slots=True)
class RoundNotChosen(Problem):
    """Several rounds are open and the writer has not said which."""


@dataclass(frozen=True, slots=True)
class RoundOutOfSight(Problem):
    """The writer cannot see the channel of their draft's round any more."""


@dataclass(frozen=True, slots=True)
class RoundNotOpenYet(Problem):
    opens_at: datetime


@dataclass(frozen=True, slots=True)
class RoundClosed(Problem):
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class RoundOver(Problem):
    """The round has closed, and the change brings no later end."""

    closed_at: datetime


@dataclass(frozen=True, slots=True)
class RoundChanged(Problem):
    """Somebody else changed the round between the question and the yes."""


@dataclass(frozen=True, slots=True)
class RoundCancelled(Problem):
    pass


@dataclass(frozen=True, slots=True)
class EntriesUsedUp(Problem):
    """The writer has as many entries in this round as it takes from one member."""

    most: int


@dataclass(frozen=True, slots=True)
class WordRuleUnknown(Problem):
    text: str


@dataclass(frozen=True, slots=True)
class PromptWordUnreadable(Problem):
    """The typed text for the word that every story must have has no word in it."""

    text: str


@dataclass(frozen=True, slots=True)
class RemindersUnreadable(Problem):
    text: str


@dataclass(frozen=True, slots=True)
class DateUnreadable(Problem):
    text: str
    today: date
    """Of the guild, for examples that lie ahead."""


@dataclass(frozen=True, slots=True)
class DateUnclear(Problem):
    text: str
    readings: tuple[datetime, ...]
    """All the moments that it may be, on the guild's own clock."""


@dataclass(frozen=True, slots=True)
class DatePast(Problem):
    text: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class ClosesBeforeOpens(Problem):
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class CalendarUnreadable(Problem):
    """The words do not say when the rounds of a challenge open."""

    text: str


@dataclass(frozen=True, slots=True)
class CalendarUnclear(Problem):
    """The words may mean several things; `ways` are words that mean one."""

    text: str
    ways: tuple[str, ...]


class Beyond(Enum):
    """What no calendar has, though people say it."""

    EXCEPTIONS = auto()
    END = auto()
    SEASONS = auto()
    TIMES_BY_DAY = auto()
    MOVABLE_FEASTS = auto()
    SINGLE_DATES = auto()


@dataclass(frozen=True, slots=True)
class CalendarLacks(Problem):
    """The words ask of a calendar what none has."""

    text: str
    beyond: Beyond


@dataclass(frozen=True, slots=True)
class DayNever(Problem):
    """No year has the date; `instead` are words for the day that comes nearest."""

    day: str
    instead: str


@dataclass(frozen=True, slots=True)
class OpenForUnreadable(Problem):
    """The words do not say how long a round is open."""

    text: str


@dataclass(frozen=True, slots=True)
class TimeZoneUnknown(Problem):
    text: str


@dataclass(frozen=True, slots=True)
class TimeZoneUnclear(Problem):
    text: str
    zone_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModeratorsEverybody(Problem):
    """The moderators' role was to be the one that everybody has."""


@dataclass(frozen=True, slots=True)
class EmojiUnreadable(Problem):
    text: str


@dataclass(frozen=True, slots=True)
class EmojiNotOurs(Problem):
    emoji: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmojiTooMany(Problem):
    number: int
    most: int


@dataclass(frozen=True, slots=True)
class OpeningFixed(Problem):
    """The round has opened, so its opening stays."""

    opened_at: datetime


@dataclass(frozen=True, slots=True)
class LengthUnreadable(Problem):
    text: str


@dataclass(frozen=True, slots=True)
class TooLateToRemind(Problem):
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class HandedInLate(Problem):
    """The round has closed, and takes the story with a badge."""

    closed_at: datetime


@dataclass(frozen=True, slots=True)
class PingFixed(Problem):
    """The round has opened, and whoever was to be pinged was."""


@dataclass(frozen=True, slots=True)
class RoleUnknown(Problem):
    """There is no such role here; `asked` is the typed text."""

    asked: str


@dataclass(frozen=True, slots=True)
class PingsEverybody(Problem):
    pass


@dataclass(frozen=True, slots=True)
class PingNotYours(Problem):
    """The moderator may not mention the role themself."""

    role_id: int


@dataclass(frozen=True, slots=True)
class PingImpossible(Problem):
    """The bot may not mention the role in the round's channel."""

    role_id: int
    channel_id: int


@dataclass(frozen=True, slots=True)
class PingRoleGone(Problem):
    """The role that a round pings was deleted."""


@dataclass(frozen=True, slots=True)
class NotLater(Problem):
    """The extension would not end after the round's present end."""

    closes_at: datetime
    asked: datetime


@dataclass(frozen=True, slots=True)
class PromptMissing(Problem):
    """The prompt is blank."""


@dataclass(frozen=True, slots=True)
class TooEarlyToExcuse(Problem):
    """Nobody gets more time for a round that is still to come."""

    opens_at: datetime


@dataclass(frozen=True, slots=True)
class NothingToClose(Problem):
    """The round has not opened yet."""

    opens_at: datetime


@dataclass(frozen=True, slots=True)
class NoRounds(Problem):
    """There is no round to choose."""


@dataclass(frozen=True, slots=True)
class RoundNotNamed(Problem):
    """Several rounds could be meant."""


# -- of the bank ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PromptTooLong(Problem):
    characters: int
    most: int


@dataclass(frozen=True, slots=True)
class SetNameTooLong(Problem):
    name: str
    most: int


@dataclass(frozen=True, slots=True)
class SetShips(Problem):
    """Prompts of the server's own cannot go into a set that ships with the bot."""

    name: str


@dataclass(frozen=True, slots=True)
class SetUnknown(Problem):
    name: str


@dataclass(frozen=True, slots=True)
class PromptFileUnknown(Problem):
    """Prompts come in files of other kinds."""

    name: str


@dataclass(frozen=True, slots=True)
class PromptFileEmpty(Problem):
    name: str


@dataclass(frozen=True, slots=True)
class ImportGone(Problem):
    """It was taken or put aside, or another one came after it."""


@dataclass(frozen=True, slots=True)
class BankFull(Problem):
    """`more` prompts are too many beside those that are there."""

    more: int
    most: int


@dataclass(frozen=True, slots=True)
class BankDry(Problem):
    """No unused prompt is left in the set that was asked for, or anywhere."""

    name: str


@dataclass(frozen=True, slots=True)
class ChallengeUnknown(Problem):
    asked: str


@dataclass(frozen=True, slots=True)
class ChallengesNone(Problem):
    pass


@dataclass(frozen=True, slots=True)
class ChallengeUnclear(Problem):
    """There are several, and nobody said which."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChallengeOver(Problem):
    name: str
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class ChallengeUnnamed(Problem):
    pass


@dataclass(frozen=True, slots=True)
class ChallengeChannelGone(Problem):
    """The channel of its rounds was deleted."""


@dataclass(frozen=True, slots=True)
class ChallengeWithoutCalendar(Problem):
    name: str


@dataclass(frozen=True, slots=True)
class OccurrenceUnknown(Problem):
    """It is no date on which a round would open."""

    asked: str


@dataclass(frozen=True, slots=True)
class PromptUnknown(Problem):
    asked: str


@dataclass(frozen=True, slots=True)
class PromptGone(Problem):
    """It was taken out of the bank, or it is another server's."""


@dataclass(frozen=True, slots=True)
class PromptsAlike(Problem):
    """Several prompts have the asked words in them."""

    asked: str


@dataclass(frozen=True, slots=True)
class PromptTaken(Problem):
    """Another round took the prompt meanwhile."""


@dataclass(frozen=True, slots=True)
class SuggestionsWaiting(Problem):
    """The member has as many suggestions waiting as one may have."""

    most: int


@dataclass(frozen=True, slots=True)
class SuggestionDecided(Problem):
    """Another moderator was first."""


@dataclass(frozen=True, slots=True)
class SuggestionGone(Problem):
    """Its member took back all that was theirs, or there was none here."""


# -- of the one who asks --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotModerator(Problem):
    pass


@dataclass(frozen=True, slots=True)
class NotServerManager(Problem):
    """Only members who manage the server may settle customs; moderating is not enough."""


@dataclass(frozen=True, slots=True)
class NotYours(Problem):
    """The draft, the entry or the message belongs to somebody else."""


@dataclass(frozen=True, slots=True)
class EntryAlready(Problem):
    """The bot itself posted the message to be entered: it shows an entry of the member's."""


@dataclass(frozen=True, slots=True)
class PostWithoutStory(Problem):
    """The message is a round's card, its round-up, or the remains of an entry."""


@dataclass(frozen=True, slots=True)
class DraftGone(Problem):
    """The draft was discarded, or handed in already."""


@dataclass(frozen=True, slots=True)
class EntryUnknown(Problem):
    """There is no such entry, or it was taken back already."""


@dataclass(frozen=True, slots=True)
class StoryGone(Problem):
    """The story does not stand in its channel, or not for the member who asks to read it."""


@dataclass(frozen=True, slots=True)
class EntryNotNamed(Problem):
    """None of the writer's entries in open rounds has this title."""

    asked: str


@dataclass(frozen=True, slots=True)
class NoEntryStanding(Problem):
    """The writer has no entry that can still be taken back."""


@dataclass(frozen=True, slots=True)
class ProposalGone(Problem):
    """The proposal was confirmed or put aside already."""


@dataclass(frozen=True, slots=True)
class ChannelUnfit(Problem):
    """The bot lacks permissions there; `missing` holds Discord's names of them."""

    channel_id: int
    missing: tuple[str, ...]


# -- before anything of ours is known to be meant -------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotUnderstood(Problem):
    """Nothing of ours sends such a click or form: it is an old one, or somebody made it up."""


@dataclass(frozen=True, slots=True)
class TextKept(Problem):
    """The request is refused, but the text that came with it is a draft now."""


@dataclass(frozen=True, slots=True)
class NotAsShown(Problem):
    """The draft is not the one that its writer saw when they clicked: it was changed elsewhere, or by a restore."""


@dataclass(frozen=True, slots=True)
class OnlyOnServer(Problem):
    """The request is about a server but came from elsewhere."""


@dataclass(frozen=True, slots=True)
class Lost(Problem):
    """The subject came after the copy with which the database went on. The copy knows until `known_until`; None: it
    knew of nothing.
    """

    known_until: datetime | None
