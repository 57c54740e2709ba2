"""Every door of the site, tried by everybody: tests/doors_table.txt says what becomes of it.

A line of outcomes, in the order of PEOPLE, then the doors that have them. A door without a row fails, and
so does a row without a door: whoever makes an address says whose it is.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from tests.doors import PEOPLE, make_office, outcomes, patterns

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


@pytest.mark.slow
@pytest.mark.django_db
def test_every_page_of_the_admin_says_in_its_title_what_it_is(client):
    office = make_office()
    client.force_login(User.objects.get(username="chief"))
    titles = {}
    for name, route, pattern in patterns():
        answer = client.get(office.address(name, route, pattern)) if name.startswith("admin:") else None
        if answer is not None and answer.status_code == 200 and "html" in answer["Content-Type"]:
            found = re.search(r"<title>(.*?)</title>", answer.text, re.DOTALL)
            titles[name] = " ".join(found[1].split()) if found else None

    # The search box is answered with a piece of a page; who logs out comes to the page of the log-in.
    assert [name for name, title in titles.items() if title is None] == ["admin:search"]
    shared = Counter(titles.values())
    assert {name for name, title in titles.items() if shared[title] > 1} == set()
    assert not any(title.startswith("Select ") for title in titles.values() if title)
