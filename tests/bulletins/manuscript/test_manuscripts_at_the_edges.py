"""Short manuscripts where one rule ends and another begins, and all that is read from each.

Both stand in two files beside: the blocks of a manuscript behind ">", written as in test_whole_manuscripts, a line
break within a block as "↵"; below them what is read, and which lines have words that are in none of it. To add one,
add its lines, and read what REWRITE=1 writes.
"""

from itertools import groupby
from pathlib import Path

from bulletins.manuscript.completeness import lost
from bulletins.manuscript.structure import read_structure
from tests.bulletins.manuscript.test_whole_manuscripts import manuscript, told_of
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("manuscripts_at_the_edges.txt")
MORE = Path(__file__).with_name("more_manuscripts_at_the_edges.txt")


def manuscripts(text):
    for typed, lines in groupby(text.splitlines(), lambda line: line.startswith(">")):
        if typed:
            yield [line[2:].replace("↵", "\n") for line in lines]


def read_anew(kept):
    found = ""
    for lines in manuscripts(kept.read_text(encoding="utf-8")):
        found += "".join(f"> {line}\n".replace("\n", "↵", line.count("\n")) for line in lines)
        typed = manuscript(lines)
        document, findings = read_structure(typed)
        findings = (*findings, *lost(typed, document, findings))
        found += "".join(f"{line}\n" for line in told_of(document, findings)) + "\n"
    return found


def test_all_that_is_read_from_manuscripts_at_the_edges():
    found = read_anew(KEPT)

    assert found == as_kept(KEPT, found)


def test_all_that_is_read_from_more_manuscripts_at_the_edges():
    found = read_anew(MORE)

    assert found == as_kept(MORE, found)
