"""Runs → inlines: find where people are credited, linked or not, bold or not.

A wrong name is worse than a missing link: a family name alone counts only where one person of
the roster bears it and it is written as a name (in capitals, after a title, before "said").
"""

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz import fuzz

from bulletins.document import Inline, LanguageCode, Mention, Paragraph, RosterEntry, Text, tidy
from bulletins.language import credit_line, of
from bulletins.manuscript.blocks import Run, Runs, ends_sentence, merged, text_of
from bulletins.manuscript.roster import one_person
from bulletins.manuscript.vocabulary import HAN_POST, POSTS, REPORTING
from forum.scripts import HAN_LETTERS, is_han
from speakers import names

_EXPLICIT = re.compile(r"@\[([^\]|\s]+)(?:\|([^\]]*))?\]")
_NEAR = 85  # a credit this like the roster's, in per cent, is that credit written otherwise
_HONORIFIC = r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Director|President|Dean|Minister|Ambassador)\.?\s+"
_LONGEST_CREDIT = 300
# "Peter Berg", "J. Berg" and "the Berg" are not the roster's Ada Berg; "As Berg" and "Then Berg" are.
_OTHERS = re.compile(
    r"(?<![\w’'-])(?!(?:And|As|But|Then|Here|There|When|While|Where|If|Yet|So|In|For|Since|Though|Although|Because|Both|Like|"
    r"Only|Even|What|Why|How|To|With|By|From|On|At)\s)(?:[A-Z]\.|[A-Z][\w’'-]*|the)\s+$"
)


class Cast(msgspec.Struct, frozen=True):
    """Who may be credited. `keys` turns a link's address into a speaker's key; `exact` trusts links alone."""

    language: LanguageCode
    roster: tuple[RosterEntry, ...] = ()
    keys: dict[str, str] = {}
    exact: bool = False


class Span(msgspec.Struct, frozen=True):
    """A credited place of a text: from, to, whom."""

    start: int
    end: int
    speaker: str


def inlines(runs: Runs, cast: Cast) -> Paragraph:
    """Turn the runs of one paragraph into inlines with mentions."""
    runs = merged(msgspec.structs.replace(run, text=run.text.replace("\n", " ")) for run in runs)
    spans = [*_linked(runs, cast)]
    text = text_of(runs)
    spans = _fitting(spans, _explicit(text))
    explicit = {span.start: span for span in _explicit(text)}
    spans = _fitting(spans, _named(text, cast))
    if not cast.exact:
        spans = _fitting(spans, _short(text, cast))
        spans = _fitting(spans, _strangers(runs, cast))
    return tidy(tuple(_cut(runs, spans, explicit, cast)))


def _fitting(taken: list[Span], more: Iterator[Span]) -> list[Span]:
    for span in more:
        if all(span.end <= other.start or other.end <= span.start for other in taken):
            taken.append(span)
    return sorted(taken, key=lambda span: span.start)


def _linked(runs: Runs, cast: Cast) -> Iterator[Span]:
    place = 0
    spans: list[Span] = []
    for run in runs:
        key = cast.keys.get(run.target, "") if run.target else ""
        last = spans[-1] if spans else None
        if key and last is not None and last.end == place and last.speaker == key and not cast.exact:
            spans[-1] = Span(last.start, place + len(run.text), key)
        elif key and run.text.strip():
            spans.append(Span(place, place + len(run.text), key))
        place += len(run.text)
    yield from spans


def _explicit(text: str) -> Iterator[Span]:
    for found in _EXPLICIT.finditer(text):
        yield Span(found.start(), found.end(), found.group(1))


def _named(text: str, cast: Cast) -> Iterator[Span]:
    """Find full names of the roster, each with the credit around it."""
    lower = text.lower()
    here = [entry for entry in cast.roster if entry.name.split() and entry.name.split()[0].lower() in lower]
    for entry in sorted(here, key=lambda entry: -len(entry.name)):
        for found in _name_pattern(entry.name).finditer(text):
            start, end = _credited(text, found.start(), found.end(), entry, cast.language)
            yield Span(start, end, entry.speaker)


@functools.lru_cache(maxsize=4096)
def _name_pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    if is_han(name):
        return re.compile(words)
    # One word alone ("Hope") is a name only as it is written.
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE if " " in name else 0)


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
    bracket = re.match(r"\s*[(（](.{3,200}?)[)）]", text[end:])
    if bracket and fuzz.ratio(names.fold(bracket.group(1)), names.fold(credit)) >= _NEAR:
        return end + bracket.end()
    comma = re.match(r"\s*[,，]\s*", text[end:])
    if comma is None:
        return end
    exact = re.match(r"\s+".join(re.escape(word) for word in credit.split()), text[end + comma.end() :])
    if exact:
        return end + comma.end() + exact.end()
    return _near_credit_after(text, end, end + comma.end(), credit)


def _near_credit_after(text: str, end: int, begin: int, credit: str) -> int:
    wanted = names.fold(credit)
    window = text[begin : begin + len(credit) + 40]
    places = [found.end() for found in re.finditer(r"[\w)）”’](?=\W|$)", window)]
    scored = [(fuzz.ratio(names.fold(window[:place]), wanted), -place) for place in places]
    score, place = max(scored, default=(0.0, 0))
    return begin - place if score >= _NEAR else end


def _short(text: str, cast: Cast) -> Iterator[Span]:
    """Find later mentions by family name: "XU suggested", "Prof. Lalic", 黄教授."""
    families = [_family(entry.name) for entry in cast.roster]
    for entry, family in zip(cast.roster, families, strict=True):
        if not family or family not in text or families.count(family) > 1 or family == entry.name:
            continue
        for found in _short_pattern(family).finditer(text):
            if not _OTHERS.search(text[: found.start(1)]):
                yield Span(*found.span(1), entry.speaker)


_family = functools.lru_cache(maxsize=4096)(names.family_name)


@functools.lru_cache(maxsize=4096)
def _short_pattern(family: str) -> re.Pattern[str]:
    if is_han(family):
        return re.compile(rf"(?<![{HAN_LETTERS}])({re.escape(family)}(?:{HAN_POST}|先生|女士|老师|总))")
    word = re.escape(family)
    if family.isupper() and len(family) > 2:
        return re.compile(rf"(?<![\w-])({word})(?![\w-])")
    said = rf"{word}(?=\s+(?:{REPORTING})\b)"
    titled = rf"{_HONORIFIC}{word}(?![\w-])"
    return re.compile(rf"(?<![\w-])({titled}|{said})")


def _strangers(runs: Sequence[Run], cast: Cast) -> Iterator[Span]:
    """Find bold runs that are "Name, credit" of somebody who is not on the roster."""
    place = 0
    for run in runs:
        text = run.text
        entry = _stranger(text, cast.language) if run.strong else None
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


def _cut(runs: Runs, spans: list[Span], explicit: dict[int, Span], cast: Cast) -> Iterator[Inline]:
    """Cut the runs at the spans: text between, mentions on them."""
    text, strong = text_of(runs), [run.strong for run in runs for _ in run.text]
    done = 0
    for span in spans:
        yield from _texts(runs, done, span.start)
        inner = text[span.start : span.end]
        written = _EXPLICIT.fullmatch(inner)
        if written and explicit.get(span.start) == span:
            yield Mention(span.speaker, written.group(2), strong[span.start] and written.group(2) is not None)
        else:
            yield _mention(span.speaker, inner, all(strong[span.start : span.end]), cast)
        done = span.end
    yield from _texts(runs, done, len(text))


def _texts(runs: Runs, start: int, end: int) -> Iterator[Inline]:
    place = 0
    for run in runs:
        piece = run.text[max(0, start - place) : max(0, end - place)]
        if piece:
            yield Text(piece, strong=run.strong, emphasis=run.emphasis)
        place += len(run.text)


def _mention(speaker: str, printed: str, strong: bool, cast: Cast) -> Mention:
    entry = next((entry for entry in cast.roster if entry.speaker == speaker), None)
    if entry is not None and _full(entry, cast.language) == " ".join(printed.split()):
        return Mention(speaker)
    return Mention(speaker, printed=printed, strong=strong)


def _full(entry: RosterEntry, language: LanguageCode) -> str:
    return " ".join(credit_line(language, entry).split())
