"""Who was there, as minutes begin: "Present: Cllrs A Berg, Ivo Lund (Chairman) and the Clerk – Omar Teal".

Such a list tells names and posts, and nobody's words: it stays where it is printed. It has a label before it or above
it, or it is a row or a column of names and nothing else.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from bulletins.document import RosterEntry
from bulletins.language.saying_en import ENGLISH
from bulletins.manuscript import initials
from bulletins.manuscript.common_words import may_be_called
from bulletins.manuscript.latin_names import Found, is_person, names_in
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import POSTS, ROSTER, role_in
from speakers.names import key

_WHO = (
    r"(?:[A-Z][a-z]{1,20} ){0,2}(?:(?:[Aa]lso )?[Pp]resent|[Ii]n [Aa]ttendance|[Aa]ttend(?:ance|ees|ing)|PRESENT|"
    r"IN ATTENDANCE|ATTENDANCE|ATTENDEES|MEMBERS PRESENT|STAFF PRESENT|STAFF|"
    r"Councill?ors|Members|Participants|Trustees|"
    r"Directors|Commissioners|Officers|Staff|[Rr]oll [Cc]all|ROLL CALL|There|Who was there|Here)(?: \([^()]{2,30}\))?"
)
_LABEL = re.compile(
    rf"\s*{_WHO}(?:\s*(?:[:：]|\s[–—-]\s)\s*"
    r"|\s+(?=(?:[A-Z]{2,5} )?(?:Cllrs?|Councill?ors?|Mr|Mrs|Ms|Dr|Prof|Clerk|Mayor)\b))"
)
_LABEL_WITHIN = re.compile(rf"(?:(?<=[.!?]\s)|(?<=\n)){_WHO}\s*[:：]\s*")
# Whom other lines of such a list tell: "Chair: Ada Berg" above "Present: …".
_BESIDE_LABEL = re.compile(
    r"(?:^|(?<=\n))(?:Chair(?:man|woman|person)?|Facilitator|Moderator|Convenor|Host|Secretary|Clerk|Scribe|Notes|Minutes)"
    r"\s*[:：]\s*"
)
_COLON = re.compile("[:：]")
_WHO_IS_NOT = re.compile(
    r"\s*(?:Absent|Apologies|Excused|Regrets|Not (?:present|there))\b[^.:]{0,30}:", re.IGNORECASE
)
_LABEL_ALONE = re.compile(rf"\s*(?:\d{{1,2}}[.\d]*\s+)?{_WHO}\s*[:：]?\s*")
_GROUPS = re.compile(r"\s*;\s*(?:and\s)?|\n")
_PARTS = re.compile(r"(?:\s*,\s*(?:and\s)?|\s+and\s+(?:the\s)?|\s+&\s+)(?![^(]{0,80}\))")
_BESIDE = re.compile(r"[\s()–—,.:/-]+")
_VOTE = re.compile(
    r"(?P<name>[A-Z][^\n:,;]{2,40}?)(?:\s?[:–—-])?\s(?:Yes|No|Aye|Nay|Yea|Abstain(?:s|ed)?|Absent|Present|Excused|EX|Recused)"
)
_FEWEST_VOTERS = 3
_BRACKET = re.compile(r"\s?\(([^()]{2,60})\)")
_CALLED = re.compile(
    r"(?P<name>[A-Z][a-z]{2,14}(?:-[A-Z][a-z]{1,14})?|(?:[A-Z]\. ?){1,3}[A-Z][\w’'-]{1,20})"
    r"(?: \((?P<post>[^()]{3,60})\))?\.?"
)
# Whom a list of who was there calls by post and family name: "City Forester Lund".
_POSTED = re.compile(
    rf"(?P<post>(?:[A-Z][\w’'-]+ ){{0,3}}(?i:{POSTS.pattern})) (?P<name>(?:[A-Z]\.? ?){{0,2}}[A-Z][a-z][\w’'-]+)\.?"
    r"(?: \([A-Z]{2,4}\))?"
)
_INITIALS = re.compile(r"[A-Z]{2,4}")
_LETTERS = re.compile(r"C[A-Z]{2,3}")
_WORD_OF_POST = re.compile(rf"[A-Z][\w’'-]*|of|the|and|for|in|to|at|vice|deputy|acting|{POSTS.pattern}")
_LONGEST_POST = 60
# Posts that more than one of those behind them hold: "Town Councilmen", not "Chairman".
_OF_SEVERAL = re.compile(r"(?:(?<!s)s|men|women)$", re.IGNORECASE)
# "Councillors J Berg (Chairman), I Lund": the post of them all.
_POST_OF_SEVERAL = re.compile(
    r"\s*(?P<post>(?:[A-Z][\w’'-]+ ){0,2}"
    r"(?:Cllr|Councill?or|Councilmember|Member|Trustee|Director|Commissioner|Supervisor|"
    r"Alderperson|Representative|Senator))s (?=[A-Z]\.? ?[A-Z])"
)
_INITIALLED = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?[A-Z]\.? ?[A-Z]")
_SPACES = re.compile(r"[\W_]+|\b(?:Mr|Mrs|Ms|Dr)\b")
_FEWEST, _MOST = 2, 0.75  # people of a list, and how much of it they are
_LONGEST = 2000
_LONGEST_LINE = 160
_LEAST_NAMES = 3  # in a row or a column that no label tells to be a list


def is_list(text: str) -> bool:
    """Whether a line lists who was there, or is the label above such a list."""
    return (_LABEL.match(text) or _LABEL_ALONE.fullmatch(text)) is not None


def begins_list(line: str) -> bool:
    """Whether a line is one of its own whatever room the line above had: "Present: Ada Berg", "Absent: None"."""
    return (_LABEL.match(line) or _WHO_IS_NOT.match(line)) is not None


def tells_of_several(label: str) -> bool:
    """Whether a label leads up to more than one: "Present", "Panellists", not "Moderator"."""
    return re.search(r"(?:present|attendance|s)$", label.strip(), re.IGNORECASE) is not None


def has_names_in_lines(text: str) -> bool:
    """Whether each of several lines begins with somebody's name."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(opens_with_name(line) for line in lines)


def opens_with_name(line: str) -> bool:
    """Whether a line begins with somebody's whole name, and goes on with a post, a place or nothing."""
    first = next(names_in(line[:_LONGEST_LINE]), None)
    return (
        first is not None
        and first.start == 0
        and (" " in first.name or (first.honorific != "" and first.end == len(line)))
        and re.match(r"$|,|\s[(/–—-]", line[first.end :]) is not None
    )


def sightings(text: str) -> Iterator[Sighting]:
    """Give the people of a paragraph that lists who was there, with their posts."""
    if len(text) >= _LONGEST:
        return
    if is_roll(text):
        yield from (Sighting(name, sure=True) for name in _voters(text))
        return
    label = _LABEL.match(text)
    within = [*_LABEL_WITHIN.finditer(text)] if _COLON.search(text) else []
    labels = [*([label] if label else []), *within]
    if labels:
        labels = sorted([*_BESIDE_LABEL.finditer(text), *labels], key=re.Match.start)
    if not labels and not (has_names_in_lines(text) or is_row(text)):
        return
    starts = [one.end() for one in labels] or [0]
    ends = [*(one.start() for one in labels[1:]), len(text)]
    for start, end in zip(starts, ends, strict=True):
        for group in _GROUPS.split(text[start:end]):
            yield from _of_group(group, labelled=bool(labels))


def is_roll(text: str) -> bool:
    """Whether a text tells how several voted, a line each."""
    return "\n" in text and len([*_voters(text)]) >= _FEWEST_VOTERS


def _voters(text: str) -> Iterator[str]:
    """Give those whom a roll tells how they voted, a line each: "Ada Berg Yes", "Ivo Lund – Absent"."""
    votes = (_VOTE.fullmatch(line.strip()) for line in text.split("\n"))
    yield from (vote["name"] for vote in votes if vote and is_person(vote["name"]))


def people_behind_label(text: str) -> tuple[RosterEntry, ...]:
    """Give the people of "Speakers: Ivo Lund (Chairman), Ada Berg (Clerk)" and "Chairman Mr. Ivo Lund; …".

    That is a list where there are several, each has a post, and there is next to nothing else.
    """
    label = ROSTER.match(text)
    if label is None or len(text) > _LONGEST or ENGLISH.says.search(text):
        return ()
    rest = text[label.end() :]
    found = [one for group in _GROUPS.split(rest) for one in _of_group(group, labelled=False)]
    told = sum(len(_SPACES.sub("", one.name + one.credit)) for one in found)
    whole = len(_SPACES.sub("", rest))
    if len(found) < _FEWEST or not all(one.credit for one in found) or told < whole * _MOST:
        return ()
    role = role_in(label[1])
    return tuple(
        RosterEntry(speaker=key(one.name), name=one.name, credit=one.credit, role=one.role or role)
        for one in found
    )


def _of_group(group: str, *, labelled: bool) -> Iterator[Sighting]:
    """Give the people between two semicolons: "Town Councilmen, Ada Berg, Ivo Lund", "Ada Berg, Clerk"."""
    people: list[Sighting] = []
    ahead = ""
    for part in _with_post_of_several(map(initials.without, _PARTS.split(group))):
        named = list(names_in(part))
        # Of "Ada Berg (Head of Rain, Weir Utilities)" the first; of "the Clerk (Mr. K. Teal)" the one within.
        found = [name for name in named if not _is_in_bracket(part, name.start)] or named
        called = _CALLED.fullmatch(part.strip()) if labelled and not found else None
        if len(found) == 1:
            people.append(_somebody(part, found[0], ahead))
            ahead = ahead if _OF_SEVERAL.search(ahead) else ""
        elif called and may_be_called(called["name"]):
            people.append(Sighting(called["name"], called["post"] or "", sure=True))
        elif labelled and not found and (posted := _POSTED.fullmatch(part.strip())) and not _is_post(posted):
            people.append(Sighting(posted["name"], posted["post"], sure=True))
        elif not found and (ahead or not people or (people[-1].credit and part.startswith("the "))):
            ahead = _told(_bare(part))  # posts go before their holders
        elif not found and not people[-1].credit:
            people[-1] = msgspec.structs.replace(people[-1], credit=_told(_bare(part)))
    yield from people


def _is_in_bracket(text: str, place: int) -> bool:
    """Whether a place stands in a bracket: "Weir Utilities" of "Ada Berg (Head of Rain, Weir Utilities)"."""
    return text.count("(", 0, place) > text.count(")", 0, place)


def _with_post_of_several(parts: Iterable[str]) -> Iterator[str]:
    """Give "Councillors J Berg", "I Lund" as "Councillor J Berg", "Councillor I Lund": a letter is an initial there."""
    post = ""
    for part in parts:
        several = _POST_OF_SEVERAL.match(part)
        post = several["post"] if several else post
        bare = part[several.end() :] if several else part.strip()
        yield f"{post} {bare}" if post and (several or _INITIALLED.match(bare)) else part


def _is_post(posted: re.Match[str]) -> bool:
    """Whether all of it is a post: "Park Superintendent", "Director General"."""
    word = posted["name"].lower()
    return POSTS.fullmatch(word) is not None or word in {"general", "elect", "emeritus", "designate"}


def _somebody(part: str, name: Found, ahead: str) -> Sighting:
    bracket = _BRACKET.match(part, name.end)
    if bracket and _INITIALS.fullmatch(bracket[1]):
        bracket = None
    behind = _told(_bare(part[bracket.end() if bracket else name.end :]))
    told = ", ".join(filter(None, (bracket[1] if bracket else "", behind)))
    return Sighting(
        name.name, told or _told(_bare(part[: name.start])) or ahead, sure=True, honorific=name.honorific
    )


def is_row(text: str) -> bool:
    """Whether a text is a row of names with posts, and says nothing: "Cr A Berg (Mayor), Cr I Lund, Cr O Teal"."""
    named = 0
    for part in _parts(text.replace("\n", ", ")):
        name = next(names_in(part), None)
        named += name is not None
        if not all(map(_WORD_OF_POST.fullmatch, _without_name(part, name).split())):
            return False
    return named >= _LEAST_NAMES and not ENGLISH.says.search(text)


def _parts(text: str) -> Iterator[str]:
    """Give what commas and "and" part; mostly the first already tells that it is no row of names."""
    start = 0
    for found in _PARTS.finditer(text):
        yield text[start : found.start()]
        start = found.end()
    yield text[start:]


def _without_name(part: str, name: Found | None) -> str:
    if name is None:
        return _bare(part)
    before = part[: name.start].rstrip().removesuffix(name.honorific)
    bracket = _BRACKET.match(part, name.end)
    return _bare(before) or _bare(part[bracket.end() if bracket else name.end :])


def is_listing(text: str) -> bool:
    """Whether a paragraph names people who were there, and lets nobody say anything."""
    return next(sightings(text), None) is not None and not ENGLISH.says.search(text)


def names_in_column(texts: Iterable[str]) -> list[str]:
    """Give the names of a list each item of which is one: then those are there, whatever stands above it."""
    items = [text.strip() for text in texts]
    return items if len(items) >= _LEAST_NAMES and all(map(is_person, items)) else []


def _told(post: str) -> str:
    told = POSTS.search(post) or _LETTERS.fullmatch(post)  # "Dean of Rain", "CAO"
    return post if len(post) < _LONGEST_POST and told else ""


def _bare(text: str) -> str:
    words = _BESIDE.sub(" ", text).strip()
    return re.sub(r"^(?:the|The)\s", "", words)
