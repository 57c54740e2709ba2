"""Find and read the list of people: a footnote, a list, or a paragraph; who, with which credit and role."""

import functools
import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from bulletins.document import LanguageCode, RoleName, RosterEntry
from bulletins.language import of
from bulletins.language.letters import letters_before
from bulletins.language.saying_zh import CHINESE_VERBS
from bulletins.manuscript.comma_lists import people_apart, people_in_row
from bulletins.manuscript.common_words import is_common, may_be_given_name
from bulletins.manuscript.han_names import is_name, is_word, unspaced
from bulletins.manuscript.latin_names import NOT_NAMES, is_person, without_honorific
from bulletins.manuscript.roster_labels import label_of
from bulletins.manuscript.vocabulary import HAN_POST, POSTS, ROLES, ROSTER, role_in
from forum.scripts import HAN_LETTERS, is_han, simplified
from speakers import names
from speakers.name_parts import without_honorifics

_PAIR = 2
_ONE = re.compile(
    r"(?:the )?(?:chair(?:man|woman|person)?|moderator|facilitator|discussant)\b", re.IGNORECASE
)
_CHAIRS = re.compile(r"chair|facilitator", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:\[?(\d{1,2}|\*)\]?[.)]?\s+|(\d{1,2}|[*†①])(?=\S))")
_LEADING = re.compile(
    r"(?:[\s,;:.，；。、：]|\b(?:and|as well as|respectively|who|by)\b\s|以及|和(?=[^\s]{6})|并|等|还有|分别)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:\b(?:and|respectively|who|all|have|has)|以及|分别|先后|等)$", re.IGNORECASE)
_TRAILING_SIGNS = " \t\r\n\f\v\u00a0\u2028\u2029\u3000,;:.，；。、："
_LONGEST_TRAILING = 20
_LONGEST_PERSON = 600  # letters of a name with its credit; patterns for one person see no more
_LONGEST_ROW = 200  # letters of a credit with 、 in it
_BRACKETED = re.compile(r"([^(（,，]+?)\s*[(（]((?:[^()（）]|[(（][^()（）]*[)）])+)[)）]")
_TWICE = re.compile(r"([^()]{3,60})\(([^()]{2,80})\)\s?\(([^()]{2,80})\)")
_BRACKET_ROLE = re.compile(r"\s*[(（\[]\s*([^()（）]{2,40})\s*[)）\]]\s*$")
_CLOSES = re.compile(r"\s*(?:[,;.，；。、]|\Z)")
SAYS_HAN = re.compile(rf"(?:{CHINESE_VERBS})|[我你了吗呢。！？]|是(?!非)|谢谢")
_HAN_NAME = rf"[{HAN_LETTERS}]{{2,4}}|[{HAN_LETTERS}]+(?:·(?:[A-Z]\.?(?=·)|[{HAN_LETTERS}]+))+"
_HAN_FIRST = re.compile(rf"({_HAN_NAME})\s*(?:[，,：:—-]|\s)\s*(.+)", re.DOTALL)
# What columns of a list of people are called.
NAME_HEAD = "姓名"
_UNIT_AND_POST = re.compile(rf"(?<=[{HAN_LETTERS}])\s+(?=(?:{HAN_POST})$)")
_COUNTED = re.compile(r"\s*\d{1,2}\s*[、．]\s*")
_NO_NAMES = frozenset([NAME_HEAD, "参加", "出席", "参会", "与会", "主持"])
_ANOTHER = re.compile(rf"[、，,]\s*({_HAN_NAME})(?=[\s\u3000，,（(])")
_POST_FIRST = re.compile(
    rf"(.*(?:{HAN_POST}))\s*({_HAN_NAME}|[A-Z][\w.·]+(?: [A-Z][\w.]+)*)",
    re.DOTALL,
)


_EACH = re.compile(r"(?:分别|先后|依次)$")
# What says that somebody did something; "Keynote speakers" and 主持人 name a part.
_PREDICATE = re.compile(
    r"(?:delivered|made|gave|presented|moderated|joined|took|participated|hosted)\b|分别|先后|依次|作|做|发表|致|参加|参与|主持会议|"
    r"主持论坛|主持研讨会|主持讨论|主办|承办"
)
# A Latin name with the same in Chinese characters beside it: LIN Mo (林墨).
_OWN_NAME = re.compile(rf"([A-Za-zÀ-ÿ][\w .’'-]{{1,60}}?)\s?[(（][{HAN_LETTERS}]{{2,4}}[)）](?=\s?[,，])")


class People(msgspec.Struct, frozen=True):
    """What a list of people says. `mark` is the footnote mark before it; `rest` the pieces nobody fits."""

    entries: tuple[RosterEntry, ...] = ()
    mark: str = ""
    rest: tuple[str, ...] = ()


def person_name(text: str, language: LanguageCode, credit: str = "") -> bool:
    """Whether a text looks like the name of one person, and of nothing else; a post beside it makes it surer."""
    text = text.strip()
    if language == "zh" and re.fullmatch(_HAN_NAME, text):
        return text not in _NO_NAMES and label_of(text) is None
    return is_person(text, listed=POSTS.search(credit) is not None)


def _is_one_word_name(name: str, credit: str) -> bool:
    """Whether one word is a name, as a post beside it shows: "Saptono, President of the Island Office"."""
    word = name.replace("-", "").replace("’", "").replace("'", "")
    plain = name.lower()
    return (
        word.isalpha()
        and name[:1].isupper()
        and len(name) > 1
        and plain not in NOT_NAMES
        and POSTS.fullmatch(plain) is None
        and POSTS.search(credit) is not None
    )


def read_people(text: str, language: LanguageCode, role: RoleName | None = None) -> People:
    """Read "Name, credit; Name, credit made a speech, and …". `role` holds where no words tell one."""
    text, mark = _without_mark(text)
    label = ROSTER.match(simplified(text))
    if label is not None and (
        label.group(0).rstrip().endswith((":", "：", "|", "｜", "丨", "】", "]")) or label.end() == len(text)
    ):
        role = role or role_in(label.group(1)) or ("moderator" if _CHAIRS.match(label.group(1)) else None)
        text = text[label.end() :]
        row = people_in_row(text)
        firm = len(row) == _PAIR and _is_rather_firm(row[1])
        one = _ONE.match(label.group(1)) and firm and " and " not in text
        # "Speakers: Ada Berg, Ivo Lund" are two; "Chair: Ada Berg, Halvard Mutual" is one of a firm.
        text = f"{row[0]} ({row[1]})" if one else "; ".join(row) or text
    entries: list[RosterEntry] = []
    rest: list[str] = []
    for piece, told, words in by_role(text):
        start = len(entries)
        _read_group(piece, told or role, language, entries, rest)
        if told and (printed := told_otherwise(language, told, words)):
            entries[start:] = [
                msgspec.structs.replace(entry, role_printed=printed) if entry.role == told else entry
                for entry in entries[start:]
            ]
    return People(unique(entries), mark, tuple(rest))


def _is_rather_firm(name: str) -> bool:
    """Whether what reads like a name is one of words and of nobody given: "Halvard Mutual", not "Ivo Lund"."""
    return not may_be_given_name(name) and any(map(is_common, name.split()))


def told_otherwise(language: LanguageCode, role: RoleName, words: str) -> str:
    """Give the words that told a role, if they are others than the roster prints for one or several people."""
    words = " ".join(words.split())
    usual = {of(language).roster_close(role, count, after_credit=False).strip() for count in (1, 2)}
    return "" if words in usual or not _PREDICATE.match(words) else words


def _without_mark(text: str) -> tuple[str, str]:
    mark = _MARK.match(text)
    return (text[mark.end() :], mark.group(1) or mark.group(2)) if mark else (text.strip(), "")


def _read_group(
    piece: str, role: RoleName | None, language: LanguageCode, entries: list[RosterEntry], rest: list[str]
) -> None:
    if language == "zh" and (alone := _alone_in_line(piece, role)) is not None:
        entries.append(alone)
        return
    for part in people_in(piece, language):
        entry = one_person(part, language, role)
        if entry is not None:
            entries.append(entry)
        elif part:
            rest.append(part)


def by_role(text: str) -> list[tuple[str, RoleName | None, str]]:
    """Cut at the words that tell a role, each piece with the role told behind it, and those words.

    Only a phrase that ends its group counts: a comma, semicolon or stop follows. Else "Head of
    the Panelist Office" would end one.
    """
    pieces: list[tuple[str, RoleName | None, str]] = []
    start = 0
    for begin, end, role in _role_words(text):
        if begin >= start:
            each = _EACH.search(text[start:begin])
            words = f"{each.group() if each else ''}{text[begin:end]}"
            pieces.append((text[start:begin], role, words))
            start = end
    return [*pieces, (text[start:], None, "")]


def _role_words(text: str) -> list[tuple[int, int, RoleName]]:
    found = [
        (match.start(), match.end(), role)
        for role, pattern in ROLES
        for match in pattern.finditer(text)
        if _CLOSES.match(text, match.end())
        and (before := _last_sign(text, match.start()))
        and before not in "(（;；"
    ]
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _last_sign(text: str, end: int) -> str:
    """Give the last sign before a place that is no white space."""
    return letters_before(text, end, _LONGEST_TRAILING).rstrip()[-1:]


def people_in(piece: str, language: LanguageCode) -> list[str]:
    """Cut a group into persons: at semicolons, line ends, commas before names; in Chinese else at 、."""
    piece = _bare(piece)
    if language == "zh" and not re.search(r"[;；\n]", piece):
        return _people_in_row(piece)
    parts = [part for part in map(_bare, re.split(r"[;；\n]", piece)) if part]
    return parts if language == "zh" else [one for part in parts for one in people_apart(part)]


def _people_in_row(piece: str) -> list[str]:
    """Cut 甲处主任某某、乙所所长某某 at the 、 that follow a person, bare names at spaces; others stand in a credit."""
    apart = unspaced(piece).split()
    if all(map(is_name, apart)):
        return apart  # 宇文舒　尉迟安　林小雨
    parts: list[str] = []
    open_part = ""
    for part in filter(None, map(_bare, re.split("[、，]", piece))):
        open_part = f"{open_part}、{part}" if open_part else part
        if len(open_part) > _LONGEST_ROW or one_person(open_part, "zh") is not None:
            parts.append(open_part)
            open_part = ""
    return [*parts, open_part] if open_part else parts


def _bare(part: str) -> str:
    part = _without_lead(part).rstrip(_TRAILING_SIGNS)
    while found := _TRAILING.search(part[-_LONGEST_TRAILING:]):
        part = part[: len(part) - len(found.group())].rstrip(_TRAILING_SIGNS)
    return part.strip()


def _without_lead(part: str) -> str:
    lead = _LEADING.match(part)
    return part[lead.end() :] if lead else part


@functools.lru_cache(maxsize=4096)
def one_person(text: str, language: LanguageCode, role: RoleName | None = None) -> RosterEntry | None:
    """Read one person: "Name, credit", "Name (credit)", 职务+姓名 or 姓名+职务; None if it is nobody."""
    if len(text) > _LONGEST_PERSON or (language != "zh" and len(people_apart(text)) > 1):
        return None
    text = " ".join(text.split())
    # "Ada Berg (Weir Office) (Maintainer)": the second bracket is of the credit, unless it tells the role.
    if (twice := _TWICE.fullmatch(text)) and role_in(twice[3]) is None:
        text = f"{twice[1]}({twice[2]}, {twice[3]})"
    text, role, label = _own_role(text, role)
    printed_role = told_otherwise(language, role, _as_deed(label)) if role else ""
    for printed, credit in _splits(unspaced(text), language):
        name = without_honorifics(printed) if is_han(printed) else without_honorific(printed)[0]
        if person_name(name, language, credit) or _is_one_word_name(name, credit):
            # 芦汀渔政站　站长: columns for the unit and the post.
            told = _UNIT_AND_POST.sub("", credit)
            entry = RosterEntry(speaker=names.key(name), name=name, credit=told, role=role)
            return msgspec.structs.replace(entry, role_printed=printed_role or None)
    return None


def _as_deed(label: str) -> str:
    """Give a part in the meeting as what somebody did: 主旨报告 is 作主旨报告."""
    label = label.strip()
    return f"作{label}" if re.fullmatch(r"(?![作做])\S{0,8}(?:报告|演讲|发言|讲话)", label) else label


def _own_role(text: str, role: RoleName | None) -> tuple[str, RoleName | None, str]:
    found = _BRACKET_ROLE.search(text)
    own = role_in(found.group(1)) if found else None
    if found is None or own is None or POSTS.sub("", found.group(1)).count(" ") > 1:
        return text, role, ""
    return text[: found.start()], own, found.group(1)


def _splits(text: str, language: LanguageCode) -> list[tuple[str, str]]:
    splits = []
    text = _OWN_NAME.sub(r"\1", text, count=1) if _OWN_NAME.match(text) else text
    if found := _BRACKETED.fullmatch(text):
        splits.append((found.group(1).strip(), found.group(2).strip()))
    if language == "zh" and (found := _HAN_FIRST.fullmatch(text)):
        first, second = found.group(1), found.group(2).strip()
        splits.append((second, first) if is_name(second) and not is_name(first) else (first, second))
    if language == "zh" and (found := _POST_FIRST.fullmatch(text)):
        splits.append((found.group(2), found.group(1).strip()))
    name, _, credit = text.partition(",")
    splits.append((name.strip(), credit.strip()))
    parted = (text.partition(dash) for dash in (" – ", " — ", " - ", ": ", "：") if dash in text)
    splits += [(name.strip(), credit.strip()) for name, _, credit in parted]
    post, _, name = text.rpartition(": ")  # as in "Director of the Weir Office: Ada Berg"
    return [*splits, (name.strip(), post.strip())] if POSTS.search(post) and role_in(post) is None else splits


def unique(entries: Sequence[RosterEntry]) -> tuple[RosterEntry, ...]:
    """Give every entry a key of its own: the second "li-na" is "li-na-2". One in two lists is one entry."""
    result: list[RosterEntry] = []
    taken: set[str] = set()
    numbers: Counter[str] = Counter()  # the last that each key was given, so that none is tried twice
    places: dict[str, int] = {}
    for entry in entries:
        key = entry.speaker
        first = places.get(names.fold(entry.name))
        if first is not None and _is_same(result[first], entry):
            one = result[first]
            result[first] = msgspec.structs.replace(
                one,
                credit=one.credit or entry.credit,
                role=one.role or entry.role,
                role_printed=one.role_printed or entry.role_printed,
            )
            continue
        places.setdefault(names.fold(entry.name), len(result))
        while key in taken:
            numbers[entry.speaker] += 1
            key = f"{entry.speaker}-{numbers[entry.speaker] + 1}"
        taken.add(key)
        result.append(msgspec.structs.replace(entry, speaker=key))
    return tuple(result)


def _is_same(one: RosterEntry, other: RosterEntry) -> bool:
    """Whether nothing that two entries of one name tell sets them apart: a list of the panel, one of who was there."""
    told = {names.fold(entry.credit) for entry in (one, other) if entry.credit}
    roles = {entry.role for entry in (one, other) if entry.role}
    return len(told) < 2 and len(roles) < 2


def _alone_in_line(text: str, role: RoleName | None) -> RosterEntry | None:
    """Read a line that is one person's, whose credit has stops and commas: 令狐野，某院院长，教授，博士生导师。"""
    text = _bare(_COUNTED.sub("", _without_mark(unspaced(text))[0]))
    found = _HAN_FIRST.fullmatch(text)
    if found is None or not is_name(found[1]) or re.search(r"[;；\n]", text):
        return None
    others = any(is_name(one[1]) and not is_word(one[1]) for one in _ANOTHER.finditer(found[2]))
    post = re.search(HAN_POST, found[2])
    return one_person(text, "zh", role) if post and not others and not SAYS_HAN.search(found[2]) else None
