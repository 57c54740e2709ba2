"""Do the roster and the text agree on who spoke, and as what?"""

import re
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bulletins.checks.facts import MOST_ALIKE, Facts, Rule
from bulletins.document import (
    NOBODY,
    Document,
    Finding,
    Fix,
    Mention,
    RosterEntry,
    Text,
    gettext_noop,
    mentions,
    paragraphs,
)
from bulletins.inline import printed
from bulletins.language import credit_line, of
from forum.scripts import is_han
from speakers.name_parts import without_honorifics
from speakers.names import family_name, fold, sorted_words

# Two or more capitalised words in a row, as names stand in running English text.
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]{1,40}(?: [A-Z][\w’'-]{1,40}){1,3}\b")

_ANYBODY = "Anybody"  # in a name's place, where only what stands before it is asked about
# Before a name may stand a post that the roster has otherwise: "President Lund", 副局长.
_WORDS_OF_POST, _LETTERS_OF_POST = 3, 4

_TITLE_BEHIND = re.compile("^(?:[议議][员員]|委[员員]|代表)$")  # 市议会主席令狐野议员
# In brackets behind a name or an institution: initials, where somebody sits in a picture.
_BESIDE_CREDIT = re.compile(
    r"[A-Z][A-Z&/-]{1,13}|pictured|left|right|centre|center|above|below|online|remote"
)
_JOINED = re.compile(r"^(?:of|from|at|with|for|representing)\s(?:the\s)?|\s(?:of|at|from)$", re.IGNORECASE)

# Names that are compared letter by letter; a bulletin has a score or two, and every one costs all the others.
_MOST_COMPARED = 2_000
_MOST_MISTYPED = 2  # letters of a long name
_MOST_ALIKE = 20  # people of one credit, or of one family name


def mentions_in_roster(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Whoever is credited, or spoken for, stands in the roster."""
    for where, mention in mentions(document):
        if mention.behalf is not None and document.entry(mention.behalf) is None:
            template = gettext_noop(
                "The organisation on whose behalf “{name}” speaks does not stand in the roster. Add it, or say at "
                "the credit (F2) on whose behalf."
            )
            yield Finding(
                code="behalf-not-in-roster",
                severity="error",
                template=template,
                where=where,
                params={"name": printed(mention, document)},
            )
        if document.entry(mention.speaker) is None and mention.speaker != NOBODY:
            template = gettext_noop(
                "“{name}” is credited and does not stand in the roster. Add the person, or mend the name."
            )
            yield Finding(
                code="mention-not-in-roster",
                severity="error",
                template=template,
                where=where,
                params={"name": printed(mention, document)},
            )


def roster_quoted(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Whoever stands in the roster is quoted; those who open, chair or host need not be."""
    quoted = {key for _, mention in mentions(document) for key in (mention.speaker, mention.behalf)}
    unquoted = [
        (index, entry)
        for index, entry in enumerate(document.roster)
        if entry.speaker not in quoted and entry.role not in {"moderator", "host"}
    ]
    yield from _told(
        unquoted,
        "roster-unquoted",
        gettext_noop("{name} is listed but never quoted. Quote the person, or make sure that is meant."),
        gettext_noop(
            "{count} people are listed but never quoted: {names}. Quote them, or make sure that is meant."
        ),
    )


def roster_credits(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A roster entry of a person says in what capacity somebody spoke."""
    bare = [
        (index, entry)
        for index, entry in enumerate(document.roster)
        if not entry.credit.strip() and entry.kind == "person"
    ]
    yield from _told(
        bare,
        "credit-missing",
        gettext_noop("{name} has no credit. Type the title held on that day."),
        gettext_noop("{count} people have no credit: {names}. Type the titles held on that day."),
        ".credit",
    )


def _told(
    found: list[tuple[int, RosterEntry]], code: str, one: str, many: str, part: str = ""
) -> Iterator[Finding]:
    """Tell of each entry, or of many at once."""
    if len(found) > MOST_ALIKE:
        names = ", ".join(entry.name for _, entry in found)
        params = {"count": str(len(found)), "names": names}
        where = f"roster[{found[0][0]}]{part}"
        yield Finding(code=code, severity="warning", template=many, where=where, params=params)
        return
    for index, entry in found:
        where = f"roster[{index}]{part}"
        yield Finding(code=code, severity="warning", template=one, where=where, params={"name": entry.name})


def credits_match(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A full credit in the text is the roster's."""
    for where, mention in mentions(document):
        entry = document.entry(mention.speaker)
        if entry is None or mention.printed is None:
            continue
        wanted = credit_line(document.language, entry)
        if _is_full(mention.printed, entry) and not _agrees(mention.printed, entry, wanted):
            template = gettext_noop("The text credits “{printed}”, the roster “{wanted}”. Make them agree.")
            yield Finding(
                code="credit-mismatch",
                severity="warning",
                template=template,
                where=where,
                params={"printed": mention.printed, "wanted": wanted},
                fix=Fix(where=where, old=mention.printed, new=wanted),
            )


def _agrees(text: str, entry: RosterEntry, wanted: str) -> bool:
    """Whether a printed credit is the roster's, in another layout, with an honorific, or in part."""
    if not entry.credit or text in _layouts(entry, wanted):
        return True
    before, _, after = without_honorifics(text).partition(entry.name)
    # The post may stand before a bracket with the name: "The Chair (Mr. Berg)".
    post = fold(_without_honorific_behind(before.replace("(", " ").replace("（", " ")))
    known, told = _pieces(entry.credit), _pieces(_TITLE_BEHIND.sub("", after))
    agree = told <= known or known <= told or _is_part(told, entry.credit)
    return agree and (post in fold(entry.credit) or (not told and _is_short(post)))


def _without_honorific_behind(post: str) -> str:
    """Give what stands before a name without the honorifics at its end: "Weir Coordinator Mr."."""
    words = post.split(" ")
    while words and without_honorifics(f"{words[-1]} {_ANYBODY}".strip()) == _ANYBODY:
        words.pop()
    return " ".join(words)


def _is_short(post: str) -> bool:
    """Whether a post is one that running text puts before a name: "Mayor", 副局长."""
    return len(post) <= _LETTERS_OF_POST if is_han(post) else post.count(" ") < _WORDS_OF_POST


def _pieces(credit: str) -> set[str]:
    """Give what commas and brackets part in a credit, without the words by which text joins it to a name."""
    parts = (part.strip() for part in re.split(r"[,，(（)）]", credit))
    kept = (part for part in parts if not _BESIDE_CREDIT.fullmatch(part))
    return {fold(_JOINED.sub("", part)) for part in kept} - {""}


def _is_part(told: set[str], credit: str) -> bool:
    """Whether running text gives of a credit the institution alone: "Ada Berg of the Weir Office"."""
    words, some = fold(credit).replace(",", " ").split(), "".join(told).split()
    # As many words as the whole credit has are all of it, without its commas.
    return len(told) == 1 and len(some) < len(words) and set(some) <= {*words, "the", "of"}


def _layouts(entry: RosterEntry, wanted: str) -> set[str]:
    """The same name and credit, set in another way: nothing to mend."""
    name, credit = entry.name, entry.credit
    return {
        wanted,
        f"{name} ({credit})",
        f"{name}（{credit}）",
        f"{name}，{credit}",
        f"{credit}{name}",
        f"{credit} {name}",
    }


def _is_full(text: str, entry: RosterEntry) -> bool:
    """Whether a printed mention gives more than the name."""
    return entry.name in text and len(text) > len(entry.name) + 2


def near_misses(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A name one or two letters off a roster name is that name, misspelt."""
    if of(document.language).SCRIPT == "han":
        return  # there a letter makes another name
    names = {entry.name: fold(entry.name) for entry in document.listed[:_MOST_COMPARED]}
    compared: dict[str, list[str]] = {}
    for where, text in _names_in_text(document):
        if text not in compared:
            compared[text] = _near(text, names) if len(compared) < _MOST_COMPARED else []
        for name in compared[text]:
            template = gettext_noop("“{text}” is a letter or two off {name}. Mend the spelling.")
            yield Finding(
                code="name-near-miss",
                severity="warning",
                template=template,
                where=where,
                params={"text": text, "name": name},
                fix=Fix(where=where, old=text, new=name),
            )


def _near(text: str, names: dict[str, str]) -> list[str]:
    """Give the names of which a text is a misspelling."""
    folded = fold(text)
    # All are compared in one call.
    found = process.extract(
        folded, names, scorer=DamerauLevenshtein.distance, score_cutoff=_MOST_MISTYPED, limit=None
    )
    near = {
        name
        for other, letters, name in found
        # "Xuan Li" is no misspelling of "M. Xuan Li".
        if _is_slip(name, letters) and not {*folded.split()} < {*other.split()}
    }
    return [name for name in names if name in near]


def _names_in_text(document: Document) -> Iterator[tuple[str, str]]:
    for where, paragraph in paragraphs(document):
        for inline in paragraph:
            if isinstance(inline, Text):
                yield from ((where, found.group()) for found in _CAPITALISED.finditer(inline.text))
            elif (
                isinstance(inline, Mention)
                and inline.printed is not None
                and document.entry(inline.speaker) is None
            ):
                yield where, inline.printed.split(",")[0]


def _is_slip(name: str, letters: int) -> bool:
    """Whether a name with so many letters wrong is still that name."""
    # Short names differ by a letter and mean two people: XU Li and XU Lin.
    return len(name) > 7 and 0 < letters <= (1 if len(name) < 12 else _MOST_MISTYPED)


def ambiguous_mentions(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A family name alone means one person."""
    families: dict[str, list[str]] = {}
    for entry in document.listed:
        families.setdefault(fold(family_name(entry.name)), []).append(entry.name)
    for where, mention in mentions(document):
        printed = mention.printed or ""
        sharing = families.get(fold(printed), [])
        if len(sharing) > 1:
            template = gettext_noop("“{text}” may be {names}. Print the full name here.")
            yield Finding(
                code="ambiguous-short-mention",
                severity="warning",
                template=template,
                where=where,
                params={"text": printed, "names": ", ".join(sharing[:_MOST_ALIKE])},
            )


def duplicate_people(document: Document, facts: Facts) -> Iterator[Finding]:
    """Nobody stands in the roster twice."""
    by_words: dict[str, RosterEntry] = {}
    by_credit: dict[str, list[RosterEntry]] = {}
    for index, other in enumerate(document.roster):
        if other.kind == "group":
            continue
        alike = by_credit.setdefault(other.credit, [])
        same = by_words.setdefault(sorted_words(other.name), other)
        near = None if is_han(other.name) or not other.credit else _nearest(alike, other)
        one = near if same is other else same
        if one is not None and {one.speaker, other.speaker} not in facts.apart:
            template = gettext_noop("{one} and {other} look like one person. Keep one of the two.")
            yield Finding(
                code="duplicate-person",
                severity="warning",
                template=template,
                where=f"roster[{index}]",
                params={"one": one.name, "other": other.name},
            )
        if len(alike) < _MOST_ALIKE:
            alike.append(other)


def _nearest(alike: list[RosterEntry], other: RosterEntry) -> RosterEntry | None:
    """Give the first of those with the same credit whose name is a letter or two off."""
    folded = fold(other.name)
    apart = ((one, DamerauLevenshtein.distance(fold(one.name), folded)) for one in alike)
    return next((one for one, letters in apart if _is_slip(other.name, letters)), None)


ROSTER: tuple[Rule, ...] = (
    mentions_in_roster,
    roster_quoted,
    roster_credits,
    credits_match,
    near_misses,
    ambiguous_mentions,
    duplicate_people,
)
