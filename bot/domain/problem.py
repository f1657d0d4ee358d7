"""Everything that can be wrong with what somebody asked for: typed facts, worded in `bot.ui.wording.refusals` alone."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.header.header import Field
from bot.domain.header.rating import Rating
from bot.domain.text.word_rule import WordRule


@dataclass(frozen=True, slots=True)
class Problem:
    """One fact that stands in the way."""


class RefusedError(Exception):
    """What was asked for cannot be done as it stands; `problems` says why, all of it at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


# -- of a manuscript ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NoStory(Problem):
    """There are header lines and nothing under them, or nothing at all."""


@dataclass(frozen=True, slots=True)
class WordsOff(Problem):
    words: int
    rule: WordRule


@dataclass(frozen=True, slots=True)
class SectionsOff(Problem):
    """In a drabble series, `words` are those of each section in turn."""

    words: tuple[int, ...]
    rule: WordRule


@dataclass(frozen=True, slots=True)
class LastWordNotB(Problem):
    """The form asks for a last word that starts with b."""

    form: str
    word: str


@dataclass(frozen=True, slots=True)
class PromptWordMissing(Problem):
    """The story has the word or phrase of its round in none of its forms."""

    word: str


@dataclass(frozen=True, slots=True)
class CountMismatch(Problem):
    """A warning, or a refusal where the round asks that the header states the right count."""

    declared: int
    words: int


@dataclass(frozen=True, slots=True)
class RatingUnknown(Problem):
    """A warning: what the header says of the rating is none that we know."""

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
    """`size` and `most` in bytes."""

    name: str
    size: int
    most: int


@dataclass(frozen=True, slots=True)
class FileKindUnknown(Problem):
    name: str


@dataclass(frozen=True, slots=True)
class FileNotFetched(Problem):
    """Discord has the file, and did not hand it over."""

    name: str


@dataclass(frozen=True, slots=True)
class FileUnreadable(Problem):
    """The bytes are nothing that we know how to read: damaged, or no text at all."""

    name: str


@dataclass(frozen=True, slots=True)
class FileMislabelled(Problem):
    """The file is something else than its name says; `looks` names what, as in "a PDF"."""

    name: str
    looks: str


@dataclass(frozen=True, slots=True)
class FileEncrypted(Problem):
    """It opens with a password alone."""

    name: str


@dataclass(frozen=True, slots=True)
class FileUnpacksTooLarge(Problem):
    """A packed document that holds more than `most` bytes."""

    name: str
    most: int


@dataclass(frozen=True, slots=True)
class TooSlow(Problem):
    """It was not read in the time that a file gets; without a name: a long text."""

    name: str


@dataclass(frozen=True, slots=True)
class FileEmpty(Problem):
    name: str


@dataclass(frozen=True, slots=True)
class ImageUnusable(Problem):
    """Not a picture Discord shows, or larger than `most` bytes."""

    name: str
    most: int


@dataclass(frozen=True, slots=True)
class NothingHandedOver(Problem):
    """Neither text nor a file."""


# -- of a round -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RoundUnknown(Problem):
    """No such round here; `asked` as it was typed."""

    asked: str


@dataclass(frozen=True, slots=True)
class RoundsAlike(Problem):
    """Several rounds have what was typed in their titles."""

    asked: str


@dataclass(frozen=True, slots=True)
class NoRoundOpen(Problem):
    """Nobody takes entries in this guild now."""


@dataclass(frozen=True, slots=True)
class RoundNotChosen(Problem):
    """Several rounds are open and the writer has not said which."""


@dataclass(frozen=True, slots=True)
class RoundOutOfSight(Problem):
    """The round that a draft was for takes place where its writer sees nothing any more."""


@dataclass(frozen=True, slots=True)
class RoundNotOpenYet(Problem):
    opens_at: datetime


@dataclass(frozen=True, slots=True)
class RoundClosed(Problem):
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class RoundOver(Problem):
    """A change of a round that has closed, unless it is a later end."""

    closed_at: datetime


@dataclass(frozen=True, slots=True)
class RoundChanged(Problem):
    """Somebody else's change came between the question and the yes."""


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
    """What was typed as the word that every story must have has no word in it."""

    text: str


@dataclass(frozen=True, slots=True)
class DateUnreadable(Problem):
    text: str


@dataclass(frozen=True, slots=True)
class DatePast(Problem):
    text: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class ClosesBeforeOpens(Problem):
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class TimeZoneUnknown(Problem):
    text: str


@dataclass(frozen=True, slots=True)
class ModeratorsEverybody(Problem):
    """The role that everybody has was chosen for the moderators."""


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
    """A round that has opened cannot be opened at another time."""

    opened_at: datetime


@dataclass(frozen=True, slots=True)
class NotLater(Problem):
    """An extension that would not end after the round's present end."""

    closes_at: datetime
    asked: datetime


@dataclass(frozen=True, slots=True)
class PromptMissing(Problem):
    """Nothing but blanks."""


@dataclass(frozen=True, slots=True)
class NothingToClose(Problem):
    """The round has not opened yet."""

    opens_at: datetime


@dataclass(frozen=True, slots=True)
class NoRounds(Problem):
    """There is no round that could be meant."""


@dataclass(frozen=True, slots=True)
class RoundNotNamed(Problem):
    """Several rounds could be meant."""


# -- of the one who asks --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotModerator(Problem):
    pass


@dataclass(frozen=True, slots=True)
class NotServerManager(Problem):
    """Settling customs takes more than moderating."""


@dataclass(frozen=True, slots=True)
class NotYours(Problem):
    """A draft, an entry or a message of somebody else."""


@dataclass(frozen=True, slots=True)
class EntryAlready(Problem):
    """The message to be entered is the bot's own, and shows an entry of the member's."""


@dataclass(frozen=True, slots=True)
class PostWithoutStory(Problem):
    """A round's card or its round-up, or what is left of an entry."""


@dataclass(frozen=True, slots=True)
class DraftGone(Problem):
    """Discarded, or handed in already."""


@dataclass(frozen=True, slots=True)
class EntryUnknown(Problem):
    """No such entry, or taken back already."""


@dataclass(frozen=True, slots=True)
class EntryNotNamed(Problem):
    """None of the writer's entries in open rounds has this title."""

    asked: str


@dataclass(frozen=True, slots=True)
class NoEntryStanding(Problem):
    """The writer has no entry in a round that is open."""


@dataclass(frozen=True, slots=True)
class ProposalGone(Problem):
    """Confirmed or put aside already."""


@dataclass(frozen=True, slots=True)
class ChannelUnfit(Problem):
    """The bot lacks what it needs there; `missing` holds Discord's names of the permissions."""

    channel_id: int
    missing: tuple[str, ...]


# -- before anything of ours is known to be meant -------------------------------------------------


@dataclass(frozen=True, slots=True)
class NotUnderstood(Problem):
    """A click or a form that says what nothing of ours says: an old one, or one that somebody made up."""


@dataclass(frozen=True, slots=True)
class TextKept(Problem):
    """What came along with something that is refused is a draft now."""


@dataclass(frozen=True, slots=True)
class NotAsShown(Problem):
    """A draft is another one than its writer saw when they clicked: changed elsewhere, or by a restore."""


@dataclass(frozen=True, slots=True)
class OnlyOnServer(Problem):
    """It is about a server, and was asked for elsewhere."""


@dataclass(frozen=True, slots=True)
class Lost(Problem):
    """It came after the copy that the database went on with. The copy knows until when; None: it knew of nothing."""

    known_until: datetime | None
