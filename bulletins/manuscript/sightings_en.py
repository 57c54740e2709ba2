"""Who speaks in English running text, with no list of people to go by.

"Petra Lund, Director of the Weir Office, said"; "Petra Lund (Weir Office) said"; "Petra Lund of the Weir Office
said"; "Chair Petra Lund asked"; "the Director, Petra Lund, asked"; "said Petra Lund"; "panellists included …".
Sentence by sentence, so that nobody is given a credit or a verb of the sentence beside; people whom a sentence
joins ("A, Director of B; C, Dean of D; and E") speak, or do not, together.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bulletins.document import RoleName
from bulletins.language.letters import letters_before
from bulletins.language.saying_en import ENGLISH
from bulletins.language.saying_words_en import (
    BESIDE_ONE,
    HE_SAID,
    IN_PASSING,
    NOUNS_OF_SAYING,
    OWN_TITLE,
    SAYS_WITH_IT,
)
from bulletins.language.sentences import sentences
from bulletins.manuscript.common_words import is_common, is_place, is_town, may_be_given_name
from bulletins.manuscript.credits_en import (
    ADVERB,
    DOES,
    SAYS,
    Unit,
    acts,
    introduces,
    is_quoted,
    is_view,
    units_of,
    verb_place,
)
from bulletins.manuscript.latin_names import NOT_NAMES, OPENERS
from bulletins.manuscript.occurrences import begins_word, occurrences
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import POSTS, SPEAKING_VERBS, role_in

_CHAIRED = re.compile(
    r"\b(?:moderated|chaired|facilitated|hosted|led|presided over|steered) (?:jointly )?by\s+(?:the\s+)?$"
    r"|\bmoderators?(?: was| were|,|:)?\s+$|\b(?:chair|facilitator)(?: was|,|:)\s+$",
    re.IGNORECASE,
)
_ONE_CHAIRS = re.compile(r"\b(?:chair(?:man|woman|person)?|moderator|facilitator|host):\s$", re.IGNORECASE)
_IS_CHAIR = re.compile(
    r"(?:is|was|were|served as|acted as) the (?:[a-z]+ )?(?:moderators?|chair|facilitator)s?\b"
)
_SHE = re.compile(r"(?:[A-Z][a-z]+ly, |Later, |Then |In turn, )?(?:He|She|he|she)\s")
_SHE_SAYS = re.compile(rf"{_SHE.pattern}(?:also |then )?(?:{SPEAKING_VERBS})\b")
_JOINS = re.compile(
    r"\s*[,;]?\s*(?:and|&|as well as|along with|together with|followed by|then|or)?\s*(?:the\s|by\s)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"{IN_PASSING}|"
    r",?\s*(?:who|whose|also|pictured|on behalf of|in (?:his|her|their)|during|for (?:his|her|their) part|on|"
    r"(?!according|including|during)[a-z]{3,}ing)\b"
    r"(?:[^;:.“”\"]|“[^“”]{0,140}”){0,220}?,\s(?=[a-z])"
    r"|\s[–—-]\s[^.;:“”–—]{3,120}\s[–—-]\s(?=[a-z])"  # "Ada Berg – a farmer and chair of the branch – said"
    r"|,?\sin (?:his|her|their) (?:[a-z]+ ){0,3}"
    r"(?:address|speech|remarks|talk|keynote|presentation|lecture|message),?\s(?=[a-z]+(?:ed|d)\b|said\b|told\b)"
    # "…, in plain terms, repudiated"
    r"|,\s(?:in|with|without)\s(?:[a-z]+\s){1,4}[a-z]+,\s(?=[a-z]{3,}ed\b|said\b|told\b)"
    r"|,\s(?:the|an?|one of)\s[^,;:.()“”\"]{2,60},\s(?=[a-z])"  # "…, the sponsor of the day, said"
)
# "Ada Berg (Norland), President, fifth session of the Weir Assembly (WA-5), expressed": more of what somebody is.
_MORE_OF_CREDIT = re.compile(
    r"(?:\s\([A-Z][\w&/-]{1,14}\))?"
    r"(?:,\s(?:(?:and|the|an?|former|also|[a-z]+th|first|second|third|[a-z]+ of)\s|(?:session|meeting|round) of\s){0,5}"
    r"(?:the\s)?[A-Z][^,;:.“”\"]{1,90}){1,3},\s(?=[a-z])"
)
_ALONE = re.compile(r"(?:[A-Z][a-z]+ly, |However, |Then, |In reply, )?([A-Z][\w’'-]{2,30})\s")
_MORE_OF_NAME = re.compile(rf"(?<!\b(?i:chief)\s)(?!(?i:{POSTS.pattern})\s$)\b[A-Z][\w’'.-]*\s$")
# "Mihai Lund, who owns a mill, disagreed": of whom something is told is a person.
_IS_TOLD = re.compile(r",\s(?:who|whose)\s")
# "Ada Berg is the agency’s tech lead for data": she who has a post is a person.
_IS_OF_POST = re.compile(
    rf"\s(?:is|was) (?:the|an?|our|now|one)\b[^.;:“”\"]{{0,60}}?\b(?:{POSTS.pattern}|lead)\b"
)
# "Ada Berg read the plan as a plea, and she thought that reasonable."
_AND_SHE_SAYS = re.compile(
    rf"\s[^.;:“”\"]{{3,160}},? (?:and|but) (?:he|she) (?:also |then )?(?:{SPEAKING_VERBS})\b"
    # "reviewed the budget, noting that heating cost more": so does who does something and says it the while.
    rf"|,?{SAYS_WITH_IT}"
)
_INSTITUTION = re.compile(
    r"\b(?:University|Institute|Council|Committee|Office|Agency|Ministry|Department|Cent(?:re|er)|Association|Foundation|"
    r"Bank|Society|Union|School|College|Commission|Board)\b"
)
_CLASS_YEAR = re.compile(r"\s[’'‘]\d\d\b")  # "Ada Berg ’15"
_LABEL = re.compile(r"(?:,?\s(?:on|about|–|—|-)\s[^.;:“”\"]{3,90})?\s?[:：]")
# "Lund’s message, read by Berg, noted that": whose message it is says it.
_OWN_WORDS = re.compile(
    r"[’']s (?:[a-z]+ )?(?:message|letter|statement|speech|remarks|address)"
    r"(?:,? (?:which was )?(?:read|delivered|conveyed|presented)(?: out)? by\b|\s(?:noted|said|stressed|"
    r"argued|stated|cent(?:red|ered)|focus+ed|dealt|turned|touched|covered|highlighted|explored|addressed|emphasi[sz]ed|"
    r"called|concluded|ended))"
    rf"|[’']s? (?:[a-z]+ ){{0,2}}(?:{NOUNS_OF_SAYING}) (?:was|is)\b"
    r"|(?:[’']s?|(?:\s\([^()]{1,60}\))?,\swhose) (?:[a-z]+ )?"
    r"(?:talk|presentation|paper|keynote|lecture|contribution|intervention|answer|study|analysis) "
    r"(?:[a-z]+ly )?(?:[a-z]{3,24}(?:ed|s)|set|drew|made|took|began)\b(?! by\b)"
    r"|[’']s? (?:[a-z]+ )?(?:talk|presentation|keynote|lecture) (?:on|about|called|entitled|titled)\b"
    rf"|{OWN_TITLE}"
)
_VERB_BEHIND = re.compile(
    rf"(?:,[^,;.]{{3,120}},|\s\([^()]{{1,60}}\)|(?:,?\s{ADVERB},?){{1,2}})?\s{{1,2}}(?={SAYS.pattern}|{DOES.pattern})|(?={_AND_SHE_SAYS.pattern})"
)
_BESIDE = re.compile(BESIDE_ONE)
_VERB_BEFORE = re.compile(r"\b(?:according to|said|says)\s\Z")
_LONGEST_VERB = 14
_OF_SEVERAL = re.compile(r"(?:(?<!s)s|men)$")
# “It rains,” said Zuri Lund: whoever says a quotation is somebody.
_OF_QUOTATION = re.compile(r"(?:[,.!?…][”\"’'],?|[”\"],)\s(?:said|[a-z]{3,24}(?:ed|s))\s$")
# “It rains,” Zuri Lund told the room.
_BEHIND_QUOTATION = re.compile(r"[,.!?…][”\"]\s(?:[Tt]he )?$")
# "In her talk, Zuri Lund": whoever has a talk is somebody.
_BEHIND_OWN = re.compile(
    r"(?:^|[,;]\s)(?:[Ii]n|[Dd]uring|[Ff]or|[Tt]hroughout) (?:his|her) [^,;.:]{2,60},\s$"
)
# "Asked about the price, Zuri Lund", "Summing up, Zuri Lund": whoever is asked, or sums up, speaks by what follows.
_ASKED = re.compile(
    r"(?:^|[.!?]\s)(?:Asked|Pressed|Questioned|Challenged|Invited to|Summing up|Summari[sz]ing|Speaking|"
    r"Replying|Responding|"
    r"Addressing|Turning|Reflecting|Quoting|Citing|Commenting|Concluding|Opening|Closing|Introducing|"
    r"Recalling|Looking)"
    r"\b[^,.;:]{0,90},\s$"
)
# Zuri Lund has a mill. “It grinds,” she said.
_QUOTED_SHE = re.compile(
    rf"{HE_SAID}|[“\"][^“”\"]{{2,400}}[,.!?…][”\"] (?:was|came) (?:his|her) (?:reply|answer|response|verdict)\b"
)
# The board elected Zuri Lund. In her address, she called for rain.
_IN_OWN_WORDS_SHE = re.compile(
    r"(?:In|During) (?:his|her) [^,;:.]{0,40}\b(?:address|speech|statement|remarks|talk|keynote|presentation|lecture|"
    r"message|words|report)\b[^,;:.]{0,40}, (?:he|she)\b"
)
# What people say, and studies, firms and figures do not: "Zuri Lund argued that".
_PEOPLE_SAY = re.compile(
    rf"(?:{ADVERB},?\s+){{0,3}}(?!(?:found|find|show|indicat|reveal|demonstrat|illustrat|estimat|suggest|"
    rf"confirm|predict|"
    r"report|announc|identif|stipulat|offer|address|consider|examin|explor|state|claim))"
    rf"(?:{SPEAKING_VERBS})(?: out| aloud| again| also)?(?: (?:that|how|why|whether)\b|[:,]? [“\"])"
)
_NOT_THERE = ("absence of ", "behalf of the absent ")
_WINDOW = 180


def sightings(text: str, bold: Sequence[tuple[int, int]] = ()) -> Iterator[Sighting]:
    """Give whom an English paragraph names, with what it says of them. `bold` are its bold stretches."""
    alone = ""
    before: list[Sighting] = []
    for start, end in sentences(text, "en"):
        sentence = text[start:end]
        if alone and _SHE.match(sentence):
            yield Sighting(alone, speaks=True, sure=True)
        alone = _one_word(sentence)
        goes_on = len(before) == 1 and (
            (before[0].speaks and _SHE.match(sentence))
            or (
                (before[0].sure or may_be_given_name(before[0].name))
                and any(one.match(sentence) for one in (_SHE_SAYS, _QUOTED_SHE, _IN_OWN_WORDS_SHE))
            )
        )
        if goes_on:
            yield msgspec.structs.replace(before[0], speaks=True, sure=True)
        else:
            yield from before
        inner = [(left - start, right - start) for left, right in bold if start <= left < end]
        before = [*_in_sentence(sentence, inner)]
    yield from before


def _one_word(sentence: str) -> str:
    """Give the family name that opens a sentence and speaks: a person's, where the next goes on with "he" or "she"."""
    found = _ALONE.match(sentence)
    name = found.group(1) if found else ""
    if (
        not found
        or is_common(name)
        or is_place([name])
        or name.lower() in NOT_NAMES | OPENERS
        or name.isupper()
    ):
        return ""
    return name if SAYS.match(sentence, found.end()) or DOES.match(sentence, found.end()) else ""


def short_sightings(texts: Iterable[str], families: dict[str, str]) -> Iterator[Sighting]:
    """Give the places where a family name alone speaks; `families` gives the whole name of each."""
    for text in texts:
        done = 0
        for start, end, name in sorted(_alone(text, families), key=lambda one: (one[0], -len(one[2]))):
            if start < done:
                continue
            done = end
            if _MORE_OF_NAME.search(letters_before(text, start, 40)):
                continue
            # Whom a text names in full, and then by family name where it lets somebody speak, is somebody.
            called = families[name].endswith(f" {name}") and not is_common(name) and not is_place([name])
            yield Sighting(families[name], speaks=True, sure=called and SAYS.match(text, end) is not None)


def _alone(text: str, families: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Give the places where one of these names has its verb behind or before it, and what stands there."""
    for name, start, end in occurrences(text, families):
        verb = _VERB_BEHIND.match(text, end)
        if verb and begins_word(text, start):
            yield start, verb.end(), name
        elif (verb := _VERB_BEFORE.search(text, start - _LONGEST_VERB, start)) and not text[
            end : end + 1
        ].isalnum():
            yield verb.start(), end, name


def _in_sentence(text: str, bold: Sequence[tuple[int, int]]) -> Iterator[Sighting]:
    introduced = introduces(text)
    listed_from = introduced.end() if introduced else len(text)
    for chain in _chains(text, units_of(text, introduced.end() if introduced else None)):
        listed = chain[0].start >= listed_from
        role = role_in(introduced.group()) if listed and introduced else None
        yield from _of_chain(text, chain, bold, listed=listed, role=role)


def _chains(text: str, units: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Group the people whom nothing but commas and "and" part."""
    chain: list[Unit] = []
    for unit in units:
        if chain and not _JOINS.fullmatch(text, chain[-1].end, unit.start):
            yield chain
            chain = []
        chain.append(unit)
    if chain:
        yield chain


def _of_chain(
    text: str, chain: list[Unit], bold: Sequence[tuple[int, int]], *, listed: bool, role: RoleName | None
) -> Iterator[Sighting]:
    before = letters_before(text, chain[0].start, _WINDOW)
    if before.endswith(_NOT_THERE):
        return
    after = verb_place(text, _past_relative(text, _past_credit(text, chain[-1])))
    chaired = _CHAIRED.search(before) is not None
    does = DOES.match(text, after)
    # "proposed by Lund and seconded by Vik" tells of a vote.
    moved = ENGLISH.is_author(text, chain[0].start, chain[-1].end)
    quoted = moved or (is_quoted(before) and ENGLISH.not_after.match(text, chain[-1].end) is None)
    told_of = all(unit.credit or unit.name.honorific for unit in chain)
    owned = _is_owner(before, text, chain[-1].name.end)
    plainly = SAYS.match(text, after) is not None or does is not None or owned or _says_later(text, chain)
    chaired = chaired or _IS_CHAIR.match(text, after) is not None
    says = plainly or ((told_of or _ASKED.search(before) is not None) and acts(text, after))
    barred = ENGLISH.not_before.search(before) is not None and not chaired and not quoted
    role = role or ("moderator" if chaired else _role_of(text[does.start() :]) if does else None)
    chain = (
        _of_a_firm(text, chain) if _ONE_CHAIRS.search(before) else _with_shared_post(_with_firms(text, chain))
    )
    for unit in chain:
        is_bold = any(_is_of(text, unit, left, right) for left, right in bold)
        labelled = _LABEL.match(text, unit.name.end) is not None or _LABEL.match(text, unit.end) is not None
        made_sure = bool(unit.credit or unit.name.honorific or is_bold or chaired) or bool(
            (says and _IS_TOLD.match(text, unit.name.end)) or _CLASS_YEAR.match(text, unit.name.end)
        )
        speaks = chaired or listed or (not barred and (says or quoted or labelled or is_bold))
        if listed and not made_sure and any(one.credit for one in chain):
            continue  # the end of the credit before: "Director, Hill and Dale Kitchen"
        alone = " " not in unit.name.name and not unit.name.honorific
        if alone and not (says or quoted or labelled):
            continue
        yield Sighting(
            unit.name.name,
            unit.credit,
            role or (unit.role if speaks else None),
            speaks=speaks and (not listed or made_sure or may_be_given_name(unit.name.name)),
            sure=made_sure
            or ((says or quoted or listed) and not alone and may_be_given_name(unit.name.name))
            or (
                not alone
                and may_be_given_name(unit.name.name)
                and _IS_OF_POST.match(text, unit.end) is not None
            )
            or (not alone and _is_somebodys(text, unit, before, after, says=plainly)),
            honorific=unit.name.honorific,
            acts=says and not (plainly or quoted or listed or labelled or is_bold or chaired),
        )


def _is_of(text: str, unit: Unit, left: int, right: int) -> bool:
    """Whether a bold stretch is somebody's name: "**Institute of Rain and Rare Diseases**" is not."""
    inside = left < unit.name.end and unit.name.start < right
    return inside and _INSTITUTION.search(text, left, max(left, unit.name.start)) is None


def _is_owner(before: str, text: str, end: int) -> bool:
    """Whether what a sentence tells is of a talk, or in the view, of whose name ends here."""
    return _OWN_WORDS.match(text, end) is not None or is_view(before, text, end)


def _is_somebodys(text: str, unit: Unit, before: str, after: int, *, says: bool) -> bool:
    """Whether the words around a name tell of a person: what is said as people say it, or a quotation beside it.

    Things have words of the language in their names: "Kafka Streams said that".
    """
    if _OF_QUOTATION.search(before):
        return True
    if not says:
        return False
    words = unit.name.name.split()
    proper = not any(map(is_common, words)) and not any(is_place([word]) or is_town(word) for word in words)
    return (
        (proper and _PEOPLE_SAY.match(text, after) is not None)
        or _BEHIND_QUOTATION.search(before) is not None
        or _BEHIND_OWN.search(before) is not None
        or _ASKED.search(before) is not None
    )


def _says_later(text: str, chain: Sequence[Unit]) -> bool:
    return len(chain) == 1 and _AND_SHE_SAYS.match(text, chain[-1].end) is not None


def _with_shared_post(chain: list[Unit]) -> list[Unit]:
    """Give those joined with the first the post that it tells of them all: "Panellists Petra Lund and Ivo Teal"."""
    post = chain[0].credit
    if not (_OF_SEVERAL.search(post) and POSTS.fullmatch(post)):
        return chain
    return [unit if unit.credit else unit._replace(credit=post, role=chain[0].role) for unit in chain]


def _of_a_firm(text: str, chain: list[Unit]) -> list[Unit]:
    """Give who is in the chair with the firm behind the comma: "Chair: Ada Berg, Halvard Mutual"."""
    first, *others = chain
    of_firm = len(others) == 1 and not first.credit and text[first.end : others[0].start].strip() == ","
    return [first._replace(credit=others[0].name.name, end=others[0].end)] if of_firm else chain


def _with_firms(text: str, chain: list[Unit]) -> list[Unit]:
    """Give those who have a post the firm behind its comma: "Ada Berg, Chief Executive Officer, Nordic Re, Norland"."""
    joined: list[Unit] = []
    for unit in chain:
        before = joined[-1] if joined else None
        if before and _is_firm(text, before, unit):
            told = ", ".join(filter(None, (before.credit, unit.name.name, unit.credit)))
            joined[-1] = before._replace(credit=told, end=unit.end)
        else:
            joined.append(unit)
    return joined


def _is_firm(text: str, before: Unit, unit: Unit) -> bool:
    """Whether a name right behind a post and a comma is no person's: nothing tells one, and no given name is in it."""
    posted = before.credit and POSTS.search(before.credit.rpartition(", ")[2]) is not None
    told = unit.name.honorific or unit.name.before or POSTS.search(unit.credit)
    bare = text[before.end : unit.start].strip() == ","
    return bool(posted and bare and not told) and not may_be_given_name(unit.name.name)


def _past_credit(text: str, unit: Unit) -> int:
    """Give where all that is told of somebody ends of whom a credit is read, with a verb behind it."""
    more = _MORE_OF_CREDIT.match(text, unit.end) if unit.credit else None
    if more is None or not SAYS.match(text, more.end()):
        return unit.end
    others = units_of(text[unit.end : more.end()])
    return unit.end if any(may_be_given_name(one.name.name) for one in others) else more.end()


def _past_relative(text: str, end: int) -> int:
    """Give where what is said of somebody in passing ends: ", who chairs the board, asked"."""
    relative = _RELATIVE.match(text, end) or _BESIDE.match(text, end)
    return relative.end() if relative else end


def _role_of(words: str) -> RoleName | None:
    if re.match(r"(?:\w+ly )?introduce", words):
        return None  # whoever introduced the panelists is none of them
    return "moderator" if re.match(r"(?:\w+ly )?(?:chair|facilitat|compered)", words) else role_in(words)
