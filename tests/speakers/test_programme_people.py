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
