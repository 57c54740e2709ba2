"""Who may be credited in a text, by all that is looked up."""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from bulletins.document import Figure, LanguageCode, RosterEntry
from bulletins.manuscript import latin_in_chinese, mentions_en
from bulletins.manuscript.blocks import Runs, Shown
from bulletins.manuscript.common_words import is_common, is_place, is_town, may_be_given_name
from forum.scripts import HAN_LETTERS, is_han
from speakers import names

# Between Chinese characters, which are no letters of it, a Latin word stands without spaces.
LETTER = rf"[^\W{HAN_LETTERS}]"
WORD = re.compile(rf"{LETTER}+")


_OF_TWO_FAMILIES = 3  # words of a name


class Creditable(msgspec.Struct, frozen=True, dict=True):
    """Who may be credited. `keys` turns a link's address into a speaker's key; `exact` trusts links, and names in full.

    `as_written` are the digests of paragraphs of a file of ours: one that is the same trusts its links alone.
    `introduced` are the keys of those whom no list named, but the text itself; `turns` gives the key of whoever
    a label before a speech means (a `verbatim` record credits by labels alone what says "I" or "we"), `short` of
    whoever initials mean, `posts` of whoever alone holds a post; `notes` has the paragraphs of footnotes, by their
    numbers, and `figures` the pictures. `led_on` are the texts of paragraphs below which "she" says something.
    `others` are the names of those who were there and are not in the roster: a family name may mean them as well.
    """

    language: LanguageCode
    roster: tuple[RosterEntry, ...] = ()
    keys: dict[str, str] = {}
    exact: bool = False
    as_written: frozenset[str] = frozenset()
    introduced: frozenset[str] = frozenset()
    present: bool = False
    turns: dict[str, str] = {}
    verbatim: bool = False
    short: dict[str, str] = {}
    posts: dict[str, str] = {}
    notes: dict[int, tuple[Runs, ...]] = {}
    figures: dict[int, tuple[Figure, Shown]] = {}
    led_on: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    @functools.cached_property
    def entries(self) -> dict[str, RosterEntry]:
        """The roster by its keys."""
        return {entry.speaker: entry for entry in reversed(self.roster)}

    @functools.cached_property
    def short_latin(self) -> dict[str, str]:
        """The keys of those with names in Latin letters, by the words that a Chinese text calls them by."""
        people = {entry.name: entry.speaker for entry in self.persons_and_bodies if not is_han(entry.name)}
        return {word: people[name] for word, name in latin_in_chinese.short_names(people).items()}

    @functools.cached_property
    def groups(self) -> dict[str, str]:
        """The keys of groups, by their names."""
        return {names.fold(entry.name): entry.speaker for entry in self.roster if entry.kind == "group"}

    @functools.cached_property
    def persons_and_bodies(self) -> tuple[RosterEntry, ...]:
        """Those who are known by their names wherever these stand; a group is where it says something only."""
        return tuple(entry for entry in self.roster if entry.kind != "group")

    @functools.cached_property
    def known(self) -> mentions_en.Known:
        """The people whom no list named, in an English text."""
        return mentions_en.Known(entry for entry in self.persons_and_bodies if not is_han(entry.name))

    @functools.cached_property
    def by_start(self) -> dict[str, list[tuple[int, list[RosterEntry]]]]:
        """The roster by how names begin: for each name its rank, longer names go first, and those who bear it."""
        bearers: dict[str, list[RosterEntry]] = {}
        for entry in self.persons_and_bodies:
            # A name of several words is found in capitals, too.
            name = entry.name.casefold() if " " in entry.name else entry.name
            bearers.setdefault(name, []).append(entry)
        found: dict[str, list[tuple[int, list[RosterEntry]]]] = defaultdict(list)
        for rank, name in enumerate(sorted(filter(str.strip, bearers), key=len, reverse=True)):
            found[start_of(name)].append((rank, bearers[name]))
        return found

    @functools.cached_property
    def by_family(self) -> dict[str, list[tuple[int, str, RosterEntry]]]:
        """The roster by how family names begin, with place and family name, as far as one person bears it."""
        families = [_family(entry.name) for entry in self.persons_and_bodies]
        borne = Counter([*families, *map(_family, self.others)])
        found: dict[str, list[tuple[int, str, RosterEntry]]] = defaultdict(list)
        for place, (family, entry) in enumerate(zip(families, self.persons_and_bodies, strict=True)):
            if family and borne[family] == 1 and family != entry.name:
                found[start_of(family)].append((place, family, entry))
        for place, entry in enumerate(self.persons_and_bodies):
            if pair := _two_family_names(entry.name):
                found[start_of(pair)].append((place, pair, entry))
        for place, given, entry in self._given_names(borne):
            found[start_of(given)].append((place, given, entry))
        return found

    @functools.cached_property
    def by_shared_family(self) -> dict[str, list[tuple[str, list[RosterEntry]]]]:
        """Family names that several of the roster bear, in Latin letters, by how they begin."""
        bearers: dict[str, list[RosterEntry]] = defaultdict(list)
        for entry in self.persons_and_bodies:
            if (family := _family(entry.name)) and family != entry.name and not is_han(family):
                bearers[family].append(entry)
        found: dict[str, list[tuple[str, list[RosterEntry]]]] = defaultdict(list)
        for family, entries in bearers.items():
            if len(entries) > 1:
                found[start_of(family)].append((family, entries))
        return found

    def _calls_by_given_name(self, given: str) -> bool:
        """Whether a text whose list is of speakers may call one so as well: no town or country, and no word."""
        return (
            self.language == "en"
            and not self.exact
            and may_be_given_name(given)
            and not (is_place([given]) or is_town(given) or is_common(given))
        )

    def _given_names(self, families: Mapping[str, int]) -> Iterator[tuple[int, str, RosterEntry]]:
        """Give those whom a report without a list of speakers may call by their given names, if one alone bears it."""
        people = [
            (place, given, entry)
            for place, entry in enumerate(self.persons_and_bodies)
            if " " in entry.name and not is_han(entry.name)
            for given in _given(entry.name)
            if self.present or entry.speaker in self.introduced or self._calls_by_given_name(given)
        ]
        borne = Counter(given for _, given, _ in people)
        for place, given, entry in people:
            if borne[given] == 1 and given not in families and len(given) > 2 and not given.isupper():
                yield place, given, entry


class Span(msgspec.Struct, frozen=True):
    """A credited place of a text: from, to, whom."""

    start: int
    end: int
    speaker: str


def start_of(name: str) -> str:
    """Give that by which a name is looked up in a text: its first word, of a Chinese name its first two letters."""
    name = name.strip()
    if is_han(name[:1]):
        return name[:2]
    word = WORD.search(name)
    return word.group().lower() if word else name


@functools.lru_cache(maxsize=4096)
def _family(name: str) -> str:
    """Give the name by which a text calls somebody again: 林德 of 彼得·林德."""
    return name.rpartition("·")[2] if "·" in name and is_han(name) else names.family_name(name)


def _two_family_names(name: str) -> str:
    """Give the last two of three names, by which somebody may be called again: "Lyall Lund"."""
    words = name.split()
    whole = all(len(word.rstrip(".")) > 1 and word[:1].isupper() for word in words)
    return " ".join(words[1:]) if len(words) == _OF_TWO_FAMILIES and whole and not is_han(name) else ""


def _given(name: str) -> list[str]:
    """Give the names by which somebody is called beside the family name, which Vietnamese and others put first."""
    first, *more, last = name.split()
    if _family(name) == first:
        return [last]
    return [first, *(word for word in more[:1] if word[:1].isupper() and word != _family(name).split()[0])]
