"""Whatever is killed in the middle of a verb leaves exactly what stood before it, or all of what it does.

`RAPPORTEUR_KILLS=200 pytest tests/bulletins/test_kills.py` kills as often as that; by itself the test is short.
"""

import multiprocessing
import os
import random
import time

import pytest
from django.db import connection
from psycopg import sql

from bulletins.publishing.verification import verify
from tests.bulletins import killed
from tests.bulletins.office import VERBS, Office
from tests.index_rows import assert_index_is_as_made_anew

KILLS = int(os.environ.get("RAPPORTEUR_KILLS", "26"))
# Not forks of this process: Typst's threads do not outlive a fork.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.bulletins.killed"])
# Who is logged in is nobody's words, and is kept by a middleware of Django's.
_NOT_CONTENT = {"django_session", "django_migrations"}


def stored():
    """Give a digest of the rows of every table."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor)) - _NOT_CONTENT
        digests = {}
        for table in sorted(tables):
            rows = sql.SQL("SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {} t")
            cursor.execute(rows.format(sql.Identifier(table)))
            digests[table] = cursor.fetchone()[0]
    return digests


def in_a_process_of_its_own(verb, folder, kill_after=None):
    """Do a verb in a process of its own, which may be killed meanwhile. Give whether it ended, and its seconds."""
    database = connection.settings_dict["NAME"]
    child = PROCESSES.Process(target=killed.run, args=(database, folder, verb))
    child.start()
    began = time.monotonic()
    if kill_after is not None:
        child.join(kill_after)
        child.kill()
    child.join(60)
    return child.exitcode == 0, time.monotonic() - began


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_verb_that_is_killed_is_done_wholly_or_not_at_all(editor, settings, tmp_path):
    settings.STORAGES = killed.files_in(tmp_path)
    office = Office(editor)
    dice = random.Random(os.environ.get("RAPPORTEUR_SEED", "4711"))  # noqa: S311 (no secret)
    takes = {}
    for verb in VERBS:
        ended, takes[verb] = in_a_process_of_its_own(verb(office), tmp_path)
        assert ended, verb.__name__

    known = verify()  # accounts that tests make are in no ledger
    cut = {verb.__name__: 0 for verb in VERBS}
    for number in range(KILLS):
        verb = VERBS[number % len(VERBS)]
        done = verb(office)
        before = stored()
        ended, _seconds = in_a_process_of_its_own(
            done, tmp_path, kill_after=dice.uniform(0, 1.1) * takes[verb]
        )
        changed = stored() != before
        # A change that stands although its process was killed is whole: the ledger and the index agree with all rows.
        cut[verb.__name__] += not ended and not changed
        if changed:
            assert verify() == known, verb.__name__
    assert verify() == known
    assert_index_is_as_made_anew()
    # Kills that came too late would show nothing.
    assert sum(cut.values()) >= KILLS // 5, cut
