"""The pictures of the explorer: how names find room in them, and where the bars of years stand."""

import pytest

from bulletins.views.pictures import shortened, told_count, years


@pytest.mark.parametrize(
    ("name", "room", "shown"),
    [
        ("Water", 5, "Water"),
        ("Waters", 5, "Wate…"),
        ("雨水", 4, "雨水"),
        ("雨水花", 4, "雨…"),
        ("A b c", 3, "A…"),
    ],
)
def test_a_name_stands_as_it_is_where_it_has_room_and_else_as_much_of_it_as_has(name, room, shown):
    assert shortened(name, room) == shown


def test_each_year_has_a_bar_on_the_floor_as_tall_as_its_number_and_that_in_the_middle_above_it():
    picture = years(((2024, 0), (2025, 1), (2026, 300)), "/explore?year=")

    told = [(bar.x, bar.y, bar.height, bar.middle, bar.above, bar.count, bar.url) for bar in picture.bars]
    assert told == [
        (4, 102.0, 0.0, 17.0, 97.0, 0, "/explore?year=2024"),
        # However few: one sees that there is something.
        (38, 100.0, 2.0, 51.0, 95.0, 1, "/explore?year=2025"),
        (72, 18.0, 84.0, 85.0, 13.0, 300, "/explore?year=2026"),
    ]
    assert (picture.width, picture.height, picture.floor, picture.about) == (136, 122, 102, "")


def test_a_picture_grows_with_its_years_and_may_be_of_the_measure_of_another():
    picture = years([(year, 5) for year in range(2020, 2026)], "", highest=10, is_exact=False)

    assert (picture.width, {bar.height for bar in picture.bars}, picture.about) == (204, {42.0}, "≈")


@pytest.mark.parametrize(
    ("count", "is_exact", "told"),
    [
        (1, True, "1 statement"),
        (1200, True, "1,200 statements"),
        (1, False, "about 1 statement"),
        (1200, False, "about 1,200 statements"),
    ],
)
def test_a_number_of_statements_says_whether_it_is_estimated(count, is_exact, told):
    assert told_count(count, is_exact=is_exact) == told
