"""Every door of the site, tried by everybody: tests/doors_table.txt says what becomes of it.

A line of outcomes, in the order of PEOPLE, then the doors that have them. A door without a row fails, and
so does a row without a door: whoever makes an address says whose it is.
"""

from pathlib import Path

import pytest

from tests.doors import PEOPLE, make_office, outcomes

TABLE = Path(__file__).resolve().parents[1] / "doors_table.txt"


def expected():
    """Read the table: what each of PEOPLE meets at each door."""
    rows, met = {}, []
    for line in TABLE.read_text().splitlines():
        if line.startswith("    "):
            assert line.strip() not in rows, "a door has one row"
            rows[line.strip()] = met
        elif line and not line.startswith("#"):
            met = line.split()
            assert len(met) == len(PEOPLE)
    return rows


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("person", PEOPLE)
def test_every_door_opens_for_those_it_is_for(person):
    place = PEOPLE.index(person)

    assert outcomes(person, make_office()) == {door: met[place] for door, met in expected().items()}
