"""Verbs on two real connections: what one holds, the other waits for."""

import re
import threading
from functools import partial

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bulletins.document import Text
from bulletins.drafts.attribution import Chosen, give_sentences
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import PointText, SetField, SetPoint
from bulletins.merging_forums import merge_forums
from bulletins.models import Bulletin, Passage, Publication
from bulletins.publishing.index import index_facets, reindex, reindex_at_once
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from bulletins.statements import attributed
from forum.admin import LockedModelAdmin
from forum.locks import lock_ledger, lock_names, lock_people, lock_vocabulary, share_people
from forum.models import Edition, Forum
from forum.refusal import Refusal
from tests.at_once import at_once
from tests.bulletins.office import VERBS, Office
from tests.factories import document, make_bulletin, make_edition, make_forum
from tests.serving import until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
READ = Approval(acceptance="Read.", correction_note="A figure was wrong.")


def waits_for(verb, take):
    """Start a verb while a lock is held; tell whether it comes to wait for it, and let both end."""
    ended = threading.Event()

    def run():
        try:
            verb()
        finally:
            ended.set()
            connection.close()

    def is_waiting():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT EXISTS (SELECT FROM pg_locks"
                " WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
            )
            return cursor.fetchone()[0]

    thread = threading.Thread(target=run)
    with transaction.atomic():
        take()
        thread.start()
        until(lambda: ended.is_set() or is_waiting())
        waited = not ended.is_set()
    thread.join(30)
    assert ended.is_set()
    return waited


def holding(rows):
    """Give what locks rows."""
    return lambda: list(rows.select_for_update(no_key=True))


def retitled(bulletin, editor, title):
    return apply_changes(bulletin, [SetField("title", was=bulletin.title, now=title)], by=editor, seen=0)


def test_two_issues_of_one_forum_in_two_editions_get_volumes_one_after_the_other(editor):
    forum = make_forum()
    drafts = [
        make_bulletin(make_edition(forum, year=year, starts_on=None, ends_on=None)) for year in (2026, 2027)
    ]

    at_once(*(lambda one=one: publish(one, by=editor, approval=READ) for one in drafts))

    assert sorted(Publication.objects.values_list("volume", flat=True)) == [1, 2]


@pytest.mark.parametrize("verb", [publish, withdraw])
def test_who_publishes_or_withdraws_waits_for_the_forum(editor, verb):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=READ)
    said = {"approval": READ} if verb is publish else {"note": "Wrong."}

    assert waits_for(
        lambda: verb(bulletin, by=editor, **said), holding(Forum.objects.filter(pk=bulletin.forum_id))
    )


def test_who_writes_waits_for_whoever_holds_the_draft(editor):
    bulletin = make_bulletin()

    assert waits_for(
        lambda: retitled(bulletin, editor, "A"), holding(Bulletin.objects.filter(pk=bulletin.pk))
    )
    assert Bulletin.objects.get().title == "A"


def test_who_gives_sentences_to_others_waits_for_whoever_writes_and_reads_what_stands_then(editor):
    bulletin = make_bulletin()
    (point,) = sheet_of(bulletin).sections[0].points
    part = "sections[0].points[0]"
    text = dict(attributed(document_of(bulletin)))[part][1].text
    told = []

    def give():
        try:
            give_sentences(bulletin, [Chosen(part=part, place=1, text=text)], (), by=editor)
        except Refusal as error:
            told.append(error.message)

    write = SetPoint(id=point.id, was=point.said(), now=PointText(lead=(Text("Rain fell."),)))
    assert waits_for(give, lambda: apply_changes(bulletin, [write], by=editor, seen=0))

    assert told == ["Somebody changed these words meanwhile. Look again."]
    assert sheet_of(bulletin).sections[0].points[0].said() == write.now


def test_who_publishes_waits_for_whoever_writes(editor):
    bulletin = make_bulletin(content=document())

    assert waits_for(
        lambda: publish(bulletin, by=editor, approval=READ), holding(Bulletin.objects.filter(pk=bulletin.pk))
    )


def test_two_writers_at_once_are_both_counted_and_kept(editor):
    bulletin = make_bulletin()
    fields = ("title", "series_title")

    at_once(
        *(
            lambda n=n: apply_changes(
                bulletin,
                [SetField(fields[n % 2], was=getattr(bulletin, fields[n % 2]), now=f"{n}")],
                by=editor,
                seen=0,
            )
            for n in range(2)
        )
    )

    bulletin.refresh_from_db()
    assert (bulletin.version, bulletin.title, bulletin.series_title) == (2, "0", "1")


# As forum/locks.py says: who finds or makes rows by name; who merges people, or writes whom a row credits; and so on.
NUMBERED = {"publishing", "correcting", "withdrawing", "putting_back", "indexing_anew"}
BROUGHT_IN = {"importing", "importing_into_a_draft"}
MERGED = {"merging", "undoing"}
SAVED = {"saving_a_speaker", "saving_a_session"}
WAIT = {
    "names": {*BROUGHT_IN, "importing_a_programme", *SAVED},
    "people": {*NUMBERED, *BROUGHT_IN, "importing_a_programme", "writing", *MERGED, *SAVED},
    "forum": {*NUMBERED, *BROUGHT_IN},
    "edition": {*NUMBERED, *BROUGHT_IN},
    "vocabulary": {*NUMBERED, *MERGED, "saving_a_speaker"},
    "ledger": {*NUMBERED - {"indexing_anew"}, "importing_a_programme", *MERGED, *SAVED},
}


@pytest.mark.parametrize("lock", WAIT)
def test_each_verb_waits_for_the_locks_that_it_takes_and_for_no_other(editor, lock):
    office = Office(editor)
    take = {
        "names": lock_names,
        "people": lock_people,
        "forum": holding(Forum.objects.all()),
        "edition": holding(Edition.objects.all()),
        "vocabulary": lock_vocabulary,
        "ledger": lock_ledger,
    }[lock]

    assert {verb.__name__ for verb in VERBS if waits_for(verb(office), take)} == WAIT[lock]


def test_the_admin_saves_what_the_index_is_made_of_alone_and_all_else_beside_who_publishes(editor):
    client = Client()
    client.force_login(editor)
    saves = {
        model._meta.label_lower: partial(
            client.post, reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_add")
        )
        for model, its in admin.site._registry.items()
        if isinstance(its, LockedModelAdmin)
    }

    waits = {
        name: [waits_for(save, take) for take in (lock_names, lock_people, share_people)]
        for name, save in saves.items()
    }

    alone = {"bulletins.topic", "speakers.organisation"}
    assert waits == {name: [True, True, name in alone] for name in saves}
    assert alone < saves.keys()


def test_whoever_locks_several_forums_begins_with_the_first_one_made(editor):
    """So two who do never wait for each other, whatever the forums are called."""
    forums = [make_forum(name=name) for name in ("Wind Forum", "Tide Forum", "Rain Forum")]

    def locked_by(verb):
        with CaptureQueriesContext(connection) as asked:
            verb()
        statements = [one["sql"] for one in asked if one["sql"].endswith("FOR NO KEY UPDATE")]
        return [int(pk) for one in statements for pk in re.findall(r'"forum_forum"."id" = (\d+)', one)]

    first, second, third = (one.pk for one in forums)
    assert locked_by(reindex_at_once) == [first, second, third]
    assert locked_by(lambda: merge_forums(forums[2], forums[0], by=editor))[:2] == [first, third]


def test_whoever_makes_the_index_anew_waits_where_nothing_is_published_too():
    make_edition()
    held = [
        (reindex, lock_vocabulary),
        (reindex_at_once, lock_people),
        (reindex_at_once, holding(Forum.objects.all())),
        (reindex_at_once, lock_vocabulary),
        (lambda: index_facets(Passage.objects.all()), share_people),
    ]

    assert [waits_for(verb, take) for verb, take in held] == [True] * 5
