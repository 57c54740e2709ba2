"""The command line: with the Python and the environment of its checkout, unless there is another."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from forum.command_line import _take_environment

ROOT = Path(__file__).resolve().parents[2]


def without_django(*arguments, **variables):
    """Run manage.py with a Python that has no packages at all."""
    return subprocess.run(
        [sys._base_executable, "-S", "manage.py", *arguments],
        cwd=variables.pop("cwd", ROOT),
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_manage_py_finds_the_python_of_its_checkout():
    done = without_django("check", RAPPORTEUR_DEBUG="1")

    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), (
        done.stderr
    )


def test_manage_py_says_how_django_is_installed(tmp_path):
    (tmp_path / "manage.py").write_text((ROOT / "manage.py").read_text())
    done = without_django("check", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (
        1,
        "Django is not installed. `make run` installs it into .venv, and README tells how to by hand.\n",
    )


@pytest.fixture
def checkout(tmp_path):
    """A folder with a `.env`, and a way to ask what a command run there would see."""
    (tmp_path / ".env").write_text("# ours\nRAPPORTEUR_HTTPS=0\nRAPPORTEUR_TIME_ZONE=Europe/Oslo\n")

    def seen(**variables):
        code = (
            "import os, sys; from pathlib import Path; from forum import command_line\n"
            "command_line.execute_from_command_line = lambda _: None\n"
            f"command_line.main(Path({str(tmp_path)!r}))\n"
            "print(os.environ.get('RAPPORTEUR_HTTPS'), os.environ.get('RAPPORTEUR_TIME_ZONE'))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=variables, capture_output=True, text=True, check=True
        )
        return done.stdout.split()

    return seen


def test_the_file_speaks_where_the_environment_says_nothing(checkout):
    assert checkout() == ["0", "Europe/Oslo"]


def test_the_file_overrides_nothing(checkout):
    assert checkout(RAPPORTEUR_TIME_ZONE="Asia/Tokyo") == ["0", "Asia/Tokyo"]


@pytest.mark.parametrize(
    "own", ["DATABASE_URL", "RAPPORTEUR_SECRET_KEY", "RAPPORTEUR_HOSTS", "DJANGO_SETTINGS_MODULE"]
)
def test_the_file_is_not_read_beside_an_environment_of_a_sites_own(checkout, own):
    assert checkout(**{own: "x"}) == ["None", "None"]


def test_a_file_that_is_named_speaks_beside_any_environment_and_overrides_nothing(checkout, tmp_path):
    named = tmp_path / "site.env"
    named.write_text("RAPPORTEUR_HTTPS=1\nRAPPORTEUR_TIME_ZONE=America/Lima\n")

    assert checkout(RAPPORTEUR_ENV_FILE=str(named), DATABASE_URL="x", RAPPORTEUR_HTTPS="0") == [
        "0",
        "America/Lima",
    ]


def test_a_file_that_is_named_and_not_there_is_an_error():
    done = without_django("check", RAPPORTEUR_ENV_FILE="/no/such")

    assert (done.returncode, done.stderr) == (1, "RAPPORTEUR_ENV_FILE names /no/such, which is not there.\n")


def test_of_a_file_that_is_named_nothing_else_is_taken(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text("RAPPORTEUR_HTTPS=1\n")
    monkeypatch.delenv("RAPPORTEUR_HTTPS", raising=False)
    monkeypatch.setenv("RAPPORTEUR_ENV_FILE", "/no/such")

    with pytest.raises(SystemExit) as ended:
        _take_environment(tmp_path)

    assert str(ended.value) == "RAPPORTEUR_ENV_FILE names /no/such, which is not there."
    assert "RAPPORTEUR_HTTPS" not in os.environ
