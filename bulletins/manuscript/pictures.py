"""Pictures of a manuscript: their bytes out of the file, the text that they stand by, and their captions."""

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator

import msgspec

from bulletins.document import Document, Figure, Finding, figures, gettext_noop
from bulletins.inline import plain
from bulletins.manuscript.blocks import Block, Manuscript, Picture, Runs, Shown, stripped, text_of, unplaced
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.picture_file import LARGEST_SENT, kept_picture
from bulletins.manuscript.source import DAMAGED_ZIP, HELD
from bulletins.prose import MOST_FIGURES

type Fetch = Callable[[str], bytes | None]

DROPPED = gettext_noop("A picture was dropped: “{text}” ({address}).")
ELSEWHERE = gettext_noop(
    "A picture lies elsewhere, and was not read: “{text}” ({address}). Put it in on the writing page."
)
UNREADABLE = gettext_noop(
    "A picture cannot be shown here: “{text}” ({address}). Save it as PNG or JPEG, and put it in on the writing page."
)
_FIGURE_NUMBER = r"\d{1,3}(?:[.–-]\d{1,3})?(?!\d)"
_CAPTION = re.compile(
    r"\s*(?:(?:Figure|Fig|Chart|Photo|Picture|Image|Graph|Map|Diagram|Illustration)\b\.?\s*"
    rf"(?:{_FIGURE_NUMBER}|[:：])"
    rf"|(?:图表|圖表|图片|圖片|照片|图|圖)\s*(?:{_FIGURE_NUMBER}|[:：]"
    r"|[一二三四五六七八九十]{1,3}(?=[、：:\s　])))",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 400
_LONGEST_ALT = 4_000
# What programs call a picture that nobody described.
_NAMELESS = re.compile(
    r"(?:(?:picture|image|grafik|图片|圖片|图像)\s*\d*)?"
    r"|[\w .()-]{1,80}\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf)|[a-z]:\\.*",
    re.IGNORECASE,
)


def fetch_from(data: bytes, held: tuple[str, ...]) -> Fetch:
    """Give what finds a picture by its address: in the archive that a file is, or among those taken out of it."""

    def fetch(address: str) -> bytes | None:
        if address.startswith(HELD):
            number = address.removeprefix(HELD)
            at = int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 6 else len(held)
            return _decoded(held[at]) if 0 <= at < len(held) else None
        return _unpacked(data, address)

    return fetch


def _decoded(address: str) -> bytes:
    try:
        return base64.b64decode(address.partition(",")[2])
    except binascii.Error:
        return b""


def _unpacked(data: bytes, address: str) -> bytes | None:
    if not data.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            name = next((one for one in (f"word/{address}", address) if one in names), None)
            if name is None:
                return None
            # One that would be larger is no picture that can be kept, and must not take the whole file with it.
            return archive.read(name) if archive.getinfo(name).file_size <= LARGEST_SENT else b""
    except DAMAGED_ZIP:
        return b""  # told as a picture that cannot be shown


def with_pictures(manuscript: Manuscript, fetch: Fetch) -> Manuscript:
    """Give a manuscript with those of its pictures that can be kept as figures; of others it is told."""
    kept: dict[str, tuple[Picture | None, bool]] = {}
    shown, findings = [], []
    for one in manuscript.pictures:
        if one.address not in kept:
            data = fetch(one.address)
            is_here = one.address.startswith(HELD) or data is not None
            kept[one.address] = _kept(data) if len(kept) < MOST_FIGURES else None, is_here
        picture, is_here = kept[one.address]
        if picture is None:
            code, template = ("image-unreadable", UNREADABLE) if is_here else ("image-elsewhere", ELSEWHERE)
            findings.append(_told(one, code, template))
        shown.append(msgspec.structs.replace(one, picture=picture))
    return msgspec.structs.replace(
        manuscript, pictures=tuple(shown), findings=(*manuscript.findings, *findings)
    )


def _kept(data: bytes | None) -> Picture | None:
    if data is None:
        return None
    try:
        return kept_picture(data)
    except ManuscriptError:
        return None


def riding(manuscript: Manuscript) -> Manuscript:
    """Let each picture ride on the paragraph that it stands behind, or below a heading before; captions are theirs."""
    if not manuscript.pictures:
        return manuscript
    riders = _Riders(list(manuscript.blocks), list(manuscript.pictures))
    return msgspec.structs.replace(manuscript, blocks=tuple(riders.settled()), pictures=tuple(riders.shown))


class _Riders:
    """Walks the blocks of a file; keeps those that stay, and the pictures that wait for a paragraph."""

    def __init__(self, blocks: list[Block], shown: list[Shown]) -> None:
        self.blocks, self.shown = blocks, shown
        self.stay: list[Block] = []
        self.waiting: tuple[int, ...] = ()

    def settled(self) -> list[Block]:
        for place, block in enumerate(self.blocks):
            if block.pictures:
                self._take(place, block)
            elif block.kind == "paragraph" and block.runs:
                self.stay.append(msgspec.structs.replace(block, pictures=self.waiting))
                self.waiting = ()
            elif block.kind != "paragraph":
                self.stay.append(block)
        return self.stay

    def _take(self, place: int, block: Block) -> None:
        last = block.pictures[-1] - 1
        text = msgspec.structs.replace(block, pictures=())
        caption = self.shown[last].caption
        # Programs print what a picture shows below it as well: whoever wrote “Figure 1. …” there meant that.
        repeated = caption if text_of(caption).strip() == self.shown[last].alt.strip() else ()
        caption = () if repeated else caption
        if not caption and _is_caption(text):
            caption = stripped(block.runs)
        elif stripped(block.runs):
            self.stay.append(text)
        elif not caption:
            caption = self._line_beside(place)
        self.shown[last] = msgspec.structs.replace(self.shown[last], caption=caption or repeated)
        if self.stay and self.stay[-1].kind == "paragraph":
            before = self.stay[-1]
            self.stay[-1] = msgspec.structs.replace(before, pictures=(*before.pictures, *block.pictures))
        elif any(one.runs and one.label != "page-line" for one in self.stay):
            self.waiting = (*self.waiting, *block.pictures)
        # What stands above all text is a logo.

    def _line_beside(self, place: int) -> Runs:
        """Take the caption of a picture from the line below it, or else from the one above it."""
        below = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        if below is not None and not below.pictures and _is_caption(below):
            self.blocks[place + 1] = Block("paragraph")
            return stripped(below.runs)
        if self.stay and not self.stay[-1].pictures and _is_caption(self.stay[-1]):
            return stripped(self.stay.pop().runs)
        return ()


def _is_caption(block: Block) -> bool:
    text = text_of(block.runs).strip()
    is_line = block.kind == "paragraph" and not block.group and len(text) <= _LONGEST_CAPTION
    return is_line and _CAPTION.match(text) is not None


def alt_of(text: str) -> str:
    """Give what a file says in the place of a picture; nothing where it is but a name that a program gave it."""
    alt = " ".join(text.split())[:_LONGEST_ALT]
    return "" if _NAMELESS.fullmatch(alt) else alt


def unshown(manuscript: Manuscript, document: Document) -> Iterator[Finding]:
    """Tell of pictures that are in no part of the text: in the masthead, in a table, in a footnote."""
    left = [(one.file, one.alt, plain(one.caption, document)) for _, one in figures(document)]
    missing = [
        (one.picture.sha256, one.alt, text_of(one.caption), one)
        for one in manuscript.pictures
        if one.picture is not None
    ]
    # One file may stand in several places: which of them is told by what is said of it, as far as that is kept.
    for parts in (3, 2, 1):
        missing = [one for one in missing if not _taken(one[:parts], left)]
    for *_, one in missing:
        yield _told(one, "image-dropped", DROPPED)
        if one.caption:
            yield unplaced(text_of(one.caption), "below a picture")


def _taken(wanted: tuple[object, ...], left: list[tuple[str, str, str]]) -> bool:
    """Take out the first figure that begins with these values, if there is one."""
    place = next((place for place, one in enumerate(left) if one[: len(wanted)] == wanted), None)
    if place is not None:
        del left[place]
    return place is not None


def _told(one: Shown, code: str, template: str) -> Finding:
    address = "" if one.address.startswith(HELD) else one.address
    return Finding(
        code=code, severity="hint", template=template, params={"text": one.alt, "address": address}
    )


def kept_in(manuscript: Manuscript, document: Document) -> dict[str, bytes]:
    """Give the files of a Document's figures, by their SHA-256."""
    wanted = {one.file for _, one in figures(document)}
    pictures = (one.picture for one in manuscript.pictures if one.picture is not None)
    return {one.sha256: one.data for one in pictures if one.sha256 in wanted}


def figures_of(shown: Iterable[Shown]) -> dict[int, tuple[Figure, Shown]]:
    """Give the figures that pictures make, by the pictures' numbers."""
    return {
        number: (
            Figure(
                file=one.picture.sha256,
                media_type=one.picture.media_type,
                width=one.picture.width,
                height=one.picture.height,
                alt=alt_of(one.alt),
            ),
            one,
        )
        for number, one in enumerate(shown, 1)
        if one.picture is not None
    }
