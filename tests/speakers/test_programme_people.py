"""Who appears in a row of a programme."""

import pytest

from speakers.programme_people import participants_of


@pytest.mark.parametrize(
    ("told", "name", "own_name"),
    [
        ({"name": "LINGHU Ya"}, "LINGHU Ya", ""),
        ({"name": "LINGHU Ya", "own name": "令狐野"}, "LINGHU Ya", "令狐野"),
        ({"name": "LINGHU Ya", "name zh": "令狐野"}, "LINGHU Ya", "令狐野"),
        ({"name": "令狐野", "name en": "LINGHU Ya"}, "LINGHU Ya", "令狐野"),
        ({"name": "LINGHU Ya", "name zh": "令狐野", "own name": "令狐雅"}, "LINGHU Ya", "令狐雅"),
    ],
)
def test_a_name_in_two_columns_is_one_in_two_languages_where_no_column_says_how_it_is_written(
    told, name, own_name
):
    assert [(one.name, one.own_name) for one in participants_of(told)] == [(name, own_name)]


@pytest.mark.parametrize(
    ("told", "title", "organisation"),
    [
        ({"name": "Ada Berg (Dean of Rain)"}, "Dean of Rain", ""),
        ({"name": "Ada Berg", "title": "Dean of Rain"}, "Dean of Rain", ""),
        ({"name": "Ada Berg", "organisation": "Rain School"}, "", "Rain School"),
    ],
)
def test_a_post_is_read_beside_a_name_only_where_no_column_tells_one(told, title, organisation):
    assert [(one.name, one.title, one.organisation) for one in participants_of(told)] == [
        ("Ada Berg", title, organisation)
    ]


@pytest.mark.parametrize("people", [1, 2])
def test_of_what_is_too_long_as_much_is_kept_as_there_is_place_for(people):
    cells = {"name": "N" * 201, "title": "T" * 301, "organisation": "O" * 301}
    told = {column: "; ".join([text] * people) for column, text in cells.items()}
    told["name"] = "; ".join(f"{number}{cells['name']}" for number in range(people))

    for one in participants_of(told | {"own name": "W" * 201}):
        assert (len(one.name), one.title, one.organisation) == (200, "T" * 300, "O" * 300)
        assert one.own_name == ("W" * 200 if people == 1 else "")
