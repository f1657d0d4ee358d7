"""The tags that a server used: by what name, how often, and which are written nearly the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from rapidfuzz import fuzz, process

from bot.domain.header import people
from bot.domain.tags import tag
from bot.domain.tags.tag import Tag, TagKind

KINDS = (TagKind.FANDOM, TagKind.CHARACTER, TagKind.PAIRING)
"""The kinds whose names are the writers' own."""
ALIKE = 85
"""Out of a hundred: from here on, moderators are shown that two tags are nearly the same."""
NEAR = 60
"""The same for what is offered while somebody types."""
NEAR_A_PART = 80
"""The same where what was typed so far is held against a part of the name."""
NEIGHBOURS = 5
"""Tags are compared with so many of those that follow them in the alphabet."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A moderator's word that a tag is called otherwise."""

    kind: TagKind
    key: str
    to_key: str
    name: str
    written: str
    """What it was called before."""

    @property
    def number(self) -> int:
        return number_of(self.kind, self.key)


@dataclass(frozen=True, slots=True)
class UsedTag:
    """A tag with the number of stories that have it, in whatever spelling."""

    kind: TagKind
    key: str
    name: str
    stories: int

    @property
    def reference(self) -> str:
        """What stands for its name where that is too long for a choice."""
        return f"#{number_of(self.kind, self.key)}"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tags that are nearly the same; the one used more often comes second."""

    rare: UsedTag
    usual: UsedTag

    @property
    def number(self) -> int:
        return crc32(f"{self.rare.kind} {self.rare.key}\n{self.usual.key}".encode())


def number_of(kind: TagKind, key: str) -> int:
    return crc32(f"{kind} {key}".encode())


def meant(tags: Iterable[UsedTag], kind: TagKind, said: str) -> UsedTag | None:
    """The tag that has this name, or else the one to which this refers."""
    key, found = named(kind, said).key, [each for each in tags if each.kind is kind]
    return next((each for each in found if each.key == key), None) or next(
        (each for each in found if each.reference == said.strip()), None
    )


def named(kind: TagKind, name: str) -> Tag:
    """The tag that a moderator means by a name."""
    pairing = people.pairing_of(name) if kind is TagKind.PAIRING else None
    return tag.worded(kind, name) if pairing is None else Tag(kind, tag.together(pairing), name)


def listed(used: Iterable[tuple[Tag, int]], namings: Iterable[Naming]) -> tuple[UsedTag, ...]:
    """The tags, those with the most stories first. Each is called as moderators say, or as it is written most often."""
    by_key = {(each.kind, each.key): each for each in namings}
    names: dict[tuple[TagKind, str], str] = {}
    stories: dict[tuple[TagKind, str], int] = {}
    for each, count in sorted(used, key=lambda one: -one[1]):
        key, name = (each.kind, each.key), None
        if key in by_key:
            key, name = followed(key, by_key)
        stories[key] = stories.get(key, 0) + count
        if name is not None:
            names[key] = name
        else:
            names.setdefault(key, each.name)
    found = [UsedTag(*key, names[key], count) for key, count in stories.items()]
    return tuple(sorted(found, key=lambda each: (-each.stories, each.name)))


def called(kind: TagKind, name: str, namings: Iterable[Naming]) -> str:
    """What moderators call the tag that somebody wrote like this."""
    _, found = followed((kind, named(kind, name).key), {(each.kind, each.key): each for each in namings})
    return name if found is None else found


def followed(
    key: tuple[TagKind, str], by_key: dict[tuple[TagKind, str], Naming]
) -> tuple[tuple[TagKind, str], str | None]:
    """The kind and key that a tag goes by, and the name that moderators gave it."""
    name, seen = None, set[tuple[TagKind, str]]()
    while key not in seen and (naming := by_key.get(key)) is not None:
        seen.add(key)
        key, name = (naming.kind, naming.to_key), naming.name
    return key, name


def offered(tags: Sequence[UsedTag], typed: str, most: int) -> list[UsedTag]:
    """Tags of one kind that somebody may mean who types this. First come tags that begin like it, then those that
    contain it, then those that nearly are it, then those that nearly contain it.
    """
    wanted = named(tags[0].kind, typed).key if tags and typed.strip() else ""
    begin = [each for each in tags if each.key.startswith(wanted)][:most]
    inside = [each for each in tags if wanted in each.key][: 2 * most]
    found = list(dict.fromkeys((*begin, *inside)))
    for scorer, least in ((fuzz.ratio, NEAR), (fuzz.partial_ratio, NEAR_A_PART)):
        if len(found) < most and wanted:
            keys = [each.key for each in tags]
            near = process.extract(wanted, keys, scorer=scorer, processor=None, limit=most, score_cutoff=least)
            found = list(dict.fromkeys((*found, *(tags[place] for _, _, place in near))))
    return found[:most]


def alike(tags: Sequence[UsedTag]) -> list[Pair]:
    """The tags of one kind that are nearly the same: the likest first. Each is compared with its neighbours in the
    alphabet, forwards and backwards, so that a slip is found wherever it is.
    """
    found: dict[tuple[str, str], tuple[float, Pair]] = {}
    for one, other in neighbours(tags):
        near = fuzz.ratio(one.key, other.key, score_cutoff=ALIKE)
        if near:
            usual, rare = sorted((one, other), key=lambda each: (-each.stories, each.name))
            found[rare.key, usual.key] = near, Pair(rare, usual)
    return [pair for _, pair in sorted(found.values(), key=lambda each: -each[0])]


def neighbours(tags: Sequence[UsedTag]) -> Iterator[tuple[UsedTag, UsedTag]]:
    for row in (sorted(tags, key=lambda each: each.key), sorted(tags, key=lambda each: each.key[::-1])):
        for place, one in enumerate(row):
            yield from ((one, other) for other in row[place + 1 : place + 1 + NEIGHBOURS])
