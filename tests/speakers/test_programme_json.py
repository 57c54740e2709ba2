"""Programmes in JSON: what each export of pretalx and Indico becomes, row by row."""

import json

import pytest

from speakers.programme_json import HEADER, table_of


def rows(told):
    table = table_of(json.dumps(told))
    return None if table is None else [table[0] == HEADER, *table[1:]]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "1", "{}", '{"schedule": {}}', '{"results": []}', "[" * 100_000]
)
def test_what_is_no_programme_is_no_table(text):
    assert table_of(text) is None


def talk(**fields):
    return {"title": "Rain", "date": "2026-11-18T09:00:00+00:00", "duration": "01:30", **fields}


@pytest.mark.parametrize(
    ("told", "row"),
    [
        (talk(), ["Rain", "2026-11-18T09:00:00+00:00", "2026-11-18T10:30:00+00:00", "Hall", "", "", ""]),
        (
            talk(duration="2"),
            ["Rain", "2026-11-18T09:00:00+00:00", "2026-11-18T11:00:00+00:00", "Hall", "", "", ""],
        ),
        (talk(duration="long"), ["Rain", "2026-11-18T09:00:00+00:00", "", "Hall", "", "", ""]),
        (talk(duration="9" * 20), ["Rain", "2026-11-18T09:00:00+00:00", "", "Hall", "", "", ""]),
        (talk(date="soon"), ["Rain", "soon", "", "Hall", "", "", ""]),
        (talk(date=None, room=" Yard "), ["Rain", "", "", "Yard", "", "", ""]),
        (
            talk(title={"de": "Regen", "en": "Rain"}),
            ["Rain", "2026-11-18T09:00:00+00:00", "2026-11-18T10:30:00+00:00", "Hall", "", "", ""],
        ),
        (
            talk(title={"de": "Regen"}),
            ["Regen", "2026-11-18T09:00:00+00:00", "2026-11-18T10:30:00+00:00", "Hall", "", "", ""],
        ),
    ],
)
def test_a_talk_of_a_pretalx_schedule_is_a_row(told, row):
    days = [{"rooms": {"Hall": [told, "no talk"]}}, {"rooms": []}, "no day"]

    assert rows({"schedule": {"conference": {"days": days}}}) == [True, row]


def test_a_talk_of_two_has_a_row_for_each():
    persons = [{"public_name": "Ada Berg", "name": "A. B."}, {"name": "Ivo Lund"}, "nobody"]
    told = {
        "schedule": {
            "conference": {"days": [{"rooms": {"Hall": [talk(date="", duration="", persons=persons)]}}]}
        }
    }

    assert rows(told) == [
        True,
        *(["Rain", "", "", "Hall", name, "", ""] for name in ("Ada Berg", "Ivo Lund")),
    ]


def test_talks_as_pretalx_answers_them_have_a_row_for_each_slot_and_person():
    results = [
        {
            "title": "Rain",
            "slot": {"start": "9", "end": "10", "room": {"name": {"en": "Hall"}}},
            "slots": [{"start": "11", "end": "12", "room": {"en": "Yard"}}, "none"],
            "speakers": [{"name": "Ada Berg"}, {"name": "Ivo Lund"}],
        },
        {"title": "Snow", "slot": {"start": "1", "end": "2", "room": "Roof"}},
        {"title": "Not placed yet", "slot": None},
    ]

    assert rows({"results": results}) == [
        True,
        ["Rain", "9", "10", "Hall", "Ada Berg", "", ""],
        ["Rain", "9", "10", "Hall", "Ivo Lund", "", ""],
        ["Rain", "11", "12", "Yard", "Ada Berg", "", ""],
        ["Rain", "11", "12", "Yard", "Ivo Lund", "", ""],
        ["Snow", "1", "2", "Roof", "", "", ""],
    ]


def moment(time="09:00:00", zone="Europe/Zurich"):
    return {"date": "2026-11-18", "time": time, "tz": zone}


NINE, TEN = "2026-11-18T09:00:00+01:00", "2026-11-18T10:00:00+01:00"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"room": "Hall", "location": "City"}, [["Rain", NINE, TEN, "Hall", "", "", ""]]),
        ({"location": "City"}, [["Rain", NINE, TEN, "City", "", "", ""]]),
        (
            {
                "conveners": [{"firstName": "Ada", "familyName": "Berg", "affiliation": "Weir Office"}],
                "chairs": [{"first_name": "Ivo", "last_name": "Lund"}],
                "presenters": [{"familyName": "Hill"}],
                "speakers": [{"fullName": "Eva Hall"}],
                "primaryauthors": [{"name": "Bo Lee", "firstName": "B."}],
            },
            [
                ["Rain", NINE, TEN, "", "Ada Berg", "Weir Office", "moderator"],
                ["Rain", NINE, TEN, "", "Ivo Lund", "", "moderator"],
                ["Rain", NINE, TEN, "", "Hill", "", ""],
                ["Rain", NINE, TEN, "", "Eva Hall", "", ""],
                ["Rain", NINE, TEN, "", "Bo Lee", "", ""],
            ],
        ),
        (
            {"entries": {"x": {"title": "Part", "startDate": moment(), "endDate": moment()}}},
            [["Part", NINE, NINE, "", "", "", ""]],
        ),
        (
            {
                "conveners": [{"name": "Ada"}],
                "contributions": [{"title": "Part", "startDate": moment(), "endDate": moment()}],
            },
            [["Rain", NINE, TEN, "", "Ada", "", "moderator"], ["Part", NINE, NINE, "", "", "", ""]],
        ),
        ({"endDate": "soon"}, [["Rain", NINE, "", "", "", "", ""]]),
        ({"endDate": moment(zone="No/Where")}, [["Rain", NINE, "2026-11-18T09:00:00", "", "", "", ""]]),
        ({"endDate": moment(zone="")}, [["Rain", NINE, "2026-11-18T09:00:00", "", "", "", ""]]),
        ({"endDate": moment(time="nine")}, [["Rain", NINE, "2026-11-18Tnine", "", "", "", ""]]),
    ],
)
def test_an_entry_of_indico_is_a_row_for_each_person_with_the_parts_below(entry, expected):
    told = {"title": "Rain", "startDate": moment(), "endDate": moment("10:00:00"), **entry}

    assert rows({"results": {"20261118": {"e1": told}}}) == rows({"results": [told]}) == [True, *expected]


@pytest.mark.parametrize(("depth", "found"), [(8, 1), (9, 0)])
def test_no_deeper_is_looked_than_any_timetable_goes(depth, found):
    told = {"title": "Rain", "startDate": moment(), "endDate": moment()}
    for _ in range(depth):
        told = {"x": told}

    assert len(rows({"results": told}) or [True]) - 1 == found
