"""The pictures of a Document's figures: their bytes, and how large they print.

Bytes are asked for by their SHA-256: whatever the storage is, the same Document has the same pictures.
"""

import base64
from typing import Final

from bulletins.document import Figure
from forum.storage import MissingFileError, kept

PER_INCH: Final = 144  # pixels: a picture of a screen prints as large as it looked there
_WIDEST = 6.0  # inches
_TALLEST = 4.6


def bytes_of(figure: Figure) -> bytes:
    """Give the picture's file. Raises MissingFileError."""
    data = kept(figure.file)
    if data is None:
        raise MissingFileError(figure.name)
    return data


def as_address(figure: Figure) -> str:
    """Give the picture as a data: address."""
    return f"data:{figure.media_type};base64,{base64.b64encode(bytes_of(figure)).decode()}"


def width_in_inches(figure: Figure) -> float:
    """Tell how wide a picture is set on a sheet."""
    return min(figure.width / PER_INCH, _WIDEST, _TALLEST * figure.width / figure.height)
