"""The pictures of the explorer: how names find room in them."""

import pytest

from bulletins.views.pictures import shortened


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
