"""Lists of people, as personnel offices have them, make people and the posts that they hold."""

import datetime
import io
import json

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from forum.refusal import Refusal
from speakers.models import Organisation, Position, Speaker
from speakers.staff_import import StaffImported, import_people, read_for_directory
from speakers.staff_list import outline, read_staff
from tests.factories import hold, make_speaker, make_user

TODAY = datetime.date(2026, 11, 26)


def read(text):
    return read_staff(text.encode(), TODAY)


def posts(text):
    return [
        (one.name, one.title, one.organisation, str(one.since or ""), str(one.last or ""))
        for one in read(text).posts
    ]


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2019-03-01", "2021-02-28", "2019-03-01", "2021-02-28"),
        ("2019", "2021", "2019-01-01", "2021-12-31"),
        ("2019年3月", "至今", "2019-03-01", ""),
        ("2019.03", "present", "2019-03-01", ""),
        ("1 March 2019", "", "2019-03-01", ""),
        ("2019–2021", "", "2019-01-01", "2021-12-31"),
        ("2019年3月至2021年12月", "", "2019-03-01", "2021-12-31"),
        ("2019-03 - 2021-12", "", "2019-03-01", "2021-12-31"),
        ("", "", "2026-11-26", ""),
    ],
)
def test_days_months_years_and_spans_are_read(since, until, first, last):
    table = f"name\tposition\torganisation\tfrom\tto\nAda Berg\tDean\tAcademy of Rain\t{since}\t{until}\n"

    assert posts(table) == [("Ada Berg", "Dean", "Academy of Rain", first, last)]


def test_rows_are_numbered_as_in_the_file_and_what_stands_over_people_or_tells_nothing_is_passed_over():
    table = (
        "Post\tname\tShoes\torganisation\tfrom\tto\n"
        "Office of Tides\n"
        "Dean\tAda  Berg\t39\tAcademy of Rain\t2021\t2020\n"
        "\t\t40\n"
        "\n"
        "Rector\t\t41\tAcademy of Rain\n"
        "Poet\tIvo Lund\t42\t\t2019\n"
        "\tEva Hill\n"
        "Mayor, City of Ulm\t令狐野\t\t\t2019\t2021\n"
    )
    staff = read(table)

    assert [(row.number, *(told for told in one.values() if told)) for row, one in zip(
        staff.rows, outline(staff), strict=True
    )] == [
        (3, "The end 2020 is not after the start.", ),
        (6, "There is no name in this row."),
        (7, "Ivo Lund", "Poet"),
        (8, "Eva Hill"),
        (9, "令狐野", "Mayor", "City of Ulm", "2019-01-01", "2021-12-31"),
    ]  # fmt: skip
    assert (staff.unknown, [row.number for row in staff.errors]) == (["Shoes"], [3, 6])


def test_a_chinese_list_is_read_with_posts_and_places_in_one_column():
    table = "序号,姓名,单位及职务\n1,李小明,雨水学院院长\n2,端木晴,堰务局局长、芦汀大学教授\n"

    assert posts(table) == [
        ("李小明", "院长", "雨水学院", "2026-11-26", ""),
        ("端木晴", "局长", "堰务局", "2026-11-26", ""),
        ("端木晴", "教授", "芦汀大学", "2026-11-26", ""),
    ]


def test_a_row_that_cannot_be_read_says_why_and_the_others_stay():
    staff = read(
        "姓名,职务,单位,任职时间\n,院长,雨水学院,2019\n李小明,院长,雨水学院,soon\n端木晴,局长,堰务局,2019\n"
    )

    assert [(row.number, row.error) for row in staff.errors] == [
        (2, "There is no name in this row."),
        (3, "“soon” is no date. Write it as 2026-11-18."),
    ]
    assert [one.name for one in staff.posts] == ["端木晴"]


@pytest.mark.django_db
def test_people_and_posts_are_made_and_a_second_time_nothing():
    make_speaker()
    staff = read(
        "name,position,organisation,from,to\nAda Berg,Dean,Academy of Rain,2019,2021\n"
        "Ada Berg,Rector,Academy of Rain,2022,\nIvo Lund,,,,\n"
    )

    first, second = import_people(staff, by=None), import_people(staff, by=None)

    assert (first, second) == (StaffImported(speakers=1, organisations=1, positions=2), StaffImported())
    held = Position.objects.order_by("held").values_list("title", "held__startswith", "held__endswith")
    assert list(held) == [
        ("Dean", datetime.date(2019, 1, 1), datetime.date(2022, 1, 1)),
        ("Rector", datetime.date(2022, 1, 1), None),
    ]


@pytest.mark.django_db
def test_a_list_changes_the_days_that_it_tells_and_no_others():
    hold(make_speaker(), "Dean", datetime.date(2010, 1, 1), datetime.date(2024, 1, 1))
    head = "name,position,organisation,from,to\n"

    silent = import_people(read(head + "Ada Berg,Dean,Academy of Rain,2011,\n"), by=None)
    told = import_people(read(head + "Ada Berg,dean,Academy of Rain,,present\n"), by=None)

    assert (silent.changed, told) == (1, StaffImported(positions=1))
    assert [one.lower.year for one in Position.objects.order_by("held").values_list("held", flat=True)] == [
        2011,
        2026,
    ]


@pytest.mark.django_db
def test_columns_that_a_person_named_are_kept_for_the_next_list():
    table = b"Mensch,Amt,Haus\nAda Berg,Dean,Academy of Rain\n"
    with pytest.raises(Refusal, match="No row names the columns"):
        import_people(read_for_directory(table, TODAY), by=None)

    import_people(
        read_for_directory(table, TODAY, {"mensch": "name", "amt": "title", "haus": "organisation"}), by=None
    )

    assert [post.title for post in read_for_directory(table, TODAY).posts] == ["Dean"]


@pytest.mark.django_db
def test_who_may_not_add_people_may_not_import_them():
    with pytest.raises(PermissionDenied):
        import_people(read("name\nAda Berg\n"), by=make_user("nobody"))

    assert Speaker.objects.count() == 0


@pytest.mark.django_db
def test_the_command_prints_rows_or_takes_them_over(tmp_path, capsys, django_assert_num_queries):
    file = tmp_path / "staff.csv"
    file.write_text("姓名,职务,单位,从,至\n李小明,院长,雨水学院,2019年,至今\n")

    with django_assert_num_queries(0):
        call_command("import_people", str(file), "--dry-run", "--json")
    (row,) = json.loads(capsys.readouterr().out)
    call_command("import_people", str(file))

    assert row == {
        "error": "", "name": "李小明", "own_name": "", "title": "院长", "organisation": "雨水学院",
        "from": "2019-01-01", "to": "",
    }  # fmt: skip
    assert "Taken over: 1 people, 1 organisations, 1 posts" in capsys.readouterr().out
    assert (Organisation.objects.get().name, Position.objects.get().title) == ("雨水学院", "院长")


@pytest.mark.django_db
def test_the_command_takes_what_columns_mean_and_says_what_is_missing(tmp_path, capsys):
    file = tmp_path / "staff.csv"
    file.write_text("Mensch,Amt,Haus\nAda Berg,Dean,Academy of Rain\n")
    named = ["--column", "Mensch=name", "--column", "Amt=title", "--column", "Haus=organisation"]

    with pytest.raises(CommandError, match="No row names the columns"):
        call_command("import_people", str(file))
    with pytest.raises(CommandError, match="“Mensch=who” names no column of ours"):
        call_command("import_people", str(file), "--column", "Mensch=who")
    call_command("import_people", str(file), *named)

    assert str(Position.objects.get()) == "Dean, Academy of Rain"


def test_of_a_file_in_which_no_sheet_is_understood_the_columns_of_the_first_are_asked():
    book, file = openpyxl.Workbook(), io.BytesIO()
    for sheet, row in ((book.active, ("Mensch", "Amt")), (book.create_sheet(), ("Haus", "Hof"))):
        sheet.append(row)
        sheet.append(("Ada Berg", "Dean"))
    book.save(file)

    staff = read_staff(file.getvalue(), TODAY)

    assert (staff.unknown, staff.rows, staff.problem.partition(":")[0]) == (
        ["Mensch", "Amt"],
        [],
        "No row names the columns",
    )


@pytest.mark.django_db
def test_each_post_that_is_done_is_told_by_its_name():
    told = []

    import_people(read("name,position\nAda Berg,Dean\nIvo Lund,\nAda Berg,\n"), by=None, tell=told.append)

    assert told == ["Ada Berg", "Ivo Lund", "Ada Berg"]
