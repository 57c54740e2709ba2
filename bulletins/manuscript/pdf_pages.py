"""The pages of a PDF → lines: letters that stand beside each other, as PDFium tells them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_double, c_int, create_string_buffer

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from bulletins.manuscript.blocks import CJK, Run, text_of
from bulletins.manuscript.errors import ManuscriptError

MOST_PAGES = 400
MOST_LETTERS = 2_000_000
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
HAN = re.compile(rf"[{CJK}]")
_HYPHENS = {0x02, 0xAD, 0xFFFE}  # as PDFium gives the hyphen of a word that a line breaks
_RUNNING = 2  # lines at head and foot of a page that may be the same on each
_PAGE_NUMBER = re.compile(r"[-–—·\s]*(?:第\s*)?\d{1,4}\s*(?:(?:/|of|共)\s*\d{1,4})?\s*页?[-–—·\s]*")
_PAGE_OF = re.compile(r"(?<!\d)(\d{1,4})\s*/\s*(\d{1,4})$")
_NOTE_SIGNS = frozenset("0123456789")


class Line(msgspec.Struct):
    """A line as it stands on a page: its runs, where it begins, ends and stands, and how large its letters are."""

    runs: list[Run]
    left: float
    right: float
    base: float
    size: float
    page: int

    @property
    def text(self) -> str:
        return text_of(self.runs).strip()


class _Letter(msgspec.Struct):
    code: int
    x: float
    y: float
    size: float
    strong: bool
    right: float
    foot: float  # where its ink begins: a font may have raised numbers of their own
    is_made_up: bool  # a space that PDFium puts where it sees a gap


def pages_of(data: bytes) -> list[list[Line]]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ManuscriptError(
                "encrypted", "The file is protected with a password. Remove the password and try again."
            ) from error
        raise ManuscriptError(
            "damaged", "The file is damaged and cannot be opened. Save it anew and try again."
        ) from error
    if len(document) > MOST_PAGES:
        raise ManuscriptError(
            "too-big", "The PDF has more than {limit} pages. Split it by issues.", limit=str(MOST_PAGES)
        )
    pages, left = [], MOST_LETTERS
    for number, page in enumerate(document, 1):
        letters = list(_letters(page, left))
        left -= len(letters)
        pages.append(list(_lines(letters, number)))
    return pages


def _letters(page: pdfium.PdfPage, most: int) -> Iterator[_Letter]:
    held = page.get_textpage()  # closed where nobody holds it
    text = held.raw
    x, y, edges = c_double(), c_double(), raw.FS_RECTF()
    for place in range(min(raw.FPDFText_CountChars(text), most)):
        code = raw.FPDFText_GetUnicode(text, place)
        if code in {0, 10, 13}:
            continue
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        raw.FPDFText_GetLooseCharBox(text, place, edges)
        # As it stands on the page: a letter's font may be larger than the letter.
        size = max(edges.top - edges.bottom, 1.0)
        made_up = raw.FPDFText_IsGenerated(text, place) == 1
        strong = _is_strong(text, place)
        foot = _foot(text, place) if chr(code) in _NOTE_SIGNS else y.value
        yield _Letter(code, x.value, y.value, size, strong, edges.right, foot, made_up)


def _foot(text: object, place: int) -> float:
    left, right, bottom, top = (c_double() for _edge in range(4))
    raw.FPDFText_GetCharBox(text, place, left, right, bottom, top)
    return bottom.value


def _is_strong(text: object, place: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, place) >= _BOLD_WEIGHT:
        return True
    name, flags = create_string_buffer(120), c_int()
    raw.FPDFText_GetFontInfo(text, place, name, 120, flags)
    return _BOLD.search(name.value.decode("latin-1")) is not None


def _lines(letters: Iterable[_Letter], page: int) -> Iterator[Line]:
    """Put letters together that stand on one line; a small one that is raised belongs to it."""
    held: list[_Letter] = []
    for letter in letters:
        if held and not _same_line(held, letter):
            yield from _line(held, page)
            held = []
        held.append(letter)
    yield from _line(held, page)


def _same_line(held: Sequence[_Letter], letter: _Letter) -> bool:
    last = held[-1]
    size = max(last.size, letter.size)
    goes_on = letter.x >= last.x - size
    return goes_on and abs(letter.y - last.y) < 0.6 * size


def _line(held: Sequence[_Letter], page: int) -> Iterator[Line]:
    shown = [letter for letter in held if letter.code != 32]
    if not shown:
        return
    size = usual(letter.size for letter in shown)
    base = usual(letter.y for letter in shown)
    runs: list[Run] = []
    for place, letter in enumerate(held):
        if letter.is_made_up and HAN.search(
            "".join(chr(one.code) for one in held[max(place - 1, 0) : place + 2])
        ):
            continue
        sign = "\xad" if letter.code in _HYPHENS else chr(letter.code)
        above = letter.y > base + 0.15 * size and letter.size < 0.85 * size
        raised = above or letter.foot > base + 0.2 * size
        runs.append(Run(sign, strong=letter.strong, raised=raised))
    yield Line(runs, shown[0].x, shown[-1].right, base, size, page)


def usual(values: Iterable[float]) -> float:
    counts = Counter(round(value, 1) for value in values)
    return max(counts, key=counts.__getitem__, default=1.0)


def without_running_lines(pages: list[list[Line]]) -> tuple[list[str], list[list[Line]]]:
    """Give what heads and feet of the pages say once, and the pages without them and without their numbers."""
    edges = Counter(
        key for lines in pages for key in {_key(line) for line in (*lines[:_RUNNING], *lines[-_RUNNING:])}
    )
    running = {key for key, count in edges.items() if count > 1 and count >= len(pages) / 2}
    said: dict[str, str] = {}
    kept = []
    for lines in pages:
        inside = []
        for place, line in enumerate(lines):
            at_edge = place < _RUNNING or place >= len(lines) - _RUNNING
            if at_edge and _PAGE_NUMBER.fullmatch(line.text):
                continue
            if at_edge and (_key(line) in running or _tells_page(line, len(pages))):
                said.setdefault(_key(line), _PAGE_OF.sub("", line.text).strip())
                continue
            inside.append(line)
        kept.append(inside)
    return list(said.values()), kept


def _tells_page(line: Line, pages: int) -> bool:
    """Whether a line ends with its page's number and how many there are: "Office of the Forum 1 / 4"."""
    found = _PAGE_OF.search(line.text)
    return found is not None and (int(found[1]), int(found[2])) == (line.page, pages)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)
