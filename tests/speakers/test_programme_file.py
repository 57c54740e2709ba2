"""A programme's file becomes plain cells or events: which form it is in, and what each cell says."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from forum.isolation import RefusedError
from speakers import programme_file
from speakers.programme_calendar import LONGEST_CELL, MOST_ROWS, Event
from speakers.programme_file import MOST_COLUMNS, MOST_SHEETS, read


def book(*sheets, hidden=()):
    """A workbook of sheets: each its rows and the ranges that are merged."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for place, (rows, *merged) in enumerate(sheets):
        sheet = made.create_sheet(f"S{place}")
        for row in rows:
            sheet.append(row)
        for one in merged:
            sheet.merge_cells(one)
        if place in hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"a,b\n1, 2 \n", [["a", "b"], ["1", "2"]]),
        (b"a;b,c\n1;2", [["a;b", "c"], ["1;2"]]),
        (b"a;b;c,d\n1;2", [["a", "b", "c,d"], ["1", "2"]]),
        (b"a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        (b"\xef\xbb\xbfa\n", [["a"]]),
        ("时间,地点\n九点,礼堂".encode("gb18030"), [["时间", "地点"], ["九点", "礼堂"]]),
        ("Zeit,Café\nÜber,ö".encode("cp1252"), [["Zeit", "Café"], ["Über", "ö"]]),
        ("a,b\n雨,水".encode("utf-16"), [["a", "b"], ["雨", "水"]]),
        (b"\xe9tat,\xe9tage", [["état", "étage"]]),
        (b"\xe9t,\xd3\xea", [["閠", "雨"]]),
        (b"caf\xe9,\x81", [["café", "\ufffd"]]),
        (b'a, "b, c"\n', [["a", "b, c"]]),
        (b"a\x01b\n", [["ab"]]),
        (b"{a,b\n1,2", [["{a", "b"], ["1", "2"]]),
        ((",".join(map(str, range(MOST_COLUMNS + 1)))).encode(), [[str(one) for one in range(MOST_COLUMNS)]]),
    ],
)
def test_a_table_of_text_is_its_cells(data, rows):
    assert (read(data).tables, read(data).events) == ([rows], None)


@pytest.mark.parametrize(
    ("data", "code", "told"),
    [
        (b" \n", "empty", "The file is empty."),
        (b"a\0b", "no-programme", programme_file.NO_PROGRAMME),
        (b"PK no more", "damaged", "The spreadsheet is damaged or encrypted. Save it anew as XLSX or CSV."),
        (b"a,b\n" + b"x" * 200_000, "no-programme", programme_file.NO_PROGRAMME),
    ],
)
def test_what_is_no_programme_is_told_in_one_sentence(data, code, told):
    with pytest.raises(RefusedError) as refused:
        read(data)

    assert (refused.value.code, refused.value.template) == (code, told)


def test_one_row_more_is_read_than_there_may_be_for_the_file_is_refused_for_it():
    assert len(read(b"a\n" * (MOST_ROWS + 9)).tables[0]) == MOST_ROWS + 2


def test_json_of_a_programme_is_its_table_and_a_calendar_its_events_on_some_days():
    talks = b' {"results": [{"title": "Rain", "slot": {"start": "9"}}]}'
    calendar = (
        b"begin:vcalendar\r\nBEGIN:VEVENT\r\nSUMMARY:Rain\r\nDTSTART:20261117T090000Z\r\n"
        b"RRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    assert read(talks).tables[0][1] == ["Rain", "9", "", "", "", "", ""]
    assert [event.start.day for event in read(calendar, "2026-11-18/2026-11-19").events] == [18, 19]
    assert read(b"x" * 1986 + calendar).events is None


def test_cells_say_what_they_show_and_merged_ones_what_the_first_says():
    day = datetime.datetime(2026, 11, 18)  # noqa: DTZ001 (as a spreadsheet has it)
    rows = [
        ["a", "b"],
        [day, day.replace(hour=9, minute=5)],
        [datetime.time(9, 5), None],
        [1.5, datetime.time(9, 5)],
        ["=1+1", "y"],
    ]

    assert read(book((rows, "A2:A4"))).tables == [
        [
            ["a", "b"],
            ["2026-11-18", "2026-11-18 09:05"],
            ["2026-11-18", ""],
            ["2026-11-18", "09:05"],
            ["", "y"],
        ]
    ]
    assert read(book(([["a", "b"], ["1", "2"]], "A1:B1"))).tables == [[["a", ""], ["1", "2"]]]
    assert read(book(([["a", "b"], ["1", "2"]], "A1:B2"))).tables == [[["a", ""], ["", ""]]]


def test_hidden_sheets_columns_rows_and_sheets_beyond_any_are_left_out():
    wide = [[str(place) for place in range(MOST_COLUMNS + 1)]]
    many = [([[str(place)]],) for place in range(MOST_SHEETS + 1)]

    assert read(book(([["a"]],), ([["b"]],), hidden={0})).tables == [[["b"]]]
    assert len(read(book((wide * 2, "BI1:BI2"))).tables[0][0]) == MOST_COLUMNS
    assert len(read(book(*many)).tables) == MOST_SHEETS
    assert len(read(book(([["a"]] * (MOST_ROWS + 9), "A5003:A5004"))).tables[0]) == MOST_ROWS + 2


def test_merged_cells_are_filled_up_to_a_limit_and_a_book_is_unpacked_up_to_another(monkeypatch):
    data = book(([["a", "b"], [None, None], [None, None]], "A1:A3", "B1:B3"))
    for most, filled in ((2, [1, 3]), (3, [3, 3])):
        monkeypatch.setattr(programme_file, "MOST_FILLED", most)
        cells = [cell for row in read(data).tables[0] for cell in row]
        assert sorted((cells.count("a"), cells.count("b"))) == filled

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist())
    monkeypatch.setattr(programme_file, "LARGEST_UNPACKED", size)
    assert len(read(data).tables) == 1
    monkeypatch.setattr(programme_file, "LARGEST_UNPACKED", size - 1)
    with pytest.raises(RefusedError) as refused:
        read(data)
    assert (refused.value.code, refused.value.template) == (
        "too-big",
        "The spreadsheet is too large when unpacked. Save its first sheet as CSV.",
    )


def test_a_cell_is_as_long_as_a_cell_may_be():
    assert len(read(b"a" * 3000).tables[0][0][0]) == LONGEST_CELL == 2000


def test_an_event_is_told_apart_from_a_fault():
    assert Event.__struct_config__.tag != programme_file.Fault.__struct_config__.tag
