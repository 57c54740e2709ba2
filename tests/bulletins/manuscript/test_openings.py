"""How sections and points open: numerals, ordinals, first sentences; and the days that heads print."""

from pathlib import Path

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.openings import (
    first_sentence,
    is_closing,
    numeral_as_printed,
    ordinal_as_printed,
    ordinal_kind,
    ordinal_of,
    section_numeral,
)
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("openings.txt")
LINES = """\
I. Rain
IV Rain
IV. Rain falls. It pours.
1. Rain
1.1 Rain
1) Rain
(1) Rain
12. Rain
a) Rain
Section 2: Rain
Part II. Rain
Firstly, it rains. It pours.
First, it rains.
First of all, it rains.
Second: it rains.
Twelfthly, it rains.
Lastly, it rains.
Finally, it rains.
Last, it rains.
Fifth Avenue is wet.
Rain falls.
Rain falls in Fenmark St. Ada. It pours.
Rain falls, says Dr. Berg. It pours.
Rain falls at 9 a.m. in Fenmark. It pours.
Rain falls, i.e. it pours.
Rain falls... and pours. It stops.
“Rain falls.” It pours.
Does it rain? it does. Yes.
Rain falls approx. twice. It pours
Rain falls as A. Berg says. It pours.
Rain falls
一、水要留
一. 水要留
一．水要留
十二、水要留
（一）水要留
(一) 水要留
1、水要留。水要流。
1.水要留。
1．水要留。
（1）水要留。
(1) 水要留。
①水要留。
一是水要留。水要流。
第一，水要留。
第一、水要留。
第一单元 水要留
第一部分：水要留
第一章 水要留
首先，水要留。
其次，水要留。
再次，水要留。
最后，水要留。
此外，水要留。
议题一：水要留
水要留！“水要流。”水要清。
水要留（水要流。）水要清。
水要留
""".splitlines()


def told_of(line):
    language = "en" if line.isascii() or "“R" in line else "zh"
    if numeral := section_numeral(line):
        printed = numeral_as_printed(line, numeral, language)
        yield f"section {numeral[0]} ({numeral[1]}), printed {printed}: {line[numeral[2] :]}"
    if ordinal := ordinal_of(line):
        printed, style = ordinal_as_printed(line, ordinal, language)
        closing = ", closing" if is_closing(ordinal[0]) else ""
        yield f"point {ordinal[0]} ({ordinal[1]}), printed {printed} ({style}): {line[ordinal[2] :]}"
        yield f"{ordinal_kind(line)}{closing}"
    if first_sentence(line) < len(line):
        yield f"first: {line[: first_sentence(line)]}"


def test_how_a_line_opens():
    told = "".join(f"> {line}\n" + "".join(f"  {one}\n" for one in told_of(line)) for line in LINES)

    assert told == as_kept(KEPT, told)


@pytest.mark.parametrize(
    "printed",
    [
        "5 September 2026",
        "5th September 2026",
        "Saturday, 5 September 2026",
        "September 5, 2026",
        "Sep 5, 2026",
        "Sept 5, 2026",
        "5 Sept. 2026",
        "2026-09-05",
    ],
)
def test_a_day_in_the_head_is_the_bulletin_s_however_it_is_printed(printed):
    text = f"# Weirs in spring\n\n{printed}\n\nIt rains, it is said by all who live there.\n"
    reading = reader.read_bytes(text.encode(), "a.md")

    assert (str(reading.document.date), reading.findings) == ("2026-09-05", ())
