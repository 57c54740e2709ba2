"""Who is credited, and who is not."""

import msgspec
import pytest

from bulletins.checks import Facts, check
from bulletins.document import Mention, RosterEntry, Text
from tests.bulletins.checks.content import ADA, BODY, IVO, bulletin, places


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            bulletin((Mention("x", "Eva Hill, Poet"), Text(" sang."))),
            [("mention-not-in-roster", BODY), ("roster-unquoted", "roster[0]")],
        ),
        (bulletin(roster=(ADA, IVO)), [("roster-unquoted", "roster[1]")]),
        (bulletin(roster=(ADA, msgspec.structs.replace(IVO, role="moderator"))), []),
        (
            bulletin(roster=(msgspec.structs.replace(ADA, credit=""),)),
            [("credit-missing", "roster[0].credit")],
        ),
        (
            bulletin((Mention("berg-ada", "Ada Berg, Head of Drains, City of Ulm"), Text(" said so."))),
            [("credit-mismatch", BODY)],
        ),
        (
            bulletin(
                (Mention("berg-ada", "Ada Berg (Head of Drains, City of Ulm-on-Sea)"), Text(" said so."))
            ),
            [],
        ),
        (
            bulletin(
                (Mention("berg-ada"), Text(" spoke, and ")), (Mention("berg-ada", "Berg"), Text(" closed."))
            ),
            [("sentence-without-end", BODY)],
        ),
        (bulletin((Text("As "), Mention("berg-ada"), Text(" and Ida Bergg said."))), []),
        (bulletin((Mention("berg-ada", "Ada Berg"), Text(" said so."))), []),
        (bulletin((Mention("berg-ada", "the Head of Drains, Berg"), Text(" said so."))), []),
        (bulletin(roster=(msgspec.structs.replace(ADA, name="Amelia Berg"),), title="Works"), []),
    ],
)
def test_credits_and_the_roster_tell_of_the_same_people(content, expected):
    assert places(content) == expected


@pytest.mark.parametrize(
    ("entry", "printed", "agrees"),
    [
        (ADA, "Cllr Ada Berg, Head of Drains, City of Ulm-on-Sea", True),
        (RosterEntry(speaker="lin-mo", name="林墨", credit="雨水研究院院长"), "雨水研究院院长林墨教授", True),
        (
            RosterEntry(speaker="lin-mo", name="林墨", credit="雨水研究院院长"),
            "雨水研究院所长林墨教授",
            False,
        ),
        # Before a name running text may put four letters or three words that the roster has not, no more.
        (ADA, "Senior Weir Adviser Ada Berg", True),
        (ADA, "Senior Weir Works Adviser Ada Berg", False),
        (RosterEntry(speaker="lin-mo", name="林墨", credit="雨水研究院院长"), "高级顾问林墨", True),
        (RosterEntry(speaker="lin-mo", name="林墨", credit="雨水研究院院长"), "高级总顾问林墨", False),
        (
            RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Weir Office Coordinator"),
            "Weir Office Coordinator Ms. Ada Berg",
            True,
        ),
        (
            RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="The Minister for Coasts"),
            "The Minister for Coasts (Mr. Ivo Lund)",
            True,
        ),
        (
            RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="The Minister for Coasts"),
            "The Minister for the Rain of all Towns (Mr. Ivo Lund)",
            False,
        ),
        (
            RosterEntry(speaker="linghu-ye", name="令狐野", credit="芦汀市议会主席"),
            "芦汀市议会主席令狐野议员",
            True,
        ),
    ],
)
def test_an_honorific_beside_a_name_is_no_other_credit(entry, printed, agrees):
    content = bulletin((Mention(entry.speaker, printed), Text(" said so.")), roster=(entry,))

    assert ("credit-mismatch" not in {one.code for one in check(content)}) == agrees


def test_a_name_a_letter_off_is_told_with_the_right_one():
    roster = (RosterEntry(speaker="berg-ada", name="Amelia Lindqvist", credit="Poet"),)
    (finding,) = check(bulletin((Mention("berg-ada"), Text(" agreed with Amelia Lindkvist.")), roster=roster))
    assert (finding.code, finding.fix.old, finding.fix.new) == (
        "name-near-miss",
        "Amelia Lindkvist",
        "Amelia Lindqvist",
    )


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("Li Xuan", "Li Xuen", False),
        ("Li Xuang", "Li Xueng", True),
        ("Li Xuangmuo", "Li Xiengmuo", False),
        ("M Amelia Lindqvist", "Amelia Lindqvist", False),
    ],
)
def test_of_names_with_eight_letters_and_more_one_letter_may_be_wrong(name, typed, told):
    roster = (RosterEntry(speaker="li", name=name, credit="Poet"),)

    found = check(bulletin((Mention("li"), Text(f" agreed with {typed}.")), roster=roster))

    assert [one.fix.new for one in found if one.code == "name-near-miss"] == [name] * told


@pytest.mark.parametrize(
    ("name", "printed", "told"),
    [
        ("J. M. Lindqvist", "M. J. Lindqvist", True),
        ("J. M. Lindqvist", "J. M. Lyndqwist", True),
        ("J. M. Lindqvist", "J. M. Lyndqwyst", False),
        ("J. M. Lindqvist", "J. Lindqvist", False),
        ("J. Lindqvist", "J. M. Lindqvist", True),
        ("J. M. Lindqvist", "J M Lindqvist", False),
    ],
)
def test_initials_in_another_order_are_a_slip_and_those_left_out_are_none(name, printed, told):
    roster = (RosterEntry(speaker="a", name=name, credit="Poet"),)

    found = check(bulletin((Mention("a"), Text(" met "), Mention("x", printed), Text(".")), roster=roster))

    assert [one.fix.new for one in found if one.code == "name-near-miss"] == [name] * told


def test_a_family_name_that_two_people_share_is_ambiguous():
    roster = (ADA, RosterEntry(speaker="berg-eva", name="Eva Berg", credit="Poet"))
    body = (
        Mention("berg-ada"),
        Text(" and "),
        Mention("berg-eva"),
        Text(" met; "),
        Mention("berg-ada", "Berg"),
        Text(" won."),
    )
    assert places(bulletin(body, roster=roster)) == [("ambiguous-short-mention", BODY)]


def test_one_person_twice_in_the_roster_is_told():
    roster = (ADA, RosterEntry(speaker="berg-2", name="BERG Ada", credit="Poet"))
    body = (Mention("berg-ada"), Text(" and "), Mention("berg-2"), Text(" met."))
    assert places(bulletin(body, roster=roster)) == [("duplicate-person", "roster[1]")]
    apart = Facts(apart=frozenset({frozenset({"berg-ada", "berg-2"})}))
    assert places(bulletin(body, roster=roster), apart) == []


POET = "Poet, House of Rain"


@pytest.mark.parametrize(
    ("one", "other", "credit", "is_told"),
    [
        ("Birgit Halvor", "Birgit Halver", POET, True),
        ("Birgit Halvor", "Birgit Halverd", POET, True),
        ("Birgit Halvor", "Birgit Hulverd", POET, False),
        ("Ada Moor", "Ada Moon", POET, True),
        ("Eva Lee", "Eva Lea", POET, False),
        ("Birgit Halvor", "Birgit Halver", "", False),
        ("Birgit Halvor", "Halvor Birgit", "", True),
    ],
)
def test_two_whose_names_differ_by_a_letter_or_two_under_one_credit_look_like_one_person(
    one, other, credit, is_told
):
    roster = tuple(RosterEntry(speaker=name, name=name, credit=credit) for name in (one, other))

    told = [
        finding.params for finding in check(bulletin(roster=roster)) if finding.code == "duplicate-person"
    ]

    assert told == ([{"one": one, "other": other}] if is_told else [])
