"""Lines below a title: who wrote the text, whose words it gives, who publishes it."""

import pytest

from bulletins.manuscript import outline_of_reading, reader

# A line, what prints before whoever wrote the text, those, who publishes it, whether the line opens the text, and
# whether it has no place.
LINES = [
    ("By Ada Berg", None, ["Ada Berg"], None, False, False),
    ("by Ada Berg", None, ["Ada Berg"], None, False, False),
    ("BY ADA BERG", None, ["ADA BERG"], None, False, False),
    ("By: Ada Berg", None, ["Ada Berg"], None, False, False),
    ("By Ada Berg, Weir Watch", None, ["Ada Berg, Weir Watch"], None, False, False),
    ("By Ada Berg/Weir Watch", None, ["Ada Berg"], None, False, True),
    ("By Ada Berg and Ivo Lund", None, ["Ada Berg", "Ivo Lund"], None, False, False),
    ("By Ada Berg, Ivo Lund and Petra Kos", None, ["Ada Berg", "Ivo Lund", "Petra Kos"], None, False, False),
    ("By Ada Berg | 3 May 2026", None, ["Ada Berg"], None, False, False),
    ("By Ada Berg – 3 May 2026", None, ["Ada Berg"], None, False, False),
    ("By Ada Berg on 3 May 2026", None, ["Ada Berg"], None, False, False),
    ("3 May 2026, by Ada Berg", None, ["Ada Berg"], None, False, False),
    ("By Dr. Ada Berg", None, ["Dr. Ada Berg"], None, False, False),
    ("By A. Berg", None, ["A. Berg"], None, False, False),
    (
        "By Ada Berg, Director of the Weir Office",
        None,
        ["Ada Berg, Director of the Weir Office"],
        None,
        False,
        False,
    ),
    ("By staff", None, [], None, False, True),
    ("By the Weir Office", None, [], "the Weir Office", False, False),
    ("By our correspondent Ada Berg", None, ["Ada Berg"], None, False, True),
    ("By Weir Watch staff", None, [], None, False, True),
    ("By road and rail", None, [], None, False, True),
    ("Report by Ada Berg", "Report by", ["Ada Berg"], None, False, False),
    ("A report by Ada Berg", "A report by", ["Ada Berg"], None, False, False),
    ("Reported by Ada Berg", None, ["Ada Berg"], None, False, False),
    ("Interview by Ada Berg", "Interview by", ["Ada Berg"], None, False, False),
    ("Interview: Ada Berg", None, [], None, False, True),
    ("Text: Ada Berg", "Text:", ["Ada Berg"], None, False, False),
    ("Text and photos: Ada Berg", "Text and photos:", ["Ada Berg"], None, False, False),
    ("Words by Ada Berg", "Words by", ["Ada Berg"], None, False, False),
    ("Words and pictures by Ada Berg", "Words and pictures by", ["Ada Berg"], None, False, False),
    ("Story by Ada Berg", "Story by", ["Ada Berg"], None, False, False),
    ("Author: Ada Berg", "Author:", ["Ada Berg"], None, False, False),
    ("Authors: Ada Berg, Ivo Lund", "Authors:", ["Ada Berg", "Ivo Lund"], None, False, False),
    ("Written by Ada Berg", None, ["Ada Berg"], None, False, False),
    ("Written by: Ada Berg", None, ["Ada Berg"], None, False, False),
    ("Written and edited by Ada Berg", "Written and edited by", ["Ada Berg"], None, False, False),
    ("Posted by Ada Berg on 3 May 2026", "Posted by", ["Ada Berg"], None, False, False),
    ("Posted on 3 May 2026 by Ada Berg", "Posted by", ["Ada Berg"], None, False, False),
    ("Published by the Weir Office", None, [], "the Weir Office", False, False),
    ("Compiled by Ada Berg", None, ["Ada Berg"], None, False, False),
    ("Summary by Ada Berg", "Summary by", ["Ada Berg"], None, False, False),
    ("Notes by Ada Berg", "Notes by", ["Ada Berg"], None, False, False),
    ("Notes: Ada Berg", None, [], None, False, True),
    ("Notes taken by Ada Berg", "Notes taken by", ["Ada Berg"], None, False, False),
    ("Minutes taken by Ada Berg", "Minutes taken by", ["Ada Berg"], None, False, False),
    ("Minutes by Ada Berg", "Minutes by", ["Ada Berg"], None, False, False),
    ("Transcribed by Ada Berg", "Transcribed by", ["Ada Berg"], None, False, False),
    ("Photos by Ada Berg", None, [], None, False, True),
    ("Photo: Ada Berg", None, [], None, False, True),
    ("An interview with Ada Berg", None, [], None, True, False),
    ("An interview with Ada Berg, by Ivo Lund", None, ["Ivo Lund"], None, True, False),
    ("Ivo Lund in conversation with Ada Berg", None, [], None, True, False),
    ("Ivo Lund interviews Ada Berg", None, [], None, True, False),
    ("Keynote by Ada Berg", None, [], None, True, False),
    ("A talk by Ada Berg", None, [], None, True, False),
    ("Speech by Ada Berg", None, [], None, True, False),
    ("Remarks by Ada Berg", None, [], None, True, False),
    ("Ada Berg", None, ["Ada Berg"], None, False, False),
    ("ADA BERG", None, ["ADA BERG"], None, False, False),
    ("Ada Berg, Weir Watch", None, ["Ada Berg, Weir Watch"], None, False, False),
    ("Ada Berg | Weir Watch", None, [], "Ada Berg | Weir Watch", False, False),
    ("Rapporteur: Ada Berg", None, [], None, False, True),
    ("Editor: Ada Berg", None, [], None, False, True),
    ("By Ada Berg, Staff Writer", None, ["Ada Berg, Staff Writer"], None, False, False),
    ("From Ada Berg in Fenmark", None, [], None, False, True),
]


@pytest.mark.parametrize(("line", "label", "people", "publisher", "opens", "lost"), LINES)
def test_a_line_below_a_title_tells_who_wrote_or_whose_words_follow(
    line, label, people, publisher, opens, lost
):
    body = "The weirs of Fenmark leak, and in May many people met there to look at them."
    text = f"# The weirs of Fenmark\n\n{line}\n\n{body}\n"

    outline = outline_of_reading(reader.read_bytes(text.encode(), "report.md"))

    assert outline["title"] == "The weirs of Fenmark"
    assert (outline.get("summarized_label"), outline["summarized_by"], outline["publisher"]) == (
        label,
        people,
        publisher,
    )
    assert outline["lede"].split("\n")[0] == (line if opens else body)
    assert [one["code"] for one in outline["findings"] if one["severity"] != "hint"] == [
        "unplaced-text"
    ] * lost
