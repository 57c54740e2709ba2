"""Manuscripts in: Word, ODT, HTML, Markdown, plain text or our own JSON → a Document and findings.

Every call reads in a process of its own with limits (`forum.isolation`): whatever a file does there,
here it is a Reading or one ManuscriptError.
"""

from pathlib import Path

import msgspec

from bulletins.document import gettext_noop
from bulletins.document_json import reason_of
from bulletins.manuscript.blocks import Picture, Reading
from bulletins.manuscript.errors import ManuscriptError, out_of_bounds
from bulletins.manuscript.outline import outline_of, outline_of_reading
from bulletins.manuscript.roster import People
from bulletins.manuscript.source import LARGEST_FILE
from forum.isolation import Pool, RefusedError

__all__ = [
    "LARGEST_FILE",
    "ManuscriptError",
    "Reading",
    "outline_of",
    "outline_of_reading",
    "read",
    "read_bytes",
    "read_names",
    "read_picture",
    "warm",
]

LONGEST_NAMES = 100_000  # letters of a pasted list
_READERS = Pool("bulletins.manuscript.reader")
_PICTURES = Pool("bulletins.manuscript.picture_file")  # there at once, and not behind manuscripts


def warm() -> None:
    """Have the readers of manuscripts ready: one will come."""
    _READERS.warm()


def read(path: Path) -> Reading:
    """Read a file. Raises ManuscriptError with one clear sentence when it holds no bulletin."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ManuscriptError(
            "unreadable",
            "The file {name} cannot be opened: {reason}.",
            name=path.name,
            reason=str(error.strerror),
        ) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, filename: str) -> Reading:
    """Read what an upload holds. Raises ManuscriptError with one clear sentence when it holds no bulletin."""
    # One byte more than may be tells the reader that it is too much.
    return _read("read_bytes", data[: LARGEST_FILE + 1], Reading, filename=filename[-200:])


def read_picture(data: bytes) -> Picture:
    """Read a picture: PNG or JPEG that holds nothing else. Raises ManuscriptError."""
    return _read("kept_picture", data[: LARGEST_FILE + 1], Picture, pool=_PICTURES)


def read_names(text: str, language: str) -> People:
    """Read a pasted list of names and titles. Raises ManuscriptError."""
    if len(text) > LONGEST_NAMES:
        raise ManuscriptError(
            "too-big",
            gettext_noop("The list is longer than {limit} letters. Paste it in parts."),
            limit=str(LONGEST_NAMES),
        )
    return _read("read_names", text.encode("utf-8", "replace"), People, language=language)


def _read[Result](
    function: str, data: bytes, result: type[Result], *, pool: Pool = _READERS, **options: str
) -> Result:
    try:
        return pool.call(function, data, result, **options)
    except RefusedError as error:
        raise ManuscriptError(error.code, error.template, **error.params) from error
    except msgspec.ValidationError as error:
        # The types that a Reading is made of hold its bounds: this is where a Document enters.
        raise out_of_bounds(reason_of(error)) from error
