"""Readers, writers, publishers, importers and a killer at once: `python -m tests.soak [MINUTES]`.

A site is served on a database of its own; two processes do the verbs of `tests/bulletins/office.py` in turn; readers
follow every link, to files, feeds and searches; and every few seconds a worker of the server or one of the two
processes is killed. Afterwards: no answer of 500 or more, every broken request beside a kill, the ledger and all
publications as they were, and the index as made anew. Exit code 1 where not.
"""

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import django

from tests.serving import Site, environment_with

# The site's own settings are for its processes; here static files are looked for.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

ACTING = """
import itertools, os, random, django
django.setup()
from tests import factories
factories._count = itertools.count(os.getpid() * 1000)  # forums of a name of their own
from django.contrib.auth.models import User
from forum.refusal import Refusal
from tests.bulletins.office import VERBS, Office
office = Office(User.objects.get(username="editor"))
print("ready", flush=True)
while True:
    verb = random.choice(VERBS)
    try:
        verb(office)()
    except Refusal:
        pass  # such as a merger that the other process made
    except Exception as error:
        print("failed:", verb.__name__, repr(error)[:200], flush=True)
        continue
    print(verb.__name__, flush=True)
"""
SETTING_UP = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.contrib.auth.models import User
User.objects.create_superuser("editor", password="editor")
"""
ENDING = """
import django
django.setup()
from bulletins.models import Publication
from bulletins.publishing.verification import verify
from tests.index_rows import assert_index_is_as_made_anew
told = [line for line in verify() if "user editor" not in line]
assert_index_is_as_made_anew()
print(Publication.objects.count(), "publications;", told or "all as they were; the index is as made anew")
raise SystemExit(bool(told))
"""
READERS = 3
PATHS = (
    "/",
    "/archive/",
    "/speakers/",
    "/organisations/",
    "/topics/",
    "/feeds/all.atom",
    "/search/?q=comes",
    "/sitemap.xml",
)


class Acting:
    """A process that does verbs, begun again when it was killed."""

    def __init__(self, environment, counts):
        self._environment, self._counts = environment, counts
        self.begin()
        time.sleep(8)  # what both need is made by the first

    def begin(self):
        self.process = subprocess.Popen(
            [sys.executable, "-c", ACTING], env=self._environment, stdout=subprocess.PIPE, text=True
        )
        threading.Thread(target=self._count, args=(self.process,), daemon=True).start()

    def _count(self, process):
        for line in process.stdout:
            self._counts[line.strip()] += 1


def reading(site, until_when, answers, failures):
    dice = random.Random()  # noqa: S311 (no secret)
    known = list(PATHS)
    while time.monotonic() < until_when:
        path = dice.choice(known)
        try:
            status, text, _seconds = site.get(path)
        except OSError:
            failures.append(time.monotonic())
            continue
        answers[status] += 1
        if status >= 500:
            sys.stdout.write(f"{status} {path} {text[:200]}\n")
        for address in re.findall(r'href="(/[^"#]*)"', text)[:60]:
            if address not in known and not address.startswith(("/admin", "/static")) and len(known) < 5_000:
                known.append(address)


def killing(site, acting, until_when):
    """Kill a worker or an acting process every few seconds. Gives when."""
    kills = []
    while time.monotonic() < until_when:
        time.sleep(random.uniform(2, 6))  # noqa: S311 (no secret)
        victim = random.choice([*acting, *site.workers])  # noqa: S311 (the same)
        kills.append(time.monotonic())
        if isinstance(victim, Acting):
            victim.process.kill()
            victim.process.wait()
            victim.begin()
        else:
            os.kill(victim, signal.SIGKILL)
    return kills


def soaked(variables, environment, minutes):
    """Let all happen at once. Gives whether every answer was in order, and tells what happened."""
    site = Site(workers=2, environment=variables)
    verbs, answers, failures = Counter(), Counter(), []
    acting = [Acting(environment, verbs) for _ in range(2)]
    ends = time.monotonic() + 60 * minutes
    asked = (site, ends, answers, failures)
    readers = [threading.Thread(target=reading, args=asked) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    kills = killing(site, acting, ends)
    for reader in readers:
        reader.join()
    for one in acting:
        one.process.kill()
    site.end()
    alone = [moment for moment in failures if not any(-0.5 < moment - kill < 12 for kill in kills)]
    sys.stdout.write(
        f"{len(kills)} kills; verbs: {dict(verbs)}; answers: {dict(answers)}; "
        f"{len(failures)} requests broke off, {len(alone)} of them beside no kill\n"
    )
    failed = any(name.startswith("failed") for name in verbs)
    return not failed and not alone and not any(status >= 500 for status in answers)


def main(minutes):
    """Run, and give whether all was well."""
    with tempfile.TemporaryDirectory(prefix="rapporteur-soak-") as data:
        Path(data).chmod(0o755)
        variables = {
            "RAPPORTEUR_DATA": data,
            "RAPPORTEUR_FILES": f"{data}/files",
            "RAPPORTEUR_HOSTS": "bulletins.example.org,localhost",
        }
        environment = environment_with(**variables, DJANGO_SETTINGS_MODULE="forum.settings")
        subprocess.run([sys.executable, "-c", SETTING_UP], env=environment, check=True)
        in_order = soaked(variables, environment, minutes)
        done = subprocess.run([sys.executable, "-c", ENDING], env=environment, check=False)
        subprocess.run([sys.executable, "-m", "forum.database", "stop"], env=environment, check=False)
        return in_order and done.returncode == 0


if __name__ == "__main__":
    sys.exit(not main(float(sys.argv[1]) if len(sys.argv) > 1 else 10))
