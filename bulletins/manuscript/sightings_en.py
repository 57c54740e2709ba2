"""Who speaks in English running text, with no list of people to go by.

"Petra Lund, Director of the Weir Office, said"; "Petra Lund (Weir Office) said"; "Petra Lund of the Weir Office
said"; "Chair Petra Lund asked"; "the Director, Petra Lund, asked"; "said Petra Lund"; "panellists included …".
Sentence by sentence, so that nobody is given a credit or a verb of the sentence beside.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from bulletins.document import RoleName
from bulletins.language.saying import ENGLISH
from bulletins.language.sentences import sentences
from bulletins.manuscript.latin_names import NOT_NAMES, Found, names_in
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import POSTS, SPEAKING_VERBS, role_in

_ADVERB = (
    r"(?:[a-z]+ly|also|further|then|therefore|thus|in turn|however|moreover|again|too|still|even|just|both|all|"
    r"later|first|next|meanwhile|had|has|have|who|would|did|could|will|can|may|for (?:his|her|their) part|"
    r"on the other hand)"
)
_SAYS = re.compile(rf"(?:{_ADVERB},?\s+){{0,3}}(?:{SPEAKING_VERBS})\b(?!\s+by\b)")
_DOES = re.compile(
    rf"(?:{_ADVERB},?\s+){{0,2}}(?:moderated|moderates|chaired|"
    rf"chairs|facilitated|facilitates|hosted|presided|delivered|"
    r"gave|gives|opened|closed|spoke|speaks|introduced|led|leads|presented|presents|kicked off|took the floor)\b"
)
_CHAIRED = re.compile(
    r"\b(?:moderated|chaired|facilitated|hosted|led|presided over|steered) (?:jointly )?by\s+(?:the\s+)?$"
    r"|\bmoderators?(?: was| were|,|:)?\s+$|\b(?:chair|facilitator)(?: was|,|:)\s+$",
    re.IGNORECASE,
)
_TALK_BY = re.compile(
    r"\b(?:keynotes?|speech|speeches|address|addresses|presentations?|remarks|talks?|lectures?|introduction|"
    r"interventions?|statements?|contributions?|delivered|given|presented|made)\s+(?:by|from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"\b(?:panel(?:l)?ists?|speakers?|presenters?|discussants?|participants|guests|panels?|experts|attendees|"
    r"contributors|moderators|facilitators|line-?up|session|event|"
    r"webinar|round ?table|workshop|seminar)\b[^.;:?!]{0,90}?"
    r"(?:\b(?:included|includes|including|were|are|featured|features|featuring|comprised|comprising|consisted of|"
    r"brought together|joined by|composed of)\b|:)",
    re.IGNORECASE,
)
_SHE = re.compile(r"(?:[A-Z][a-z]+ly, |Later, |Then |In turn, )?(?:He|She|he|she)\s")
_WHERE = re.compile(r"\b(?:at|of|for|from|in|near|towards?|across|outside|inside|the)\s$", re.IGNORECASE)
_BRACKET = re.compile(r"\s?\(([^()\n]{2,150})\)")
_PLACE = re.compile(r",?\s(?:of|from|at|with|for|representing|on behalf of)\s(?:the\s)?(?=[A-Z])")
_COMMA = re.compile(r"\s?,\s")
_POST_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"]))((?:[A-Z][\w’'&.-]{{0,30}}\s|of\s|for\s|"
    rf"the\s|and\s){{0,8}}(?:[a-z-]{{2,20}}\s)?(?i:{POSTS.pattern}))\s$"
)
_POST_COMMA = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s((?:[\w’'-]{{2,24}}\s){{0,3}}(?i:{POSTS.pattern})\b[^,;:.()]{{0,100}}),\s$",
)
_ENDS_CREDIT = re.compile(r"\s*(?:,|;|:|\.|\(|\)|$|—|–)")
_AND = re.compile(r"\s*,?\s*(?:and|&|as well as)?\s*$")
_LONGEST_CREDIT = 200
_WINDOW = 180


def sightings(text: str, bold: Sequence[tuple[int, int]] = ()) -> Iterator[Sighting]:
    """Give whom an English paragraph names, with what it says of them. `bold` are its bold stretches."""
    before: list[Sighting] = []
    for start, end in sentences(text, "en"):
        sentence = text[start:end]
        if len(before) == 1 and before[0].speaks and _SHE.match(sentence):
            yield msgspec.structs.replace(before[0], sure=True)
        else:
            yield from before
        inner = [(left - start, right - start) for left, right in bold if start <= left < end]
        before = [*_in_sentence(sentence, inner)]
    yield from before


def _in_sentence(text: str, bold: Sequence[tuple[int, int]]) -> Iterator[Sighting]:
    introduced = _INTRODUCES.search(text)
    listed_from = introduced.end() if introduced else len(text)
    found = [
        name
        for name in names_in(text)
        if (" " in name.name or name.honorific)
        and (name.honorific or name.start >= listed_from or not _is_where(text, name))
    ]
    if not found:
        return
    role: RoleName | None = role_in(introduced.group()) if introduced else None
    seen: list[Sighting] = []
    speaks_on = False
    for name, following in reversed([*pairwise(found), (found[-1], None)]):
        sighting, open_end = _sighting(text, name, following, bold)
        listed = name.start >= listed_from
        joined = speaks_on and following is not None and _joins(text, open_end, following)
        if listed:
            sighting = msgspec.structs.replace(sighting, speaks=True, sure=True, role=sighting.role or role)
        elif joined:
            sighting = msgspec.structs.replace(sighting, speaks=True)
        speaks_on = sighting.speaks and not listed
        seen.append(sighting)
    yield from reversed(seen)


def _is_where(text: str, name: Found) -> bool:
    """Whether words before a name make it a place or an institution: "Actuary at Halvard Mutual"."""
    before = text[max(0, name.start - _WINDOW) : name.start]
    return _WHERE.search(before) is not None and not (
        ENGLISH.before.search(before) or _TALK_BY.search(before)
    )


def _joins(text: str, end: int, following: Found) -> bool:
    return (
        _AND.fullmatch(text, end, following.start - (len(following.before) + 1 if following.before else 0))
        is not None
    )


def _sighting(
    text: str, name: Found, following: Found | None, bold: Sequence[tuple[int, int]]
) -> tuple[Sighting, int]:
    """Read what stands around a name; give also where its credit ends."""
    before = text[max(0, name.start - _WINDOW) : name.start]
    limit = following.start if following else len(text)
    credit, end = _credit_after(text, name.end, limit)
    prior = _credit_before(before, name)
    says = _SAYS.match(text, _verb_place(text, end)) is not None
    does = _DOES.match(text, _verb_place(text, end))
    chaired = _CHAIRED.search(before)
    is_bold = any(left <= name.end - 1 and name.start < right for left, right in bold)
    quoted = ENGLISH.before.search(before) is not None or _TALK_BY.search(before) is not None
    labelled = text[name.end : name.end + 1] in {":", "："} or text[end : end + 1] == ":"
    barred = ENGLISH.not_before.search(before) is not None and not chaired
    role = "moderator" if chaired else role_in(text[does.start() :]) if does else None
    credit = credit or prior
    return (
        Sighting(
            name.name,
            credit,
            role,
            speaks=bool(chaired) or (not barred and (says or bool(does) or quoted or labelled or is_bold)),
            sure=bool(credit or name.honorific or is_bold or chaired),
            honorific=name.honorific,
        ),
        end,
    )


def _verb_place(text: str, end: int) -> int:
    while end < len(text) and text[end] in ', \u00a0)”"':
        end += 1
    return end


def _credit_after(text: str, end: int, limit: int) -> tuple[str, int]:
    """Give the credit that follows a name, and where it ends; the name's own end where none follows."""
    if bracket := _BRACKET.match(text, end):
        return bracket.group(1).strip(), bracket.end()
    if place := _PLACE.match(text, end):
        closed = _place_end(text, place.end(), limit)
        if closed > place.end():
            return text[place.end() : closed].strip(), closed
    if comma := _COMMA.match(text, end):
        return _apposition(text, end, comma.end(), limit)
    return "", end


def _place_end(text: str, start: int, limit: int) -> int:
    """Give where an institution's name ends: before a verb, a comma or the sentence's end."""
    for found in re.finditer(r"\s|,|;|\.$|\(|:", text[start : min(limit, start + 120)]):
        place = start + found.start()
        sign = text[place]
        if (
            sign in ",;(:."
            or _SAYS.match(text, place + 1)
            or _DOES.match(text, place + 1)
            or text.startswith(" and ", place)
        ):
            return place
    return min(limit, start + 120) if limit == len(text) else start


def _apposition(text: str, end: int, start: int, limit: int) -> tuple[str, int]:
    """Give the credit between commas: up to the comma before a verb, the next person, or the sentence's end."""
    stop = min(limit, start + _LONGEST_CREDIT)
    if _SAYS.match(text, start) or _DOES.match(text, start):
        return "", end
    for found in re.finditer(r"[,;:]|\.$|\.[”\"]", text[start:stop]):
        place = start + found.start()
        credit = text[start:place]
        closing = _SAYS.match(text, _verb_place(text, place)) or _DOES.match(text, _verb_place(text, place))
        if closing or text[place] in ";:.":
            fits = _is_credit(credit) or (closing and _is_institution(credit))
            return (credit.strip(), place) if fits else ("", end)
    credit = re.sub(r"\s*,?\s*(?:and|&|as well as)?\s*$", "", text[start:stop])
    if limit < len(text) and _is_credit(credit):
        return credit.strip(), start + len(credit)
    first = re.match(r"[^,;:.]{3,120}", text[start:stop])
    if first and _is_credit(first.group()):
        return first.group().strip(), start + first.end()
    return "", end


def _is_credit(text: str) -> bool:
    """Whether words between commas may be somebody's post or institution, and nothing else."""
    text = text.strip()
    if not text or len(text) > _LONGEST_CREDIT or re.search(r"[.?!;“”\"]\s", text):
        return False
    if re.match(
        r"(?:who|which|that|and|but|as|in|on|when|while|for|to|with|he|she|it|they|we|this|there)\b", text
    ):
        return False
    if re.search(
        rf",\s(?:and|but|so|which|who|while)\s|\b(?:{SPEAKING_VERBS})\s+(?:that|how|to|why|the)\b", text
    ):
        return False
    if POSTS.search(text):
        return True
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return bool(words) and words[0][:1].isupper() and any(word.lower() in NOT_NAMES for word in words)


def _is_institution(text: str) -> bool:
    words = text.split()
    return 0 < len(words) < 7 and all(
        word[:1].isupper() or word in {"of", "the", "for", "and", "&"} for word in words
    )


def _credit_before(before: str, name: Found) -> str:
    """Give the post that stands before a name: "Chair Petra Lund", "the Director, Petra Lund,"."""
    if name.before:
        kept = before[: len(before) - len(name.before)].rstrip()
        wider = _POST_BEFORE.search(f"{kept} {name.before} " if kept else f"{name.before} ")
        return wider.group(1).removeprefix("the ").removeprefix("and ").strip() if wider else name.before
    found = _POST_COMMA.search(before) or _POST_BEFORE.search(before)
    return found.group(1).removeprefix("the ").strip() if found else ""
