"""Notes of a round table, minutes and reports of committees: their heads, their lists of people, and who speaks."""

import pytest

from bulletins.document import points
from bulletins.inline import plain
from bulletins.manuscript import reader
from bulletins.statements import statements


def read(text, suffix="txt"):
    document = reader.read_bytes(text.encode(), f"a.{suffix}").document
    people = {one.speaker: (one.name, one.credit) for one in document.roster}
    said = [(people[key][0], one.text) for one in statements(document) for key in one.entries]
    return document, [*people.values()], said


NOTES = """\
Notes from the round table "Bread and cities"
Weir Room, 4 June 2026, about 35 people

The table met at nine in the room above the weir, as it does each year.

On the table: Ada Berg, baker; Ivo Lund, nutritionist at the Clinic of St. Anna; Omar de Wild, miller from Ulm.

Berg: because rents rise like dough and prices do not. She starts at two.

De Wild said that he could sell more.
"""


def test_a_line_of_place_and_date_below_the_title_is_none_of_it():
    result = reader.read_bytes(NOTES.encode(), "a.txt")

    assert (result.document.title, str(result.document.date)) == (
        'Notes from the round table "Bread and cities"',
        "2026-06-04",
    )
    assert [one.params["text"] for one in result.findings if one.code == "unplaced-text"] == [
        "Weir Room, 4 June 2026, about 35 people",
    ]


def test_the_text_below_the_head_does_not_go_on_with_its_last_line():
    assert [plain(one, read(NOTES)[0]) for one in read(NOTES)[0].lede] == [
        "The table met at nine in the room above the weir, as it does each year."
    ]


def test_whatever_stands_before_nothing_but_people_is_a_list_of_them():
    _, people, said = read(NOTES)

    assert people == [
        ("Ada Berg", "baker"),
        ("Ivo Lund", "nutritionist at the Clinic of St. Anna"),
        ("Omar de Wild", "miller from Ulm"),
    ]
    assert said == [
        ("Ada Berg", "Berg: because rents rise like dough and prices do not. She starts at two."),
        ("Omar de Wild", "De Wild said that he could sell more."),
    ]


@pytest.mark.parametrize(
    ("list_of_people", "people", "said"),
    [
        (
            "Present: Cllr Petra Berg (Mayor); Cllrs Ivo Lund, Ruth Vik. In attendance: the Clerk (Mr. K. Teal).",
            [("Ruth Vik", ""), ("K. Teal", "Clerk")],
            ["Ruth Vik", "K. Teal"],
        ),
        (
            "Present: Cllrs Ivo Lund, Eva Marsh and Ruth Vik. In attendance: Mr. K. Teal (Clerk).",
            [("Ruth Vik", ""), ("K. Teal", "Clerk")],
            ["Ruth Vik", "K. Teal"],
        ),
        (
            "In attendance: the Clerk (Mr. K. Teal), the Treasurer, Ms. Ruth Vik",
            [("Ruth Vik", "Treasurer"), ("K. Teal", "Clerk")],
            ["Ruth Vik", "K. Teal"],
        ),
    ],
)
def test_lists_in_one_paragraph_each_behind_its_label_are_of_those_people(list_of_people, people, said):
    text = f"{list_of_people}\n\nCllr Vik offered lanterns.\n\nThe Clerk advised that lights are old.\n"
    _, found, spoken = read(text.replace("Cllr Vik", "Ms. Vik"))

    assert (sorted(found), [name for name, _ in spoken]) == (sorted(people), said)


def test_a_heading_with_the_number_of_a_minute_is_a_line_of_its_own():
    document = read("Minutes\n\nIt rained.\n\n46/25 Apologies\nApologies were received from Mr. Fenn.\n")[0]

    assert [plain(point.body[0], document) for _, point in points(document)] == [
        "46/25 Apologies",
        "Apologies were received from Mr. Fenn.",
    ]


COMMITTEE = """\
Third Committee

The representative of Oyo Coast, Ada Berg, introduced an amendment on fishing rights.

The representative of Norland, Mr. Ivo Lund, said that it rains.

The representative of Sutland said that it does not.
"""


def test_a_delegate_who_has_a_name_speaks_and_not_the_country():
    assert read(COMMITTEE)[2] == [
        ("Ada Berg", "The representative of Oyo Coast, Ada Berg, introduced an amendment on fishing rights."),
        ("Ivo Lund", "The representative of Norland, Mr. Ivo Lund, said that it rains."),
        ("Sutland", "The representative of Sutland said that it does not."),
    ]


def test_people_of_all_trades_speak_in_chinese():
    _, people, said = read("“我就是贷的款。”民宿业主令狐野接过话头。\n\n市民端木晴说，钱要还。")

    assert people == [("令狐野", "民宿业主"), ("端木晴", "市民")]
    assert said == [
        ("令狐野", "“我就是贷的款。”民宿业主令狐野接过话头。"),
        ("端木晴", "市民端木晴说，钱要还。"),
    ]
