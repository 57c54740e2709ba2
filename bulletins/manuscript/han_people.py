"""The people of a row of a Chinese list, in whatever order it tells them: 某院院长某某、某局局长某某; 某某（某院院长）;
某某，某院院长; 某院院长 某某; 某某/某院; 某院：某某、某某（院长）.

A row is cut into pieces, each piece read in all ways that it may be, and the ways are put together that read
all of it best: names first, or credits first.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from bulletins.language.letters import letters_before
from bulletins.manuscript import names_around_posts
from bulletins.manuscript.han_credits import (
    INSTITUTION,
    POSTS,
    SAYS,
    WHOLE,
    is_credit,
    is_told,
    outside_brackets,
    with_title,
)
from bulletins.manuscript.han_names import (
    begins_with_surname,
    closed_compounds,
    ends_post,
    is_name,
    is_word,
)
from bulletins.manuscript.han_pieces import BRACKET, DOUBT, LATIN, NO_NAME, Person, Read, name_doubt, reads_of
from bulletins.manuscript.roster_labels import label_of
from bulletins.manuscript.vocabulary import HAN_POST
from forum.scripts import HAN_LETTERS, is_han

type Order = Literal["name", "credit"]
type Span = tuple[int, int]

_PIECES = re.compile(r"[、，,;；/｜|丨\t\u3000 ]+|—{1,2}|(?<=\s)[-–](?=\s)")
_ENDS = re.compile(
    r"(?:[\s，、,。；;]|[（(](?:共|共计|合计)?[\d一二三四五六七八九十]{1,4}余?(?:人|位|名)[）)]|等(?:共?[\d一二三四五六七八九十]{1,4}余?(?:人|位|名))?(?:专家学者|专家|学者|嘉宾|领导|代表|同志|人|人员)?"
    r"(?:参加|出席|与会|到会|参会|列席)?(?:会议|活动|论坛|座谈|研讨)?)$"
)
# Groups at a row's end are nobody by name, and told as what has no place: …，各街道分管负责人.
_GROUP_AT_END = re.compile(
    r"[，、；;](?:各|有关|相关|全体|部分|其他|以及|及)[^，、；;（）()]{1,24}(?:负责人|负责同志|人员|代表|同志|干部)[。等]?$"
)
_NUMBER = re.compile(r"\s*(?:[（(]?\d{1,3}[）)]\s*|\d{1,3}\s*[.、．]\s*(?!\d)|[①-⑳]\s*|[-•●·▪◆■○*]\s+)")
_LETTER = re.compile(f"[{HAN_LETTERS}]")
_PADDED = re.compile(rf"([{HAN_LETTERS}])[ \u3000]{{1,4}}(?=([{HAN_LETTERS}])(?![{HAN_LETTERS}]))")
# 董事 令狐野、端木晴: a post apart from whoever holds it, where nothing else of the piece is.
_POST_APART = re.compile(
    rf"(?:^|(?<=[、，；;,]))([^、，；;,\s]{{0,30}}(?:{HAN_POST}))[ \u3000]+(?=[{HAN_LETTERS}]{{2,4}}(?:[、，；;,]|$))"
)
_GROUP = re.compile(r"(?P<unit>[^：:（）()、，,；;]{2,24})\s*[：:]\s*(?P<people>.+)")
_DOUBT_AROUND_POST = 0.3
_LONGEST_ROW = 600
_MOST_PIECES = 80
_SHORT_CREDIT = 3


class _Way(NamedTuple):
    """A way to read pieces to the row's end. `worst` is the doubt about the one who is least sure."""

    doubt: float
    people: tuple[Person, ...]
    worst: float = 0.0


class Row(NamedTuple):
    """The people of a row, and how unsure the reading of the least sure of them is."""

    people: tuple[Person, ...]
    doubt: float


def people_of(row: str, *, within: bool = False) -> Row | None:
    """Read a row of a list; None where anything of it is nobody. `within` a list whose label said that people come."""
    text = _trimmed(row) if len(row) < _LONGEST_ROW else ""
    if not text:
        return None
    if within and (group := _GROUP.fullmatch(text)):
        return _grouped(group["unit"].strip(), group["people"])
    if re.search(r"[：:。！？!?]", outside_brackets(text)):
        return None
    if around := names_around_posts.whole(text):  # 古所長天成
        return Row((Person(*around),), _DOUBT_AROUND_POST)
    rows = [_best(piece) for piece in _semicolons(text)]
    if any(one is None for one in rows):
        return None
    told = [one for one in rows if one is not None]
    return Row(
        tuple(person for one in told for person in one.people), max((one.doubt for one in told), default=0)
    )


def _trimmed(row: str) -> str:
    text = _PADDED.sub(_closed_up, closed_compounds(row.strip().strip("\ufeff")))
    text = _POST_APART.sub(r"\1", text)
    number = _NUMBER.match(text)
    text = text[number.end() :] if number else text
    if group := _GROUP_AT_END.search(text[-40:]):
        text = text[: len(text) - len(group.group())]
    while found := _ENDS.search(text[-24:]):
        text = text[: len(text) - len(found.group())]
    return text


def _closed_up(found: re.Match[str]) -> str:
    """Close a name up that is padded to the width of three letters: 王　刚, or 校长王　刚."""
    name = found[1] + found[2]
    before = letters_before(found.string, found.start(), 8)
    apart = before[-1:] and _LETTER.match(before[-1]) and not POSTS.search(before)
    return found.group() if apart or ends_post(found) or not begins_with_surname(name) else found[1]


def _semicolons(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r"[；;]", text) if piece.strip()]


def _grouped(unit: str, people: str) -> Row | None:
    """Read 某局：某某（副局长）、某某, or 某某：某局副局长."""
    if (is_name(unit) and not is_word(unit)) or LATIN.fullmatch(unit):
        credit = people.strip()
        return Row((Person(unit, credit),), 0) if is_credit(credit) and is_told(credit) else None
    if SAYS.search(unit) or not is_han(unit):
        return None
    row = people_of(people)
    if row is None:
        return None
    named = all(not INSTITUTION.search(person.credit) for person in row.people)
    if not named or not re.search(rf"{INSTITUTION.pattern}|代表$", unit) or label_of(unit):
        return None
    return Row(tuple(one._replace(credit=f"{unit}{one.credit}") for one in row.people), row.doubt)


def _best(text: str) -> Row | None:
    pieces = _pieces(text)
    if not pieces or len(pieces) > _MOST_PIECES:
        return None
    reads = [list(reads_of(text[start:end])) for start, end in pieces]
    orders: tuple[Order, ...] = ("name", "credit")
    ways = [way for order in orders if (way := _way(text, pieces, reads, order))]
    best = min(ways, key=lambda way: way.doubt, default=None)
    return Row(best.people, best.worst) if best and best.people else None


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut at commas, spaces and strokes that stand outside brackets; a space within a Latin name stays."""
    cuts = [
        found.span()
        for found in _PIECES.finditer(text)
        if not _inside(text, found.start()) and not _within_latin(text, *found.span())
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _inside(text: str, place: int) -> bool:
    before = text[:place]
    return sum(map(before.count, "（(〔[《“")) > sum(map(before.count, "）)〕]》”"))


def _within_latin(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    latin = bool(re.match(r"[A-Za-zÀ-ÿ.]", before) and re.match(r"[A-Za-zÀ-ÿ]", after))
    # 〔美〕 约翰; 某某 （院长）
    return text[start:end].isspace() and (latin or after in "（(" or before in "〕］】")


def _way(text: str, pieces: Sequence[Span], reads: Sequence[Sequence[Read]], order: Order) -> _Way | None:
    """Put readings of all pieces together, from the end: each person takes the credits behind, or those before."""
    ways: list[_Way | None] = [None] * len(pieces) + [_Way(0, ())]
    for at in range(len(pieces) - 1, -1, -1):
        found = (
            _after_name(text, pieces, reads, ways, at)
            if order == "name"
            else _after_credits(text, pieces, reads, ways, at)
        )
        ways[at] = min(found, key=lambda way: way.doubt, default=None)
    return ways[0]


def _after_name(
    text: str,
    pieces: Sequence[Span],
    reads: Sequence[Sequence[Read]],
    ways: Sequence[_Way | None],
    at: int,
) -> Iterator[_Way]:
    for read in reads[at]:
        if read.kind == "credit":
            continue
        yield from _then(ways, at + 1, _alone(read))
        doubt = 0.0
        takes = read.kind == "name" and not _is_row(text, pieces, at)
        for end in range(at + 1, len(pieces) if takes else at + 1):
            told = next((one for one in reads[end] if one.kind == "credit"), None)
            if told is None:
                break
            doubt += told.doubt
            credit = _between(text, pieces[at + 1 : end + 1])
            yield from _then(ways, end + 1, _credited(read, credit, doubt))


def _after_credits(
    text: str,
    pieces: Sequence[Span],
    reads: Sequence[Sequence[Read]],
    ways: Sequence[_Way | None],
    at: int,
) -> Iterator[_Way]:
    doubt = 0.0
    for end in range(at, len(pieces)):
        for read in reads[end]:
            if read.kind == "credit":
                continue
            if end == at:
                yield from _then(ways, end + 1, _alone(read))
            elif read.kind == "person" or not _is_row(text, pieces, end - 1):
                before = _between(text, pieces[at:end])
                yield from _then(ways, end + 1, _credited(read, before, doubt))
        told = next((one for one in reads[end] if one.kind == "credit"), None)
        if told is None:
            return
        doubt += told.doubt


def _is_row(text: str, pieces: Sequence[Span], at: int) -> bool:
    """Whether a 、 stands behind a piece: nobody's credit follows on a name so."""
    return at + 1 < len(pieces) and "、" in text[pieces[at][1] : pieces[at + 1][0]]


def _then(ways: Sequence[_Way | None], at: int, first: _Way) -> Iterator[_Way]:
    following = ways[at]
    if following is not None:
        yield _Way(
            first.doubt + following.doubt,
            (*first.people, *following.people),
            max(first.doubt, following.worst),
        )


def _alone(read: Read) -> _Way:
    person = read.person._replace(credit=with_title(read.person.credit, read.title))
    return _Way(read.doubt + (0 if person.credit else DOUBT["alone"]), (person,))


def _credited(read: Read, credit: str, doubt: float) -> _Way:
    """Give somebody with a credit that stands apart, before the name or behind it."""
    own = read.person.credit
    if own.startswith(("〔", "[", "［", "【", "（", "(")) or not own:
        told = f"{own}{credit}"
    else:
        told = f"{credit}{own}" if INSTITUTION.search(credit) else f"{credit}、{own}"
    person = read.person._replace(credit=with_title(told, read.title))
    # 屈服　城南社区站长: a word is a name where a whole post stands by it.
    post = POSTS.search(credit) is not None
    sure = begins_with_surname(person.name) or read.doubt <= DOUBT["weak"]
    named = (post and len(credit) > _SHORT_CREDIT and sure) or (
        WHOLE.search(credit) and not NO_NAME.search(person.name)
    )
    unsure = min(read.doubt, DOUBT["word"]) if named else read.doubt
    return _Way(unsure + (doubt / 2 if post else doubt), (person,))


def is_numbered(row: str) -> bool:
    """Whether a row opens with a number or a bullet."""
    return _NUMBER.match(row) is not None


def is_post_or_unit(text: str) -> bool:
    """Whether a line is what somebody is, and nobody's name stands in it."""
    row = people_of(text)
    return is_credit(text) and is_told(text) and (row is None or row.doubt > DOUBT["word"])


def is_bare_name(text: str) -> bool:
    """Whether a line may be a name, or one with a title, and nothing else."""
    name, _, title = text.partition(" ")
    named = name if title and POSTS.fullmatch(title.strip()) else "".join(text.split())
    return name_doubt(named) != "" or LATIN.fullmatch(named) is not None


def _between(text: str, pieces: Sequence[Span]) -> str:
    """Give a credit of several pieces as it stands; columns are closed up, and a post goes behind its institution."""
    first = text[slice(*pieces[0])].strip()
    if len(pieces) > 1 and POSTS.fullmatch(first):
        rest = text[pieces[1][0] : pieces[-1][1]].strip()
        if INSTITUTION.search(rest):
            return f"{_closed(rest)}{first}"
    if len(pieces) == 1 and (bracket := BRACKET.fullmatch(first)):
        post, unit = bracket["name"].strip(), bracket["inner"].strip()
        return f"{unit}{post}" if POSTS.fullmatch(post) and INSTITUTION.search(unit) else first
    return _closed(text[pieces[0][0] : pieces[-1][1]].strip(" \t\u3000、，,/｜|丨—-–"))


def _closed(text: str) -> str:
    return re.sub(rf"(?<=[{HAN_LETTERS}）”》])[\s\u3000/｜|丨]+(?=[{HAN_LETTERS}《“])", "", text)
