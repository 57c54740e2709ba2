"""The pictures of the explorer: how names find room in them, and where the bars of years stand."""

import pytest

from bulletins.models import Statement, Topic
from bulletins.views import pictures
from bulletins.views.pictures import Square, Stripe, shortened, told_count, topics_of, years, years_alone


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


def test_a_bar_is_drawn_to_a_tenth():
    assert [bar.height for bar in years(((2025, 5), (2026, 9)), "").bars] == [46.7, 84.0]
    assert [bar.height for bar in years(((2026, 1),), "").bars] == [84.0]


def test_years_without_a_statement_have_bars_without_height():
    assert [bar.height for bar in years(((2025, 0), (2026, 0)), "").bars] == [0.0, 0.0]


def test_of_one_year_alone_there_is_nothing_to_see():
    counts = ((2025, 1), (2026, 2))

    assert years_alone(counts[:1], speaker="berg-ada").bars == []
    assert [bar.url for bar in years_alone(counts, speaker="berg-ada").bars] == [
        "/explore/statements/?speaker=berg-ada&year=2025",
        "/explore/statements/?speaker=berg-ada&year=2026",
    ]


def test_the_number_of_a_cell_stands_in_its_middle():
    assert Square(10, 20, 1, 0, False, "", "").middle == (31.5, 37.5)


@pytest.fixture
def two_on_water_one_on_roads(say):
    for name in ("Water", "Roads"):
        Topic.objects.create(slug=name.lower(), name=name)
    say(("rain fell.", "said so."), ("rain falls.", "said so."), topics=("water",), title="One")
    say(("roads broke.", "said so."), topics=("roads",), title="Two")


@pytest.mark.django_db
def test_each_topic_has_a_bar_as_long_as_its_number_the_longest_first(two_on_water_one_on_roads):
    assert topics_of(Statement.objects.all(), year="2026") == [
        Stripe("Water", 2, 300, "/explore/statements/?year=2026&topic=water"),
        Stripe("Roads", 1, 150, "/explore/statements/?year=2026&topic=roads"),
    ]


@pytest.mark.django_db
def test_however_few_statements_are_on_a_topic_one_sees_that_there_are_some(
    two_on_water_one_on_roads, monkeypatch
):
    monkeypatch.setattr(pictures, "LONG", 2)

    assert [one.width for one in topics_of(Statement.objects.all())] == [2, 2]


@pytest.mark.django_db
def test_of_one_topic_alone_there_is_nothing_to_see(two_on_water_one_on_roads):
    assert topics_of(Statement.objects.filter(passage__publication__title="Two")) == []


@pytest.mark.django_db
def test_of_many_topics_the_first_twelve_have_bars(say):
    slugs = list("abcdefghijklm")
    for slug in slugs:
        Topic.objects.create(slug=slug, name=slug)
    say(("rain fell.", "said so."), topics=tuple(slugs))

    assert [one.name for one in topics_of(Statement.objects.all())] == slugs[:12]


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
