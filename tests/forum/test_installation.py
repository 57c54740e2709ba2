"""The first half of `make run`: how far it is, one at a time, and a `.env` that is whole."""

import io
import os
import re
import shutil
import stat
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from forum import installation
from forum.command_line import read_environment
from forum.installation import InstallationError, Seen, run_pip, write_environment
from tests.serving import ROOT


def test_what_a_local_site_needs_is_written_for_its_owner_alone(tmp_path):
    file = tmp_path / ".env"
    write_environment(file)
    told = read_environment(file)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(told.pop("RAPPORTEUR_SECRET_KEY")) >= 50
    assert told == {"RAPPORTEUR_HTTPS": "0", "RAPPORTEUR_HOSTS": "localhost,127.0.0.1,[::1]"}


def test_what_is_there_stays(tmp_path):
    file = tmp_path / ".env"
    file.write_text("RAPPORTEUR_TIME_ZONE=Europe/Oslo\nRAPPORTEUR_HOSTS=here\n")
    write_environment(file)
    first = file.read_text()
    write_environment(file)

    assert file.read_text() == first
    assert first.startswith("RAPPORTEUR_TIME_ZONE=Europe/Oslo\nRAPPORTEUR_HOSTS=here\n")
    assert sorted(read_environment(file)) == [
        "RAPPORTEUR_HOSTS",
        "RAPPORTEUR_HTTPS",
        "RAPPORTEUR_SECRET_KEY",
        "RAPPORTEUR_TIME_ZONE",
    ]


@pytest.mark.parametrize("left", ["", "RAPPORTEUR_SECRET_KEY=\n", "RAPPORTEUR_SECRET_KEY=short"])
def test_an_emptied_or_cut_key_is_made_anew(tmp_path, left):
    file = tmp_path / ".env"
    file.write_text(left)
    write_environment(file)

    assert len(read_environment(file)["RAPPORTEUR_SECRET_KEY"]) >= 50


@pytest.mark.parametrize(("length", "stays"), [(50, True), (49, False)])
def test_a_key_of_fifty_letters_is_whole(tmp_path, length, stays):
    file = tmp_path / ".env"
    file.write_text(f"RAPPORTEUR_SECRET_KEY={'k' * length}\n")
    write_environment(file)

    assert (read_environment(file)["RAPPORTEUR_SECRET_KEY"] == "k" * length) is stays


def test_pips_own_words_tell_how_far_it_is():
    seen = Seen()
    for line in (
        "Collecting django==6.1.3 (from -r requirements.txt (line 180))",
        "  Downloading Django-6.1.3-py3-none-any.whl (8.4 MB)",
        "Progress 0 of 8424610",
        "Progress 8424610 of 8424610",
        "Processing /opt/wheels/babel-2.18.0-py3-none-any.whl",
        "Collecting typst==0.15.2",
        "Progress 2000000 of 34108350",
    ):
        seen = seen.after(line)

    assert seen == Seen(packages=3, megabytes=8.42461, present=2.0)


def test_a_pip_that_fails_is_told_with_its_last_words():
    said = "print('Collecting nothing'); print('ERROR: no such package'); raise SystemExit(1)"
    with pytest.raises(InstallationError, match="ERROR: no such package\npip could not install"):
        run_pip([sys.executable, "-c", said], 1)


def test_of_a_pip_that_fails_the_last_twelve_lines_are_told_and_none_of_its_progress():
    said = "for one in range(14): print(one); print('Progress 1 of 2')\nraise SystemExit(1)"
    with pytest.raises(InstallationError) as told:
        run_pip([sys.executable, "-c", said], 1)

    assert str(told.value).splitlines() == [
        *map(str, range(2, 14)),
        "pip could not install the packages: see above.",
    ]


@pytest.mark.parametrize("name", installation.SIZES)
def test_the_packages_that_are_told_are_those_of_the_file(name):
    assert len(re.findall(r"^[\w.-]+==", (ROOT / name).read_text(), re.MULTILINE)) > 40


def test_a_second_one_says_that_it_waits_and_then_goes_on(tmp_path):
    code = (
        "import sys, time; from pathlib import Path; from forum.installation import locked\n"
        f"with locked(Path({str(tmp_path)!r})):\n"
        "    print('in', time.monotonic(), flush=True); time.sleep(float(sys.argv[1]))"
    )

    def start(seconds):
        return subprocess.Popen(
            [sys.executable, "-c", code, seconds], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )

    first = start("0.6")
    assert first.stdout.readline().startswith("in ")
    began = time.monotonic()
    second = start("0")
    told = second.communicate()[0].splitlines()

    assert told[0] == "Another one is preparing this checkout: waiting for it …"
    assert float(told[1].split()[1]) - began > 0.3
    first.communicate()


@pytest.fixture
def checkout_of_one(tmp_path, monkeypatch):
    """A checkout of one package, whose mark says that it is installed."""
    (tmp_path / "requirements.txt").write_text("django==6.1.3\n")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".ready-to-run").touch()
    for name, path in {
        "CHECKOUT": tmp_path,
        "VENV": tmp_path / ".venv",
        "ENVIRONMENT": tmp_path / ".env",
    }.items():
        monkeypatch.setattr(installation, name, path)
    return tmp_path


@pytest.mark.parametrize("arguments", [[], ["other.txt"], ["requirements.txt", "more"]])
def test_only_the_files_of_the_checkout_are_installed(arguments, capsys):
    assert installation.main(arguments) == 2
    assert capsys.readouterr().err == (
        "usage: python3 -m forum.installation requirements.txt|requirements-dev.txt\n"
    )


def test_what_is_installed_already_is_not_installed_again_and_the_environment_is_written(
    checkout_of_one, capsys
):
    for name in ("requirements.txt", ".venv/.ready-to-run"):
        os.utime(checkout_of_one / name, (1_800_000_000, 1_800_000_000))

    assert installation.main(["requirements.txt"]) == 0
    assert (checkout_of_one / ".env").is_file()
    assert capsys.readouterr() == ("", "")


def test_requirements_newer_than_the_mark_are_installed_where_there_is_room(
    checkout_of_one, capsys, monkeypatch
):
    old = (checkout_of_one / "requirements.txt").stat().st_mtime - 1
    os.utime(checkout_of_one / ".venv" / ".ready-to-run", (old, old))
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=569_999_999))

    assert installation.main(["requirements.txt"]) == 1
    assert capsys.readouterr().err == (
        f"{checkout_of_one} has less than 570 MB free, which the dependencies take.\n"
    )


def test_a_python_that_cannot_make_an_environment_is_told_with_its_words(
    checkout_of_one, capsys, monkeypatch
):
    (checkout_of_one / ".venv" / ".ready-to-run").unlink()
    python = checkout_of_one / "python"
    python.write_text("#!/bin/sh\necho 'ensurepip is not available' >&2\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))

    assert installation.main(["requirements.txt"]) == 1
    assert capsys.readouterr().err == "Python could not make .venv: ensurepip is not available\n"


def test_what_is_installed_is_told_and_marked_as_done(checkout_of_one, capsys, monkeypatch):
    """The Python of the environment is a script here, which takes every package; there is just enough room."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=1_120_000_000))
    (checkout_of_one / "requirements-dev.txt").write_text(
        "django==6.1.3\n    --hash=sha256:1\npytest==9.2.0\n"
    )
    (checkout_of_one / ".venv" / ".ready-to-run").unlink()
    (checkout_of_one / ".venv" / "bin").mkdir()
    python = checkout_of_one / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$@" >> "$0.asked"\n')
    python.chmod(0o755)

    done = [installation.main(["requirements-dev.txt"]) for _ in range(2)]

    assert done == [0, 0]
    assert capsys.readouterr().out.splitlines() == [
        "Installing 2 packages: about 310 MB to download, 1120 MB on disk, a minute or two.",
        "Installed in 0 s.",
    ]
    assert python.with_name("python.asked").read_text().splitlines() == [
        "-m pip --version",
        (
            "-m pip install --no-input --disable-pip-version-check --progress-bar raw --require-hashes "
            "-r requirements-dev.txt"
        ),
    ]
    assert {one.name for one in (checkout_of_one / ".venv").iterdir()} == {
        "bin",
        ".ready-to-test",
        ".ready-to-run",
    }


def test_what_takes_long_with_pip_is_told_at_once(capsys):
    run_pip(
        [
            sys.executable,
            "-c",
            "print('Collecting a'); print('Retrying'); print('Retrying'); print('Installing collected packages')",
        ],
        7,
    )

    assert capsys.readouterr().out.splitlines() == [
        *["  the package index does not answer; trying again …"] * 2,
        "  all packages are here; unpacking them …",
    ]


def test_elsewhere_than_at_a_terminal_a_line_comes_every_ten_seconds(capsys, monkeypatch):
    clock = SimpleNamespace(monotonic=lambda: clock.now, now=100.0)
    monkeypatch.setattr(installation, "time", clock)
    line = installation.Line()
    for seconds, text in ((0, "at once"), (10, "after ten seconds"), (10, "right after"), (19, "too early")):
        clock.now = 100.0 + seconds
        line.tell(text)
    line.tell("told now", now=True)
    line.end()

    assert capsys.readouterr().out == "  after ten seconds\n  told now\n"


def test_what_is_told_is_seen_at_once(monkeypatch):
    seen = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(seen)))

    installation.Line().tell("one", now=True)

    assert seen.getvalue() == b"  one\n"


def test_at_a_terminal_one_line_is_written_over_and_gone_at_the_end():
    told = (
        "from forum.installation import Line; line = Line(); line.tell('one', now=True); "
        "line.tell('two', now=True); line.end()"
    )
    ours, theirs = os.openpty()
    subprocess.run([sys.executable, "-c", told], cwd=installation.CHECKOUT, stdout=theirs, check=True)
    os.close(theirs)
    written = os.read(ours, 1000).decode()
    os.close(ours)

    assert written == "\r\x1b[K  one\r\x1b[K  two\r\x1b[K"


def test_a_file_of_variables_is_read_without_the_spaces_around_names_and_values(tmp_path):
    file = tmp_path / ".env"
    file.write_text("# ours\n  A = 1 \nB=2=3\n\n#C=4\nno variable\nD=\n")

    assert read_environment(file) == {"A": "1", "B": "2=3", "D": ""}
