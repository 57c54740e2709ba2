"""Runs → inlines: find where people are credited, linked or not, bold or not.

A wrong name is worse than a missing link: a family name alone counts only where one person of
the roster bears it and it is written as a name (in capitals, after a title, before "said").
"""

import bisect
import functools
import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from bulletins.document import Inline, LanguageCode, Mention, Note, Paragraph, RosterEntry, Text, tidy
from bulletins.language import credit_line, of
from bulletins.language.letters import letters_before
from bulletins.language.saying import Saying
from bulletins.language.saying_words_en import HE_SAID
from bulletins.manuscript import (
    attendance,
    called_by_post,
    initials,
    latin_in_chinese,
    mentions_en,
    names_around_posts,
    quotations,
)
from bulletins.manuscript.blocks import Run, Runs, ends_sentence, merged, text_of
from bulletins.manuscript.bodies import BEHALF, is_of_credit
from bulletins.manuscript.creditable import Creditable, Span
from bulletins.manuscript.groups import groups_in
from bulletins.manuscript.han_mentions import credits_latin, names_somebody
from bulletins.manuscript.name_places_zh import name_in_bold
from bulletins.manuscript.named import named, named_in_short, strangers
from bulletins.manuscript.nameless_labels import FIRST_PERSON, is_other_label
from bulletins.manuscript.turns import SAYS_SOMETHING, joined_labels, label_of
from bulletins.manuscript.vocabulary import POSTS, SPEAKING_VERBS
from bulletins.markers import digest
from forum.scripts import is_han
from speakers import names

_EXPLICIT = re.compile(r"@\[([^\]|\s]{1,400})(?:\|([^\][]{0,400}))?\]")
_IN_OWN_WORDS = re.compile(r"[^.;:“”\"]{0,160}\.\s(?:In|During) (?:his|her) [^,;:.“”]{2,80}, (?:he|she)\s")
_LONGEST_VERB = 16  # letters
_STOP = re.compile(r"^$|[.!?”\"]\s$")
_SHE = rf"(?:(?:He|She)\s(?:also |then )?(?:{SPEAKING_VERBS})\b|{HE_SAID})"
_SHE_SAYS = re.compile(rf"[^.!?“”]{{0,200}}[.!?]\s{_SHE}")
_STOPS = re.compile(r"[.!?]")
_LAST = re.compile(r"[^.!?“”]{0,200}[.!?]?\s*$")
_LEADS_ON = re.compile(_SHE)
_QUOTED = re.compile(r"[“「\"][^“”「」\"]*[”」\"]")
_SAID_AT_END = re.compile(
    r"[,”\"]\s[^.,;“”\"]{2,60}\s(?:said|says|replied|answered|asked)[.,]"
)  # "We stop, Berg said."
_FEWEST_LINES = 2
_LONGEST_CONTEXT = 200
_LONGEST_WORD = 14
_LONGEST_LEAD = 80  # letters of what makes whoever is named behind it the author


def inlines(runs: Runs, creditable: Creditable) -> Paragraph:
    """Turn the runs of one paragraph into inlines with mentions."""
    printed = text_of(runs)
    runs = merged(msgspec.structs.replace(run, text=run.text.replace("\n", " ")) for run in runs)
    spans = [*_linked(runs, creditable)]
    text = text_of(runs)
    if creditable.as_written and digest(text) in creditable.as_written:
        return tidy(tuple(_cut(runs, spans, {}, creditable)))
    spans = _fitting(spans, _explicit(text))
    explicit = {span.start: span for span in _explicit(text)}
    labels = [] if creditable.exact else [*_labelled(text, creditable)]
    if labels or (creditable.turns and is_other_label(text)) or _is_of_a_record(text, creditable):
        # Whoever else is named in a speech is spoken of.
        return tidy(tuple(_cut(runs, _fitting(spans, iter(labels)), explicit, creditable)))
    if not creditable.exact and creditable.language == "en" and (lists_names(printed) or _is_head(text)):
        return tidy(tuple(_cut(runs, spans, explicit, creditable)))  # nobody speaks there
    strong = bold_places(runs)
    found = _fitting([*_introduced(text, creditable)], named(text, creditable))
    spans = _fitting(spans, iter(_credits(text, found, creditable, strong)))
    if not creditable.exact:
        spans = _fitting(spans, named_in_short(text, creditable))
        spans = _fitting(spans, _called(text, creditable))
        spans = _fitting(spans, strangers(runs, creditable))
        spans = _fitting(spans, _groups(text, creditable))
        spans = [*_outside_quotations(text, spans, creditable)]
    return tidy(tuple(_cut(runs, spans, explicit, creditable, told=_told_of(text, spans, creditable))))


def _is_of_a_record(text: str, creditable: Creditable) -> bool:
    """Whether a paragraph is of what was said word for word: "We" who speak there may be somebody without a name.

    So may be whoever a label before it means.
    """
    of_record = creditable.verbatim or (not creditable.exact and label_of(text, creditable.language))
    if not of_record or _SAID_AT_END.search(text):
        return False
    return FIRST_PERSON.search(_QUOTED.sub("", text)) is not None


def _is_head(text: str) -> bool:
    """Whether a line in capitals stands above what is said: "STATEMENT OF DR. ADA BERG, DEAN OF RAIN"."""
    return text.isupper() and " " in text.strip() and not ends_sentence(text)


def lists_names(text: str) -> bool:
    """Whether a paragraph is of lines that name people and talks, or tells who was there, and says nothing."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1 and attendance.is_list(text):
        return attendance.is_listing(text)  # "Present: Ada Berg, Ivo Lund (afternoon)"
    if len(lines) < _FEWEST_LINES or any(map(ends_sentence, lines)):
        return False
    # Of a talk, what stands behind the colon is the title: "Ada Berg (Ulm): Estates as heritage".
    told = (line.partition(":")[2] or line for line in lines)
    return not any(map(SAYS_SOMETHING.search, told)) or attendance.is_listing(text)


def _outside_quotations(text: str, spans: list[Span], creditable: Creditable) -> Iterator[Span]:
    """Leave out whom a quotation names: "“Once the mayor, Ivo Lund, says so, we vote,” said Berg" has Berg alone."""
    quoted = [*quotations.places(text, creditable.language)]
    linked = [one.start for one in _explicit(text)]
    for span in spans:
        inside = any(start <= span.start and span.end <= end for start, end in quoted)
        if not inside or span.start in linked:
            yield span


def _fitting(taken: list[Span], more: Iterator[Span]) -> list[Span]:
    """Give spans that do not overlap, in their order: those taken, and of the others each that still fits."""
    starts = [span.start for span in taken]
    for span in more:
        place = bisect.bisect_left(starts, span.start)
        after = taken[place].start if place < len(taken) else span.end
        before = taken[place - 1].end if place else span.start
        if before <= span.start and span.end <= after:
            taken.insert(place, span)
            starts.insert(place, span.start)
    return taken


def _linked(runs: Runs, creditable: Creditable) -> Iterator[Span]:
    place = 0
    spans: list[Span] = []
    for run in runs:
        key = creditable.keys.get(run.target, "") if run.target else ""
        last = spans[-1] if spans else None
        if key and last is not None and last.end == place and last.speaker == key and not creditable.exact:
            spans[-1] = Span(last.start, place + len(run.text), key)
        elif key and run.text.strip():
            spans.append(Span(place, place + len(run.text), key))
        place += len(run.text)
    yield from spans


def _labelled(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find the label before a speech."""
    label = label_of(text, creditable.language) if creditable.turns else None
    key = creditable.turns.get(label[0]) if label else None
    if label and key and mentions_en.may_hold(_post_of(text, label), creditable.entries[key]):
        yield Span(label[1], label[2], key)
        for name, start, end in joined_labels(text, label[2]) if label[0].isupper() else ():
            if other := creditable.turns.get(name) or creditable.short.get(name):
                yield Span(start, end, other)


def _groups(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find the groups that say something here."""
    for start, end in groups_in(text, creditable.language) if creditable.groups else ():
        key = creditable.groups.get(names.fold(text[start:end]))
        if key and speaks(text, start, end, creditable.language):
            yield Span(start, end, key)


def _called(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find those who say something by their initials, or by the post that they alone hold."""
    if creditable.language == "en":
        for start, end, short in initials.speaking(text, creditable.short):
            yield Span(start, end, creditable.short[short])
    if creditable.language == "zh":
        for start, end, key in latin_in_chinese.speaking(text, creditable.short_latin):
            yield Span(start, end, key)
        yield from _around_posts(text, creditable)
    for start, end, post in called_by_post.speaking(text, creditable.posts):
        yield Span(start, end, creditable.posts[post])


def _around_posts(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find those who say something whose post stands within the name: 古所長天成表示."""
    for name, _, start, end in names_around_posts.places(text):
        bearers = [entry for entry in creditable.entries.values() if entry.name == name]
        if len(bearers) == 1 and speaks(text, start, end, creditable.language):
            yield Span(start, end, bearers[0].speaker)


def _post_of(text: str, label: tuple[str, int, int]) -> str:
    """Give the post in a label: "Clerk" of "Clerk Lund – Here it is"."""
    post = text[label[1] : label[2]].removesuffix(label[0]).strip(" .")
    return post if POSTS.fullmatch(post) else ""


def _credits(text: str, spans: list[Span], creditable: Creditable, strong: frozenset[int]) -> list[Span]:
    """Leave out the names that credit nobody: parts of words, and people who are only spoken of.

    Names of a list in Latin letters are credits wherever they stand, as a bulletin's house has it; where the list is
    of who was there, they are not.
    """
    saying = of(creditable.language).SAYING
    kept: list[Span] = []
    for chain in _chains(text, spans, saying):
        first = chain[saying.first_who_speaks(text, [(one.start, one.end) for one in chain])]
        together = speaks(text, first.start, chain[-1].end, creditable.language)
        kept.extend(one for one in chain if _is_credit(text, one, creditable, strong, together=together))
    return [span for span in spans if span in kept]


def _chains(text: str, spans: Iterable[Span], saying: Saying) -> Iterator[list[Span]]:
    """Group names that nothing but "and" and the like parts."""
    chain: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if chain and not saying.joins.fullmatch(text, chain[-1].end, span.start):
            yield chain
            chain = []
        chain.append(span)
    if chain:
        yield chain


def _is_credit(
    text: str, span: Span, creditable: Creditable, strong: frozenset[int], *, together: bool
) -> bool:
    """Whether a name credits somebody; `together` where the words around it and its neighbours make them speak."""
    entry = creditable.entries[span.speaker]
    is_strong = any(span.start <= place < span.end for place in strong)
    if is_han(entry.name):
        return is_strong or names_somebody(text, span.start, span.end, entry)
    if entry.kind == "body" and is_of_credit(text, span.start):
        return False  # "Ada Berg, Chairman WEIRCO, said"
    if creditable.language == "zh":
        return is_strong or credits_latin(text, span.start, span.end)
    told_of_speakers = span.speaker not in creditable.introduced and not creditable.present
    return told_of_speakers or is_strong or together or _is_subject(text, span, creditable.led_on)


def led_on(paragraphs: Iterable[Runs]) -> frozenset[str]:
    """Give the texts of paragraphs below each of which another begins with what "he" or "she" says."""
    texts = [text_of(runs).replace("\n", " ") for runs in paragraphs]
    return frozenset(text for text, below in pairwise(texts) if _LEADS_ON.match(below))


def _is_subject(text: str, span: Span, led_on: frozenset[str]) -> bool:
    """Whether a sentence tells of somebody with whose words the next goes on: "Berg was there. She said".

    The next may be the first of the paragraph below. "The board elected Berg as Chair. In her address, she said" does
    so as well.
    """
    if of("en").SAYING.post.search(letters_before(text, span.start, _LONGEST_VERB).rstrip()):
        return _IN_OWN_WORDS.match(text, span.end) is not None
    if _STOP.search(letters_before(text, span.start, 3)) is None:
        before = _STOPS.split(letters_before(text, span.start, _LONGEST_CONTEXT))[-1].strip()
        if of("en").SAYING.done_by.search(before) is None:
            return False
    return _SHE_SAYS.match(text, span.end) is not None or (
        text in led_on and _LAST.match(text, span.end) is not None
    )


def _introduced(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find those whom the text itself introduces, with posts and credits as they stand there."""
    if creditable.language == "en" and not creditable.exact:
        for place in mentions_en.places(text, creditable.known):
            listed = place.entry.speaker not in creditable.introduced
            if not listed or (
                place.entry.name not in text[place.start : place.end]
                and speaks(text, place.start, place.end, creditable.language)
            ):
                yield Span(place.start, place.end, place.entry.speaker)


# Of a chain of names it is asked for who is credited, and again for who is only told of.
@functools.lru_cache(maxsize=4096)
def speaks(text: str, start: int, end: int, language: LanguageCode) -> bool:
    """Whether the words around a credit make its bearer speak here."""
    saying = of(language).SAYING
    rest = text[end : end + 2 * _LONGEST_CONTEXT]
    if saying.is_author(text, start, end):
        return True
    if saying.not_after.match(rest):
        return False
    leads = saying.before_ends.search(letters_before(text, start, _LONGEST_WORD))
    if leads and saying.before.search(letters_before(text, start, _LONGEST_LEAD)):
        return True
    said = saying.after.match(rest) is not None
    return said and saying.not_before.search(letters_before(text, start, _LONGEST_CONTEXT)) is None


def bold_places(runs: Runs) -> frozenset[int]:
    """Give where bold runs begin, behind white space, and where a Chinese name stands at their end."""
    text = text_of(runs)
    places, place = set(), 0
    for run in runs:
        if run.strong:
            places.add(place + len(run.text) - len(run.text.lstrip()))
            if is_han(run.text):
                places.add(name_in_bold(text, place, place + len(run.text.rstrip())))
        place += len(run.text)
    return frozenset(places)


def _explicit(text: str) -> Iterator[Span]:
    for found in _EXPLICIT.finditer(text):
        yield Span(found.start(), found.end(), found.group(1))


def _cut(
    runs: Runs,
    spans: list[Span],
    explicit: dict[int, Span],
    creditable: Creditable,
    told: frozenset[Span] = frozenset(),
) -> Iterator[Inline]:
    """Cut the runs at the spans: text between, mentions on them, none in full of whom it is `told`."""
    text, strong = text_of(runs), [run.strong for run in runs for _ in run.text]
    done = 0
    left = deque(runs)
    for span in spans:
        yield from _texts(left, span.start - done, creditable)
        inner = text[span.start : span.end]
        written = _EXPLICIT.fullmatch(inner)
        if written and explicit.get(span.start) == span:
            yield Mention(span.speaker, written.group(2), strong[span.start] and written.group(2) is not None)
        else:
            yield _mention(
                span.speaker,
                inner,
                creditable,
                strong=all(strong[span.start : span.end]),
                behalf=_behalf(text, span.end, creditable),
                told=span in told,
            )
        yield from [one for one in _texts(left, span.end - span.start, creditable) if isinstance(one, Note)]
        done = span.end
    yield from _texts(left, len(text) - done, creditable)


def _texts(left: deque[Run], length: int, creditable: Creditable) -> Iterator[Text | Note]:
    """Take so many letters off the runs that are left, as texts, and the notes that stand behind them."""
    while left and (length > 0 or not left[0].text):
        run = left.popleft()
        if run.note:
            yield from _note(run.note, creditable)
            continue
        script: Literal["super", "sub"] | None = "super" if run.raised else "sub" if run.lowered else None
        yield Text(run.text[:length], strong=run.strong, emphasis=run.emphasis, script=script, link=run.link)
        if len(run.text) > length:
            left.appendleft(msgspec.structs.replace(run, text=run.text[length:]))
        length -= len(run.text)


def _note(number: int, creditable: Creditable) -> Iterator[Note]:
    """Give a footnote; the one that is the roster is none."""
    paragraphs = (inlines(runs, creditable) for runs in creditable.notes.get(number, ()))
    blocks = [tuple(one for one in paragraph if not isinstance(one, Note)) for paragraph in paragraphs]
    if any(blocks):
        yield Note(tuple(filter(None, blocks)))


def _told_of(text: str, spans: Iterable[Span], creditable: Creditable) -> frozenset[Span]:
    """Give the places that name those whom the text itself introduces where they say nothing."""
    return frozenset(
        span
        for chain in _chains(text, spans, of(creditable.language).SAYING)
        if not speaks(text, chain[0].start, chain[-1].end, creditable.language)
        for span in chain
        if span.speaker in creditable.introduced
    )


def _mention(  # noqa: PLR0913 (what a mention holds)
    speaker: str, printed: str, creditable: Creditable, *, strong: bool, behalf: str | None, told: bool
) -> Mention:
    entry = creditable.entries.get(speaker)
    is_full = entry is not None and _full(entry, creditable.language) == " ".join(printed.split())
    # What prints in full is bold; the name of a group is a word like others.
    if entry is not None and is_full and entry.kind != "group" and not told:
        return Mention(speaker, behalf=behalf)
    return Mention(speaker, printed=printed, strong=strong, behalf=behalf)


def _behalf(text: str, end: int, creditable: Creditable) -> str | None:
    """Give the key of whoever it is on whose behalf somebody speaks: ", for the DELTA GROUP, said"."""
    found = None if creditable.exact else BEHALF.match(text, end)
    entry = creditable.known.named(found["behalf"]) if found else None
    return entry.speaker if entry else None


def _full(entry: RosterEntry, language: LanguageCode) -> str:
    return " ".join(credit_line(language, entry).split())
