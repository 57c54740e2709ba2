"""Where the pictures of a manuscript stand in what is read of it, and what becomes of their captions.

Both are in where_pictures_stand.txt: the blocks behind ">", written as in test_whole_manuscripts, "%" for a picture
with the alternative text behind it; below them what is read, a picture by its number. REWRITE=1 writes that anew.
"""

import re
from pathlib import Path

import msgspec

from bulletins.manuscript.blocks import Manuscript, Picture, Shown
from bulletins.manuscript.pictures import riding, unshown
from bulletins.manuscript.structure import read_structure
from tests.blocks import block
from tests.bulletins.manuscript.test_manuscripts_at_the_edges import manuscripts
from tests.bulletins.manuscript.test_whole_manuscripts import told_of
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("where_pictures_stand.txt")
_PICTURE = re.compile(r"%\[([^\]]*)\]")


def manuscript(lines):
    blocks, shown = [], []
    for line in lines:
        first = len(shown) + 1
        for alt in _PICTURE.findall(line):
            number = len(shown) + 1
            picture = Picture(str(number).encode(), "image/png", 40, 30)
            shown.append(Shown(alt, f"media/{number}.png", picture=picture))
        numbers = tuple(range(first, len(shown) + 1))
        blocks.append(msgspec.structs.replace(block(_PICTURE.sub("", line)), pictures=numbers))
    return Manuscript(tuple(blocks), pictures=tuple(shown))


def read(lines):
    ridden = riding(manuscript(lines))
    document, findings = read_structure(ridden)
    told = "".join(f"{line}\n" for line in told_of(document, (*findings, *unshown(ridden, document))))
    for number, one in enumerate(ridden.pictures, 1):
        told = told.replace(one.picture.sha256, f"picture {number}")
    return told


def test_where_pictures_stand_and_what_is_printed_below_them():
    found = ""
    for lines in manuscripts(KEPT.read_text(encoding="utf-8")):
        found += "".join(f"> {line}\n" for line in lines) + read(lines) + "\n"

    assert found == as_kept(KEPT, found)
