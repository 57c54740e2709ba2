"""Two at one moment: the second waits for the first, and finds what it made."""

import datetime
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.db import connection

from bulletins.document import RosterEntry
from bulletins.drafts.importing import Target, import_document
from bulletins.drafts.roster import new_person
from bulletins.manuscript.blocks import Reading
from bulletins.merging_speakers import merge
from bulletins.models import Bulletin
from forum.models import Edition, Forum
from forum.transactions import atomic_with_retry
from speakers.models import Speaker
from speakers.programme import PlannedSession, Programme, Row
from speakers.programme_import import import_programme
from speakers.programme_people import Participant
from tests.at_once import at_once
from tests.factories import document, make_edition, make_speaker
from tests.index_rows import assert_index_is_as_made_anew

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def manuscript(title, forum="Zephyr Forum", people=("Ada Berg",)):
    roster = tuple(RosterEntry(speaker=name.lower(), name=name, credit="Head of Drains") for name in people)
    return document(title=title, series_title=f"2026 {forum} Bulletin", roster=roster, sections=())


def imported(content, edition=None):
    return import_document(Reading(content), content.title.rjust(64, "0"), Target(edition=edition))


def test_six_manuscripts_of_one_new_forum_make_one_forum(db):
    results = at_once(*(partial(imported, manuscript(f"Issue {place}")) for place in range(6)))

    assert [one.created for one in results] == [True] * 6
    assert (Forum.objects.count(), Edition.objects.count(), Speaker.objects.count()) == (1, 1, 1)


def test_one_file_six_times_makes_one_draft(db):
    results = at_once(*(partial(imported, manuscript("Issue")) for _ in range(6)))

    assert (sorted(one.created for one in results), Bulletin.objects.count()) == ([False] * 5 + [True], 1)


def test_one_new_person_in_two_forums_is_one_person(editor):
    start = datetime.datetime(2026, 11, 18, 9, tzinfo=datetime.UTC)
    planned = PlannedSession("Rain", start, start + datetime.timedelta(hours=1))
    programme = Programme(rows=[Row(1, planned, Participant("Ada Berg"))])
    edition = make_edition()
    results = at_once(
        *(partial(imported, manuscript("One", forum)) for forum in ("Zephyr Forum", "Sirocco Forum")),
        partial(import_programme, programme, edition, by=editor),
        partial(
            new_person, Bulletin.objects.create(edition=edition, forum=edition.forum), "Ada Berg", by=editor
        ),
    )

    known = "Ada Berg is in the directory already. Choose this person there."
    assert [str(one) for one in results if isinstance(one, Exception)] in ([], [known])
    assert list(Speaker.objects.values_list("slug", flat=True)) == ["ada-berg"]


def test_mergers_at_one_moment_come_one_after_the_other(editor):
    people = [make_speaker(f"berg-{letter}", given_name=letter) for letter in "abcdef"]
    kept = people[0]

    at_once(*(partial(merge, kept, one, by=editor) for one in people[1:]))

    assert set(Speaker.objects.values_list("slug", "merged_into__slug")) == {
        ("berg-a", None),
        *((one.slug, "berg-a") for one in people[1:]),
    }
    assert_index_is_as_made_anew()


def test_a_deadlock_is_tried_again_and_not_shown(db):
    one, other = User.objects.create(username="one"), User.objects.create(username="other")

    @atomic_with_retry
    def rename(*pks):
        for pk in pks:
            User.objects.filter(pk=pk).update(last_name=str(pks))
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(0.2)")
        return "done"

    assert at_once(partial(rename, one.pk, other.pk), partial(rename, other.pk, one.pk)) == ["done"] * 2
