"""Whose turn it is: on whose behalf somebody goes on to speak, and when a turn ends."""

import pytest

from bulletins.credited import Place
from bulletins.language import of
from bulletins.whose_turn import Turn, behalf_of, ends_turn, goes_on, turn_after, who_speaks

ENGLISH, CHINESE = of("en").SAYING, of("zh").SAYING
BEFORE = Turn(behalf=(("ada", "union"),))
ROSTER = {"ada", "ivo", "union", "bank"}


def credit(key, behalf=None, *, border=False):
    return Place(start=0, end=1, key=key, full=True, border=border, behalf=behalf)


@pytest.mark.parametrize(
    ("places", "turn", "told"),
    [
        ([credit("ada", "union")], Turn(), (("ada", "union"),)),
        ([credit("ada", "bank")], BEFORE, (("ada", "bank"),)),
        # Of two credits in a sentence either may tell, and the first that does counts.
        ([credit("ada"), credit("ada", "union")], Turn(), (("ada", "union"),)),
        ([credit("ada", "union"), credit("ada")], Turn(), (("ada", "union"),)),
        ([credit("ada", "union"), credit("ada", "bank")], Turn(), (("ada", "union"),)),
        # Whoever goes on speaks for whom she spoke before; credited anew without one, for nobody else.
        ([], BEFORE, (("ada", "union"),)),
        ([credit("ivo", "bank")], BEFORE, (("ada", "union"),)),
        ([credit("ada")], BEFORE, ()),
        # A border that an editor set is no credit.
        ([credit("ada", border=True)], BEFORE, (("ada", "union"),)),
        ([credit("ada", "nobody-listed")], BEFORE, ()),
        ([], Turn(), ()),
    ],
)
def test_one_speaks_on_behalf_of_whom_the_sentence_tells_or_else_as_before(places, turn, told):
    assert behalf_of(places, ("ada",), turn, ROSTER) == told


def test_who_is_not_in_the_roster_speaks_on_nobodys_behalf():
    assert behalf_of([credit("eva", "union")], ("eva",), Turn(), ROSTER) == ()


@pytest.mark.parametrize(
    ("places", "speaking", "ends"),
    [
        ([credit("guests")], ("guests",), True),
        ([credit("guests"), credit("ada")], ("ada", "guests"), True),
        ([credit("ada")], ("ada",), False),
        ([], ("guests",), False),
        ([credit("guests", border=True)], ("guests",), False),
    ],
)
def test_a_turn_ends_with_what_a_group_agreed_on_unless_an_editor_says_otherwise(places, speaking, ends):
    assert ends_turn(places, speaking, frozenset({"guests"})) == ends


@pytest.mark.parametrize(
    ("text", "saying", "speaking"),
    [
        ("According to her, rain pays.", ENGLISH, ("ada",)),
        ("She said that rain pays.", ENGLISH, ("ada",)),
        ("She was born in Fenmark.", ENGLISH, ()),
        ("Rain pays.", ENGLISH, ()),
        ("她指出，雨水免费。", CHINESE, ("ada",)),
    ],
)
def test_of_whom_a_sentence_told_speaks_in_the_next_where_it_lets_her_say_something(text, saying, speaking):
    assert who_speaks(text, [], Turn(subject=("ada",)), saying) == speaking


@pytest.mark.parametrize(
    ("text", "subject"),
    [("Delegates had covered much ground.", ("ada",)), ("Rain fell on the roof.", ())],
)
def test_who_spoke_may_go_on_behind_what_all_did(text, subject):
    assert turn_after(text, [], (), Turn(on=("ada",)), ENGLISH).subject == subject


@pytest.mark.parametrize(
    ("text", "goes"), [("Ada Berg proposed three works:", True), ("Ada Berg welcomed the guests:", False)]
)
def test_those_who_are_welcomed_in_a_list_say_nothing(text, goes):
    where = "sections[0].points[0].body[1].items[0][0]"

    assert goes_on("Rain gardens", where, "sections[0].points[0].body[0]", Turn(text=text), ENGLISH) == goes
