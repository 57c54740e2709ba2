"""Bytes of a file → which form they are in, checked for size, as pandoc or we can read them."""

import io
import re
import zipfile
import zlib
from typing import Literal
from xml.etree import ElementTree

import msgspec

from bulletins.document import SCHEMA
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.indented_prose import set_flush
from bulletins.manuscript.link_definitions import with_words_kept
from bulletins.markers import PROPERTY
from forum.scripts import HAN_LETTERS

type Form = Literal["markdown", "docx", "odt", "html", "text", "document", "pdf"]

MEGABYTE = 1 << 20
LARGEST_FILE = 20 * MEGABYTE
LARGEST_UNPACKED = 80 * MEGABYTE
LARGEST_TEXT = 4 * MEGABYTE
MOST_PARTS = 2000

_HTML = re.compile(r"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_TAGS = re.compile(r"</(p|div|h[1-6]|li|td)>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*\S|^\[\^\w+\]:|\]\(#", re.MULTILINE)
# What opens a Document's own JSON, which has its keys in a fixed order.
_DOCUMENT = re.compile(rf'\{{\s*"schema"\s*:\s*"{SCHEMA.rpartition("/")[0]}/')
# Controls that text never holds; tab, line feed, form feed, return and escape aside.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_COMMON_CHINESE = re.compile(f"[{HAN_LETTERS}，。、；：？！“”‘’《》（）—…　·]")
_CP1252_HOLES = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_OTHERS = (
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
)
# A picture where Markdown or HTML shows one; what stands elsewhere is text.
_INLINE = re.compile(
    r"(\]\(<?|\]: {1,3}<?|\bsrc ?= ?[\"']?)(data:image/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=]*)",
    re.IGNORECASE,
)
# What zipfile raises of an archive that is damaged, encrypted, or packed as nobody reads it.
DAMAGED_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
HELD = "held-picture:"  # in the place of a picture that stood in the text itself
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Source(msgspec.Struct, frozen=True):
    """A file whose form is known. `text` is set for Markdown, HTML and plain text, else `data` counts.

    `pictures` stood in the text itself, each an address with all its bytes, in base64.
    """

    form: Form
    data: bytes = b""
    text: str = ""
    unprinted: str = ""
    pictures: tuple[str, ...] = ()


def recognise(data: bytes, filename: str) -> Source:
    """Tell a file's form by its content first and its name second. Raises ManuscriptError."""
    if len(data) > LARGEST_FILE:
        raise _too_big(LARGEST_FILE)
    if data.startswith(_OLE):
        raise _ole_error(data)
    for start, what in _OTHERS:
        if data.startswith(start):
            raise ManuscriptError(
                "not-readable",
                "This is {what}. Save the bulletin as Word (.docx), ODT, HTML, Markdown or text.",
                what=what,
            )
    if data.startswith(b"%PDF"):
        return Source("pdf", data=data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _from_zip(data)
    return _from_text(decoded(data), filename)


def _too_big(limit: int) -> ManuscriptError:
    return ManuscriptError(
        "too-big",
        "The file is larger than {limit} MB. Leave its pictures out, and upload the text.",
        limit=str(limit // MEGABYTE),
    )


def _ole_error(data: bytes) -> ManuscriptError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ManuscriptError(
            "encrypted", "The file is protected with a password. Remove the password and try again."
        )
    return ManuscriptError(
        "old-word", "This is an old Word file (.doc). Open it in Word and save it as .docx first."
    )


def _from_zip(data: bytes) -> Source:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _from_archive(archive, data)
    except DAMAGED_ZIP as error:
        raise _damaged() from error


def _damaged() -> ManuscriptError:
    return ManuscriptError("damaged", "The file is damaged and cannot be opened. Save it anew and try again.")


def _from_archive(archive: zipfile.ZipFile, data: bytes) -> Source:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise ManuscriptError(
            "too-big",
            "Unpacked, the file is larger than {limit} MB.",
            limit=str(LARGEST_UNPACKED // MEGABYTE),
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ManuscriptError(
            "encrypted", "The file is protected with a password. Remove the password and try again."
        )
    names = {part.filename for part in parts}
    _require_honest_sizes(archive)
    if "word/document.xml" in names:
        return Source("docx", data=data, unprinted=_word_property(archive))
    if "content.xml" in names and _is_odt(archive, names):
        return Source("odt", data=data)
    raise ManuscriptError(
        "not-readable",
        "This is {what}. Save the bulletin as Word (.docx), ODT, HTML, Markdown or text.",
        what="an archive without a document in it",
    )


def _require_honest_sizes(archive: zipfile.ZipFile) -> None:
    # The directory may lie about sizes: reading stops where it says, and the checksum is another's then.
    for part in archive.infolist():
        # Pictures are not unpacked by pandoc's text output.
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                while stream.read(MEGABYTE):
                    pass


def _is_odt(archive: zipfile.ZipFile, names: set[str]) -> bool:
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise ManuscriptError(
            "encrypted", "The file is protected with a password. Remove the password and try again."
        )
    return "mimetype" not in names or b"opendocument.text" in archive.read("mimetype")


def _word_property(archive: zipfile.ZipFile) -> str:
    if "docProps/custom.xml" not in archive.namelist():
        return ""
    try:
        properties = ElementTree.fromstring(archive.read("docProps/custom.xml"))  # noqa: S314 (read apart, with limits)
    except ElementTree.ParseError:
        return ""
    return next(("".join(one.itertext()) for one in properties if one.get("name") == PROPERTY), "")


def _from_text(text: str, filename: str) -> Source:
    if _CONTROLS.search(text):
        raise ManuscriptError(
            "binary", "The file is not text. Save the bulletin as Word (.docx), ODT, HTML, Markdown or text."
        )
    bare, pictures = _taken_out(text)
    form = _text_form(bare, filename.lower())
    if form not in {"html", "markdown"}:
        bare, pictures = text, ()
    if len(bare) > LARGEST_TEXT:
        raise _too_big(LARGEST_TEXT)
    if filename.lower().endswith(".json") and form != "document":
        raise ManuscriptError(
            "not-readable",
            "This is JSON, and not a bulletin’s. Upload the .json file of a bulletin, or its text.",
        )
    bare = bare.replace("\r\n", "\n").replace("\r", "\n")
    return Source(
        form, text=set_flush(with_words_kept(bare)) if form == "markdown" else bare, pictures=pictures
    )


def _taken_out(text: str) -> tuple[str, tuple[str, ...]]:
    """Take pictures that stand in a text itself out of it: it is short without them."""
    held: list[str] = []

    def place(found: re.Match[str]) -> str:
        held.append(found[2])
        return f"{found[1]}{HELD}{len(held)}"

    return (_INLINE.sub(place, text) if "data:image/" in text else text), tuple(held)


def _text_form(text: str, filename: str) -> Form:
    if _DOCUMENT.match(text.lstrip("\ufeff \t\r\n")):
        return "document"
    if _HTML.match(text, _markup_begins(text)) or (
        filename.endswith((".html", ".htm")) and _HTML_TAGS.search(text)
    ):
        return "html"
    if filename.endswith((".md", ".markdown", ".mdown")) or _MARKDOWN.search(text):
        return "markdown"
    return "html" if len(_HTML_TAGS.findall(text)) > 2 else "text"


def _markup_begins(text: str) -> int:
    """Give where markup begins, behind white space, an XML declaration and comments. No pattern that backtracks."""
    place, end = 0, len(text)
    while True:
        while place < end and text[place].isspace():
            place += 1
        closed = "?>" if text.startswith("<?xml", place) else "-->" if text.startswith("<!--", place) else ""
        found = text.find(closed, place) if closed else -1
        if found < 0:
            return place
        place = found + len(closed)


def decoded(data: bytes) -> str:
    """Decode text: UTF-8, UTF-16 by its mark, else GB18030 or Windows-1252, whichever fits. Raises ManuscriptError."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _legacy(data)


def _legacy(data: bytes) -> str:
    """Choose between Chinese and Western bytes.

    Chinese text in GB18030 is pairs of high bytes, of which nearly all fall on the common
    characters (first byte B0–F7). Western text has lone high bytes between ASCII letters.
    """
    if b"\x00" in data:
        raise ManuscriptError(
            "binary", "The file is not text. Save the bulletin as Word (.docx), ODT, HTML, Markdown or text."
        )
    try:
        chinese = data.decode("gb18030")
    except UnicodeDecodeError:
        chinese = ""
    foreign = [letter for letter in chinese if not letter.isascii()]
    common = sum(_COMMON_CHINESE.fullmatch(letter) is not None for letter in foreign)
    lone = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", data))
    if foreign and common >= 0.9 * len(foreign) and lone <= 0.1 * len(foreign):
        return chinese
    western = _CP1252_HOLES.sub(b"\x1a", data)
    return western.decode("cp1252")
