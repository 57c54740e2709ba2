"""Tables and progress in a terminal."""

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TextIO

_BAR = 30
_LINE_EVERY = 25  # where there is no terminal to draw a bar in


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give rows as lines with their columns under each other; the last column is as long as it is."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _width(text: str) -> int:
    """Give how many columns of a terminal a text takes: a Han character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


class Progress:
    """How far long work is: a bar in a terminal, now and then a line elsewhere."""

    def __init__(self, whole: int, stream: TextIO | None = None) -> None:
        self._whole, self._stream, self._done = whole, stream or sys.stderr, 0

    def step(self, doing: str) -> None:
        """One more is done."""
        self._done += 1
        told = f"{self._done}/{self._whole} {doing}"
        if self._stream.isatty():
            filled = _BAR * self._done // self._whole
            end = "\n" if self._done == self._whole else ""
            self._stream.write(f"\r\x1b[K{'█' * filled}{'░' * (_BAR - filled)} {told[:60]}{end}")
            self._stream.flush()
        elif self._done % _LINE_EVERY == 0:
            self._stream.write(f"{told}\n")
