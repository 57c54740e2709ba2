"""When sessions are, in which order, and when they are over; what they are called in each language."""

import datetime

import pytest

from forum.models import Edition, Forum, Session
from tests.factories import make_edition
from tests.stirred import stir

DAY = datetime.date(2026, 11, 18)
FORUM = Forum(
    slug="rain",
    name="Rain Forum",
    names={"zh": "雨论坛"},
    publisher="Office of Rain",
    publisher_names={"zh": "雨办"},
    abouts={"zh": "谈雨。"},
)
EDITION = Edition(
    forum=FORUM, year=2026, theme="Rain", themes={"zh": "雨"}, venue="Hall", venues={"zh": "厅"}
)
SESSION = Session(
    pk=7,
    edition=EDITION,
    title="Wells",
    titles={"zh": "井"},
    theme="Water",
    themes={"zh": "水"},
    room="Room 2",
    rooms={"zh": "二号室"},
)


def at(hour, day=DAY, minute=0):
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("language", "forum", "edition", "session"),
    [
        (
            "zh",
            ["雨论坛", "雨办", "谈雨。"],
            ["雨", "厅"],
            ["井", "水", "二号室", ("二号室", "厅")],
        ),
        (
            "fr",
            ["Rain Forum", "Office of Rain", "谈雨。"],
            ["Rain", "Hall"],
            ["Wells", "Water", "Room 2", ("Room 2", "Hall")],
        ),
    ],
)
def test_each_is_called_as_it_is_known_in_a_language_or_else_as_it_is_known(
    language, forum, edition, session
):
    assert [FORUM.name_in(language), FORUM.publisher_in(language), FORUM.about_in(language)] == forum
    assert [EDITION.theme_in(language), EDITION.venue_in(language)] == edition
    assert [
        SESSION.name_in(language),
        SESSION.theme_in(language),
        SESSION.room_in(language),
        SESSION.venue_in(language),
    ] == session


def test_a_forum_is_found_by_every_name_of_its_own_and_of_its_publisher():
    assert FORUM.all_names() == ["Rain Forum", "雨论坛", "Office of Rain", "雨办"]
    assert (Forum(name="Snow").about_in("en"), SESSION.get_absolute_url()) == ("", "/rain/2026/sessions/7/")


@pytest.mark.parametrize(
    ("hours", "day"),
    [
        ({"starts_at": at(9)}, DAY),
        # In Shanghai, where the site's clock is, it is the next morning.
        ({"starts_at": at(20)}, datetime.date(2026, 11, 19)),
        ({"date": DAY}, DAY),
        ({}, None),
    ],
)
def test_a_start_tells_the_day_by_the_clock_of_the_site(hours, day):
    assert Session(**hours).day == day


@pytest.mark.django_db
def test_sessions_come_by_the_clock_and_are_over_when_their_hour_or_their_day_is():
    edition = make_edition()
    hours = {
        "b ends": {"starts_at": at(9), "ends_at": at(10)},
        "a ends": {"starts_at": at(9), "ends_at": at(11)},
        "begins": {"starts_at": at(8)},
        "a day": {"date": DAY},
        "the day before": {"date": DAY - datetime.timedelta(days=1)},
        "unknown": {},
    }
    for title, known in hours.items():
        Session.objects.create(edition=edition, title=title, **known)

    def over(moment):
        return [one.title for one in Session.objects.over(moment)]

    tomorrow = at(3, DAY + datetime.timedelta(days=1))
    assert [one.title for one in Session.objects.in_order()] == [
        "the day before",
        "a day",
        "begins",
        "a ends",
        "b ends",
        "unknown",
    ]
    assert (over(at(8)), over(at(8, minute=1))) == (["the day before"], ["begins", "the day before"])
    assert (over(at(10)), over(at(10, minute=1))) == (
        ["begins", "the day before"],
        ["b ends", "begins", "the day before"],
    )
    assert over(tomorrow) == ["a ends", "b ends", "begins", "a day", "the day before"]


@pytest.mark.django_db
def test_of_sessions_of_one_title_at_one_time_the_first_that_was_stored_comes_first():
    both = [Session.objects.create(edition=make_edition(), title="Opening", starts_at=at(9)) for _ in "ab"]
    stir(Session)

    assert list(Session.objects.in_order()) == both
    assert list(Session.objects.over(at(10))) == both
