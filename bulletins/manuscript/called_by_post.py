"""People whom minutes call by their post alone: "The Clerk advised", where one of them is told to be the Clerk."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from bulletins.document import RosterEntry
from bulletins.language.one_of import one_of
from bulletins.language.saying_zh import CHINESE_VERBS, in_every_form
from bulletins.manuscript.credits_en import SAYS
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import HAN_POST, POSTS
from forum.scripts import is_han

# What whoever moderates is called.
_IN_THE_CHAIR = ("chair", "moderator", "主持人", "主席")
_POSTS = (
    "clerk|chair|chairman|chairwoman|chairperson|vice-chair|vice-chairman|mayor|treasurer|secretary|moderator|"
    "facilitator|convenor|convener|rapporteur|superintendent|speaker"
)
# What is one post, however it is called.
_CALLED_ALSO = re.compile(r"(?<=chair)(?:man|woman|person)$|(?<=conven)or$")
_OF_CREDIT = re.compile(
    rf"(?:(?:(?-i:[A-Z]{{2,6}})|town|parish|city|village|acting|council|committee|meeting|session|panel) )?({_POSTS})"
    r"(?=$|,| of the (?:council|committee|board|meeting|session|panel)\b)",
    re.IGNORECASE,
)
# Posts outside the meeting by which somebody is called once the name has been told: "the Minister said".
_OFFICES = (
    "president|prime minister|minister|governor|premier|ambassador|chancellor|dean|rector|commissioner|senator|"
    "secretary-general|director-general|archbishop|bishop|congressman|congresswoman"
)
_OFFICE = re.compile(
    rf"(?<![\w-])(?<!vice )(?<!deputy )(?<!assistant )(?<!former )({_OFFICES})(?![\w-])", re.IGNORECASE
)
_SPEAKS = re.compile(rf"\b[Tt]he ((?i:{_POSTS}|{_OFFICES}))(?=\s(?:{SAYS.pattern}))")


# 主席表示 is the one who alone is 主席, where a sentence begins so.
_HAN_POSTS = (
    "主席|主持人|会长|會長|秘书长|秘書長|理事长|董事长|组长|校长|校長|院长|院長|局长|局長|主任|书记|書記|"
    "县长|市长|区长"
)
_BRACKET_AT_END = re.compile(r"[（(][^（）()]+[）)]$")
_HAN_PARTS = re.compile(r"[、，,]")
# 运输署署长（渡轮）回应时表示: a post as the list prints it tells its bearer; so long a one is nobody else's.
_SHORTEST_PRINTED = 4
_LETTERS_OF_POST = 6
_HAN_SPEAKS = in_every_form(
    rf"(?:^|(?<=[。！？\n])|(?<=[。！？\n]\s)|(?<=^\d\.\s)|邀[请請]，)"
    rf"(副?(?:{_HAN_POSTS})|[^\s，。；：！？、（）]{{2,24}}?(?:{HAN_POST})(?:（[^（）]{{1,12}}）)?)"
    rf"(?=(?:随后|最后|还|也|则|[向在就][^，。；：]{{1,16}}?|回[应答复覆][^，。；：]{{0,8}})?(?:{CHINESE_VERBS}|[简簡]介))"
)


# Of a list that tells posts in more words, or in letters: "the Director of Works provided", "the CAO indicated".
_WHOLE_POST = re.compile(
    rf"(?:[A-Z]{{2,5}}|(?=.*(?i:{POSTS.pattern}))[A-Z][\w’'-]*(?: (?:of|for|and|the|[A-Z][\w’'-]*)){{1,5}})"
)


@functools.lru_cache(maxsize=16)  # of one manuscript, asked for each of its paragraphs
def _spoken(posts: frozenset[str]) -> re.Pattern[str]:
    """Give what finds one of these posts that says something."""
    return re.compile(rf"(?<![\w-])[Tt]he ((?i:{one_of(posts)}))(?=\s(?:{SAYS.pattern}))")


def _post(printed: str) -> str:
    return _CALLED_ALSO.sub(lambda found: "er" if found.group() == "or" else "", printed.lower())


def told_of(roster: Iterable[RosterEntry]) -> list[tuple[str, str]]:
    """Give the posts of a list of people, of whom one who moderates is in the chair."""
    people = list(roster)
    leading = [entry.name for entry in people if entry.role == "moderator"]
    chairing = [(name, post) for name in leading for post in _IN_THE_CHAIR]
    return [*((entry.name, entry.credit) for entry in people), *chairing]


def holders(credits_of: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give who holds each post that one alone holds, of (name, credit); who is nothing else goes before others."""
    told: dict[str, set[str]] = {}
    wholly: dict[str, set[str]] = {}
    for name, credit in credits_of:
        for post in _posts_in(credit):
            told.setdefault(post, set()).add(name)
        for office in _OFFICE.finditer(credit):
            told.setdefault(office[1].lower(), set()).add(name)
            if office.group() == credit:
                wholly.setdefault(office[1].lower(), set()).add(name)
    return {post: next(iter(names)) for post in told if len(names := wholly.get(post, told[post])) == 1}


def _posts_in(credit: str) -> Iterator[str]:
    """Give what somebody with this credit is called by, beside offices outside the meeting."""
    if _WHOLE_POST.fullmatch(credit):
        yield credit.lower()
    if post := _OF_CREDIT.match(credit):
        yield _post(post[1])
    for part in _HAN_PARTS.split(credit):
        if re.fullmatch(rf"副?(?:{_HAN_POSTS})", part) or (len(part) >= _SHORTEST_PRINTED and is_han(part)):
            yield part
            yield _BRACKET_AT_END.sub("", part)


def speaking(text: str, holders: Mapping[str, object]) -> Iterator[tuple[int, int, str]]:
    """Give the places of a text where a post that somebody holds speaks."""
    for pattern in (_SPEAKS, _HAN_SPEAKS) if holders else ():
        for found in pattern.finditer(text):
            if (post := _post(found[1])) in holders:
                yield *found.span(1), post
    whole = frozenset(
        post for post in holders if post.isascii() and (" " in post or len(post) < _LETTERS_OF_POST)
    )
    for found in _spoken(whole).finditer(text) if whole else ():
        yield *found.span(1), found[1].lower()


def sightings(texts: Iterable[str], holders: Mapping[str, str]) -> Iterator[Sighting]:
    """Give those whom a text lets speak by their post."""
    for text in texts:
        for _, _, post in speaking(text, holders):
            yield Sighting(holders[post], speaks=True, sure=True)
