"""Whose each sentence is where credits meet borders, groups, quotations, lists, notes, captions and labels."""

import pytest

from bulletins.document import (
    NOBODY,
    Document,
    Figure,
    List,
    Mention,
    Note,
    Point,
    RosterEntry,
    Section,
    Table,
    Text,
)
from bulletins.statements import around, attributed, statements

ROSTER = (
    RosterEntry(speaker="B", name="Ada Berg", credit="Head of Drains"),
    RosterEntry(speaker="L", name="Ivo Lund", credit="Dean of Rain"),
    RosterEntry(speaker="D", name="Delta Group", kind="body"),
    RosterEntry(speaker="G", name="the guests", kind="group"),
)


def says(*parts):
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def border(*keys):
    return tuple(Mention(key, "") for key in keys)


def told(*blocks, lead=(), language="en", roster=ROSTER):
    """Of each sentence of a point its text, those who said it, and its line."""
    document = Document(
        language=language, roster=roster, sections=(Section(points=(Point(lead=lead, body=blocks),)),)
    )
    *_, (_where, found) = attributed(document)
    return [(one.text.strip(), "".join(one.entries) or "-", one.line) for one in found]


def whose(*parts, **fields):
    return [entries for _, entries, _ in told(says(*parts), **fields)]


BERG, LUND = Mention("B", "Berg"), Mention("L", "Lund")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((*border("B"), "Rain falls. It is wet."), ["B", "B"]),
        (("Rain falls. ", *border("B"), "It is wet."), ["-", "B"]),
        ((*border("B", "L"), "Rain falls. It is wet."), ["BL", "BL"]),
        ((*border("B", "B"), "Rain falls. It is wet."), ["B", "B"]),
        ((*border("B"), "Rain falls. ", *border(NOBODY), "It is wet."), ["B", "-"]),
        ((*border("L"), BERG, " said drains leak. They stink."), ["L", "L"]),
        ((*border("G"), "Rain falls. It is wet."), ["G", "G"]),
        ((Mention("G"), " agreed that rain falls. It is wet."), ["G", "-"]),
        ((*border("G"), Mention("G"), " agreed that rain falls. It is wet."), ["G", "G"]),
        ((Mention("X", "Marl"), " said rain falls. It is wet."), ["-", "-"]),
        ((BERG, " and ", Mention("X", "Marl"), " said rain falls."), ["B"]),
        # A quotation before the sentence that begins with who said it.
        (("“Rain falls. It is wet.” ", BERG, " said that on Monday."), ["B", "B"]),
        (("Rain falls. It is wet. ", BERG, " said that on Monday."), ["-", "-", "B"]),
        (("“Rain falls. It is wet. ", BERG, " said that on Monday."), ["-", "-", "B"]),
        (("Hear! “Rain falls. It is wet.” ", BERG, " said that on Monday."), ["-", "B", "B"]),
        (("“Rain falls.” So it is. ", BERG, " said that on Monday."), ["-", "-", "B"]),
        # Somebody of whom a sentence tells may be the one who speaks in the next.
        ((BERG, " is an engineer. She said drains leak."), ["-", "B"]),
        ((BERG, " and ", LUND, " are engineers. She said drains leak."), ["-", "-"]),
        (("Indeed ", BERG, " is an engineer. She said drains leak."), ["-", "B"]),
        (("Already ", BERG, " is an engineer. She said drains leak."), ["-", "-"]),
        (("In 2026 the town wrote to ", BERG, ". She said drains leak."), ["-", "-"]),
        # About somebody else.
        ((BERG, " said drains leak. ", LUND, " is the dean of that school."), ["B", "-"]),
        ((BERG, " said drains leak. The map of ", LUND, " shows it."), ["B", "B"]),
        ((BERG, " said drains leak. ", BERG, " is old."), ["B", "B"]),
        (
            (*border("B"), "Rain on the map of ", LUND, " falls, ", *border("L"), "always. It is wet."),
            ["BL", "BL"],
        ),
        ((BERG, " and ", LUND, " said that the map of ", Mention("D"), " is old. It rains."), ["BL", "BL"]),
        # Who goes on after two of them is open, unless they said it together.
        ((BERG, " and ", LUND, " said drains leak. They stink."), ["BL", "-"]),
        ((BERG, " and ", LUND, " said drains leak. It rains."), ["BL", "BL"]),
        ((BERG, " said drains leak, and ", LUND, " took the chair. It was late."), ["B", "-"]),
        (("The former agreed. The latter did not."), ["-", "-"]),
        (
            (BERG, " and ", LUND, " spoke. Rain fell. The former agreed. The latter said no."),
            ["BL", "BL", "B", "L"],
        ),
    ],
)
def test_each_sentence_is_theirs_who_said_it(parts, expected):
    assert whose(*(parts if isinstance(parts, tuple) else (parts,))) == expected


def test_a_paragraph_that_is_a_labelled_speech_goes_on_whoever_it_names():
    speech = (": Drains leak. Another speaker asked for a map. They stink.",)

    assert whose(BERG, *speech) == ["B", "B", "B"]
    assert whose(BERG, " (Ulm)", *speech) == ["B", "B", "B"]
    assert whose("Then: ", BERG, *speech) == ["B", "B", "B"]
    assert whose("And then: ", BERG, *speech) == ["B", "-", "-"]
    assert whose(BERG, " said drains leak. Another speaker asked for a map. They stink.") == ["B", "-", "-"]
    assert whose(*border("B"), "Drains leak. Another speaker asked for a map.") == ["B", "B"]


def test_items_go_on_with_what_leads_up_to_them_until_somebody_has_an_item():
    items = List(((says("Pipes."), says("And pumps.")), (says("Time."),)))
    credited = List(((says("Pipes."),), (says(LUND, " asked for time."),), (says("Rest."),)))

    assert told(says(BERG, " asked for three things:"), items) == [
        ("Berg asked for three things:", "B", 0),
        ("Pipes.", "B", 1),
        ("And pumps.", "B", 2),
        ("Time.", "B", 3),
    ]
    assert [one[1] for one in told(says(BERG, " asked for three things."), items)] == ["B", "-", "-", "-"]
    assert [one[1] for one in told(says(BERG, " asked:"), credited)] == ["B", "B", "L", "-"]
    assert [one[1] for one in told(items)] == ["-", "-", "-"]
    assert [one[1] for one in told(says(BERG, " asked:"), Table((says("Pipes."),), ((says("Time."),),)))] == [
        *("B", "-", "-"),
    ]


def test_a_note_goes_on_with_nobody_and_nobody_with_it():
    body = says(BERG, " said drains leak.", Note((says("They stink."),)), " Much.")

    assert told(body, says("She added more.")) == [
        ("Berg said drains leak.", "B", 0),
        ("Much.", "B", 0),
        ("She added more.", "B", 1),
        ("They stink.", "-", 2),
    ]


def picture(*caption):
    return Figure(
        file="a" * 64, media_type="image/png", width=1, height=1, alt="A drain", caption=says(*caption)
    )


def test_a_caption_is_nobodys_but_by_a_border_and_who_speaks_goes_on_behind_it():
    lines = [
        *(says(BERG, " asked:"), picture(LUND, " said rain falls. It is wet.")),
        List(((says("Pipes."),),)),
    ]

    assert told(*lines) == [
        ("Berg asked:", "B", 0),
        ("Lund said rain falls.", "-", 1),
        ("It is wet.", "-", 1),
        ("Pipes.", "B", 2),
    ]
    assert [one[1] for one in told(picture("Rain. ", *border("L", "B", "L"), "It is wet."))] == ["-", "LB"]
    assert [one[1] for one in told(picture(*border(NOBODY), "Rain."))] == ["-"]


@pytest.mark.parametrize(
    ("lead", "body", "expected"),
    [
        (says("Lead."), (), [("Lead.", "-", 0)]),
        ((), (says("Body."),), [("Body.", "-", 0)]),
        ((), (), []),
        (says("Lead."), (List(((says("Item."),),)),), [("Lead.", "-", 0), ("Item.", "-", 1)]),
        ((), (List(((says("Item."),),)),), [("Item.", "-", 0)]),
        (says("Digging is"), (says("a trade."),), [("Digging is a trade.", "-", 1)]),
        (says("Digging"), (says("A trade."),), [("Digging", "-", 1), ("A trade.", "-", 1)]),
        (says(BERG, " on digging"), (says("A trade."),), [("Berg on digging A trade.", "-", 1)]),
        (says(*border("B"), "Digging"), (says("A trade."),), [("Digging", "B", 1), ("A trade.", "B", 1)]),
        (
            says("Digging."),
            (says(BERG, " dug."), says("B.")),
            [("Digging.", "-", 1), ("Berg dug.", "-", 1), ("B.", "-", 2)],
        ),
    ],
)
def test_a_lead_and_what_runs_on_from_it_are_one_line(lead, body, expected):
    assert [(text, entries) for text, entries, _ in told(*body, lead=lead)] == [one[:2] for one in expected]


def test_no_sentence_ends_within_a_credit_behind_a_title():
    roster = (RosterEntry(speaker="B", name="Ada Berg", credit="Head of Works. Inland. Ulm"),)

    assert told(says(Mention("B"), " dug. It held."), lead=says("Digging"), roster=roster) == [
        *(("Digging", "-", 0), ("Ada Berg, Head of Works. Inland. Ulm dug.", "B", 0), ("It held.", "B", 0)),
    ]


def test_on_whose_behalf_somebody_speaks_holds_until_it_is_said_anew():
    on_behalf = Mention("B", "Berg", behalf="D")
    body = says(
        on_behalf,
        " said drains leak. They stink. ",
        LUND,
        " said not so. ",
        on_behalf,
        " said yes. ",
        BERG,
        " said so.",
    )
    document = Document(roster=ROSTER, sections=(Section(points=(Point(body=(body,)),)),))

    assert [(one.where, one.entries, one.text, one.behalf) for one in statements(document)] == [
        ("sections[0].points[0]", ("B",), "Berg said drains leak. They stink.", (("B", "D"),)),
        ("sections[0].points[0]", ("L",), "Lund said not so.", ()),
        ("sections[0].points[0]", ("B",), "Berg said yes.", (("B", "D"),)),
        ("sections[0].points[0]", ("B",), "Berg said so.", ()),
    ]
    stranger = says(Mention("B", "Berg", behalf="X"), " said drains leak.")
    assert [one.behalf for one in statements(Document(roster=ROSTER, lede=(stranger,)))] == [()]


def test_a_statement_of_several_lines_keeps_them_apart_and_its_part_alone():
    document = Document(
        roster=ROSTER,
        editors_note=(says(BERG, " asked:"), List(((says("Pipes."),), (says("Time. Money."),)))),
        lede=(says("Rain fell. ", LUND, " said so."),),
    )

    assert [(one.where, one.entries, one.text) for one in statements(document)] == [
        ("editors_note", ("B",), "Berg asked:\nPipes.\nTime. Money."),
        ("lede", ("L",), "Lund said so."),
    ]
    assert [[(one.start, one.line) for one in found] for _, found in attributed(document)] == [
        [(0, 0), (0, 1), (0, 2), (6, 2)],
        [(0, 0), (11, 0)],
    ]


@pytest.mark.parametrize(
    ("text", "shown", "left"),
    [
        ("", [], []),
        ("Rain fell. It did.", [], ["Rain fell. It did."]),
        ("Rain fell. It did.", ["Rain fell."], ["It did."]),
        ("Rain fell. It did.", ["It did."], ["Rain fell."]),
        ("Rain fell. It did. So.", ["It\ndid."], ["Rain fell.", "So."]),
        ("Rain fell. It did.", ["RainfellIt"], ["Rain fell. It did."]),
        ("Rain fell. It did.", ["", " "], ["Rain fell. It did."]),
        ("Rain fell. It did.", ["Rain fell. It did."], []),
        ("a b c d e", ["d", "b"], ["a", "c", "e"]),
        ("aa", ["a"], ["a"]),
    ],
)
def test_what_is_none_of_what_is_shown_beside_a_text_is_left(text, shown, left):
    assert around(text, shown) == left


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # One of two, as long as one of them goes on, or nobody else speaks.
        (
            (
                BERG,
                " and ",
                LUND,
                " spoke of rain. The former held that it falls. The latter held that it stops.",
            ),
            ["BL", "B", "L"],
        ),
        (
            (BERG, " and ", LUND, " spoke. ", BERG, " said that it stops. The latter held that it dries."),
            ["BL", "B", "L"],
        ),
        (
            (BERG, " said that rain falls. ", LUND, " said that it stops. The former went on."),
            ["B", "L", "L"],
        ),
        # Whoever is told of says nothing, and what comes next is open.
        ((BERG, " said that rain falls. ", LUND, " was thanked. It is wet."), ["B", "-", "-"]),
        ((BERG, " said that rain falls. ", BERG, " was thanked. It is wet."), ["B", "-", "-"]),
        ((BERG, " said that rain falls. ", LUND, " paid for the weirs. They are wet."), ["B", "-", "-"]),
        ((BERG, " said that rain falls. ", LUND, " paid for the weirs. She said no."), ["B", "-", "L"]),
        ((BERG, " said that rain falls. ", BERG, " paid for the weirs. They are wet."), ["B", "B", "B"]),
        ((BERG, " summed up, and ", LUND, " took the chair. It is wet."), ["B", "-"]),
        ((BERG, " summed up. It is wet."), ["B", "B"]),
    ],
)
def test_whoever_is_told_of_and_one_of_two_speakers(parts, expected):
    assert whose(*parts) == expected


def test_a_quotation_is_of_whoever_said_it_behind_it_as_far_as_its_paragraph_goes():
    quoted = says("“It rains. It pours. It stops.” ", BERG, " said. More.")

    assert told(says("Rain falls. So it is."), quoted) == [
        ("Rain falls.", "-", 0),
        ("So it is.", "-", 0),
        ("“It rains. It pours. It stops.”", "B", 1),
        ("Berg said.", "B", 1),
        ("More.", "B", 1),
    ]


def test_no_sentence_ends_within_a_credit_behind_a_lead_that_is_a_title():
    dean = Mention("B", "Berg, Dept. Rain. Weirs,")

    assert told(says(dean, " said so. It is."), lead=says("Rain over all the weirs")) == [
        ("Rain over all the weirs", "-", 0),
        ("Berg, Dept. Rain. Weirs, said so.", "B", 0),
        ("It is.", "B", 0),
    ]
