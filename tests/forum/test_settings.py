"""Settings are safe by default and say what is missing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kept_text import as_kept

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "RAPPORTEUR_SECRET_KEY": "aB3$efgHIJ" * 8,
    "RAPPORTEUR_HOSTS": "bulletins.example.org",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
}


def start(arguments, **environment):
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("RAPPORTEUR_", "DJANGO_", "DATABASE_"))
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", ["RAPPORTEUR_SECRET_KEY", "RAPPORTEUR_HOSTS", "DATABASE_URL"])
def test_nothing_starts_without_a_key_hosts_and_a_database_and_one_sentence_says_so(missing):
    done = start(["check"], **{name: value for name, value in GOOD.items() if name != missing})

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(f"Set {missing} to ")


def test_an_empty_address_of_the_database_is_refused_even_beside_the_embedded_one():
    done = start(["check"], **GOOD | {"DATABASE_URL": "", "RAPPORTEUR_HTTPS": "0"})

    assert (done.returncode, done.stderr) == (
        1,
        "DATABASE_URL is empty: set it to postgres://user:password@host/name.\n",
    )


@pytest.mark.parametrize("url", ["mysql://a:secret@b/c", "a:secret@b", "postgres://a:secret@b", "nonsense"])
def test_an_address_that_names_no_postgresql_is_refused_without_telling_its_password(url):
    done = start(["check"], **GOOD | {"DATABASE_URL": url})

    assert (done.returncode, done.stderr) == (
        1,
        "DATABASE_URL names no PostgreSQL database: it must be like postgres://user:password@host/name.\n",
    )


@pytest.mark.slow
@pytest.mark.parametrize("chosen", ["RAPPORTEUR_DATA", "RAPPORTEUR_HTTPS"])
def test_the_embedded_database_must_be_chosen_in_production(chosen, tmp_path):
    value = {"RAPPORTEUR_DATA": str(tmp_path), "RAPPORTEUR_HTTPS": "0"}[chosen]
    done = start(["check"], **{name: GOOD[name] for name in GOOD if name != "DATABASE_URL"} | {chosen: value})

    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_deployment_check_is_clean():
    mail = {"RAPPORTEUR_MAIL_URL": "smtp://site:secret@mail.example.org"}
    done = start(["check", "--deploy", "--fail-level", "WARNING"], **GOOD, **mail)
    assert (done.returncode, done.stdout.strip().splitlines()[-1:]) == (
        0,
        ["System check identified no issues (0 silenced)."],
    ), done.stderr


def test_a_word_that_is_neither_yes_nor_no_is_refused():
    done = start(["check"], **GOOD, RAPPORTEUR_DEBUG="perhaps")
    assert "RAPPORTEUR_DEBUG must be 1 or 0, not 'perhaps'." in done.stderr


def test_a_database_url_switches_to_that_postgresql_with_connections_that_stay_and_are_tried():
    code = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE']='forum.settings';"
        "from django.conf import settings; d=settings.DATABASES['default'];"
        "print(d['ENGINE'], d['HOST'], d['CONN_MAX_AGE'], d['CONN_HEALTH_CHECKS'], d['OPTIONS']['connect_timeout'])"
    )
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("RAPPORTEUR_", "DJANGO_"))
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | GOOD | {"DATABASE_URL": "postgres://a:b@db.example.org/c"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["django.db.backends.postgresql", "db.example.org", "60", "True", "2"]


# Whatever an office may turn on.
TURNED_ON = {
    "RAPPORTEUR_BEHIND_PROXY": "yes",
    "RAPPORTEUR_ORIGINS": "https://a.example.org, ,https://b.example.org",
    "RAPPORTEUR_TOTP": "ON",
    "RAPPORTEUR_PASSKEYS": "true",
    "RAPPORTEUR_OPENID_URL": "https://id.example.org",
    "RAPPORTEUR_SIGNING_KEY": "/keys/site",
    "RAPPORTEUR_SITE": "https://bulletins.example.org/",
    "RAPPORTEUR_TERRITORY_NAMES": "cldr",
    "RAPPORTEUR_LOG_REQUESTS": " 1 ",
    "RAPPORTEUR_SEARCHES": "3",
    "RAPPORTEUR_API_REQUESTS": "60",
}
TURNED_OFF = {
    "RAPPORTEUR_DEBUG": "1",
    "RAPPORTEUR_HTTPS": "off",
    "RAPPORTEUR_PASSKEYS": "No",
    "RAPPORTEUR_TOTP": "0",
}
TOLD = """
import json, sys
from forum import settings
def told(value):
    if isinstance(value, set):
        return sorted(value)
    return str(value) if isinstance(value, settings.Path) else type(value).__name__
for name in sorted(filter(str.isupper, vars(settings))):
    print(name, json.dumps(getattr(settings, name), default=told, ensure_ascii=False, sort_keys=True))
"""


def settings_with(environment):
    """Give all settings as they are with an environment, each on a line; what Python makes is told by its kind."""
    given = {
        name: value for name, value in os.environ.items() if not name.startswith(("RAPPORTEUR_", "DJANGO_"))
    }
    done = subprocess.run(
        [sys.executable, "-c", TOLD],
        cwd=ROOT,
        env=given | GOOD | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.replace(str(ROOT), "ROOT").splitlines()


@pytest.mark.slow
def test_a_site_that_sets_only_what_it_must_has_these_settings_and_options_change_these():
    plain = settings_with({})
    lines = [
        *plain,
        *(
            f"{title}: {line}"
            for title, options in (("turned on", TURNED_ON), ("turned off", TURNED_OFF))
            for line in settings_with(options)
            if line not in plain
        ),
    ]
    told = "\n".join(lines) + "\n"

    assert told == as_kept(Path(__file__).parent / "settings_whole.txt", told)


@pytest.mark.parametrize("factor", ["RAPPORTEUR_TOTP", "RAPPORTEUR_PASSKEYS"])
def test_either_second_factor_alone_brings_its_apps_and_its_entry_in_the_menu(factor):
    told = dict(line.split(" ", 1) for line in settings_with({factor: "1"}))
    apps, menu = json.loads(told["INSTALLED_APPS"]), json.loads(told["UNFOLD"])["ACCOUNT"]["navigation"]

    assert ({"allauth.mfa", "django.contrib.humanize"} <= {*apps}, len(menu)) == (True, 1)
