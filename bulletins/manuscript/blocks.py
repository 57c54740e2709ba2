"""What a manuscript is to us before we know its parts: blocks of marked runs of text."""

import hashlib
import itertools
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from bulletins.document import Document, Finding, gettext_noop
from bulletins.prose import PictureType

# Chinese, Japanese and full-width characters, next to which no space joins broken lines.
CJK = r"\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_CJK = re.compile(rf"[{CJK}]")
_ENDING = 60  # letters at the end of a text that tell how it ends
_SENTENCE_END = re.compile(r"[.!?。！？…]['\"”’」』）)\]】]*\s*$")


class Run(msgspec.Struct, frozen=True):
    """Text that shares its marks. `target` is an internal link's, `link` another's address.

    A footnote's mark is a run without text; `note` counts the notes of the file from 1. So is a picture, until it
    is known what it stands by.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    lowered: bool = False
    link: str = ""
    note: int = 0
    target: str = ""
    style: str = ""
    picture: int = 0


type Runs = tuple[Run, ...]


class Block(msgspec.Struct, frozen=True, dict=True):
    """A heading, a paragraph or a rule. `marker` is a list item's ("1." or "•"); `label` our own style.

    Blocks of one list or table share its number, `group`; the first of an item has its marker, and the row of
    a table its cells, whose text is the block's too. `head` tells a row that says what stands below.
    `pictures` are the numbers of those that stand in it, or right behind it. `inside` tells what a block before may
    lead up to: a block quotation, or an item of a list within an item.
    """

    kind: Literal["heading", "paragraph", "rule"]
    runs: Runs = ()
    level: int = 0
    marker: str = ""
    label: str = ""
    group: int = 0
    cells: tuple[Runs, ...] = ()
    head: bool = False
    pictures: tuple[int, ...] = ()
    inside: bool = False

    @cached_property
    def line(self) -> str:
        """The text on one line, with the list marker, as one would quote it."""
        return f"{self.marker} {' '.join(text_of(self.runs).split())}".strip()


class Picture(msgspec.Struct, frozen=True, dict=True):
    """A picture as it is kept."""

    data: bytes
    media_type: PictureType
    width: int
    height: int

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


class Shown(msgspec.Struct, frozen=True):
    """A picture where it stands in a file: its words, its address there, its caption; itself, if it is kept."""

    alt: str
    address: str
    caption: Runs = ()
    picture: Picture | None = None


class Manuscript(msgspec.Struct, frozen=True):
    """A file's text, before its parts are known. `unprinted` is what our own writers left in it."""

    blocks: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...] = ()
    unprinted: str = ""
    findings: tuple[Finding, ...] = ()
    pictures: tuple[Shown, ...] = ()


def text_of(runs: Iterable[Run]) -> str:
    """Give the text of runs, line breaks as they are."""
    return "".join([run.text for run in runs])


def line_of(block: Block) -> str:
    """Give a block's text on one line, with its list marker, as one would quote it."""
    return block.line


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    # A pattern that looks for an end looks at all that stands before it: the end is enough.
    return _SENTENCE_END.search(text.rstrip()[-_ENDING:]) is not None


def all_strong(runs: Sequence[Run]) -> bool:
    """Whether every visible run is bold, and there is one."""
    shown = [run for run in runs if run.text.strip()]
    return bool(shown) and all(run.strong for run in shown)


def gap(before: str, after: str) -> str:
    """Give what joins two broken pieces of text: nothing beside Chinese, else a space."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    last, first = before[-1], after[0]
    chinese = _CJK.match(last) or (_CJK.match(first) and not last.isascii())
    return "" if chinese else " "


def merged(runs: Iterable[Run]) -> Runs:
    """Join neighbours with equal marks and drop the empty ones."""
    kept = [run for run in runs if run.text or run.note]
    if len(kept) < 2:
        return tuple(kept)
    return tuple([_joined_run(list(group)) for _, group in itertools.groupby(kept, key=_marks)])


def _joined_run(runs: list[Run]) -> Run:
    return runs[0] if len(runs) == 1 else msgspec.structs.replace(runs[0], text=text_of(runs))


def _marks(run: Run) -> tuple[object, ...]:
    return run.strong, run.emphasis, run.raised, run.lowered, run.link, run.note, run.target, run.style


def joined(before: Runs, after: Runs) -> Runs:
    """Join two pieces of one paragraph; the space between is bold where both sides are."""
    if not before or not after:
        return before or after
    last, first = before[-1], after[0]
    space = gap(text_of(before), text_of(after))  # a note's mark at the end has no text
    between = Run(space, strong=last.strong and first.strong, emphasis=last.emphasis and first.emphasis)
    return merged((*before, between, *after))


def cut(runs: Runs, place: int) -> tuple[Runs, Runs]:
    """Cut runs in two at a place of their text."""
    before: list[Run] = []
    after: list[Run] = []
    for run in runs:
        length = len(run.text)
        if not length:
            # A note's mark stays with what stands before it.
            here = place > 0 or (place == 0 and any(one.text for one in before))
            (before if here else after).append(run)
            continue
        head = run.text[: max(place, 0)]
        before.append(msgspec.structs.replace(run, text=head))
        after.append(msgspec.structs.replace(run, text=run.text[len(head) :]))
        place -= length
    return merged(before), merged(after)


def stripped(runs: Runs) -> Runs:
    """Give runs without outer white space."""
    text = text_of(runs)
    start = len(text) - len(text.lstrip())
    _, rest = cut(runs, start)
    kept, _ = cut(rest, len(text.strip()))
    return kept


def lines(runs: Runs) -> list[Runs]:
    """Cut runs at their line breaks."""
    result: list[Runs] = []
    while (place := text_of(runs).find("\n")) >= 0:
        line, rest = cut(runs, place)
        result.append(line)
        runs = cut(rest, 1)[1]
    return [line for part in (*result, runs) if (line := stripped(part))]


# Where text may have stood that has no place: what `unplaced` says, in words that are translated.
PLACES = (
    gettext_noop("in the masthead"),
    gettext_noop("in the list of people"),
    gettext_noop("in a footnote"),
    gettext_noop("in the page header or footer"),
    gettext_noop("as a page number"),
    gettext_noop("before the lede"),
    gettext_noop("below a picture"),
    gettext_noop("somewhere in the text"),
)


def unplaced(text: str, where: str) -> Finding:
    """Report text that has no place in the bulletin."""
    return Finding(
        code="unplaced-text",
        severity="warning",
        template=gettext_noop("This text has no place in the bulletin: “{text}” (it stood {where})."),
        params={"text": text, "where": where},
    )


class Reading(msgspec.Struct, frozen=True):
    """A Document, what the reader has to say about how it came by it, and its pictures by their SHA-256."""

    document: Document
    findings: tuple[Finding, ...] = ()
    pictures: dict[str, bytes] = {}
