"""The words of a draft's parts letter by letter: where one version of a part differs from another, and putting it in.

A part is a title, a text of its own, or a point with its lead. Its letters come in stretches: all paragraphs that
follow each other are one, in which paragraphs may be split and joined; a lead, a title, an item of a list and a
cell are one each. What changes the stretches themselves is no change of words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

import msgspec

from bulletins.drafts.anchors import CHIP
from bulletins.drafts.sheet import Sheet, SheetPoint, SheetSection, tidy_point
from bulletins.prose import Block, Inline, Paragraph, Prose, Text, lines_of_block, tidy, tidy_prose
from bulletins.prose import with_lines as with_paragraphs

# What stands between two paragraphs.
type Letter = Inline | None
type Letters = tuple[Letter, ...]

TITLE = "title"
OPENINGS = ("editors_note", "lede")
_WORD = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|\w+|[ \t]+|.", re.DOTALL)
_SAYS_NOTHING = re.compile(r"[^\w\ufffc\n]*")
_MOST_CELLS = 4_000_000
_FEW = 1  # Han letters that stayed between two changes


class Stretch(msgspec.Struct, frozen=True):
    """Letters of a part that are changed among themselves; `is_free` where paragraphs may be split and joined."""

    letters: Letters
    is_free: bool = False


class Run(msgspec.Struct, frozen=True):
    """Letters from `start` to `end` of a part, and what shall stand there instead."""

    start: int
    end: int
    now: Letters


type Part = tuple[Stretch, ...]


# What a stretch is made of, before it is taken letter by letter.
type _Raw = tuple[tuple[Paragraph, ...], bool]


def part_of(sheet: Sheet, key: str) -> Part:
    """Give the letters of one part, by its name or the key of its row. Raises KeyError where it is not there."""
    for name, raw in _parts(sheet):
        if name == key:
            return tuple(Stretch(letters_of(paragraphs), is_free) for paragraphs, is_free in raw)
    raise KeyError(key)


def texts_of(sheet: Sheet) -> dict[str, str]:
    """Give the plain text of every part, as `text_of` does, in printed order."""
    return {
        name: "\n".join(plain(inline for inline in _in_line(paragraphs)) for paragraphs, _ in raw)
        for name, raw in _parts(sheet)
    }


def _in_line(paragraphs: Iterable[Paragraph]) -> Iterator[Letter]:
    for at, paragraph in enumerate(paragraphs):
        if at:
            yield None
        yield from paragraph


def _parts(sheet: Sheet) -> Iterator[tuple[str, list[_Raw]]]:
    yield TITLE, [_line(sheet.title)]
    for name in OPENINGS:
        yield name, list(_stretches(getattr(sheet, name)))
    for section in sheet.sections:
        yield str(section.id), [_line(section.title)]
        for point in section.points:
            yield str(point.id), [((point.lead,), False), *_stretches(point.body)]


def _line(text: str) -> _Raw:
    return ((Text(text),),), False


def _stretches(prose: Prose) -> Iterator[_Raw]:
    run: list[Paragraph] = []
    for block in prose:
        if isinstance(block, tuple):
            run.append(block)
            continue
        yield tuple(run), True
        run = []
        yield from (((line,), False) for _, line in lines_of_block(block))
    yield tuple(run), True


def letters_of(paragraphs: Iterable[Paragraph]) -> Letters:
    """Give paragraphs letter by letter."""
    letters: list[Letter] = []
    for at, paragraph in enumerate(paragraphs):
        letters += [None] if at else []
        for inline in paragraph:
            if isinstance(inline, Text):
                letters += (msgspec.structs.replace(inline, text=letter) for letter in inline.text)
            else:
                letters.append(inline)
    return tuple(letters)


def paragraphs_of(letters: Letters) -> tuple[Paragraph, ...]:
    """Give the paragraphs of some letters, as they are, outer spaces and all."""
    paragraphs: list[list[Inline]] = [[]]
    for letter in letters:
        if letter is None:
            paragraphs.append([])
        elif (
            isinstance(letter, Text) and paragraphs[-1] and _has_marks_of(last := paragraphs[-1][-1], letter)
        ):
            paragraphs[-1][-1] = msgspec.structs.replace(letter, text=last.text + letter.text)  # type: ignore[union-attr]  # it is a text
        else:
            paragraphs[-1].append(letter)
    return tuple(map(tuple, paragraphs))


def _has_marks_of(one: Inline, other: Text) -> bool:
    return isinstance(one, Text) and msgspec.structs.replace(one, text=other.text) == other


def text_of(part: Part) -> str:
    """Give a part's plain text, in which a chip or the mark of a footnote is one letter."""
    return "\n".join(plain(stretch.letters) for stretch in part)


def plain(letters: Iterable[Letter]) -> str:
    """Give letters as text."""
    return "".join(map(_plain, letters))


def _plain(letter: Letter) -> str:
    if letter is None:
        return "\n"
    return letter.text if isinstance(letter, Text) else CHIP


# ---- where two versions differ


def have_one_form(one: SheetPoint | Prose, other: SheetPoint | Prose) -> bool:
    """Tell whether two versions differ in their words only, not in lists and tables."""
    return _form(one) == _form(other)


def _form(value: SheetPoint | Prose) -> tuple[object, ...]:
    if isinstance(value, SheetPoint):
        return (value.numbered, value.topics, _form(value.body))
    return with_paragraphs(
        tuple(block for block in value if not isinstance(block, tuple)), lambda _where, _was: ()
    )


def runs_between(before: Part, after: Part) -> list[Run]:
    """Give what makes one version of a part the other, run by run; both have the same stretches."""
    runs: list[Run] = []
    begin = 0
    for old, new in zip(before, after, strict=True):
        runs += (
            Run(run.start + begin, run.end + begin, run.now) for run in _runs_of(old.letters, new.letters)
        )
        begin += len(old.letters) + 1
    return runs


def _runs_of(old: Letters, new: Letters) -> Iterator[Run]:
    """Compare word by word. Changes between which no word stayed are one; each takes in a word to be found by."""
    olds, news = _words(old), _words(new)
    begins = _begins(olds)
    found: list[tuple[int, int, int, int]] = []
    for i, j, k, m in _differences(olds, news):
        if found and _stayed_nothing(plain(old[begins[found[-1][1]] : begins[i]])):
            found[-1] = (found[-1][0], j, found[-1][2], m)
        else:
            found.append((i, j, k, m))
    for i, j, k, m in _apart([_anchored(olds, *one) for one in found]):
        yield Run(begins[i], begins[j], tuple(letter for word in news[k:m] for letter in word))


def _differences(olds: list[Letters], news: list[Letters]) -> Iterator[tuple[int, int, int, int]]:
    begin = _shared(olds, news)
    end = _shared(olds[begin:][::-1], news[begin:][::-1])
    old, new = olds[begin : len(olds) - end], news[begin : len(news) - end]
    if len(old) * len(new) > _MOST_CELLS:  # so different that they differ whole
        yield begin, begin + len(old), begin, begin + len(new)
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield begin + i, begin + j, begin + k, begin + m


def _words(letters: Letters) -> list[Letters]:
    return [letters[found.start() : found.end()] for found in _WORD.finditer(plain(letters))]


def _begins(words: list[Letters]) -> list[int]:
    begins = [0]
    for word in words:
        begins.append(begins[-1] + len(word))
    return begins


def _stayed_nothing(between: str) -> bool:
    if "\n" in between:
        return False
    return _SAYS_NOTHING.fullmatch(between) is not None or len(between.strip()) <= _FEW


def _anchored(words: list[Letters], i: int, j: int, k: int, m: int) -> tuple[int, int, int, int]:
    """Let an insertion begin with the word before it, or end with the one behind it: something it is found by."""
    while i == j or not plain(tuple(letter for word in words[i:j] for letter in word)).strip():
        if i and words[i - 1] != (None,):
            i, k = i - 1, k - 1
        elif j < len(words) and words[j] != (None,):
            j, m = j + 1, m + 1
        else:
            break
    return i, j, k, m


def _apart(found: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Give changes of which two that took in the same word are one."""
    joined: list[tuple[int, int, int, int]] = []
    for one in found:
        if joined and one[0] < joined[-1][1]:
            last = joined.pop()
            joined.append((last[0], one[1], last[2], one[3]))
        else:
            joined.append(one)
    return joined


def trimmed(was: Letters, now: Letters) -> tuple[int, int]:
    """Give how many letters two versions have in common at their beginning and at their end, in whole words."""
    olds, news = _words(was), _words(now)
    begin = _shared(olds, news)
    end = _shared(olds[begin:][::-1], news[begin:][::-1])
    return sum(map(len, olds[:begin])), sum(map(len, olds[len(olds) - end :]))


def _shared(olds: list[Letters], news: list[Letters]) -> int:
    pairs = zip(olds, news, strict=False)
    return next((at for at, (old, new) in enumerate(pairs) if old != new), min(len(olds), len(news)))


# ---- putting changes in


def with_runs(part: Part, runs: Iterable[Run]) -> Part | None:
    """Give a part with some of its letters changed; None where a change would reach over what must stay apart."""
    stretches = list(part)
    for run in sorted(runs, key=lambda one: (one.start, one.end), reverse=True):
        found = _stretch_at(part, run)
        if found is None:
            return None
        at, begin = found
        letters = stretches[at].letters
        changed = (*letters[: run.start - begin], *run.now, *letters[run.end - begin :])
        stretches[at] = msgspec.structs.replace(stretches[at], letters=changed)
    return tuple(stretches)


def _stretch_at(part: Part, run: Run) -> tuple[int, int] | None:
    begin = 0
    for at, stretch in enumerate(part):
        end = begin + len(stretch.letters)
        if begin <= run.start and run.end <= end:
            return (at, begin) if stretch.is_free or None not in run.now else None
        begin = end + 1
    return None


def sheet_with(sheet: Sheet, parts: Mapping[str, Part]) -> Sheet:
    """Give a sheet with other words in some of its parts."""
    changed: dict[str, str | Prose] = {
        name: tidy_prose(_prose(getattr(sheet, name), parts[name])) for name in OPENINGS if name in parts
    }
    if TITLE in parts:
        changed[TITLE] = _title(parts[TITLE])
    sections = tuple(_section_with(section, parts) for section in sheet.sections)
    return msgspec.structs.replace(sheet, sections=sections, **changed)


def _section_with(section: SheetSection, parts: Mapping[str, Part]) -> SheetSection:
    title = _title(parts[str(section.id)]) if str(section.id) in parts else section.title
    points = tuple(
        point_with(point, parts[str(point.id)]) if str(point.id) in parts else point
        for point in section.points
    )
    return msgspec.structs.replace(section, title=title, points=points)


def point_with(point: SheetPoint, part: Part) -> SheetPoint:
    """Give a point with other words."""
    lead, *body = part
    (first,) = paragraphs_of(lead.letters)
    said = tidy_point(msgspec.structs.replace(point.said(), lead=tidy(first), body=_prose(point.body, body)))
    return SheetPoint(id=point.id, **msgspec.structs.asdict(said))


def _title(part: Part) -> str:
    return " ".join(plain(part[0].letters).replace(CHIP, "").split())


def _prose(prose: Prose, part: Sequence[Stretch]) -> Prose:
    """Give running text with the words of some stretches in its blocks."""
    stretches = iter(part)
    blocks: list[Block] = []
    for block in prose:
        if isinstance(block, tuple):
            continue
        blocks += paragraphs_of(next(stretches).letters)
        blocks += with_paragraphs((block,), lambda where, was: _line_of(where, was, stretches))
    return (*blocks, *paragraphs_of(next(stretches).letters))


def _line_of(where: str, was: Paragraph, stretches: Iterator[Stretch]) -> Paragraph:
    if ".notes[" in where:
        return was
    (line,) = paragraphs_of(next(stretches).letters)
    return line
