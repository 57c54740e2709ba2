"""PDF with text → our blocks. A PDF keeps letters and their places; lines and paragraphs are told from those.

How sure that is, a finding says: how many ends of paragraphs the page shows, and how many were guessed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

import msgspec

from bulletins.document import Finding, gettext_noop
from bulletins.manuscript.blocks import Block, Manuscript, Run, cut, ends_sentence, gap, merged, text_of
from bulletins.manuscript.broken_lines import clean
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.pdf_pages import HAN, Line, pages_of, usual, without_running_lines

_NOTE_MARK = re.compile(r"\s*[\[(（]?(\d{1,3}|[*①-⑳])[\])）]?\s*")
_FOOT_MARK = re.compile(r"[\[(（]?\d|[①-⑳*]")
_NOTE_SIZE = 0.92  # of the body's: smaller lines at a page's foot are notes
_TITLE_SIZE = 1.12
_PARAGRAPH = 1.22  # of the usual step from line to line
_SLACK = 1.5  # widths of a letter that a line may lack of its column
_NARROW = 0.6  # of the text: a heading, and not a line of a paragraph
_INDENT = 0.8  # of a first line, in widths of a letter
_HAN_INDENT = (1.6, 2.6)  # two characters


def manuscript(data: bytes) -> Manuscript:
    """Read the text of a PDF. Raises ManuscriptError where it holds none, or is locked."""
    pages = pages_of(data)
    if not any(pages):
        raise ManuscriptError(
            "scanned",
            "This PDF holds pictures of pages, and no text. Have it recognised (OCR), or type it as Word.",
        )
    running, pages = without_running_lines(pages)
    body = usual(line.size for lines in pages for line in lines)
    feet, lines = _parted(pages, body)
    told = _Told()
    heads = [Block("paragraph", (Run(text),), label="page-line") for text in running]
    marks, notes = _notes(_paragraphs(feet, body * _NOTE_SIZE, told))
    blocks = [_without_marks(block, marks) for block in _paragraphs(lines, body, told)]
    return Manuscript(
        (*heads, *blocks),
        notes,
        findings=(told.finding(len(pages)), *_unread(pages)),
    )


def _parted(pages: list[list[Line]], body: float) -> tuple[list[Line], list[Line]]:
    """Part the notes, at the pages' feet or in a margin, from the rest."""
    notes: list[Line] = []
    rest: list[Line] = []
    for lines in pages:
        foot = _foot(lines, body)
        note: Line | None = None
        for place, line in enumerate(lines):
            small = line.size < _NOTE_SIZE * body
            if small and line.runs[0].raised:
                note = line
            elif note is not None and not (small and abs(line.left - note.left) < 2 * body):
                note = None
            (notes if note is not None or place >= foot else rest).append(line)
    return notes, rest


def _foot(lines: list[Line], body: float) -> int:
    """Give the place of the first note at a page's foot; behind all lines where there is none."""
    end = len(lines)
    while end and lines[end - 1].size < _NOTE_SIZE * body:
        end -= 1
    marked = (place for place in range(end, len(lines)) if _FOOT_MARK.match(lines[place].text))
    return next(marked, len(lines))


class _Told:
    """How often a page showed where a paragraph ends, and how often that was guessed."""

    def __init__(self) -> None:
        self.shown = self.guessed = 0

    def count(self, ends: bool, *, shown: bool) -> None:
        """Count an end that the page shows; from one page or column to the next, either answer is a guess."""
        self.shown += shown and ends
        self.guessed += not shown

    def finding(self, pages: int) -> Finding:
        whole = max(self.shown + self.guessed, 1)
        return Finding(
            code="read-from-pdf",
            severity="warning",
            template=gettext_noop(
                "This was read from a PDF of {pages} pages, which keeps letters and no paragraphs. {sure} % of its "
                "paragraphs end where the page shows it, the others by guess. Compare it with the original."
            ),
            params={"pages": str(pages), "sure": str(round(100 * self.shown / whole))},
        )


def _unread(pages: list[list[Line]]) -> Iterator[Finding]:
    """Tell of pages without text, and of signs that the PDF does not say the letters of."""
    if empty := [str(number) for number, lines in enumerate(pages, 1) if not lines]:
        yield Finding(
            code="pdf-page-without-text",
            severity="error",
            template=gettext_noop(
                "These pages of the PDF hold no text that can be read: {pages}. They may be scans."
            ),
            params={"pages": ", ".join(empty)},
        )
    unknown = sum(_is_unknown(sign) for lines in pages for line in lines for sign in line.text)
    if unknown:
        yield Finding(
            code="pdf-letters-unknown",
            severity="error",
            template=gettext_noop(
                "The PDF does not say which letters {count} of its signs are. Compare the text."
            ),
            params={"count": str(unknown)},
        )


def _is_unknown(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff"


def _paragraphs(lines: Sequence[Line], body: float, told: _Told) -> Iterator[Block]:
    if not lines:
        return
    usual = [line for line in lines if line.size <= body * _TITLE_SIZE] or lines
    left, whole = min(line.left for line in usual), max(line.right for line in usual)
    edges = _Edges(usual, body)
    leading = _leading(lines)
    part = [lines[0]]
    for before, after in pairwise(lines):
        ends = _ends(before, after, (left, edges.right_of(before), whole, leading, body))
        told.count(ends, shown=before.page == after.page and before.base > after.base)
        if ends:
            yield _block(part, body)
            part = []
        part.append(after)
    yield _block(part, body)


class _Edges:
    """Where lines end that begin at about the same place of a page: the right edge of their column."""

    def __init__(self, lines: Sequence[Line], body: float) -> None:
        self._wide = 2 * body
        self._edges: dict[tuple[int, int], float] = {}
        for line in lines:
            key = self._key(line)
            self._edges[key] = max(line.right, self._edges.get(key, 0))

    def _key(self, line: Line) -> tuple[int, int]:
        return line.page, int(line.left // self._wide)

    def right_of(self, line: Line) -> float:
        """Give the right edge of the column that a line stands in; indents belong to it."""
        page, place = self._key(line)
        near = (self._edges.get((page, place + step), 0) for step in (-1, 0, 1))
        return max(line.right, *near)


def _leading(lines: Sequence[Line]) -> float:
    steps = [
        a.base - b.base for a, b in pairwise(lines) if a.page == b.page and 0 < a.base - b.base < 3 * a.size
    ]
    return median(steps) if steps else lines[0].size


def _ends(before: Line, after: Line, page: tuple[float, float, float, float, float]) -> bool:
    """Whether a paragraph ends between two lines."""
    left, right, _whole, leading, body = page
    if before.runs[-1].text == "\xad":
        return False
    short = before.right + _first_word(after) < right - _SLACK * before.size
    step = before.base - after.base if before.page == after.page else 0
    titles = _strong(before) and _strong(after)
    large = before.size > body * _TITLE_SIZE
    if abs(before.size - after.size) > 0.08 * before.size or step > _PARAGRAPH * max(
        leading, 1.2 * before.size
    ):
        return True
    turned = before.page != after.page and ends_sentence(before.text)
    if (_strong(before) != _strong(after) and (turned or _is_narrow(before, page))) or _starts(after):
        return True
    indent = (after.left - left) / after.size
    if _HAN_INDENT[0] < indent < _HAN_INDENT[1] and HAN.match(after.text):
        return True
    if indent > _INDENT and not titles:
        return short or abs(after.left - before.left) > _INDENT * after.size
    # The next word would have had a place here.
    return short and not (titles and large)


def _is_narrow(line: Line, page: tuple[float, float, float, float, float]) -> bool:
    left, _right, whole, *_rest = page
    return line.right - line.left < _NARROW * (whole - left)


def _first_word(line: Line) -> float:
    """Give how wide the first word of a line is: a Han character, or letters up to a space."""
    word = line.text[:1] if HAN.match(line.text) else line.text.split(" ", 1)[0]
    return (line.right - line.left) * len(word) / max(len(line.text), 1)


def _starts(line: Line) -> bool:
    """Whether a line begins with a mark of a list or of a note."""
    return line.runs[0].raised or re.match(r"(?:[•·▪●–]\s|\d{1,2}[.)]\s)", line.text) is not None


def _strong(line: Line) -> bool:
    shown = [run for run in line.runs if run.text.strip() and not run.raised]
    return bool(shown) and all(run.strong for run in shown)


def _block(lines: Sequence[Line], body: float) -> Block:
    large = lines[0].size > body * _TITLE_SIZE
    runs: list[Run] = []
    for line in lines:
        if runs and runs[-1].text == "\xad":
            while runs[-1].text == "\xad":
                runs.pop()
        elif runs:
            space = gap(runs[-1].text, line.text)
            runs.append(Run(space, strong=runs[-1].strong and line.runs[0].strong))
        runs += [
            msgspec.structs.replace(run, text=clean(run.text), strong=run.strong or large)
            for run in _trimmed(line.runs)
        ]
    return Block("paragraph", merged(runs))


def _notes(blocks: Iterable[Block]) -> tuple[set[str], tuple[tuple[Block, ...], ...]]:
    """Put the paragraphs of each note together, without its number; give the numbers too."""
    marks: set[str] = set()
    notes: list[tuple[Block, ...]] = []
    for block in blocks:
        mark, bare = _without_mark(block)
        if mark or not notes:
            notes.append(())
        marks.add(mark)
        notes[-1] += (bare,)
    return marks - {""}, tuple(notes)


def _without_mark(block: Block) -> tuple[str, Block]:
    """Take the number off a note."""
    found = _NOTE_MARK.match(text_of(block.runs))
    if found is None:
        return "", block
    return found[1], msgspec.structs.replace(block, runs=cut(block.runs, found.end())[1])


def _without_marks(block: Block, marks: set[str]) -> Block:
    """Leave out the raised numbers of notes, which print anew."""
    kept = (run for run in block.runs if not (run.raised and run.text.strip() in marks))
    return msgspec.structs.replace(block, runs=merged(kept))


def _trimmed(runs: Sequence[Run]) -> Sequence[Run]:
    places = [place for place, run in enumerate(runs) if not run.text.isspace()]
    return runs[places[0] : places[-1] + 1] if places else ()
