"""Lists of people and programmes at a shell: what is told of them, and what of those that cannot be read."""

import json
import re

import pytest
from django.core.management import CommandError, call_command

from speakers.models import Position, Speaker
from tests.factories import make_edition, make_forum

pytestmark = pytest.mark.django_db
PEOPLE = "name,position,organisation,from,shoe\nAda Berg,Dean,Academy of Rain,,41\nIvo Lund,Dean,Rain,soon,\n"


def written(folder, text, name="list.csv"):
    (folder / name).write_text(text)
    return str(folder / name)


def test_a_list_of_people_is_taken_over_and_what_is_left_out_told(tmp_path, capsys):
    call_command("import_people", written(tmp_path, PEOPLE), "--since", "2026-11-18")

    out, err = (re.sub(r"\x1b\[\d*m", "", text).splitlines() for text in capsys.readouterr())
    assert out == [
        "Taken over: 1 people, 1 organisations, 1 posts; 0 posts have other days",
        "Ada Berg, Dean, Academy of Rain 2026-11-18 –",
    ]
    assert [line for line in err if not line.startswith("row")] == ["columns that were left out: shoe"]
    assert [line.split(":")[0] for line in err if line.startswith("row")] == ["row 3"]
    assert str(Position.objects.get().held.lower) == "2026-11-18"


def test_to_look_touches_nothing_also_as_json(tmp_path, capsys):
    file = written(tmp_path, PEOPLE)
    call_command("import_people", file, "--since", "2026-11-18", "--dry-run", "--json", "--column", "shoe=")
    told = json.loads(capsys.readouterr().out)

    assert (Speaker.objects.count(), told[0]) == (
        0,
        {
            "error": "",
            "name": "Ada Berg",
            "own_name": "",
            "title": "Dean",
            "organisation": "Academy of Rain",
            "from": "2026-11-18",
            "to": "",
        },
    )


@pytest.mark.parametrize("command", ["import_people", "import_programme"])
def test_a_file_or_a_column_that_is_not_there_is_told(tmp_path, command):
    make_edition(make_forum(slug="rain"))
    edition = ["--edition", "rain/2026"] if command == "import_programme" else []
    gone, file = tmp_path / "gone.csv", written(tmp_path, PEOPLE)

    for words, told in (
        ([gone], f"{gone}: No such file or directory. Name a file that can be read."),
        ([file, "--column", "shoe=size"], "“shoe=size” names no column of ours. There are:"),
        ([file, "--column", "shoe"], "“shoe” names no column of ours. There are:"),
        ([written(tmp_path, " ", "empty.csv")], f"{tmp_path / 'empty.csv'}: "),
    ):
        with pytest.raises(CommandError) as refused:
            call_command(command, *map(str, words[:1]), *edition, *words[1:])
        assert str(refused.value).startswith(told)


SESSIONS = """session,date,start,end,name,shoe,colour
Rain,2026-11-18,9:00,10:00,Ada Berg,41,red
Rain,2026-11-18,9:00,10:00,Ivo Lund,42,red
Snow,2026-11-18,late,,Ada Berg,41,red
Ice,2026-11-19,9:00,,,,
Fog,2030-01-01,9:00,,Ada Berg,,
"""


def test_a_programme_is_taken_over_and_what_is_left_out_told(tmp_path, capsys):
    make_edition(make_forum(slug="rain"))
    file = written(tmp_path, SESSIONS)
    told = []
    for words in (["--dry-run"], [], ["--json"], []):
        call_command("import_programme", file, "--edition", "rain/2026", *words)
        told.append([re.sub(r"\x1b\[\d*m", "", text).splitlines() for text in capsys.readouterr()])

    sessions = [
        "2026-11-18 09:00 Rain: Ada Berg, Ivo Lund",
        "2026-11-19 09:00 Ice: ",
        "2030-01-01 09:00 Fog: Ada Berg",
    ]
    left_out = [
        "row 4: The start “late” is no time. Write it as 09:30.",
        "columns that were not understood: shoe, colour",
    ]
    assert [out for out, _ in (told[0], told[1], told[3])] == [
        sessions,
        ["Taken over: 3 sessions, 2 people, 3 appearances; 0 changed, 0 taken away", *sessions],
        ["Taken over: 0 sessions, 0 people, 0 appearances; 0 changed, 0 taken away", *sessions],
    ]
    assert [err for _, err in told] == [left_out, left_out, [], left_out]
    rows = json.loads("\n".join(told[2][0]))
    assert [(row["session"], row["name"], row["error"]) for row in rows] == [
        ("Rain", "Ada Berg", ""),
        ("Rain", "Ivo Lund", ""),
        ("", "", "The start “late” is no time. Write it as 09:30."),
        ("Ice", "", ""),
        ("Fog", "Ada Berg", ""),
    ]
