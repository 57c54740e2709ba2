"""Where each sentence stands on the page, and whose it is."""

from uuid import UUID

import pytest

from bulletins.document import Mention, Note, Text
from bulletins.drafts.sheet import Frame, Sheet, SheetEntry, SheetPoint, SheetSection, document_of_sheet
from bulletins.drafts.whose import Chosen, page_sentences, sheet_given
from bulletins.statements import attributed

KEY = UUID(int=1)
ADA = Mention("ada")


def sheet(lead=(), *body, note=()):
    return Sheet(
        editors_note=note,
        roster=(SheetEntry(speaker="ada", credit="Dean"), SheetEntry(speaker="ivo")),
        sections=(SheetSection(id=UUID(int=2), points=(SheetPoint(id=KEY, lead=lead, body=body),)),),
    )


def placed(typed):
    document = document_of_sheet(typed, Frame(forum="F", edition=2026, publisher="P"))
    return [
        (one.row, [(at.paragraph, at.start, at.end) for at in one.stretches], one.entries)
        for one in page_sentences(typed, document)
    ]


POINT = str(KEY)
CASES = {
    "openings count their paragraphs": (
        sheet(note=((Text("It rained."),), (Text("It stopped. So what?"),))),
        [
            ("editors_note", [(0, 0, 10)], ()),
            ("editors_note", [(1, 0, 11)], ()),
            ("editors_note", [(1, 12, 20)], ()),
        ],
    ),
    "a mention counts as one letter": (
        sheet((Text("rain is cold."),), (ADA, Text(" said so."))),
        [(POINT, [(0, 0, 13)], ()), (POINT, [(1, 0, 10)], ("ada",))],
    ),
    "a sentence runs on from the lead": (
        sheet((Text("rain is cold"),), (Text("and wet."),)),
        [(POINT, [(0, 0, 12), (1, 0, 8)], ())],
    ),
    "what UTF-16 has as two counts as two": (
        sheet((), (Text("😀 rain. Wind."),), (ADA, Text(" said no."))),
        [(POINT, [(1, 0, 8)], ()), (POINT, [(1, 9, 14)], ()), (POINT, [(2, 0, 10)], ("ada",))],
    ),
}


@pytest.mark.parametrize(("typed", "expected"), CASES.values(), ids=CASES)
def test_a_sentence_is_told_by_its_row_and_its_places_there(typed, expected):
    assert placed(typed) == expected


def test_the_sheet_in_which_a_sentence_is_anothers_has_the_same_rows_and_words():
    typed = sheet((Text("rain is cold."),), (ADA, Text(" said so. It rained.")))
    frame = Frame(forum="F", edition=2026, publisher="P")
    document = document_of_sheet(typed, frame)
    ((part, found),) = [one for one in attributed(document) if one[1]]
    chosen = Chosen(part=part, place=2, text=found[2].text)

    changed = sheet_given(typed, document, [chosen], ("ivo",))

    assert placed(changed)[2] == (str(KEY), [(1, 11, 22)], ("ivo",))
    assert changed.sections[0].points[0].body[0][2] == Mention("ivo", printed="")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A footnote is one letter of the page, and none of the printed line.
        (
            (Text("It rained"), Note(blocks=((Text("By letter."),),)), Text(". It stopped.")),
            [(1, 0, 11), (1, 12, 23), (2, 0, 10)],
        ),
        # A sentence within what a mention prints begins before it, or ends behind it.
        ((Mention("ada", printed="Ms. Berg"), Text(" spoke. Ada left.")), [(1, 0, 8), (1, 9, 18)]),
    ],
)
def test_what_is_one_letter_on_the_page_counts_as_one(body, expected):
    assert [place for _, places, _ in placed(sheet((), body)) for place in places] == expected
