"""Programmes as offices have them: banners, merged cells, days and times in every way to write them, JSON, commands."""

import datetime
import io
import json

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from forum.models import Session
from speakers.models import Appearance
from speakers.programme import outline, read_programme
from speakers.programme_times import Times, are_american, day_of, times_of
from speakers.programme_words import column_of, role_of
from tests.factories import make_edition, make_forum

DAY = datetime.date(2026, 11, 18)


def rows(data, *fields):
    return [tuple(row[field] for field in fields) for row in outline(read_programme(data))]


def clock(text):
    return datetime.time.fromisoformat(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-18", "2026/11/18", "2026.11.18", "2026年11月18日", "２０２６年１１月１８日（星期三）", "18.11.2026",
        "18/11/2026",
        "11/18/2026", "18 Nov 2026", "18th of November 2026", "Nov 18, 2026", "Wednesday, November 18 2026",
        "18 novembre 2026", "18. November 2026", "18 de noviembre de 2026",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text):
    assert day_of(text) == DAY


def test_days_with_slashes_are_american_where_one_of_them_shows_it():
    assert are_american(["05/09/2026", "11/18/2026"])
    assert not are_american(["05/09/2026", "18/11/2026"])
    assert day_of("05/09/2026", american=True) == datetime.date(2026, 5, 9)


@pytest.mark.parametrize("text", ["", "soon", "18 Nov", "31.02.2026", "18 Foo 2026", "9999-12-31"])
def test_what_is_no_day_is_none(text):
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9:30", "09:30", None),
        ("09:30:00", "09:30", None),
        ("2pm", "14:00", None),
        ("2.30 p.m.", "14:30", None),
        ("9h30", "09:30", None),
        ("9h", "09:00", None),
        ("上午9:00", "09:00", None),
        ("下午2点半", "14:30", None),
        ("下午2：30", "14:30", None),
        ("14点30分", "14:30", None),
        ("9:00-10:30", "09:00", "10:30"),
        ("9:00 – 10:30", "09:00", "10:30"),
        ("上午9:00至11:30", "09:00", "11:30"),
        ("上午9:00-12:00", "09:00", "12:00"),
        ("下午2:00-4:30", "14:00", "16:30"),
        ("2-4pm", "14:00", "16:00"),
        ("11am to 1pm", "11:00", "13:00"),
        ("9-9:30pm", "21:00", "21:30"),
        ("2pm to 2:30", "14:00", "14:30"),
        ("9am to 12", "09:00", "12:00"),
        ("10am to 22:00", "10:00", "22:00"),
        ("8pm to 12", "20:00", "00:00"),
        ("12am to 12:30", "00:00", "00:30"),
        ("12pm to 12:30", "12:00", "12:30"),
    ],
)
def test_a_time_is_read_however_it_is_written(text, start, end):
    assert times_of(text) == Times(clock(start), clock(end) if end else None)


@pytest.mark.parametrize("text", ["", "nine", "9", "25:00", "9:75", "9:00-10:00-11:00"])
def test_what_is_no_time_is_none(text):
    assert times_of(text) is None


def test_roles_and_columns_are_everyday_words():
    words = ("Chair", "Panellists", "Keynote speaker", "主持人", "主題報告", "致辞", "king")
    assert [role_of(word) for word in words] == [
        "moderator", "panelist", "keynote", "moderator", "thematic report", "speech", None,
    ]  # fmt: skip
    assert [column_of(word) for word in ("職務", "姓名 Name", "单位/Organisation", "Time slot", "Fee")] == [
        "title", "name", "organisation", "time", None,
    ]  # fmt: skip


def test_a_banner_above_merged_cells_and_a_span_in_one_cell():
    book = openpyxl.Workbook()
    for row in (
        ["Programme of the Rain Forum"],
        [],
        ["日期", "时间", "会议", "姓名", "单位", "角色"],
        ["2026年11月18日", "上午9:00-10:30", "开幕", "端木晴", "堰务局", "主持人"],
        [None, None, None, "令狐野", "芦汀大学", "主旨报告"],
        [None, "下午2:00-3:00", "堤岸", "公冶青", "芦汀大学", ""],
    ):
        book.active.append(row)
    book.active.merge_cells("A1:F1")
    book.active.merge_cells("A4:A6")
    file = io.BytesIO()
    book.save(file)

    assert rows(file.getvalue(), "error", "session", "start", "name", "role") == [
        ("", "开幕", "2026-11-18T09:00:00+08:00", "端木晴", "moderator"),
        ("", "开幕", "2026-11-18T09:00:00+08:00", "令狐野", "keynote"),
        ("", "堤岸", "2026-11-18T14:00:00+08:00", "公冶青", ""),
    ]


@pytest.mark.parametrize("cell", ["18 Nov 2026 9h30", "2026-11-18 09:30-10:30", "2026年11月18日 上午9:30"])
def test_day_and_time_may_share_a_cell(cell):
    table = f"Date,Session,Name\n{cell},Opening,Ada Berg\n"

    assert rows(table.encode(), "error", "session", "start") == [("", "Opening", "2026-11-18T09:30:00+08:00")]


def book_of(*sheets):
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for lines in sheets:
        sheet = book.create_sheet()
        for line in lines:
            sheet.append(line)
    book.save(file)
    return file.getvalue()


def test_days_stand_over_the_rows_and_on_sheets_of_their_own():
    header = ["时间", "议程", "嘉宾"]
    first = [
        ["雨水论坛议程 "],
        header,
        ["11月18日（星期三）"],
        ["9:00-10:00", "开幕", "端木晴"],
        ["19 Nov"],
        ["9:00-10:00", "堤岸", ""],
    ]
    second = [["2026-11-20"], header, ["9:00-10:00", "闭幕", "令狐野"]]
    notes = [["Notes"], ["Bring an umbrella."]]

    found = read_programme(book_of(first, second, notes), year=2026)

    assert (found.problem, [row.error for row in found.rows]) == ("", ["", "", ""])
    assert [(one.title, f"{one.start:%Y-%m-%d %H:%M}") for one in found.sessions] == [
        ("开幕", "2026-11-18 09:00"),
        ("堤岸", "2026-11-19 09:00"),
        ("闭幕", "2026-11-20 09:00"),
    ]


@pytest.mark.parametrize(
    ("header", "cells", "people"),
    [
        (["name"], ["Ada Berg; Ivo Lund"], [("Ada Berg", "", "", ""), ("Ivo Lund", "", "", "")]),
        (["name"], ["Ada Berg\nIvo Lund"], [("Ada Berg", "", "", ""), ("Ivo Lund", "", "", "")]),
        (["name"], ["Ada Berg and Eva Hill"], [("Ada Berg", "", "", ""), ("Eva Hill", "", "", "")]),
        (["嘉宾"], ["端木晴、令狐野"], [("端木晴", "", "", ""), ("令狐野", "", "", "")]),
        (
            ["name", "title"], ["A. Berg; I. Lund", "Dean; Rector"],
            [("A. Berg", "Dean", "", ""), ("I. Lund", "Rector", "", "")],
        ),
        (["name"], ["Ada Berg (Dean, Academy of Rain)"], [("Ada Berg", "Dean", "Academy of Rain", "")]),
        (["name"], ["Ada Berg, Dean, Academy of Rain"], [("Ada Berg", "Dean", "Academy of Rain", "")]),
        (["name"], ["Ada Berg, City Planner"], [("Ada Berg", "City Planner", "", "")]),
        (["嘉宾"], ["端木晴（堰务局局长）"], [("端木晴", "局长", "堰务局", "")]),
        (
            ["Moderator", "Panelists"], ["Ada Berg", "Ivo Lund"],
            [("Ada Berg", "", "", "moderator"), ("Ivo Lund", "", "", "panelist")],
        ),
        (["主持人", "与谈人"], ["端木晴", "令狐野"], [("端木晴", "", "", "moderator"), ("令狐野", "", "", "panelist")]),
    ],
)  # fmt: skip
def test_people_are_told_apart_however_a_cell_lists_them(header, cells, people):
    table = book_of([["session", "date", *header], ["Rain", "2026-11-18", *cells]])

    assert rows(table, "name", "title", "organisation", "role") == people


def test_one_post_of_two_people_is_asked():
    table = "session,date,name,title\nRain,2026-11-18,Ada Berg; Ivo Lund,Dean\n"

    assert rows(table.encode(), "error") == [
        ("Whose post is “Dean”? Give each of these people a row: Ada Berg, Ivo Lund.",)
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8"])
def test_letters_are_read_in_the_encodings_of_office_programs(encoding):
    table = "session,date,start,name,organisation\nEröffnung,2026-11-18,9:00,Jörg Lüders,Universität Föhr\n"

    assert rows(table.encode(encoding), "session", "name") == [("Eröffnung", "Jörg Lüders")]


def test_an_event_that_repeats_is_unfolded_and_one_that_is_cancelled_is_told():
    events = (
        "BEGIN:VEVENT\nUID:1\nSUMMARY:Dew\nDTSTART:20261118T010000Z\nDTEND:20261118T020000Z\n"
        "RRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:2\nSUMMARY:Fog\nSTATUS:CANCELLED\nDTSTART:20261118T010000Z\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:3\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20261118\nDTEND;VALUE=DATE:20261120\nEND:VEVENT\n"
    )
    calendar = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{events}END:VCALENDAR\n"

    assert rows(calendar.encode(), "error", "session", "start", "end") == [
        ("", "Dew", "2026-11-18T09:00:00+08:00", "2026-11-18T10:00:00+08:00"),
        ("", "Dew", "2026-11-19T09:00:00+08:00", "2026-11-19T10:00:00+08:00"),
        ("", "Dew", "2026-11-20T09:00:00+08:00", "2026-11-20T10:00:00+08:00"),
        ("“Fog” is cancelled and is not taken over.", "", "", ""),
        ("", "Fair", "2026-11-18T09:00:00+08:00", "2026-11-19T18:00:00+08:00"),
    ]


def test_an_event_that_repeats_for_ever_is_unfolded_on_the_days_of_the_edition():
    event = "SUMMARY:Dew\nDTSTART:20260101T010000Z\nDTEND:20260101T020000Z\nRRULE:FREQ=DAILY\n"
    calendar = (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\n{event}END:VEVENT\nEND:VCALENDAR\n"
    )
    days = (DAY, DAY + datetime.timedelta(days=1))

    found = read_programme(calendar.encode(), days=days).sessions

    assert [f"{one.start:%d %H:%M}–{one.end:%H:%M}" for one in found] == ["18 01:00–02:00", "19 01:00–02:00"]


def test_a_time_that_was_moved_or_called_off_is_not_held_as_well():
    hours = "DTSTART:20261117T010000Z\nDTEND:20261117T020000Z\n"
    whole = f"SUMMARY:Dew\n{hours}RRULE:FREQ=DAILY;COUNT=3\nRDATE:20261120T010000Z\n"
    moved = "SUMMARY:Dew\nRECURRENCE-ID:20261118T010000Z\nDTSTART:20261118T060000Z\nDTEND:20261118T070000Z\n"
    off = "SUMMARY:Dew\nRECURRENCE-ID:20261119T010000Z\nDTSTART:20261119T010000Z\nSTATUS:CANCELLED\n"
    events = "".join(f"BEGIN:VEVENT\nUID:1\n{event}END:VEVENT\n" for event in (whole, moved, off))

    found = rows(
        f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{events}END:VCALENDAR\n".encode(), "start", "error"
    )

    assert found == [
        ("2026-11-17T09:00:00+08:00", ""),
        ("2026-11-20T09:00:00+08:00", ""),
        ("2026-11-18T14:00:00+08:00", ""),
        ("", "“Dew” is cancelled and is not taken over."),
    ]


def test_pretalx_and_indico_are_read():
    talk = {
        "title": "Rain", "date": "2026-11-18T09:00:00+01:00", "duration": "00:30",
        "persons": [{"public_name": "Ada Berg"}, {"public_name": "Ivo Lund"}],
    }  # fmt: skip
    pretalx = {"schedule": {"conference": {"days": [{"rooms": {"Hall 2": [talk]}}]}}}
    moment = {"date": "2026-11-18", "time": "09:00:00", "tz": "Europe/Paris"}
    indico = {
        "results": {"1": {"20261118": {"s1": {
            "title": "Rain", "room": "Hall 2", "startDate": moment, "endDate": moment | {"time": "09:30:00"},
            "presenters": [{"firstName": "Ada", "familyName": "Berg", "affiliation": "Academy of Rain"}],
        }}}}
    }  # fmt: skip
    slot = ("", "Rain", "2026-11-18T16:00:00+08:00", "2026-11-18T16:30:00+08:00", "Hall 2")

    fields = ("error", "session", "start", "end", "room", "name")
    assert rows(json.dumps(pretalx).encode(), *fields) == [(*slot, "Ada Berg"), (*slot, "Ivo Lund")]
    assert rows(json.dumps(indico).encode(), *fields) == [(*slot, "Ada Berg")]


@pytest.mark.parametrize("slot", [{"slot": None}, {"slots": None}], ids=["before version 1", "since"])
def test_what_pretalx_answers_programs_is_read(slot):
    time = {
        "start": "2026-11-18T09:00:00+01:00", "end": "2026-11-18T09:30:00+01:00", "room": {"name": {"en": "Hall 2"}},
    }  # fmt: skip
    told = {key: time if key == "slot" else [time] for key in slot}
    talk = {"title": "Rain", "speakers": [{"name": "Ada Berg"}, "ABCDEF"], **told}
    waiting = {"title": "Dew", "speakers": [], "slot": None}

    found = rows(
        json.dumps({"count": 2, "results": [talk, waiting]}).encode(), "session", "start", "room", "name"
    )

    assert found == [("Rain", "2026-11-18T16:00:00+08:00", "Hall 2", "Ada Berg")]


@pytest.mark.django_db
def test_the_command_prints_rows_or_takes_them_over(tmp_path, capsys, django_assert_num_queries):
    file = tmp_path / "programme.csv"
    file.write_text("session,date,time,name,role\nRain,18 Nov 2026,9h30-11h,Ada Berg,Chair\n")
    make_edition(make_forum(slug="rain"))

    with django_assert_num_queries(0):
        call_command("import_programme", str(file), "--dry-run", "--json")
    (row,) = json.loads(capsys.readouterr().out)
    with pytest.raises(CommandError, match="There are: rain/2026"):
        call_command("import_programme", str(file))
    call_command("import_programme", str(file), "--edition", "rain/2026")

    assert (row["session"], row["start"], row["role"]) == ("Rain", "2026-11-18T09:30:00+08:00", "moderator")
    assert "Taken over: 1 sessions, 1 people, 1 appearances" in capsys.readouterr().out
    assert (Session.objects.get().title, Appearance.objects.get().role) == ("Rain", "moderator")


def test_the_command_tells_rows_and_columns_that_it_cannot_read(tmp_path, capsys):
    file = tmp_path / "programme.csv"
    file.write_text("session,date,name,fee\nRain,18 Nov 2026,Ada Berg,9\nDrains,soon,Ivo Lund,9\n")

    call_command("import_programme", str(file), "--dry-run")

    told = capsys.readouterr()
    assert told.out == "2026-11-18 09:00 Rain: Ada Berg\n"
    assert told.err.splitlines() == [
        "row 3: “soon” is no date. Write it as 2026-11-18.",
        "columns that were not understood: fee",
    ]
