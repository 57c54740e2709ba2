"""What stands around an English name and belongs to it: the post before it, the credit after it.

"Bureau Director Petra Lund", "the Director, Petra Lund,", "Petra Lund (Weir Office)", "Petra Lund of the Weir
Office", "Petra Lund, Director, Weir Office,".
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bulletins.document import RoleName
from bulletins.language.letters import letters_before
from bulletins.language.one_of import one_of
from bulletins.language.open_saying_en import IS_GLAD_TO_SAY, IS_OF_A_MIND, PUTS_IT, TELLS_THAT
from bulletins.language.saying_en import ENGLISH
from bulletins.language.saying_words_en import JOINED
from bulletins.manuscript.latin_names import NOT_NAMES, OPENERS, Found, names_in
from bulletins.manuscript.vocabulary import POSTS, SPEAKING_VERBS, role_in
from forum.scripts import HAN_LETTERS

ADVERB = (
    r"(?:[a-z]+ly|also|long|always|already|never|often|now|further|then|therefore|thus|in turn|however|moreover|again|"
    r"too|still|even|just|both|all|"
    r"later|first|next|meanwhile|had|has|have|who|would|did|could|will|can|may|"
    r"(?:for|on) (?:his|her|their|its) (?:own )?part|"
    r"on the other hand|(?:by|in) contrast|in reply|in response|instead|conversely|for one)"
)
# "gave an overview of", "updated the board on": what tells something, in more words than one.
_TOLD = (
    r"(?:gave|provided|presented|delivered|offered) (?:an? |the |some |his |her |their )?(?:[a-z-]+ ){0,2}"
    r"(?:updates?|overview|report|summary|briefing|background|account|explanation|clarification|example)"
    r"|updated (?:the |all |us|those )?(?:[a-z]+ ){0,3}(?:on|about|that|regarding)"
    r"|moved (?:that|to(?= [a-z])|for|approval|adoption|the (?:adoption|approval|motion))"
    rf"|(?:was|is|were|are) {IS_GLAD_TO_SAY}"
    r"|made (?:it )?(?:very |quite |perfectly )?(?:clear|plain)"
    r"|went on to [a-z]+|goes on to [a-z]+|made (?:the |a |this )?(?:[a-z]+ )?point|drew (?:[a-z’']+ ){0,6}attention"
    r"|(?:walked|took|led|guided|ran|went|talked) (?:the |[a-z]+ ){0,3}through"
    r"|(?:summed|wrapped) (?:[a-z]+ ){0,3}up|touched (?:up)?on|delved into|focus(?:ed|es) on|looked (?:to|ahead|"
    r"back|forward)"
    rf"|{JOINED}|{TELLS_THAT}|{IS_OF_A_MIND}|{PUTS_IT}"
)
SAYS = re.compile(
    rf"(?:(?:{ADVERB},?\s+){{0,3}}(?:{SPEAKING_VERBS}|{_TOLD})|would (?:also )?(?:like|prefer)|brought (?:up|to))"
    r"\b(?!\s+by\b)"
)
DOES = re.compile(
    rf"(?:{ADVERB},?\s+){{0,2}}(?:moderated|moderates|chaired|"
    r"chairs|facilitated|facilitates|hosted|presided|delivered|compered|"
    r"gave|gives|opened|closed|spoke|speaks|introduced|led|leads|presented|presents|kicked off|took the floor|"
    r"contributed|contributes|summed up|read|served as|(?:followed|continued) with|rounded (?:out|off)|"
    r"did (?:a|an|the|his|her|their) (?:[a-z]+ )?(?:talk|presentation|lecture|speech|session|reading))\b(?!\s+by\b)"
)
# Of somebody whom a post, a title or a credit makes a person, nearly any past verb says what was done here.
_ACTS = re.compile(
    rf"(?:{ADVERB},?\s+){{0,3}}(?!(?:attended|joined|participated|based|located|arrived|retired|died|graduated|received|"
    r"served|worked|lived|moved|appointed|elected|named|awarded|entitled|titled|used to|needed|seemed|"
    r"appeared|convened|elevated|seated|dismissed|excused|moderated|"
    r"called|followed|accompanied|assisted|represented|invited|pictured|received|remained|turned|passed|entered)\b)"
    r"(?:[a-z]{3,}ed|made (?:a|an|the|his|her|two|three|some) (?:[a-z]+ )?(?:presentations?|statements?|points?|case|"
    r"proposals?|remarks|speech|suggestions?|comments?|intervention|call|appeal)|gave|took part in the discussion|"
    r"drew|put forward|set out|laid out|went on|began|sought|saw|felt|found|held that|told|wrote)\b(?!\s+by\b)"
)
_ASIDE = re.compile(
    r"\s?\((?:pictured|photo|left|right|above|below|centre|center|in person|online|remote)[^()]*\)"
)
# What stands in brackets and is no credit: "Lin Mo (林墨), Dean of Rain", "Ada Berg (14:27)".
# "Ada Berg ’15" left school in that year.
_BESIDE_NAME = re.compile(rf"\s?[(（](?:[{HAN_LETTERS}]{{2,4}}|\d{{1,2}}[:：]\d{{2}})[)）]|\s[’'‘]\d\d\b")
_BRACKET = re.compile(r"\s?\(((?:[^()\n]|\([^()\n]{1,30}\)){2,150})\)")
_CAPITAL = r"(?:[A-ZÀ-ÞŁŚŻŹĆŠŽČĐŐŰİĞ0-9][\w’'&./+‑-]{0,40}|&)"
_LINK = r"(?:of|for|the|and|in|at|on|de|la|du|des|del|von|der|to|&|–|-)"
_PROPER = re.compile(rf"(?:(?:the|The)\s)?{_CAPITAL}(?:\s(?:{_LINK}\s){{0,3}}{_CAPITAL})*")
_PLACE = re.compile(
    # "Ada Berg, formerly of the Weir Office, said"
    r",?\s(?P<when>(?:(?:formerly|previously|originally|currently|now)\s)?)"
    r"(?:of|from|at|with|for|representing|on behalf of)\s(?=(?:the\s)?[A-Z0-9])(?:the\s)?"
)
_BESIDE = re.compile(r"\s(?=(?:an?|the)\s)")
_COUNTRY = re.compile(r",\s[A-Z]{2,6}(?=\s[a-z])")  # "of the Rain University, UK said"
_SHORT_FORM = re.compile(r"\s\([A-Z][\w&/-]{1,14}\)")
_INITIALS = re.compile(r"\s?\(([A-Z]{2,4})\)")
_COMMA = re.compile(r"\s?,\s")
_BREAK = re.compile(r"[;:]|\s[–—-]+\s|—|\s\(|[”\"]")
_PIECE = re.compile(r",\s+")
_STOPS = re.compile(
    r"\s(?:were|was|is|are|has|had|have|who|which|that|when|while|but|will|would|can|could|on stage)\b"
    rf"|\s(?:{ADVERB}\s)?(?:{SPEAKING_VERBS})\s|\s(?:said|says|added|explained|noted)[.:]?$"
    r"|\s(?:moderated|chaired|opened|closed|spoke|led|presented|introduced|gave|delivered|hosted|compered|contributed|"
    r"served|read|joined|attended|participated)\b"
)
_NO_CREDIT = re.compile(
    r"(?:(?:moderated|chaired|hosted|facilitated|organi[sz]ed|followed|joined|led|introduced|attended|sponsored|"
    r"supported|opposed|assisted|accompanied) (?:jointly )?by|"
    r"who|which|that|but|as|in|on|when|while|for|to|with|he|she|it|they|we|this|there|where|after|before|during|"
    r"both|all|including|such|is|was|were|are|has|had|have|will|would|can|could)\b"
)
_POST_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"]))((?:[A-Z][\w’'&.-]{{0,30}}\s|of\s|for\s|"
    rf"the\s|and\s){{0,8}}(?:(?!(?:included?|was|were|is|are|by|said|says)\s)[a-z-]{{2,20}}\s){{0,3}}(?i:{POSTS.pattern}))\s$"
)
_POST_OF_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"]))((?:[A-Z][\w’'&.-]{{0,30}}\s){{0,4}}(?:[a-z-]{{2,20}}\s){{0,2}}"
    rf"(?i:{POSTS.pattern})(?:\s[Gg]eneral)?\s(?:of|for|at|to)\s(?:the\s)?"
    r"(?:(?:(?:and|of|for|to|in|&)\s(?:the\s)?)?[A-Z][\w’'&.-]{0,30}\s){1,6})$"
)
_POST_COMMA = re.compile(
    rf"(?:\bby\s|\band\s|^)((?:[A-Z][\w’'&.-]{{0,30}}\s(?:and\s|of\s)?){{0,5}}(?i:{POSTS.pattern})),\s$|"
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s((?:[\w’'-]{2,24}\s){0,3}"
    rf"(?i:{POSTS.pattern})\b[^,;:.()]{{0,100}}),\s$"
    # “It rains,” insisted Norland’s minister of lakes, Ada Berg.
    rf"|\s([A-Z][\w’'-]{{1,24}}[’']s\s(?:[\w’'-]{{2,24}}\s){{0,2}}(?i:{POSTS.pattern})\b[^,;:.()“”\"]{{0,60}}),\s$"
)
# "Ada Berg, 12 Weir Lane, said": where somebody lives is no post.
_ADDRESS = re.compile(r",\s\d{1,5}[A-Za-z]?\s(?:[NSEW]\.?\s)?[A-Z][^,;:.“”]{1,50}(?=,\s[a-z])")
_FOR_OTHERS = re.compile(
    r"\b(?:on behalf of|representing|speaking for|instead of|in place of)\s(?:the\s)?$", re.IGNORECASE
)
_GATHERED = one_of(
    [
        *("panelist", "panelists", "panellist", "panellists", "speaker", "speakers", "presenter"),
        *("presenters", "discussant", "discussants", "participants", "guests", "panel", "panels"),
        *("experts", "attendees", "contributors", "moderators", "facilitators", "line-up", "lineup"),
        *("session", "event", "webinar", "round table", "roundtable", "workshop", "seminar"),
    ]
)
# One is in each of these words, and in those of the second form.
_OF_GATHERINGS = re.compile(
    r"panel|speaker|present|discuss|partic|guest|expert|attend|contrib|moderat|facilit|line|session|event|webinar|"
    r"round|worksh|semin|conver|debate|dialog|talk"
)
_INTRODUCES = re.compile(
    rf"\b{_GATHERED}\b[^.;:?!]{{0,90}}?"
    r"(?:\b(?:include|included|includes|including|were|are|featured|features|featuring|comprised|comprising|"
    r"consisted of|brought together|joined by|composed of|made up of)\b|:|—)"
    r"|\b(?:panel|conversation|discussion|debate|dialogue|session|talk|event) with\s(?:the\s)?(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:at|of|for|from|in|near|towards?|across|outside|inside|the)\s$", re.IGNORECASE)
_IN = re.compile(r"(?:^|[,;]\s)[Ii]n\s$")
_VIEW = re.compile(r"[’']s? (?:own )?(?:view|opinion|experience|words|reading|account|judge?ment|telling),")
_TALK_BY = re.compile(
    r"\b(?:keynotes?|speech|speeches|address|addresses|presentations?|remarks|talks?|lectures?|introduction|greetings|"
    r"interventions?|statements?|contributions?|delivered|given|presented|made|described|reported|outlined|proposed|"
    r"discussed|explained|summari[sz]ed|opened|closed)[’”\"]?"
    r"(?: jointly)?\s+(?:by|from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_KEYNOTE = re.compile(
    r"\b(?:keynote|guest|opening|invited|first|second|third|next|final|last) speaker,?\s$", re.IGNORECASE
)
_QUOTE_OF = re.compile(r"[”\"’'][\s*]*[—–-]{1,2}\s*$")
_VERB = re.compile(
    rf"{SPEAKING_VERBS}|welcomes|includes?|features?|joins?|gives?|gave|has|have|had|met|meets"
)
_CONJUNCTIONS = frozenset(["that", "whether", "if", "because", "while", "when", "where", "who", "than"])
_LEADS_ON = frozenset({"of", "for", "to", "at", "in", "on", "and", "with", "by"})
_WINDOW = 180
LONGEST_CREDIT = 200


_ENDING = re.compile(
    r"(?:(?:\s*,)?\s+(?:and|&|as well as|together with|followed by)|[\s,“”\"]"
    r"|(?<!\b[A-Z])(?<!Inc)(?<!Ltd)(?<!Corp)\.)+$"
)


# A sentence is looked at for who is there, and again for where they are credited.
@lru_cache(maxsize=4096)
def introduces(sentence: str) -> re.Match[str] | None:
    """Give what leads up to a row of names in a sentence: "the panel included"."""
    # One of these is in every word that leads up to names, and few sentences have any.
    return _INTRODUCES.search(sentence) if _OF_GATHERINGS.search(sentence.lower()) else None


class Unit(NamedTuple):
    """A name in a sentence with all that belongs to it, from the post before it to the end of its credit."""

    name: Found
    start: int
    end: int
    credit: str
    role: RoleName | None = None


def units_of(text: str, listed_from: int | None = None) -> tuple[Unit, ...]:
    """Give the names of a sentence, each with what belongs to it; from `listed_from` on all names are people's."""
    return _units_of(text, listed_from)


# Both arguments are always given here, so that nothing is kept twice.
@lru_cache(maxsize=4096)
def _units_of(text: str, listed_from: int | None) -> tuple[Unit, ...]:
    found = [
        name
        for name in names_in(text)
        if (" " in name.name or name.honorific or name.before)
        and ((listed_from is not None and name.start >= listed_from) or not _is_where(text, name))
    ]
    return tuple(_units(text, found, listed_from or 0))


def _is_where(text: str, name: Found) -> bool:
    """Whether words before a name make it a place or an institution: "Actuary at Halvard Mutual"."""
    if name.honorific:
        return False
    before = letters_before(text, name.start, _WINDOW)
    return (
        _WHERE.search(before) is not None
        and not is_quoted(before)
        and not is_view(before, text, name.end)
        and not ENGLISH.is_author(text, name.start, name.end)
    )


def is_quoted(before: str) -> bool:
    """Whether what stands before a name makes what is told its bearer's words."""
    return any(pattern.search(before) for pattern in (ENGLISH.before, _TALK_BY, _QUOTE_OF, _KEYNOTE))


def is_view(before: str, text: str, end: int) -> bool:
    """Whether a name tells in whose view something is so: "In Ada Berg’s view, it rains."."""
    return _IN.search(before) is not None and _VIEW.match(text, end) is not None


def _units(text: str, found: list[Found], listed_from: int) -> Iterator[Unit]:
    floor = 0
    for place, name in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        limit = len(text) if following is None else _opening(text, following)
        floor = max(floor, listed_from) if name.start >= listed_from else floor
        prior, start = _credit_before(text, name, floor)
        credit, end = credit_after(text, name.end, limit)
        if prior and text[start + len(prior) : name.start].startswith(",") and credit.startswith("and "):
            credit, end = "", name.end  # the post of the next: "President, Ada Berg, and Treasurer, Ivo Lund"
        yield Unit(name, start, end, _with_post(credit, prior), role_in(prior) if prior else None)
        floor = end


def _with_post(credit: str, prior: str) -> str:
    """Prefer what stands after a name; a post alone before it joins an institution alone after it."""
    if credit and prior and POSTS.search(credit) is None and len(prior) < 40:
        return f"{prior}, {credit}"
    return credit or prior


def _opening(text: str, name: Found) -> int:
    return text.rfind(name.before, 0, name.start) if name.before else name.start


def _credit_before(text: str, name: Found, floor: int) -> tuple[str, int]:
    """Give the post that stands before a name, and where it begins; nothing and the name's place where none does."""
    before = text[max(floor, name.start - _WINDOW) : name.start]
    found = _POST_COMMA.search(before) or _POST_BEFORE.search(before) or _POST_OF_BEFORE.search(before)
    if found is None:
        # "SECONDED BY MR. LUND" tells no post.
        of_post = POSTS.search(name.before) is not None or not name.before.isupper()
        return (name.before, _opening(text, name)) if of_post else ("", name.start)
    told = found.group(found.lastindex or 1)
    if _FOR_OTHERS.search(before, 0, found.start(found.lastindex or 1)):
        return "", name.start  # "On behalf of the clerks, Ada Berg"
    words = _without_verb(told.split())
    while words and words[0].lower().rstrip(".,") in OPENERS | {"and", "the", "of", "for"}:
        words.pop(0)
    if words[1:2] == ["of"] and POSTS.fullmatch(words[0]) is None and words[0].islower():
        words = words[2:]  # "at the request of Chair Lund"
    leads = max((place for place, word in enumerate(words[:-1]) if word in {"from", "by"}), default=-1)
    words = words[leads + 1 :]  # "Comments from Chancellor Lund"
    post = " ".join(words)
    start = name.start - len(before) + found.start(found.lastindex or 1)
    return post, start + (len(told) - len(post) if told.endswith(post) else told.find(words[0]))


def _without_verb(words: list[str]) -> list[str]:
    """Leave out what ends with a verb before a post: "summit welcomes" of "The summit welcomes President Lund"."""
    last = max((place for place, word in enumerate(words[:-1]) if _parts(words, place)), default=-1)
    return words[last + 1 :]


def _parts(words: list[str], place: int) -> bool:
    """Whether a word parts what stands before it from a post: a verb, or an article that no "of" leads to."""
    article = (
        words[place] in {"the", "a", "an", "his", "her", "their"}
        and words[place - 1] not in _LEADS_ON  # before the first, the last stands: a post
    )
    return article or words[place] in _CONJUNCTIONS or _VERB.fullmatch(words[place]) is not None


def credit_after(text: str, end: int, limit: int) -> tuple[str, int]:
    """Give the credit that follows a name, and where it ends; the name's own end where none follows."""
    if aside := _ASIDE.match(text, end):
        end = aside.end()
    if (initials := _INITIALS.match(text, end)) and _are_initials(initials.group(1), text[:end]):
        end = initials.end()
    if beside := _BESIDE_NAME.match(text, end):
        end = beside.end()
    if bracket := _BRACKET.match(text, end):
        _, closed = _apposition(text, bracket.end(), limit)
        return bracket.group(1).strip(), closed
    if (place := _PLACE.match(text, end)) and (proper := _PROPER.match(text, place.end(), limit)):
        more, closed = _apposition(text, proper.end(), limit)
        post = more if more and POSTS.search(more) else ""
        opens = place.start("when") if place["when"] else place.end()
        institution = _ENDING.sub("", text[opens : proper.end()])
        if not post and (country := _COUNTRY.match(text, proper.end(), limit)):
            return f"{institution}{country.group().rstrip(',')}", country.end()
        end = _past_short_form(text, closed if post else proper.end())
        return f"{post}, {institution}" if post else institution, end
    address = _ADDRESS.match(text, end)
    return ("", address.end()) if address else _apposition(text, end, limit)


def _are_initials(letters: str, before: str) -> bool:
    """Whether capitals in brackets are the name's own, as minutes print them: "Ada Lena Berg (ALB)"."""
    words = before.split()[-len(letters) :]
    return letters[:1] == words[0][:1] or letters[-1] == before.split()[-1][:1]


def _apposition(text: str, end: int, limit: int) -> tuple[str, int]:
    """Give the credit between commas: pieces that tell a post, an institution or a place, up to one that does not."""
    opens = _COMMA.match(text, end) or _BESIDE.match(text, end)
    if opens is None:
        return "", end
    start = opens.end()
    stop = min(limit, start + LONGEST_CREDIT)
    if broken := _BREAK.search(text, start, stop):
        stop = broken.start()
    taken = start
    for piece, piece_end in _pieces(text, start, stop):
        length = _length_in_credit(piece, first=taken == start, beside=not text[end:start].startswith(","))
        if length:
            taken = piece_end - len(piece) + length
        if length < len(piece):
            break
    credit = _ENDING.sub("", text[start:taken])
    if not credit or (
        not re.match(r"an?\s", credit)
        and not POSTS.search(credit)
        and not _names_institution(text, credit, taken)
    ):
        return "", end
    return credit.strip(), _past_short_form(text, start + len(credit))


def _past_short_form(text: str, end: int) -> int:
    """Give where the bracket with an institution's initials ends: "Chair of the Rain Board (RB), said"."""
    short = _SHORT_FORM.match(text, end)
    return short.end() if short else end


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[str, int]]:
    place = start
    for comma in [*_PIECE.finditer(text, start, stop), None]:
        end = stop if comma is None else comma.start()
        if text[place:end].strip():
            yield text[place:end], end
        if comma is not None:
            place = comma.end()


def _length_in_credit(piece: str, *, first: bool, beside: bool) -> int:
    """Give how many letters of a piece belong to a credit: all, those before a verb, or none."""
    if _NO_CREDIT.match(piece) or SAYS.match(piece) or DOES.match(piece):
        return 0
    stops = _STOPS.search(piece)
    told = piece[: stops.start()] if stops else piece
    if POSTS.search(told) and (first or not re.match(r"(?:and|but)\s[a-z]", told)):
        return len(told)
    if first and beside:
        return 0
    if first and re.match(r"an?\s[a-z]", told) and told.count(" ") < 14:
        return len(told)
    bare = re.sub(r"^and\s", "", told)
    proper = _PROPER.match(bare)
    if proper is None:
        return 0
    whole = len(told) - len(bare) + proper.end()
    if not told[whole:].strip(" ."):
        return len(told)
    return whole if stops or re.match(r"\s(?:and|&)\s*$", told[whole:]) else 0


def _names_institution(text: str, credit: str, end: int) -> bool:
    """Whether a credit without a post names an institution: by a word of such, by capitals, or before a verb."""
    words = re.findall(r"[^\W\d_][\w’'&-]*", credit)
    if any(len(word) > 1 and word.lower() in NOT_NAMES for word in words) or any(
        len(word) > 1 and word.isupper() for word in words
    ):
        return True
    after = verb_place(text, end)
    return len(words) < 7 and (SAYS.match(text, after) or DOES.match(text, after)) is not None


def acts(text: str, place: int) -> bool:
    """Whether words tell what somebody of whom more is known than the name did here."""
    return _ACTS.match(text, place) is not None


def verb_place(text: str, end: int) -> int:
    """Give where a verb may stand after a name or its credit."""
    while end < len(text) and text[end] in ', \u00a0)”"':
        end += 1
    return end
