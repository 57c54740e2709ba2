"""A calendar's events: when each begins and ends, in whose time, how often, and what is wrong with it."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from forum.isolation import RefusedError
from speakers.programme_calendar import MOST_REPEATS, MOST_ROWS, Event, Fault, events_of, plain

DAYS = (datetime.date(2026, 11, 18), datetime.date(2026, 11, 19))


def calendar(*events, head=""):
    text = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{head}{text}END:VCALENDAR\n".replace("\n", "\r\n")


def read(*events, head="", days=None):
    return events_of(calendar(*events, head=head), days)


def spans(found):
    return [f"{one.start:%d %H:%M}–{one.end:%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("told", "span"),
    [
        ("DTSTART:20261118T090000\nDTEND:20261118T103000", "18 09:00–18 10:30"),
        ("DTSTART:20261118T090000", "18 09:00–18 10:00"),
        ("DTSTART:20261118T090000\nDURATION:PT2H", "18 09:00–18 11:00"),
        ("DTSTART;VALUE=DATE:20261118", "18 09:00–18 18:00"),
        ("DTSTART;VALUE=DATE:20261118\nDTEND;VALUE=DATE:20261119", "18 09:00–18 18:00"),
        ("DTSTART;VALUE=DATE:20261118\nDTEND;VALUE=DATE:20261121", "18 09:00–20 18:00"),
        ("DTSTART;VALUE=DATE:20261118\nDURATION:P1D", "18 09:00–19 09:00"),
    ],
)
def test_an_event_lasts_as_long_as_it_says(told, span):
    (found,) = read(f"SUMMARY:Rain\nLOCATION:Hall\n{told}")

    assert (found.title, found.room, spans([found])) == ("Rain", "Hall", [span])
    assert found.start.tzinfo is None


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("DTSTART:20261118T090000", Fault("untitled")),
        ("SUMMARY:Rain", Fault("untitled")),
        ("DTSTART:20261118T090000\nRRULE:FREQ=DAILY;COUNT=2", Fault("untitled")),
        ("SUMMARY:Rain\nDTSTART:20261118T090000\nDTSTART:20261118T100000", Fault("twice", "DTSTART")),
        (
            "SUMMARY:Rain\nDTSTART:20261118T090000\nDTEND:20261118T09\nDTEND:20261118T10",
            Fault("twice", "DTEND"),
        ),
        ("SUMMARY:Rain\nDTSTART:20261118T090000\nDURATION:PT1H\nDURATION:PT2H", Fault("twice", "DURATION")),
        (f"SUMMARY:{'R' * 99}\nDTSTART:20261118T090000\nSTATUS:cancelled", Fault("cancelled", "R" * 80)),
        ("SUMMARY:Rain\nDTSTART:20261318T090000", Fault("no-date", "20261318T090000")),
        ("SUMMARY:Rain\nDTSTART:18991231T090000", Fault("no-date", "18991231T090000")),
        ("SUMMARY:Rain\nDTSTART:22000101T090000", Fault("no-date", "22000101T090000")),
        ("SUMMARY:Rain\nDTSTART:20261118T090000\nDTEND:soon", Fault("no-date", "soon")),
        ("SUMMARY:Rain\nDTSTART:20261118T090000\nDURATION:long", Fault("no-duration", "long")),
        ("SUMMARY:Rain\nDTSTART:20261118T090000\nDURATION:P999999999D", Fault("no-duration", "P999999999D")),
        ("SUMMARY:Rain\nDTSTART:20261118T090000\nRRULE:FREQ=DAILY", Fault("repeats")),
        (
            "SUMMARY:Rain\nDTSTART:20261118T090000\nRRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2",
            Fault("repeats"),
        ),
    ],
)
def test_what_is_wrong_with_an_event_is_told_by_a_word(told, fault):
    assert read(told) == [fault]


@pytest.mark.parametrize("year", [1900, 2199])
def test_years_within_the_bounds_are_read(year):
    (found,) = read(f"SUMMARY:Rain\nDTSTART:{year}0101T090000")

    assert found.start.year == year


def test_of_texts_told_twice_the_first_counts():
    (found,) = read("SUMMARY:Rain\nSUMMARY:Snow\nLOCATION:Hall\nLOCATION:Yard\nDTSTART:20261118T090000")

    assert (found.title, found.room) == ("Rain", "Hall")


ZONE = (
    "BEGIN:VTIMEZONE\nTZID:{}\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300\n"
    "END:STANDARD\nEND:VTIMEZONE\n"
)


@pytest.mark.parametrize(
    ("head", "start", "offset"),
    [
        ("", "DTSTART:20261118T090000Z", 0),
        ("", "DTSTART;TZID=Asia/Shanghai:20261118T090000", 8),
        ("X-WR-TIMEZONE:Asia/Shanghai\n", "DTSTART:20261118T090000", 8),
        ("X-WR-TIMEZONE:Asia/Shanghai\n", "DTSTART:20261118T090000Z", 0),
        ("X-WR-TIMEZONE:Asia/Shanghai\n", "DTSTART;VALUE=DATE:20261118", 8),
        ("X-WR-TIMEZONE:No/Where\n", "DTSTART:20261118T090000", None),
        (ZONE.format("Ours"), "DTSTART;TZID=Ours:20261118T090000", 3),
        (ZONE.format("Asia/Shanghai"), "DTSTART;TZID=Asia/Shanghai:20261118T090000", 8),
    ],
)
def test_a_moment_is_in_the_time_that_it_or_its_calendar_tells(head, start, offset):
    (found,) = read(f"SUMMARY:Rain\n{start}", head=head)

    assert f"{found.start:%Y-%m-%d %H:%M}" == "2026-11-18 09:00"
    assert found.start.utcoffset() == (None if offset is None else datetime.timedelta(hours=offset))


RAIN = "SUMMARY:Rain\nUID:1\nDTSTART:20261117T090000\nDTEND:20261117T093000"


@pytest.mark.parametrize(
    ("told", "days", "expected"),
    [
        ("RRULE:FREQ=DAILY;COUNT=2", None, ["17 09:00–17 09:30", "18 09:00–18 09:30"]),
        ("RRULE:FREQ=DAILY;UNTIL=20261118T235959", None, ["17 09:00–17 09:30", "18 09:00–18 09:30"]),
        ("RRULE:FREQ=DAILY", DAYS, ["18 09:00–18 09:30", "19 09:00–19 09:30"]),
        ("RDATE:20261120T080000", None, ["17 09:00–17 09:30", "20 08:00–20 08:30"]),
        (
            "RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261118T090000",
            None,
            ["17 09:00–17 09:30", "19 09:00–19 09:30"],
        ),
    ],
)
def test_an_event_that_repeats_is_one_for_each_time(told, days, expected):
    assert spans(read(f"{RAIN}\n{told}", days=days)) == expected


def test_a_time_that_was_moved_is_the_event_that_it_became():
    moved = "SUMMARY:Snow\nUID:1\nRECURRENCE-ID:20261118T090000\nDTSTART:20261118T140000"
    other = "SUMMARY:Hail\nUID:2\nRECURRENCE-ID:20261117T090000\nDTSTART:20261118T150000"

    found = read(f"{RAIN}\nRRULE:FREQ=DAILY;COUNT=2", moved, other)

    assert [(one.title, one.start.day, one.start.hour) for one in found] == [
        ("Rain", 17, 9),
        ("Snow", 18, 14),
        ("Hail", 18, 15),
    ]


def test_no_more_times_and_no_more_events_are_read_than_a_programme_has():
    often = read("SUMMARY:Rain\nDTSTART:20261117T090000\nRRULE:FREQ=HOURLY;COUNT=999")
    many = read(*["SUMMARY:Rain\nDTSTART:20261117T090000"] * (MOST_ROWS + 2))

    assert (len(often), len(many)) == (MOST_REPEATS + 1, MOST_ROWS + 1)


@pytest.mark.parametrize("text", ["BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n"])
def test_a_calendar_that_breaks_off_is_damaged(text):
    with pytest.raises(RefusedError) as refused:
        events_of(text)

    assert (refused.value.code, refused.value.template) == (
        "damaged",
        "The calendar file is damaged. Export it anew.",
    )


def test_a_text_has_no_codes_and_ends_where_a_cell_does():
    assert [code for code in range(0x110000) if plain(f"a{chr(code)}b") == "ab"] == [
        *(code for code in range(32) if chr(code) not in "\t\n\r"),
        *(127, 0xFFFE, 0xFFFF),
    ]
    assert plain(" a\x00\x0b\x1fb\tc\ufffe ") == "ab\tc"
    assert len(plain("x" * 3000)) == 2000


def test_a_zone_of_a_day_is_the_calendar_s():
    (found,) = read("SUMMARY:Rain\nDTSTART;VALUE=DATE:20261118", head="X-WR-TIMEZONE:Asia/Shanghai\n")

    assert found == Event(
        "Rain",
        "",
        datetime.datetime(2026, 11, 18, 9, tzinfo=ZoneInfo("Asia/Shanghai")),
        datetime.datetime(2026, 11, 18, 18, tzinfo=ZoneInfo("Asia/Shanghai")),
    )


def test_a_zone_is_what_its_own_calendar_says_and_not_what_another_said():
    zone = ZONE.format("Office")
    offsets = [
        read("SUMMARY:Rain\nDTSTART;TZID=Office:20261118T090000", head=head)[0].start.utcoffset()
        for head in (zone, zone.replace("+0300", "+0530"))
    ]

    assert offsets == [datetime.timedelta(hours=3), datetime.timedelta(hours=5, minutes=30)]
