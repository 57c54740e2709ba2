"""One run of pandoc: a recognised file → the JSON of pandoc's syntax tree. Fenced in time and memory."""

import re
import signal
import subprocess
from functools import cache
from typing import Any

import msgspec
import pypandoc

from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.source import HELD, Source
from forum.bounded_json import Bounds, decode
from forum.isolation import RefusedError
from forum.isolation.errors import too_deep, too_much_memory, too_slow

SECONDS = 20
# At most half a gigabyte; and room to work in before the garbage collector comes, which was a third of the time.
MEMORY = ("-M512M", "-A32m")
_HEAP_EXHAUSTED = 251
_HELD_AS_WORDS = re.compile(rb'("t":"Str","c":"[^"]{0,200}?)' + HELD.encode() + rb"([0-9]{1,5})(?![0-9])")
# A list in a table in a note takes some thirty levels; what walks the tree calls itself for each.
TREE = Bounds(size=1 << 30, depth=160, values=1 << 25)

# Markdown as it was first described, and what bulletins need beyond it. Letters stay letters: no formulas, citations,
# definition lists, typographic replacements. Superscripts and native spans are for note marks and our own anchors.
# Each extension that is named costs pandoc a quarter of a millisecond: so from the smallest dialect up.
MARKDOWN = "+".join(
    (
        "markdown_strict-spaced_reference_links",
        "all_symbols_escapable",
        "backtick_code_blocks",
        "blank_before_blockquote",
        "escaped_line_breaks",
        "fenced_code_attributes",
        "fenced_code_blocks",
        "footnotes",
        "intraword_underscores",
        "lists_without_preceding_blankline",
        "native_divs",
        "native_spans",
        "pipe_tables",
        "space_in_atx_header",
        "startnum",
        "superscript",
        "table_attributes",
    )
)
_FORMATS = {
    "markdown": MARKDOWN,
    "html": "html-smart-auto_identifiers",
    "docx": "docx+styles-auto_identifiers",
    "odt": "odt-auto_identifiers",
}


@cache
def _program() -> str:
    return str(pypandoc.get_pandoc_path())


def tree(source: Source) -> dict[str, Any]:
    """Give pandoc's syntax tree of a file. Raises ManuscriptError when pandoc fails, or takes too much."""
    data = source.data or source.text.encode("utf-8", "replace")
    # A program and arguments of our own; the file goes in as standard input.
    command = [_program(), "--sandbox", "-f", _FORMATS[source.form], "-t", "json", "+RTS", *MEMORY, "-RTS"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 (as above)
    except subprocess.TimeoutExpired as error:
        raise too_slow(SECONDS) from error
    except subprocess.CalledProcessError as error:
        raise _reason(error.returncode) from error
    try:
        value: dict[str, Any] = decode(_with_words_of_pictures(done.stdout, source.pictures), dict, TREE)
    except msgspec.ValidationError as error:
        raise too_deep() from error
    return value


def _with_words_of_pictures(tree: bytes, pictures: tuple[str, ...]) -> bytes:
    """Give a tree in which words that only looked like the address of a picture are what they were."""

    def words(found: re.Match[bytes]) -> bytes:
        number = int(found[2])
        return found[1] + pictures[number - 1].encode() if 0 < number <= len(pictures) else found[0]

    return _HELD_AS_WORDS.sub(words, tree) if pictures else tree


def _reason(status: int) -> RefusedError:
    if status == _HEAP_EXHAUSTED:
        return too_much_memory()
    if status == -signal.SIGXCPU:
        return too_slow(SECONDS)
    return ManuscriptError("damaged", "The file is damaged and cannot be opened. Save it anew and try again.")
