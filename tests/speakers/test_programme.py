"""Programmes: read first, row by row; taken over in one go, and only once."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from forum.refusal import Refusal
from speakers.programme import read_programme
from speakers.programme_people import Participant

TABLE = """session,date,start,end,room,name,title,organisation,role
Rain at Noon,2026-11-18,09:30,11:00,Hall 2,Ada Berg,Head of Drains,City of Ulm-on-Sea,keynote
,,,,,Ivo Lund,Dean,Academy of Rain,
Dry Streets,2026-11-18,14:00,15:00,Hall 3,李小明,院长,雨水学院,speech
"""


def participants(programme):
    return [
        (session.title, [participant.name for participant in people])
        for session, people in programme.sessions.items()
    ]


def workbook(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_table_is_read_with_rows_that_go_on_with_the_session_above():
    assert participants(read_programme(TABLE.encode())) == [
        ("Rain at Noon", ["Ada Berg", "Ivo Lund"]),
        ("Dry Streets", ["李小明"]),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_chinese_headings_are_understood_in_either_encoding(encoding):
    table = "会议\t日期\t开始\t姓名\t职务\t单位\n雨水论坛\t2026年11月18日\t9:30\t李小明\t院长\t雨水学院\n"

    (row,) = read_programme(table.encode(encoding)).rows

    assert row.participant == Participant("李小明", "", "院长", "雨水学院")


def test_excel_dates_and_times_are_read_as_they_are():
    rows = [
        ["Session", "Date", "Start", "End", "Name"],
        [
            "Rain at Noon",
            datetime.datetime(2026, 11, 18),  # noqa: DTZ001 (Excel has no time zones)
            datetime.time(9, 30),
            datetime.time(11),
            "Ada Berg",
        ],
    ]

    (session,) = read_programme(workbook(rows)).sessions

    assert (session.start.strftime("%d %H:%M"), session.end.strftime("%H:%M")) == ("18 09:30", "11:00")


def test_a_calendar_gives_its_sessions():
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "SUMMARY:Rain at Noon\r\nLOCATION:Hall 2\r\n"
        "DTSTART:20261118T013000Z\r\nDTEND:20261118T030000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    programme = read_programme(calendar.encode())

    assert [(session.title, session.room) for session in programme.sessions] == [("Rain at Noon", "Hall 2")]
    assert [(row.number, row.error) for row in programme.errors] == [
        (2, "The event has no title or no start.")
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("Rain,18 Nov,9:00,10:00,,A B,,,", "“18 Nov” is no date. Write it as 2026-11-18."),
        ("Rain,2026-11-18,nine,10:00,,A B,,,", "The start “nine” is no time. Write it as 09:30."),
        ("Rain,2026-11-18,11:00,10:00,,A B,,,", "The end 10:00 is not after the start."),
        (
            "Rain,2026-11-18,9:00,10:00,,A B,,,king",
            "“king” is no role. There are: speech, thematic report, keynote, moderator, panelist, host.",
        ),
    ],
)
def test_a_row_that_cannot_be_read_says_why_and_the_others_stay(cells, told):
    programme = read_programme((TABLE + cells + "\n").encode())

    assert [(row.number, row.error) for row in programme.errors] == [(5, told)]
    assert len(programme.sessions) == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b" \n", "The file is empty."),
        (b"PK\x03\x04nonsense", "damaged or encrypted"),
        (b"\x00\x01\x02\x00binary", "neither a CSV"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "calendar file is damaged"),
        (("name\n" + "x\n" * 5001).encode(), "more than 5000 rows"),
    ],
)
def test_a_file_that_is_no_programme_gets_one_sentence(data, told):
    with pytest.raises(match=told):
        read_programme(data)


def spreadsheet(rows):
    """An XLSX file with these bytes in the place of its first sheet's rows."""
    book, plain, forged = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(forged, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            sheet = (
                b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            )
            target.writestr(name, sheet + rows if name.endswith("sheet1.xml") else source.read(name))
    return forged.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        spreadsheet(b"<row><oops"),
        spreadsheet(b"<row/>" * 5_000_000),
        b'session,name\n"' + b"a" * 200_000 + b'",Ada\n',
    ],
    ids=["no XML", "large when unpacked", "an endless cell"],
)
def test_files_made_to_break_the_reader_are_refused(data):
    with pytest.raises(Refusal):
        read_programme(data)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_days_that_no_calendar_of_ours_has_are_told(day):
    table = f"session,date,start,name\nRain,{day},23:30,Ada Berg\n".encode()
    event = f"BEGIN:VEVENT\nUID:1\nSUMMARY:Rain\nDTSTART:{day.replace('-', '')}T233000\nEND:VEVENT"
    calendar = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{event}\nEND:VCALENDAR\n".encode()

    assert [len(read_programme(data).errors) for data in (table, calendar)] == [1, 1]


def test_an_event_lasts_as_long_as_it_says_and_one_that_repeats_for_ever_is_told():
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Rain\r\nDTSTART:20261118T013000Z\r\n"
        "DURATION:PT90M\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Dew\r\nDTSTART:20261118T013000Z\r\n"
        "RRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    programme = read_programme(calendar.encode())

    assert [session.end - session.start for session in programme.sessions] == [datetime.timedelta(minutes=90)]
    assert [(row.number, row.error) for row in programme.errors] == [
        (2, "The event repeats without an end. List each session of its own.")
    ]


def calendar(*events):
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        *(
            line
            for number, event in enumerate(events)
            for line in ("BEGIN:VEVENT", f"UID:{number}", "SUMMARY:Rain", *event, "END:VEVENT")
        ),
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines).encode()


NOON = "DTSTART:20261118T120000Z"


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ((NOON, NOON), "The event says DTSTART twice."),
        ((NOON, "DTEND:20261118T130000Z", "DTEND:20261118T140000Z"), "The event says DTEND twice."),
        ((NOON, "DURATION:PT1H", "DURATION:PT2H"), "The event says DURATION twice."),
        (("DTSTART:20261318T120000Z",), "“20261318T120000Z” is no date and time of ours."),
        (("DTSTART:20261118T240000Z",), "“20261118T240000Z” is no date and time of ours."),
        ((NOON, "DTEND:20261118T240000Z"), "“20261118T240000Z” is no date and time of ours."),
        (("DTSTART;VALUE=TIME:120000Z",), "“120000Z” is no date and time of ours."),
        (
            ("DTSTART;VALUE=PERIOD:20261118T120000Z/PT1H",),
            "“20261118T120000Z/PT1H” is no date and time of ours.",
        ),
        ((NOON, "DURATION:-PT1H"), "The end 2026-11-18 11:00:00+00:00 is not after the start."),
        ((NOON, "DTEND:20261118T120000Z"), "The end 2026-11-18 12:00:00+00:00 is not after the start."),
        ((NOON, "DURATION:P31DT1S"), "The event lasts longer than a month. List each session of its own."),
        ((NOON, "DURATION:P999999999D"), "The event cannot last “P999999999D”."),
        ((NOON, f"DURATION:P{'9' * 40}D"), f"The event cannot last “P{'9' * 40}D”."),
        ((NOON, "DURATION:soon"), "The event cannot last “soon”."),
        ((NOON, "DURATION:P90D"), "The event lasts longer than a month. List each session of its own."),
        ((NOON, "DTEND:20260101T000000Z"), "The end 2026-01-01 00:00:00+00:00 is not after the start."),
        (("DTSTART:00010101T000000Z",), "“00010101T000000Z” is no date and time of ours."),
        (("DTSTART:",), "“” is no date and time of ours."),
    ],
)
def test_an_event_that_cannot_be_read_says_why_and_the_others_stay(event, told):
    programme = read_programme(calendar(event, (NOON, "DURATION:PT1H")))

    assert [(row.number, row.error) for row in programme.errors] == [(1, told)]
    assert len(programme.sessions) == 1


def test_an_event_may_last_a_second_or_a_month():
    programme = read_programme(calendar((NOON, "DURATION:PT1S"), (NOON, "DURATION:P31D")))

    assert [session.end - session.start for session in programme.sessions] == [
        datetime.timedelta(seconds=1),
        datetime.timedelta(days=31),
    ]


def test_a_calendar_of_more_events_than_a_programme_has_is_refused():
    with pytest.raises(Refusal, match="more than 5000 rows"):
        read_programme(calendar(*[(NOON,)] * 5001))


def test_codes_in_cells_are_no_letters():
    table = "session,date,name\nRain\x01\ufffe,2026-11-18,Ada\x07 Berg\n"

    (row,) = read_programme(table.encode()).rows

    assert (row.session.title, row.participant.name) == ("Rain", "Ada Berg")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("plenary", "plenary"),
        (" PLENARY ", "plenary"),
        ("Plénary", "plenary"),
        ("Tea", "seminar"),
        ("", "seminar"),
    ],
)
def test_what_kind_a_session_is_of_is_read_in_any_case(told, kind):
    table = f"Session,Date,Start,End,Type\nNight,2031-06-16,9:00,10:00,{told}\n"

    assert [one.kind for one in read_programme(table.encode()).sessions] == [kind]
