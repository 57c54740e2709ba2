"""What each command prints and which rows it changes, one after the other: commands_*.txt beside this."""

from pathlib import Path

import pytest

from bulletins.models import Bulletin
from speakers.models import Appearance, Speaker
from tests.commands import said
from tests.factories import (
    document,
    hold,
    make_bulletin,
    make_edition,
    make_forum,
    make_session,
    make_speaker,
    make_user,
)
from tests.kept_text import as_kept
from tests.rows_told import OF_PUBLICATIONS, Rows

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # other processes read the files
KEPT = Path(__file__).parent

FILES = {
    "programme.csv": (
        "Session,Date,Start,End,Room,Type,Name,Position,Organisation,Role,Shoes\n"
        "Opening,2091-06-16,09:00,10:30,Hall,plenary,Ada Berg,Dean,Academy of Rain,chair,39\n"
        "Opening,2091-06-16,09:00,10:30,Hall,plenary,Amelia Lindkvist,Mayor,City of Ulm,,40\n"
        "Night,2091-06-16,20:00,21:00,Yard,,令狐野,院长,雨水学院,,\n"
        "Wells,2091-06-17,9:00,,Hall,,Ivo Lund; Eva Hill,,,speaker,\n"
        "Lost,soon,9:00,10:00,,,Bo Hall,,,,\n"
        ",2091-06-17,9:00,10:00,,,Bo Hall,,,,\n"
    ),
    "later.csv": (
        "Session,Date,Start,End,Room,Name,Position,Organisation\n"
        "Opening,2091-06-16,09:30,10:30,Great Hall,Ada Berg,Rector,Academy of Rain\n"
        "Rivers,2091-06-18,09:00,10:30,Great Hall,Una Hall,,\n"
    ),
    "strange.csv": "Sitzung,Wann,Wer\nOpening,2091-06-16 09:00,Ada Berg\n",
    "empty.csv": "",
    "staff.csv": (
        "Name,Position,Organisation,From,To,Shoes\n"
        "Ada Berg,Dean,Academy of Rain,2019,2021,39\n"
        "Ada Berg,Rector,Academy of Rain,2022,,39\n"
        ",Rector,Academy of Rain,,,\n"
        "Bo Hall,Poet,,,,\n"
        "令狐野,院长,雨水学院,2091年6月,至今,\n"
        "Una Hall,Keeper,Lamp House,2021,2020,\n"
    ),
}
OF_PEOPLE = (
    ("import_programme", "programme.csv", "--dry-run"),
    ("import_programme", "programme.csv", "--dry-run", "--json"),
    ("import_programme", "programme.csv"),
    ("import_programme", "programme.csv", "--edition=rain/2090"),
    ("import_programme", "programme.csv", "--edition=rain/2091", "--as=nobody"),
    ("import_programme", "programme.csv", "--edition=rain/2091", "--as=clara"),
    ("import_programme", "programme.csv", "--edition=rain/2091"),
    ("import_programme", "later.csv", "--edition=rain/2091"),
    ("import_programme", "later.csv", "--edition=rain/2091", "--drop", "--as=clara"),
    ("import_programme", "strange.csv", "--edition=rain/2091"),
    ("import_programme", "strange.csv", "--edition=rain/2091", "--column=Sitzung"),
    ("import_programme", "strange.csv", "--edition=rain/2091", "--column=Sitzung=x"),
    ("import_programme", "strange.csv", "--edition=rain/2091", "--column=Sitzung=session", "--column=Wann=start",
     "--column=Wer=name"),
    ("import_programme", "empty.csv", "--dry-run"),
    ("import_programme", "nowhere.csv", "--dry-run"),
    ("import_people", "staff.csv", "--dry-run"),
    ("import_people", "staff.csv", "--dry-run", "--json", "--since=2018-01-01"),
    ("import_people", "staff.csv", "--as=clara", "--since=2018-01-01"),
    ("import_people", "staff.csv", "--since=2018-01-01", "--json"),
    ("import_people", "strange.csv"),
    ("import_people", "nowhere.csv"),
)  # fmt: skip
OF_BULLETINS = (
    ("check_bulletin", "90001"),
    ("check_bulletin", "90002", "--json"),
    ("check_bulletin", "rain/2091/9"),
    ("publish_bulletin", "--as=clara"),
    ("publish_bulletin", "90001", "--all", "--as=clara"),
    ("publish_bulletin", "90001", "--as=nobody"),
    ("publish_bulletin", "90001", "--as=eve"),
    ("publish_bulletin", "90001", "rain/2091/9", "--as=clara", "--accept=Read."),
    ("publish_bulletin", "90001", "--as=clara"),
    ("publish_bulletin", "90002", "--as=clara"),
    ("publish_bulletin", "--all", "--as=clara", "--dry-run"),
    ("publish_bulletin", "--all", "--as=clara", "--dry-run", "--forum=nowhere"),
    ("publish_bulletin", "--all", "--as=clara", "--dry-run", "--edition=rain/2091"),
    ("publish_bulletin", "--all", "--as=clara", "--accept=Read.", "--forum=rain"),
    ("publish_bulletin", "--all", "--as=clara", "--dry-run"),
    ("publish_due",),
    ("reindex",),
    ("reindex", "--verbosity=0"),
    ("store_renderings",),
    ("store_renderings", "--verbosity=0"),
    ("verify",),
    ("empty_bin",),
    ("send_mail",),
    ("export_bulletin", "rain/2091/9", "txt"),
    ("export_bulletin", "rain/2091/1", "txt", "-o", "out.txt"),
    ("export_bulletin", "rain/2091/1", "txt", "--draft", "-o", "draft.txt"),
)


def lines_of(rows, commands):
    for command in commands:
        yield " ".join(command)
        out, errors, end = said(*command)
        yield from (f"    {rows.told(line)}" for line in out)
        yield from (f"    ! {rows.told(line)}" for line in errors)
        if end is not None:
            yield f"    ends: {end}"
        yield from (f"        {line}" for line in rows.changed())


@pytest.fixture
def here(tmp_path, monkeypatch, counted_from_one_number):
    """A folder with the files, and two forums."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    make_user("clara", is_superuser=True)
    make_user("eve")
    make_edition(make_forum(slug="wells", name="Forum of Wells"))
    return make_edition(make_forum(slug="rain", name="Rain Forum"), year=2091, starts_on=None, ends_on=None)


def test_commands_that_take_over_people_print_and_change_what_the_list_says(here):
    hold(make_speaker(), "Dean")
    make_speaker("lindqvist-amelia", family_name="Lindqvist", given_name="Amelia")
    reported = make_session(here, title="Closing")
    Appearance.objects.create(session=reported, speaker=Speaker.objects.get(slug="berg-ada"))
    make_bulletin(here).sessions.set([reported])
    text = "\n".join(lines_of(Rows(), OF_PEOPLE)) + "\n"

    assert text == as_kept(KEPT / "commands_of_people.txt", text)


def test_commands_on_bulletins_print_and_change_what_the_list_says(here):
    make_bulletin(here)
    make_bulletin(here, content=document(title=None, date=None))
    make_bulletin(here, manuscript_hash="a" * 64, number=4, volume=7)
    make_bulletin(here, content=document(summarized_by=()), manuscript_hash="b" * 64, number=5, volume=8)
    make_bulletin(here, content=document(title=None), manuscript_hash="c" * 64)
    text = "\n".join(lines_of(Rows(but=OF_PUBLICATIONS), OF_BULLETINS)) + "\n"
    text += "".join(Path(name).read_text() for name in ("out.txt", "draft.txt"))

    assert text == as_kept(KEPT / "commands_on_bulletins.txt", text)
    assert Bulletin.objects.count() == 5
