"""Running text: inlines, the blocks that they stand in, and the one way to walk and to change them.

A `Prose` is blocks: paragraphs (tuples of inlines), lists, tables, figures. An inline is a run of text, a
mention, which names a speaker by key and prints that speaker's credit, or a footnote. Whatever a block holds, it comes
down to paragraphs: `lines_of` gives each with its place, and `with_lines` changes each, so that nobody who reads
text needs to know the kinds of blocks.
"""

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Final, Literal

import msgspec

# Letters, not codes: no controls but tab and line ends, nothing that XML and UTF-8 refuse.
LETTERS: Final = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]*$"
# Where a link may lead: nothing that a browser would run, nothing within a page.
ADDRESS: Final = r"^(?:https?://[^\s<>\"\\^`{|}\x00-\x1f\x7f]+|mailto:[^\s<>\"\\^`{|}\x00-\x1f\x7f]+)?$(?!\n)"
type Words = Annotated[str, msgspec.Meta(max_length=200_000, pattern=LETTERS)]
type Line = Annotated[str, msgspec.Meta(max_length=4_000, pattern=LETTERS)]
type Address = Annotated[str, msgspec.Meta(max_length=LONGEST_ADDRESS, pattern=ADDRESS)]
# Of a person, or of somebody whom a manuscript names without a roster; and of a row that has an address.
type Key = Annotated[str, msgspec.Meta(min_length=1, max_length=400, pattern=LETTERS)]
type Many[Part] = Annotated[tuple[Part, ...], msgspec.Meta(max_length=5_000)]

LONGEST_ADDRESS: Final = 2_000
MOST_COLUMNS: Final = 12
MOST_ROWS: Final = 200
MOST_PIXELS: Final = 2_400  # on the longer side of a picture
MOST_FIGURES: Final = 60  # in a whole bulletin: a check counts them
_PART = re.compile(r"\.(?:items|head|rows|notes)\[|\.caption\b")
type Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]
type Pixels = Annotated[int, msgspec.Meta(ge=1, le=MOST_PIXELS)]
type PictureType = Literal["image/png", "image/jpeg"]
EXTENSIONS: Final[dict[PictureType, str]] = {"image/png": "png", "image/jpeg": "jpg"}


class Text(msgspec.Struct, frozen=True, tag="text", tag_field="type", omit_defaults=True):
    """A run of characters that share their marks: bold, italic, raised or lowered, the address that it leads to."""

    text: Words
    strong: bool = False
    emphasis: bool = False
    script: Literal["super", "sub"] | None = None
    link: Address = ""


class Mention(msgspec.Struct, frozen=True, tag="mention", tag_field="type", omit_defaults=True):
    """A place where a speaker is credited.

    `speaker` is the key of a roster entry (or of nobody yet: a finding says so). Without
    `printed` the full credit prints, in bold; `printed` is the text that stands there instead
    ("XU"), and `strong` says whether it is bold. `behalf` is the key of the roster entry on whose
    behalf the speaker spoke; it prints nothing, for the text says so in its own words.

    One that prints nothing ("") is a border that an editor set: from its sentence on the words are
    `speaker`'s whatever they seem to say, or with `NOBODY` nobody's.
    """

    speaker: Key
    printed: Line | None = None
    strong: bool = False
    behalf: Key | None = None

    @property
    def is_border(self) -> bool:
        """Whether it only says whose the words are, and prints nothing."""
        return self.printed == ""


type Inline = Text | Mention | Note
type Paragraph = Many[Inline]


class Note(msgspec.Struct, frozen=True, tag="note", tag_field="type"):
    """A footnote of its own, where its mark stands. It has no notes itself."""

    blocks: Annotated[tuple[Many[Text | Mention], ...], msgspec.Meta(max_length=20)]


class List(msgspec.Struct, frozen=True, tag="list", tag_field="type", omit_defaults=True):
    """Items one below the other, each of one paragraph or more; `ordered` ones count on from `start`."""

    items: Many[Annotated[tuple[Paragraph, ...], msgspec.Meta(max_length=100)]]
    ordered: bool = False
    start: Annotated[int, msgspec.Meta(ge=0, le=100_000)] = 1


type Cells = Annotated[tuple[Paragraph, ...], msgspec.Meta(max_length=MOST_COLUMNS)]


class Table(msgspec.Struct, frozen=True, tag="table", tag_field="type"):
    """A small table with one row above that says what stands below; all rows are as long as that."""

    head: Cells
    rows: Annotated[tuple[Cells, ...], msgspec.Meta(max_length=MOST_ROWS)] = ()


class Figure(msgspec.Struct, frozen=True, tag="figure", tag_field="type", omit_defaults=True):
    """A picture with its caption: its bytes lie in the storage under `file`, their SHA-256.

    `alt` tells whoever cannot see it what it shows; one that is `decorative` shows nothing that needs telling.
    """

    file: Sha256
    media_type: PictureType
    width: Pixels
    height: Pixels
    alt: Line = ""
    caption: Paragraph = ()
    decorative: bool = False

    @property
    def name(self) -> str:
        """Its file's name: the same picture has the same one everywhere."""
        return f"{self.file}.{EXTENSIONS[self.media_type]}"


type Block = Paragraph | List | Table | Figure
type Prose = Many[Block]
type Change = Callable[[str, Paragraph], Paragraph]


def lines_of(prose: Prose, where: str = "") -> Iterator[tuple[str, Paragraph]]:
    """Give every paragraph with its place ("[1].items[0][0]"): those of blocks as they print, then those of notes."""
    found = [line for at, block in enumerate(prose) for line in lines_of_block(block, f"{where}[{at}]")]
    yield from found
    for place, paragraph in found:
        yield from notes_of(paragraph, place)


def lines_of_block(block: Block, where: str = "") -> Iterator[tuple[str, Paragraph]]:
    """Give every paragraph of a block with its place; notes are left out."""
    if isinstance(block, List):
        for at, item in enumerate(block.items):
            yield from _numbered(item, f"{where}.items[{at}]")
    elif isinstance(block, Table):
        yield from _numbered(block.head, f"{where}.head")
        for at, row in enumerate(block.rows):
            yield from _numbered(row, f"{where}.rows[{at}]")
    elif isinstance(block, Figure):
        yield from ((f"{where}.caption", block.caption),) if block.caption else ()
    else:
        yield where, block


def _numbered(paragraphs: tuple[Paragraph, ...], where: str) -> Iterator[tuple[str, Paragraph]]:
    return ((f"{where}[{at}]", one) for at, one in enumerate(paragraphs))


def is_part(where: str) -> bool:
    """Tell whether a place is an item of a list, a cell, a caption or in a footnote, which end as they like."""
    return _PART.search(where) is not None


def is_caption(where: str) -> bool:
    """Tell whether a place is a figure's caption, or in a footnote of it."""
    return ".caption" in where


def figures_of(prose: Prose) -> Iterator[Figure]:
    """Give the figures of a prose, as they print."""
    return (block for block in prose if isinstance(block, Figure))


def notes_of(paragraph: Paragraph, where: str = "") -> Iterator[tuple[str, Paragraph]]:
    """Give every paragraph of a paragraph's footnotes, with its place."""
    notes = (inline for inline in paragraph if isinstance(inline, Note))
    for at, note in enumerate(notes):
        for place, block in enumerate(note.blocks):
            yield f"{where}.notes[{at}][{place}]", block


def with_lines(prose: Prose, change: Change, where: str = "") -> Prose:
    """Give the prose with every paragraph changed, those of notes after the one that the note stands in."""
    return tuple(_with_block(block, change, f"{where}[{at}]") for at, block in enumerate(prose))


def _with_block(block: Block, change: Change, where: str) -> Block:
    if isinstance(block, List):
        items = tuple(with_lines(item, change, f"{where}.items[{at}]") for at, item in enumerate(block.items))
        return msgspec.structs.replace(block, items=items)
    if isinstance(block, Table):
        head = with_lines(block.head, change, f"{where}.head")
        rows = tuple(with_lines(row, change, f"{where}.rows[{at}]") for at, row in enumerate(block.rows))
        return msgspec.structs.replace(block, head=head, rows=rows)
    if isinstance(block, Figure):
        caption = with_line(block.caption, change, f"{where}.caption") if block.caption else ()
        return msgspec.structs.replace(block, caption=caption)
    return with_line(block, change, where)


def with_line(paragraph: Paragraph, change: Change, where: str) -> Paragraph:
    """Give a paragraph changed, and those of its footnotes."""
    inlines: list[Inline] = []
    notes = 0
    for inline in change(where, paragraph):
        if isinstance(inline, Note):
            inlines.append(Note(with_lines(inline.blocks, change, f"{where}.notes[{notes}]")))  # type: ignore[arg-type]  # paragraphs of a note hold no notes, and a change puts none there
            notes += 1
        else:
            inlines.append(inline)
    return tuple(inlines)


def tidy_prose(prose: Prose) -> Prose:
    """Give blocks in their normal form, without empty ones."""
    tidied = (_tidy_block(block) for block in prose)
    return tuple(block for block in tidied if block is not None)


def _tidy_block(block: Block) -> Block | None:
    if isinstance(block, List):
        items = (tuple(filter(None, map(tidy, item))) for item in block.items)
        kept = tuple(item for item in items if item)
        return msgspec.structs.replace(block, items=kept) if kept else None
    if isinstance(block, Table):
        rows = (tuple(map(tidy, row)) for row in block.rows)
        table = Table(tuple(map(tidy, block.head)), tuple(row for row in rows if any(row)))
        return table if any(table.head) or table.rows else None
    if isinstance(block, Figure):
        alt = "" if block.decorative else " ".join(block.alt.split())
        return msgspec.structs.replace(block, alt=alt, caption=tidy(block.caption))
    return tidy(block) or None


def tidy(paragraph: Paragraph) -> Paragraph:
    """Merge neighbours with equal marks, drop empty runs, trim the ends and the links: the one normal form."""
    merged: list[Inline] = []
    for given in (one for inline in paragraph for one in _trimmed_link(inline)):
        inline = Note(tuple(filter(None, map(tidy, given.blocks)))) if isinstance(given, Note) else given  # type: ignore[arg-type]  # what is tidied holds no more than before
        last = merged[-1] if merged else None
        if (isinstance(inline, Text) and not inline.text) or (isinstance(inline, Note) and not inline.blocks):
            continue
        if isinstance(inline, Text) and isinstance(last, Text) and _marks(last) == _marks(inline):
            merged[-1] = msgspec.structs.replace(last, text=last.text + inline.text)
        else:
            merged.append(inline)
    return _trimmed(merged)


def _trimmed_link(inline: Inline) -> Iterator[Inline]:
    """Give a text whose link begins and ends with letters: a link's outer white space is lost in Markdown."""
    if not isinstance(inline, Text) or not inline.link or inline.text.strip() == inline.text:
        yield inline
        return
    bare = inline.text.strip()
    begin = inline.text.find(bare)
    for text, link in (
        (inline.text[:begin], ""),
        (bare, inline.link),
        (inline.text[begin + len(bare) :], ""),
    ):
        yield msgspec.structs.replace(inline, text=text, link=link if bare else "")


def _marks(text: Text) -> tuple[bool, bool, str | None, str]:
    return text.strong, text.emphasis, text.script, text.link


def _trimmed(inlines: list[Inline]) -> Paragraph:
    # Marks on outer white space carry no meaning, so a run of nothing but spaces at an end goes.
    while inlines and isinstance(first := inlines[0], Text):
        left = first.text.lstrip(" \t\r\n")
        if left:
            inlines[0] = msgspec.structs.replace(first, text=left)
            break
        inlines.pop(0)
    while inlines and isinstance(last := inlines[-1], Text):
        right = last.text.rstrip(" \t\r\n")
        if right:
            inlines[-1] = msgspec.structs.replace(last, text=right)
            break
        inlines.pop()
    return tuple(inlines)
