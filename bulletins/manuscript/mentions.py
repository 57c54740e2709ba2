"""Runs → inlines: find where people are credited, linked or not, bold or not.

A wrong name is worse than a missing link: a family name alone counts only where one person of
the roster bears it and it is written as a name (in capitals, after a title, before "said").
"""

import bisect
import functools
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec
from rapidfuzz import fuzz

from bulletins.document import Inline, LanguageCode, Mention, Note, Paragraph, RosterEntry, Text, tidy
from bulletins.language import credit_line, of
from bulletins.manuscript import mentions_en
from bulletins.manuscript.blocks import Run, Runs, ends_sentence, merged, text_of
from bulletins.manuscript.bodies import BEHALF
from bulletins.manuscript.han_mentions import names_somebody
from bulletins.manuscript.han_names import stands_whole
from bulletins.manuscript.roster import one_person
from bulletins.manuscript.turns import label_of
from bulletins.manuscript.vocabulary import HAN_POST, POSTS, REPORTING
from forum.scripts import HAN_LETTERS, is_han
from speakers import names

_EXPLICIT = re.compile(r"@\[([^\]|\s]{1,400})(?:\|([^\][]{0,400}))?\]")
# Between Chinese characters, which are no letters of it, a Latin word stands without spaces.
_LETTER = rf"[^\W{HAN_LETTERS}]"
_WORD = re.compile(rf"{_LETTER}+")
_NEAR = 85  # a credit this like the roster's, in per cent, is that credit written otherwise
_BRACKET = re.compile(r"\s*[(（](.{3,200}?)[)）]")
_COMMA = re.compile(r"\s*[,，]\s*")
_HONORIFIC = r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Director|President|Dean|Minister|Ambassador)\.?\s+"
_TITLE = re.compile(rf"(?<![\w-]){_HONORIFIC}\Z")
_SAID_BY = re.compile(r"\b(?:[Aa]ccording to|said|says|added|argued|noted|explained|replied|asked)\s\Z")
_PLACE = re.compile(r"\s(?:of|from|at|with|for|representing)\s(?:the\s)?")
_LONGEST_TITLE = 30
_LONGEST_PADDING = 4
_LONGEST_CONTEXT = 200
_LONGEST_CREDIT = 300
_LONGEST_BEFORE = 60  # letters before a family name that may say whose it is
# "Peter Berg", "J. Berg" and "the Berg" are not the roster's Ada Berg; "As Berg" and "Then Berg" are.
_OTHERS = re.compile(
    r"(?<![\w’'-])(?!(?:And|As|But|Then|Here|There|When|While|Where|If|Yet|So|In|For|Since|Though|Although|Because|Both|Like|"
    r"Only|Even|What|Why|How|To|With|By|From|On|At)\s)(?:[A-Z]\.|[A-Z][\w’'-]*|the)\s+$"
)


class Creditable(msgspec.Struct, frozen=True, dict=True):
    """Who may be credited. `keys` turns a link's address into a speaker's key; `exact` trusts links alone.

    `introduced` are the keys of those whom no list named, but the text itself; `turns` gives the key of whoever
    a label before a speech means; `notes` has the paragraphs of footnotes, by their numbers.
    """

    language: LanguageCode
    roster: tuple[RosterEntry, ...] = ()
    keys: dict[str, str] = {}
    exact: bool = False
    introduced: frozenset[str] = frozenset()
    turns: dict[str, str] = {}
    notes: dict[int, tuple[Runs, ...]] = {}

    @functools.cached_property
    def entries(self) -> dict[str, RosterEntry]:
        """The roster by its keys."""
        return {entry.speaker: entry for entry in reversed(self.roster)}

    @functools.cached_property
    def known(self) -> mentions_en.Known:
        """The people whom no list named, in an English text."""
        return mentions_en.Known(entry for entry in self.roster if not is_han(entry.name))

    @functools.cached_property
    def by_start(self) -> dict[str, list[tuple[int, RosterEntry]]]:
        """The roster by how names begin, each name once, with its rank: longer names go first."""
        names_once: dict[str, RosterEntry] = {}
        for entry in self.roster:
            names_once.setdefault(entry.name, entry)
        found: dict[str, list[tuple[int, RosterEntry]]] = defaultdict(list)
        longest_first = sorted(names_once.values(), key=lambda entry: -len(entry.name))
        for rank, entry in enumerate(entry for entry in longest_first if entry.name.split()):
            found[_start_of(entry.name)].append((rank, entry))
        return found

    @functools.cached_property
    def by_family(self) -> dict[str, list[tuple[int, str, RosterEntry]]]:
        """The roster by how family names begin, with place and family name, as far as one person bears it."""
        families = [_family(entry.name) for entry in self.roster]
        borne = Counter(families)
        found: dict[str, list[tuple[int, str, RosterEntry]]] = defaultdict(list)
        for place, (family, entry) in enumerate(zip(families, self.roster, strict=True)):
            if family and borne[family] == 1 and family != entry.name:
                found[_start_of(family)].append((place, family, entry))
        for place, given, entry in self._given_names(borne):
            found[_start_of(given)].append((place, given, entry))
        return found

    def _given_names(self, families: Mapping[str, int]) -> Iterator[tuple[int, str, RosterEntry]]:
        """Give those whom a report without a list may call by their given names, as far as one person bears it."""
        people = [
            (place, entry.name.split()[0], entry)
            for place, entry in enumerate(self.roster)
            if entry.speaker in self.introduced and " " in entry.name and not is_han(entry.name)
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


def inlines(runs: Runs, creditable: Creditable) -> Paragraph:
    """Turn the runs of one paragraph into inlines with mentions."""
    runs = merged(msgspec.structs.replace(run, text=run.text.replace("\n", " ")) for run in runs)
    spans = [*_linked(runs, creditable)]
    text = text_of(runs)
    spans = _fitting(spans, _explicit(text))
    explicit = {span.start: span for span in _explicit(text)}
    labels = [] if creditable.exact else [*_labelled(text, creditable)]
    if labels:
        # Whoever else is named in a speech is spoken of.
        return tidy(tuple(_cut(runs, _fitting(spans, iter(labels)), explicit, creditable)))
    strong = bold_places(runs)
    named = _fitting([*_introduced(text, creditable)], _named(text, creditable))
    spans = _fitting(spans, iter(_credits(text, named, creditable, strong)))
    if not creditable.exact:
        spans = _fitting(spans, _short(text, creditable))
        spans = _fitting(spans, _strangers(runs, creditable))
    return tidy(tuple(_cut(runs, spans, explicit, creditable)))


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


def _post_of(text: str, label: tuple[str, int, int]) -> str:
    """Give the post in a label: "Clerk" of "Clerk Lund – Here it is"."""
    post = text[label[1] : label[2]].removesuffix(label[0]).strip(" .")
    return post if POSTS.fullmatch(post) else ""


def _credits(text: str, spans: list[Span], creditable: Creditable, strong: frozenset[int]) -> list[Span]:
    """Leave out the names that credit nobody: parts of words, and people who are only spoken of.

    Names of a list in Latin letters are credits wherever they stand, as a bulletin's house has it.
    """
    joins = of(creditable.language).SAYING.joins
    kept: list[Span] = []
    chain: list[Span] = []
    for span in [*sorted(spans, key=lambda one: one.start), None]:
        if chain and (span is None or not joins.fullmatch(text, chain[-1].end, span.start)):
            together = speaks(text, chain[0].start, chain[-1].end, creditable.language)
            kept.extend(one for one in chain if _is_credit(text, one, creditable, strong, together=together))
            chain = []
        if span is not None:
            chain.append(span)
    return [span for span in spans if span in kept]


def _is_credit(
    text: str, span: Span, creditable: Creditable, strong: frozenset[int], *, together: bool
) -> bool:
    """Whether a name credits somebody; `together` where the words around it and its neighbours make them speak."""
    entry = creditable.entries[span.speaker]
    is_strong = any(span.start <= place < span.end for place in strong)
    if is_han(entry.name):
        return is_strong or names_somebody(text, span.start, span.end, entry)
    return span.speaker not in creditable.introduced or is_strong or together


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


def speaks(text: str, start: int, end: int, language: LanguageCode) -> bool:
    """Whether the words around a credit make its bearer speak here."""
    saying = of(language).SAYING
    before, rest = text[max(start - _LONGEST_CONTEXT, 0) : start], text[end : end + 2 * _LONGEST_CONTEXT]
    if saying.not_after.match(rest):
        return False
    if saying.before.search(before):
        return True
    return saying.not_before.search(before) is None and saying.after.match(rest) is not None


def bold_places(runs: Runs) -> frozenset[int]:
    """Give where bold runs begin, and the places behind white space at their beginning."""
    places, place = set(), 0
    for run in runs:
        if run.strong:
            places.add(place + len(run.text) - len(run.text.lstrip()))
        place += len(run.text)
    return frozenset(places)


def _explicit(text: str) -> Iterator[Span]:
    for found in _EXPLICIT.finditer(text):
        yield Span(found.start(), found.end(), found.group(1))


def _named(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find full names of the roster, each with the credit around it; longer names first."""
    found = [
        (rank, match.start(), match.end(), entry)
        for start, place in _starts(text, creditable.by_start)
        for rank, entry in creditable.by_start[start]
        if (match := _name_pattern(entry.name).match(text, place))
    ]
    for _, start, end, entry in sorted(found, key=lambda match: match[:2]):
        yield Span(*_credited(text, start, end, entry, creditable.language), entry.speaker)


def _start_of(name: str) -> str:
    """Give that by which a name is looked up in a text: its first word, of a Chinese name its first two letters."""
    name = name.strip()
    if is_han(name[:1]):
        return name[:2]
    word = _WORD.search(name)
    return word.group().lower() if word else name


def _starts(text: str, wanted: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    """Give the places of a text where something wanted may begin, by how it begins."""
    for word in _WORD.finditer(text):
        start = word.group().lower()
        if start in wanted:
            yield start, word.start()
    if any(is_han(start[:1]) for start in wanted):
        for place, letter in enumerate(text):
            # A name of two characters may be padded to the width of three.
            pair = letter + text[place + 1 : place + _LONGEST_PADDING + 2].lstrip(" \u3000")[:1]
            for start in (pair, letter) if pair != letter else (letter,):
                if start in wanted and is_han(letter):
                    yield start, place


@functools.lru_cache(maxsize=4096)
def _name_pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    if is_han(name):
        # Names of two characters are padded to the width of three.
        return re.compile(r"[ \u3000]{0,4}".join(name) if len(name) == 2 else words)
    # One word alone ("Hope") is a name only as it is written.
    return re.compile(rf"(?<!{_LETTER}){words}(?!{_LETTER})", re.IGNORECASE if " " in name else 0)


def _credited(text: str, start: int, end: int, entry: RosterEntry, language: LanguageCode) -> tuple[int, int]:
    """Widen a name's place over its credit, exact or written a little otherwise."""
    if not entry.credit:
        return start, end
    name_first = of(language).FULL_CREDIT.startswith("{name}")
    if not name_first and (before := _credit_before(text, start, entry.credit)) is not None:
        return before, end
    if name_first or not is_han(entry.name) or text[end : end + 1] in {"（", "("}:
        return start, _credit_after(text, end, entry.credit)
    return start, end


def _credit_before(text: str, start: int, credit: str) -> int | None:
    """Give where a credit that ends at `start` begins."""
    window = text[max(0, start - len(credit) - 8) : start]
    wanted = names.fold(credit)
    starts = [place for place in range(len(window)) if place == 0 or window[place - 1] != window[place]]
    best = max(starts, key=lambda place: (fuzz.ratio(names.fold(window[place:]), wanted), place), default=0)
    return (
        start - len(window) + best
        if window and fuzz.ratio(names.fold(window[best:]), wanted) >= _NEAR
        else None
    )


def _credit_after(text: str, end: int, credit: str) -> int:
    """Give where a credit that begins at `end` stops; `end` itself when there is none."""
    bracket = _BRACKET.match(text, end)
    if bracket and fuzz.ratio(names.fold(bracket.group(1)), names.fold(credit)) >= _NEAR:
        return bracket.end()
    comma = _COMMA.match(text, end)
    if comma is None:
        place = _PLACE.match(text, end)
        exact = _credit_pattern(credit).match(text, place.end()) if place else None
        return exact.end() if exact else end
    exact = _credit_pattern(credit).match(text, comma.end())
    return exact.end() if exact else _near_credit_after(text, end, comma.end(), credit)


@functools.lru_cache(maxsize=4096)
def _credit_pattern(credit: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in credit.split()))


def _near_credit_after(text: str, end: int, begin: int, credit: str) -> int:
    wanted = names.fold(credit)
    window = text[begin : begin + len(credit) + 40]
    places = [found.end() for found in re.finditer(r"[\w)）”’](?=\W|$)", window)]
    scored = [(fuzz.ratio(names.fold(window[:place]), wanted), -place) for place in places]
    score, place = max(scored, default=(0.0, 0))
    return begin - place if score >= _NEAR else end


def _short(text: str, creditable: Creditable) -> Iterator[Span]:
    """Find later mentions by family name: "XU suggested", "Prof. Lalic", 黄教授."""
    found = [
        (rank, *match.span(1), entry)
        for start, place in _starts(text, creditable.by_family)
        for rank, family, entry in creditable.by_family[start]
        if (match := _short_at(text, place, family))
    ]
    for _, start, end, entry in sorted(found, key=lambda match: match[:2]):
        whole = not is_han(text[start]) or stands_whole(text, start, end)
        if whole and not _OTHERS.search(text[max(start - _LONGEST_BEFORE, 0) : start]):
            yield Span(start, end, entry.speaker)


def _short_at(text: str, place: int, family: str) -> re.Match[str] | None:
    """Match a family name at a place, with the title before it if it has one."""
    if is_han(family) or family.isupper():
        return _short_pattern(family).match(text, place)
    if _SAID_BY.search(text, max(place - _LONGEST_TITLE, 0), place):
        return _whole_word(family).match(text, place)
    titled = _TITLE.search(text, max(place - _LONGEST_TITLE, 0), place)
    return _short_pattern(family).match(text, titled.start() if titled else place)


@functools.lru_cache(maxsize=4096)
def _whole_word(family: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({re.escape(family)})(?![\w-])")


_family = functools.lru_cache(maxsize=4096)(names.family_name)


@functools.lru_cache(maxsize=4096)
def _short_pattern(family: str) -> re.Pattern[str]:
    if is_han(family):
        return re.compile(
            rf"(?<![{HAN_LETTERS}])({re.escape(family)}(?:(?:{HAN_POST})(?![会团會團组])|先生|女士|老师|总(?![体量额和数共理监编经裁部署局结书会统是])))"
        )
    word = re.escape(family)
    if family.isupper() and len(family) > 2:
        return re.compile(rf"(?<![\w-])({word})(?![\w-])")
    said = rf"{word}(?=\s+(?:{REPORTING})\b)"
    titled = rf"{_HONORIFIC}{word}(?![\w-])"
    return re.compile(rf"(?<![\w-])({titled}|{said})")


def _strangers(runs: Sequence[Run], creditable: Creditable) -> Iterator[Span]:
    """Find bold runs that are "Name, credit" of somebody who is not on the roster."""
    place = 0
    for run in runs:
        text = run.text
        entry = _stranger(text, creditable.language) if run.strong else None
        if entry is not None:
            start = place + len(text) - len(text.lstrip())
            yield Span(start, start + len(text.strip().rstrip(",，.;")), entry.speaker)
        place += len(text)


def _stranger(text: str, language: LanguageCode) -> RosterEntry | None:
    text = text.strip().rstrip(",，.;")
    if len(text) > _LONGEST_CREDIT or ends_sentence(text):
        return None
    entry = one_person(text, language)
    post = re.compile(HAN_POST) if language == "zh" and entry and is_han(entry.credit) else POSTS
    return entry if entry and post.search(entry.credit) else None


def _cut(
    runs: Runs, spans: list[Span], explicit: dict[int, Span], creditable: Creditable
) -> Iterator[Inline]:
    """Cut the runs at the spans: text between, mentions on them."""
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


def _mention(
    speaker: str, printed: str, creditable: Creditable, *, strong: bool, behalf: str | None
) -> Mention:
    entry = creditable.entries.get(speaker)
    if entry is not None and _full(entry, creditable.language) == " ".join(printed.split()):
        return Mention(speaker, behalf=behalf)
    return Mention(speaker, printed=printed, strong=strong, behalf=behalf)


def _behalf(text: str, end: int, creditable: Creditable) -> str | None:
    """Give the key of whoever it is on whose behalf somebody speaks: ", for the DELTA GROUP, said"."""
    found = None if creditable.exact else BEHALF.match(text, end)
    entry = creditable.known.named(found["behalf"]) if found else None
    return entry.speaker if entry else None


def _full(entry: RosterEntry, language: LanguageCode) -> str:
    return " ".join(credit_line(language, entry).split())
