"""The second half of `make run`: one process, told step by step, and two at once."""

import io
import logging
import os
import re
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finder

from forum.database import Server
from forum.management.commands.run_demo import Command, _digest, _is_collected
from tests.serving import ROOT, environment_with, free_port, until


class Run:
    """`manage.py run_demo` on data of its own, and what it tells."""

    def __init__(self, home, number):
        self.log = home / f"log-{number}"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "run_demo", "--port", str(free_port())],
                cwd=ROOT,
                env=environment_with(
                    RAPPORTEUR_DATA=str(home),
                    RAPPORTEUR_STATIC=str(home / "static"),
                    RAPPORTEUR_HOSTS="127.0.0.1",
                ),
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def told(self):
        return self.log.read_text()

    def home_page(self):
        address = re.search(r"http://\S+/", self.told)[0]
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 (our own address)
                return answer.status, "Lantern Bay" in answer.read().decode()
        except OSError as error:
            return error, False

    def draft_as_pdf(self):
        """Log in as the rapporteur of the demo, and print the first draft."""
        address = re.search(r"http://\S+/", self.told)[0]
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

        def asked(path, **data):
            sent = urllib.parse.urlencode(data).encode() if data else None
            with browser.open(address + path, sent, timeout=30) as answer:
                return answer.read()

        form = asked("admin/account/login/").decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)[1]
        asked(
            "admin/account/login/",
            csrfmiddlewaretoken=token,
            login="rapporteur",
            password="rapporteur-demo",  # noqa: S106 (the demo's, as it tells everybody)
        )
        drafts = asked("admin/bulletins/bulletin/").decode()
        number = re.search(r"/admin/bulletins/bulletin/(\d+)/change/", drafts)[1]
        return asked(f"admin/bulletins/bulletin/{number}/preview/?format=pdf")


@pytest.mark.slow
def test_two_first_runs_at_once_share_the_work_and_both_serve():
    home = Path("/tmp") / f"rapporteur-run-{os.getpid()}"  # noqa: S108 (removed below)
    home.mkdir(mode=0o755)
    runs = [Run(home, 1), Run(home, 2)]
    try:
        assert until(lambda: all("Stop it" in run.told for run in runs), 120), [run.told for run in runs]
        assert until(lambda: [run.home_page() for run in runs] == [(200, True), (200, True)])
        sheets = [run.draft_as_pdf()[:5] for run in runs]
        logins = ["Demo logins (name / password): editor / editor-demo" in run.told for run in runs]
        steps = [re.findall(r"^(.+) … [\d.]+ s$", run.told, re.MULTILINE) for run in runs]
    finally:
        for run in runs:
            run.process.send_signal(signal.SIGINT)
            run.process.wait(10)
        Server(home / "postgres").stop()
        subprocess.run(["rm", "-rf", str(home)], check=True)

    assert sheets == [b"%PDF-"] * 2
    assert logins == [True, True]
    assert sorted(steps, key=len) == [
        ["Starting the database", "Loading the demo forum", "Indexing who said what"],
        [
            "Starting the database",
            "Making the tables",
            "Collecting and compressing static files",
            "Loading the demo forum",
            "Indexing who said what",
        ],
    ]


def test_each_step_is_told_as_it_begins_and_with_the_seconds_that_it_took():
    told = io.StringIO()
    before = []

    Command(stdout=told)._step("Loading the demo forum", lambda: before.append(told.getvalue()))

    assert before == ["Loading the demo forum …"]
    assert re.fullmatch(r"Loading the demo forum … \d\.\d s\n", told.getvalue())


@pytest.mark.parametrize(("step", "code", "after"), [("pass", 0, "after\n"), ("sys.exit(3)", 3, "")])
def test_what_fails_in_a_process_of_its_own_ends_all_with_its_code(step, code, after):
    program = (
        "import sys; from forum.management.commands.run_demo import _in_a_process_of_its_own\n"
        f"def do():\n    print('in it', flush=True); {step}\n"
        "_in_a_process_of_its_own(do); print('after')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment_with(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (code, f"in it\n{after}")


def test_a_file_that_is_new_or_is_another_is_one_to_collect_anew(settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path]
    get_finder.cache_clear()
    try:
        digests = [_digest()]
        for name, text in (("one.css", "a"), ("one.css", "aa"), ("two.css", "a")):
            (tmp_path / name).write_text(text)
            digests.append(_digest())
    finally:
        get_finder.cache_clear()

    assert len(set(digests)) == 4


def test_files_are_collected_anew_where_they_are_not_those_of_last_time(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    told = [_is_collected()]
    for digest in (_digest(), "of other files"):
        (tmp_path / ".collected").write_text(digest)
        told.append(_is_collected())

    assert told == [False, True, False]


@pytest.mark.slow  # static files are copied
def test_what_is_there_already_is_not_made_again_and_logins_are_told_each_time(demo, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    told = []
    for _ in range(2):
        out = io.StringIO()
        try:
            Command(stdout=out)._prepare()
        finally:
            logging.disable(logging.NOTSET)
        told.append(re.sub(r"\d+\.\d s$", "…", out.getvalue(), flags=re.MULTILINE).splitlines())

    always = [
        "Loading the demo forum … …",
        "Indexing who said what … …",
        "Demo logins (name / password): editor / editor-demo, rapporteur / rapporteur-demo, admin / admin-demo",
    ]
    assert told == [["Collecting and compressing static files … …", *always], always]
    assert (tmp_path / "forum" / "icon.svg").exists()
