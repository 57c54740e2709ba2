"""What offices write in programmes and lists of people, with what is read there: reading_whole.txt beside this."""

import datetime
import json
from pathlib import Path

from forum.refusal import Refusal
from speakers.columns import key_of, sheet_of
from speakers.credits import posts_in
from speakers.programme import outline, read_programme
from speakers.programme_json import table_of
from speakers.programme_people import participants_of
from speakers.programme_times import are_american, day_in, day_of, times_of
from speakers.programme_words import COLUMNS, column_labels, column_of, role_of
from speakers.staff_list import outline as staff_outline
from speakers.staff_list import read_staff
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("reading_whole.txt")

DAYS = (
    """
2026-11-18 | 2026年11月18日 | 2026年 11月 18 号 | 2026.11.18 | 2026/11/8 | 18.11.2026 | 18-11-2026
11/18/2026 | 18/11/2026
11/12/2026 | 12/12/2026 | 13/12/2026 | 12/13/2026 | 18 Nov 2026 | 18th of November 2026 | 18. November 2026
18 de novembro de 2026 | 18-Nov-2026 | 18 Sept. 2026 | Nov 18, 2026 | November 18th 2026 | Wed, 18 Nov 2026
Wednesday 18 November 2026 | 2026年11月18日（星期三） | 周三 2026-11-18 | 18 noviembre 2026 | 18 mars 2026
18 März 2026
1900-01-01 | 1899-12-31 | 2199-12-31 | 2200-01-01 | 2026-02-29 | 2026-13-01 | 2026-11-31
18 Foo 2026 | Foo 18 2026
18 Nov | 11月18日 | November 18 | 18/11 | 2026 | soon | 20261118
""".strip()
    .replace("\n", " | ")
    .split(" | ")
)
HOURS = (
    """
9:00 | 09:30 | 9.30 | 9h30 | 9h | 14 Uhr | 14.30 Uhr | 9时 | 9时半 | 9点30分 | 9點 | 2pm | 2 p.m.
12 a.m. | 12pm | 14:30:00
上午9:00 | 下午2:30 | 下午 2时半 | 中午12:00 | 晚上7点 | 早8:00 | 凌晨1:00 | 傍晚6:00 | 下午14:00 | 上午12:00
9:00-10:30 | 9:00 – 10:30 | 9:00—10:30 | 9:00至10:30 | 9:00到10:30 | 9:00 to 10:30
9:00 until 10:30 | 9:00~10:30
9-10am | 9am-5 | 11-1pm | 10-12pm | 9-11 pm | 11pm-1 | 上午9:00-10:30 | 下午2:00-4:30
上午10:00-下午3:00 | 下午2-4 | 中午12:00-2:00
9-10 | 9 | 24:00 | 9:60 | 25h | 9:00-10:00-11:00 | 9:00-soon | 9 hrs | 10am-12 | 12am-1 | 12-1pm
9:00-25:00 | 25:00-10:00 | 2pm-4am | 9am-11pm | 下午3:00-上午9:00
14-16 Uhr | 1400 | noon | 9:00-10 | 9:3 | 下午12:30 | 2PM–4PM
""".strip()
    .replace("\n", " | ")
    .split(" | ")
)
CREDITS = """
Dean, School of Knots, University of Skerry
Professor of Law at the University of Skerry
Professor at Skerry University and Director of the Institute of Tides
Clockmaker and Keeper of Keys
Mayor of Skerry
Head of Drains, City of Skerry
Head of Drains, City of Skerry, Norway
Head of Drains, Norway
Head, Quayside
Head, quayside
Director (Institute of Tides)
Institute of Tides (Director)
Institute of Tides
The Institute of Tides
Deputy Director for Water, Office of Education, Science, and Research Policy
Minister of Education, Science, and Sport
President of ECO Foundation
Member of Parliament
Chair, the Tide Foundation; Fellow, Institute of Tides
Chair & Founder, Tide Foundation
Senior Research Fellow with the Institute of Tides / Editor of Tide Press
Vice President for Research
Ambassador from the Republic of Skerry
Guest
, Dean ,
Dean (emeritus), Skerry University (Hill Campus), Skerry, Norway
芦汀大学校长、教授
芦汀大学校长，潮汐研究院院长
芦汀大学兼职教授
芦汀大学校长兼任教授
原州区水务局局长
原局长
芦汀大学教授兼潮汐研究院院长
（芦汀）潮汐研究院 副院长
《芦汀日报》总编辑
《芦汀日报》特约记者
芦汀大學校長
潮汐研究院
原芦汀市水务局局长
教授
芦汀市市长
芦汀集团首席执行官
李某
；、
""".strip("\n").splitlines()
HEADERS = (
    """
Name | 姓名 Name | Name 姓名 | 嘉宾姓名 | 姓名/Name | 姓名（中文） | 中文姓名 | 英文姓名 | Session (English) | 英文场次
Moderator | Moderators | 主持人
Panelists | Panelist | Keynote speaker | 嘉宾 | 演讲嘉宾 | Chair | Session chair | Co-Chair | 單位及職務
单位\n及职务 | 职务/职称 | 工作 单位
Affiliation | Start | Ends | From | 至 | Time | Role | 环节 | Hall | Theme | Since | Until | 任职时间
Remarks | Notes | 备注 | Reports | … |
""".strip()
    .replace("\n", " | ")
    .split(" | ")
)
TABLES = {
    "a banner, a header, rows that go on, an empty row": [
        ["Programme of the day", "", ""],
        ["18 Nov 2026", "18 Nov 2026", ""],
        ["Session", "Time", "Name", "Colour"],
        ["Rain", "9:00-10:00", "Ada Berg", "red"],
        ["", "", "Ivo Lund", "a very long word of forty letters or more!", "beyond"],
        ["", "", "", ""],
        ["19 Nov 2026", "", "", ""],
        ["Snow", "10:00", "Ada Berg", "red"],
        ["Ice", "11:00", "Eda Moor", "blue"],
        ["Fog", "12:00", "", "green"],
        ["Dew", "13:00", "", "white"],
    ],
    "the row that names most is the header; of two such the first": [
        ["Name", "x", "y"],
        ["Name", "Session", "Time"],
        ["Session", "Name", "Room"],
        ["Ada Berg", "Rain", "9:00"],
    ],
    "one name in two languages": [
        ["Session", "场次", "Name", "姓名", "Name"],
        ["Rain", "雨水", "Ada Berg", "林巧云", "Ivo Lund"],
        ["", "雪", "", "林巧云", ""],
    ],
    "nothing that is wanted": [["One"], ["Colour", "Shape"], ["red", "round"]],
    "no header at all": [["One"], ["Two"]],
}
STAFF = (
    """Name,Own name,Position,Organisation,From,To
Ada Berg,,Dean,Academy of Rain,2020-03-01,2024-02-29
Ada  Berg ,艾达,Dean,Academy of Rain,2020,2023
Ivo Lund,,"Head of Drains, City of Skerry",,2020-12,2021-12
Ivo Lund,,"Professor at Skerry University and Director of the Institute of Tides",,2020.1 – present,
Eda Moor,,Guest,,,
Eda Moor,,,Academy of Rain,today,—
林巧云,,,雨水学院,2020年2月至2021年1月,
林巧云,,雨水学院院长,,2020年2月至今,
林巧云,,雨水学院院长,,2020-02-03 — 至今,
,,Dean,Academy of Rain,2020,
Drains Office,,,,,
Ada Berg,,Dean,Academy of Rain,2024,2020
Ada Berg,,Dean,Academy of Rain,2024-13,
Ada Berg,,Dean,Academy of Rain,1899,
Ada Berg,,Dean,Academy of Rain,,2200
Ada Berg,,Dean,Academy of Rain,2020,2020
Ada Berg,,Dean,Academy of Rain,2020-2022,
Ada Berg,,Dean,Academy of Rain,2020-02-03 to 2020-02-03,
"""
    f"{'A' * 201},{'B' * 201},{'C' * 301},{'D' * 301},2020,\n{'A' * 201},{'B' * 201},{'C' * 301},,2020,\n"
)
ROWS_OF_PEOPLE = (
    {"name": "Ada Berg"},
    {"name": "Ada Berg, Ivo Lund"},
    {"name": "Ada Berg, Ivo Lund, and Eda Moor"},
    {"name": "Ada Berg & Ivo Lund"},
    {"name": "Ada Berg, 3rd"},
    {"name": "Ada Berg, Lund"},
    {"name": "Ada Berg, City Planner"},
    {"name": "Ada Berg, Dean, Academy of Rain"},
    {"name": "Ada, Dean, Academy of Rain"},
    {"name": "Ada Berg; Ivo Lund\nEda Moor | Ada Berg / Una Vik"},
    {"name": "端木晴、令狐野"},
    {"name": "Ada Berg (Dean, Academy of Rain)"},
    {"name": "Ada Berg (online)"},
    {"name": "端木晴（堰务局局长）"},
    {"name": "端木晴（主任医师）"},
    {"name": "端木晴（副院长）"},
    {"name": "端木晴（局長）"},
    {"name": "端木晴（绳结院）"},
    {"name": "Ada Berg （令狐野）；Ivo Lund (Dean)", "role": "chair"},
    {"name": "端木晴（线上）"},
    {"name": "端木晴，堰务局局长"},
    {"name": "端木晴，令狐野"},
    {"name": "堰务局，局长"},
    {"name": "Ada Berg; Ivo Lund", "title": "Dean; Rector", "organisation": "Academy of Rain; Reed Academy"},
    {"name": "Ada Berg; Ivo Lund", "title": "Dean; Rector"},
    {"name": "Ada Berg; Ivo Lund (Dean, Reed Academy)"},
    {"name": "Ada Berg; Ivo Lund", "title": "Dean"},
    {"name": "Ada Berg; Ivo Lund", "organisation": "Academy of Rain"},
    {
        "name": "Ada Berg",
        "own name": "令狐野",
        "title": "Dean",
        "title zh": "院长",
        "organisation zh": "雨水学院",
    },
    {"name": "Ada Berg (Dean, Academy of Rain)", "own name": "令狐野", "role": "chair"},
    {"name": "Ada Berg", "role": "king"},
    {"moderator": "Ada Berg (Dean, Academy of Rain); Ivo Lund", "name": "Eda Moor", "role": "keynote"},
)
PROGRAMME = (
    """Session,Date,Start,End,Room,Kind,Theme,Name,Title,Organisation,Role,Moderator
Rain,18 Nov 2026,9:00,10:30,Hall 1,Keynote,Water,Ada Berg,Dean,Academy of Rain,keynote,Ivo Lund
,,,,,,,Eda Moor,,,,
,,11:00,,,,,,,,,
Snow,,下午2:00,,,panel,,,,,,
Ice,2026-11-19 10:00-11:00,,,,nothing,,,,,,
Fog,,2026-11-19T09:00:00+01:00,2026-11-19T10:00:00+01:00,,,,,,,,
Dew,,2026-11-19T09:00:00,,,,,,,,,
Hail,soon,9:00,,,,,,,,,
Squall,soon 9:00,,,,,,,,,,
Gust,2026-11-19 soon,,,,,,,,,,
Sleet,2026-11-19,late,,,,,,,,,
Mist,2026-11-19,10:00,9:00,,,,,,,,
Haze,2026-11-19,10:00,10:00,,,,,,,,
Frost,2026-11-19,,,,,,,,,,
"""
    f"{'S' * 301},2026-11-19,9:00,,{'R' * 101},,{'T' * 301},{'N' * 201},,,,\n"
)
EXPORTS = {
    "pretalx": {
        "schedule": {
            "conference": {
                "days": [
                    {
                        "rooms": {
                            "Hall 1": [
                                {
                                    "title": {"en": " Rain ", "zh": "雨"},
                                    "date": "2026-11-18T09:00:00+08:00",
                                    "duration": "01:30",
                                    "persons": [
                                        {"public_name": "Ada Berg", "name": "A. B."},
                                        {"name": "Ivo Lund"},
                                    ],
                                },
                                {"title": {"zh": "雪"}, "date": "soon", "duration": "1:00", "room": "Hall 2"},
                                {"title": "Ice", "date": "2026-11-18T09:00:00", "duration": "2"},
                                {
                                    "title": "Fog",
                                    "date": "2026-11-18T09:00:00",
                                    "duration": "",
                                    "persons": "nobody",
                                },
                                "no talk",
                            ],
                            "Hall 3": {
                                "one": {"title": 7, "date": "9999-12-31T23:00:00", "duration": "2:00"}
                            },
                        }
                    },
                    {"rooms": []},
                    3,
                ]
            }
        }
    },
    "talks": {
        "results": [
            {
                "title": "Rain",
                "speakers": [{"name": "Ada Berg"}, {"name": "Ivo Lund"}],
                "slot": {
                    "start": "2026-11-18T09:00",
                    "end": "2026-11-18T10:00",
                    "room": {"name": {"en": "Hall 1"}},
                },
                "slots": [{"start": "2026-11-19T09:00", "end": "", "room": "Hall 2"}, 5],
            },
            {"title": "Snow", "slot": {"start": "2026-11-18T11:00", "room": {"id": 3}}},
            {"title": "Not placed", "slot": None},
        ]
    },
    "indico": {
        "results": {
            "day": {
                "block": {
                    "title": "Rain",
                    "startDate": {"date": "2026-11-18", "time": "09:00:00", "tz": "Europe/Oslo"},
                    "endDate": {"date": "2026-11-18", "time": "10:00:00", "tz": "Nowhere/At all"},
                    "room": "",
                    "location": "Hall 1",
                    "conveners": [
                        {"firstName": "Ada", "familyName": "Berg", "affiliation": "Academy of Rain"}
                    ],
                    "entries": {
                        "one": {
                            "title": "Drops",
                            "startDate": {"date": "2026-11-18", "time": "09:10:00", "tz": "Europe/Oslo"},
                            "endDate": "later",
                            "presenters": [{"name": "Lund, Ivo"}, {"first_name": "Eda", "last_name": "Moor"}],
                        }
                    },
                },
                "break": {"title": "Coffee", "startDate": {"date": "soon"}},
            }
        }
    },
    "too deep": {"results": {str(n): None for n in range(1)}},
    "a list": [],
    "nothing": {"results": 7},
}


def deep(levels):
    value = {"title": "Rain", "startDate": {"date": "2026-11-18", "time": "09:00:00", "tz": "UTC"}}
    for _ in range(levels):
        value = {"in": value}
    return {"results": value}


def sections():
    yield (
        "days",
        [
            f"{text}: {day_of(text)}, American {day_of(text, american=True)}, of 2026 {day_in(text, year=2026)}"
            for text in DAYS
        ],
    )
    yield (
        "hours",
        [f"{text}: {'–'.join(str(one) for one in times_of(text) or ['no time'] if one)}" for text in HOURS],
    )
    yield "credits", [f"{text}: {' + '.join(map(repr, posts_in(text)))}" for text in CREDITS]
    yield (
        "headers",
        [f"{text!r}: {column_of(text)}, role {role_of(text)}, key {key_of(text)!r}" for text in HEADERS],
    )
    yield "people of a row", list(map(people_told, ROWS_OF_PEOPLE))
    yield "labels", [f"{column}: {label}" for column, label in column_labels().items()]
    for title, table in TABLES.items():
        sheet = sheet_of(table, {"colour": ""}, wanted=frozenset({"session", "name"}))
        told = (
            [
                *sheet.columns,
                f"keys {[one.key for one in sheet.columns]}",
                *sheet.rows,
                f"above {sheet.above}",
                f"unknown {sheet.unknown}",
            ]
            if sheet
            else []
        )
        yield title, list(map(str, told))
    yield "a list of people", as_lines(staff_outline(read_staff(STAFF.encode(), datetime.date(2026, 1, 1))))
    programme = read_programme(PROGRAMME.encode(), {"theme": "theme"}, year=2026)
    yield "a programme", as_lines(outline(programme))
    yield (
        "its sessions",
        [f"{one}: {', '.join(map(str, people))}" for one, people in programme.sessions.items()],
    )
    for title, told in {**EXPORTS, "deep enough": deep(8), "deeper": deep(9)}.items():
        yield title, list(map(str, table_of(json.dumps(told)) or ["no programme"]))


def people_told(row):
    try:
        people = [
            as_lines([{name: value for name, value in vars(one).items() if value}])[0]
            for one in participants_of(row)
        ]
    except Refusal as error:
        people = [error.message]
    return f"{row}: {'; '.join(people)}"


def as_lines(rows):
    return [" | ".join(f"{key} {value}" for key, value in row.items() if value) for row in rows]


def test_what_offices_write_is_read_as_the_list_says():
    text = "\n".join("\n".join((f"## {title}", *lines, "")) for title, lines in sections())

    assert text == as_kept(KEPT, text)


def test_days_are_american_where_one_of_them_can_be_nothing_else():
    told = [["11/18/2026"], ["18/11/2026"], ["11/12/2026", "1/13/2026"], ["11/12/2026"], ["12/13/2026 "], []]

    assert list(map(are_american, told)) == [True, False, True, False, True, False]


def test_every_word_of_a_column_names_it():
    assert [
        (word, column_of(word))
        for column, words in COLUMNS.items()
        for word in words
        if column_of(word) != column
    ] == []
