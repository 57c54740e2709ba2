"""Who said what: a Document's sentences with those who said them. Pure; the unit of attribution is the statement.

From the sentence in which somebody is credited up to the next credit, the paragraph's end, or a sentence that
speaks for all, the words are that one's. Sentences before the first credit are nobody's. Where the words leave
open who spoke, a sentence is nobody's: a wrong credit is worse than none. A border that an editor set goes
before all of this.

The items of a list go on with the sentence that leads up to it, where that has no full stop ("Lund asked for three
things:"), up to the first item that credits somebody of its own. Cells of tables and footnotes are like paragraphs
with which nobody goes on. A caption is nobody's words, whomever the picture shows; who speaks goes on behind it.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from bulletins.credited import Keys, Place
from bulletins.document import (
    NOBODY,
    Document,
    Mention,
    Paragraph,
    Point,
    Text,
    point_lines,
    points,
    runs_on,
)
from bulletins.inline import lead_gap, plain, printed
from bulletins.language import of
from bulletins.language.sentences import Span, sentences
from bulletins.prose import is_caption, lines_of
from bulletins.whose_turn import (
    LONGEST_OPENER,
    Behalf,
    Turn,
    behalf_of,
    ends_turn,
    goes_on,
    is_item,
    tells_of_things,
    turn_after,
    who_speaks,
)

_OPENS = ("“", "「", '"')
_CLOSES = ("”", "」", '"')
_WORD = re.compile(r"\S+")
_LABEL_END = re.compile(r"\s?(?:[(（][^()（）]{1,60}[)）])?\s?[:：]")


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence as printed, and the keys of the roster entries who said it; nobody's has none.

    It begins in the part's paragraph number `line`, as `lines_of` counts them, at the letter `start`; a point's
    lead and the paragraph that runs on from it are one.
    """

    text: str
    entries: Keys = ()
    line: int = 0
    start: int = 0
    behalf: Behalf = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A run of sentences of one part (a path into the Document) that the same entries said, on the same behalf."""

    where: str
    entries: Keys
    text: str
    behalf: Behalf = ()


class _Line(msgspec.Struct, frozen=True):
    """A printed paragraph with its credits."""

    text: str
    places: tuple[Place, ...]


def attributed(document: Document) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    """Give every part that may hold statements by its path, with its sentences in printed order."""
    yield "editors_note", _sentences(lines_of(document.editors_note), document)
    yield "lede", _sentences(lines_of(document.lede), document)
    for where, point in points(document):
        yield where, _of_point(point, document)


def statements(document: Document) -> Iterator[Statement]:
    """Give the statements of a Document, in printed order: neighbouring sentences of the same entries."""
    for where, found in attributed(document):
        run: list[Sentence] = []
        for sentence in (*found, None):
            if run and (sentence is None or _makers(sentence) != _makers(run[-1])):
                if run[-1].entries:
                    lines = [
                        "".join(one.text for one in some) for _, some in groupby(run, lambda one: one.line)
                    ]
                    text = "\n".join(lines).strip()
                    entries, behalf = _makers(run[-1])
                    yield Statement(where=where, entries=entries, text=text, behalf=behalf)
                run = []
            if sentence is not None:
                run.append(sentence)


def _makers(sentence: Sentence) -> tuple[Keys, Behalf]:
    return sentence.entries, sentence.behalf


def around(text: str, shown: Iterable[str]) -> list[str]:
    """Give the pieces of a text, in order, that are none of what is shown beside it; white space is no difference."""
    at = [place for word in _WORD.finditer(text) for place in range(*word.span())]
    letters = "".join(text.split())
    pieces, end = [], 0
    for start, stop in (*sorted(_places(letters, shown)), (len(at), len(at))):
        if start > end:
            pieces.append(text[at[end] : at[start - 1] + 1])
        end = max(end, stop)
    return pieces


def _places(letters: str, shown: Iterable[str]) -> Iterator[tuple[int, int]]:
    for one in shown:
        words = "".join(one.split())
        start = letters.find(words)
        if words and start >= 0:
            yield start, start + len(words)


def _of_point(point: Point, document: Document) -> tuple[Sentence, ...]:
    """Give a point's sentences; its lead and the paragraph that runs on from it are one, and one line."""
    lead, *lines = point_lines(point)
    if not runs_on(point):
        return _sentences([lead, *lines] if point.lead or not lines else lines, document)
    first, gap = lines[0][1], lead_gap(point, document)
    title = len(plain(point.lead, document)) + len(gap) if _is_title(point.lead, first, document) else 0
    return _sentences([("lead", (*point.lead, Text(gap), *first)), *lines[1:]], document, title)


def _is_title(lead: Paragraph, first: Paragraph, document: Document) -> bool:
    """Tell whether a lead stands alone, without a stop: then nobody who is credited after it said it."""
    grammar, text = of(document.language), plain(lead, document)
    alone = grammar.SAYING.title.fullmatch(text)
    begins = plain(first, document).lstrip()[:1].isupper() or grammar.SCRIPT == "han"
    return (
        alone is not None
        and begins
        and not any(isinstance(one, Mention) and not one.is_border for one in lead)
    )


def _sentences(
    lines: Iterable[tuple[str, Paragraph]], document: Document, title: int = 0
) -> tuple[Sentence, ...]:
    """Give the sentences of paragraphs; as many letters as `title` are one, at the beginning."""
    saying = of(document.language).SAYING
    roster = {entry.speaker for entry in document.roster}
    found: list[Sentence] = []
    turn = Turn()
    before = ""
    people = {entry.speaker for entry in document.roster if entry.kind == "person"}
    groups = frozenset(entry.speaker for entry in document.roster if entry.kind == "group")
    captions, rest = _captions_apart(lines, document)
    for number, where, line in rest:
        if not goes_on(line.text, where, before, turn, saying) or tells_of_things(
            line.text, where, turn, saying, people
        ):
            turn = msgspec.structs.replace(turn, on=(), subject=())
        turn = msgspec.structs.replace(turn, labelled=_is_labelled(line), listed=is_item(where))
        # A list in which somebody has an item does not go on with who led up to it.
        before = "" if line.places and is_item(where) else where
        left = deque(line.places)
        for start, end in _spans(line, document.language, 0 if number else title):
            text = line.text[start:end]
            here = _taken(left, start, end)
            speaking = who_speaks(text, here, turn, saying)
            behalf = behalf_of(here, speaking, turn, roster)
            turn = turn_after(text, here, speaking, turn, saying)
            ended = ends_turn(here, speaking, groups)
            turn = msgspec.structs.replace(turn, behalf=behalf, on=() if ended else turn.on)
            # Somebody who is not in the roster spoke: then it is nobody's of the roster, and not the last one's.
            entries = tuple(key for key in speaking if key in roster)
            found.append(Sentence(text=text, entries=entries, line=number, start=start, behalf=behalf))
            if entries and here and not here[0].start and {here[0].key} == {*speaking}:
                _credit_quotation(found)
    return tuple(sorted((*found, *captions), key=lambda one: one.line)) if captions else tuple(found)


def _captions_apart(
    lines: Iterable[tuple[str, Paragraph]], document: Document
) -> tuple[list[Sentence], list[tuple[int, str, _Line]]]:
    """Give the sentences of captions, and the other lines with their numbers and places."""
    numbered = [(at, where, _line(paragraph, document)) for at, (where, paragraph) in enumerate(lines)]
    captions = [(at, line) for at, where, line in numbered if is_caption(where)]
    sentences_of = [one for at, line in captions for one in _of_caption(line, at, document.language)]
    return sentences_of, [one for one in numbered if not is_caption(one[1])]


def _of_caption(line: _Line, number: int, language: str) -> Iterator[Sentence]:
    for start, end in _spans(line, language, 0):
        said = (
            one.key for one in line.places if one.border and one.key != NOBODY and start <= one.start < end
        )
        entries = tuple(dict.fromkeys(said))
        yield Sentence(text=line.text[start:end], entries=entries, line=number, start=start)


def _taken(left: deque[Place], start: int, end: int) -> list[Place]:
    """Take the credits of a sentence off those of its paragraph, with their places in it."""
    here = []
    while left and left[0].start < end:
        here.append(_moved(left.popleft(), -start))
    return here


def _credit_quotation(found: list[Sentence]) -> None:
    """Credit the quotation right before a sentence that begins with who said it: “It rains. It pours.” Berg said."""
    sentence, first = found[-1], len(found) - 1
    while first and found[first - 1].line == sentence.line and not found[first - 1].entries:
        first -= 1
        if found[first].text.lstrip().startswith(_OPENS):
            break
    quoted = found[first:-1]
    if quoted and quoted[0].text.lstrip().startswith(_OPENS) and quoted[-1].text.rstrip().endswith(_CLOSES):
        made = {"entries": sentence.entries, "behalf": sentence.behalf}
        found[first:-1] = [msgspec.structs.replace(one, **made) for one in quoted]


def _spans(line: _Line, language: str, title: int) -> list[Span]:
    places = [(one.start - title, one.end - title) for one in line.places]
    rest = [(start + title, end + title) for start, end in sentences(line.text[title:], language, places)]
    return [(0, title), *rest] if title else rest


def _is_labelled(line: _Line) -> bool:
    """Tell whether a paragraph is somebody's speech, with a label before it: "LUND: …"."""
    first = line.places[0] if line.places else None
    if first is None or first.start > LONGEST_OPENER:
        return False
    return first.border or _LABEL_END.match(line.text, first.end) is not None


def _line(paragraph: Paragraph, document: Document) -> _Line:
    text, places = "", []
    for inline in paragraph:
        if isinstance(inline, Mention):
            words = printed(inline, document)
            places.append(
                Place(
                    len(text),
                    len(text) + len(words),
                    inline.speaker,
                    inline.printed is None,
                    inline.is_border,
                    inline.behalf,
                )
            )
            text += words
        elif isinstance(inline, Text):
            text += inline.text
    return _Line(text, tuple(places))


def _moved(place: Place, by: int) -> Place:
    return msgspec.structs.replace(place, start=place.start + by, end=place.end + by)
