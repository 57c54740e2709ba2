"""Verbs on two real connections: what one holds, the other waits for."""

import threading

import pytest
from django.db import connection, transaction

from bulletins.drafts.changes import apply_changes
from bulletins.drafts.sheet import SetField
from bulletins.models import Bulletin, Publication
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from forum.models import Forum
from tests.at_once import at_once
from tests.factories import document, make_bulletin, make_edition, make_forum

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
READ = Approval(acceptance="Read.", correction_note="A figure was wrong.")


def waits_for(verb, *, holding):
    """Start a verb while a row is held; tell whether it waited, and let both end."""
    ended = threading.Event()

    def run():
        try:
            verb()
        finally:
            ended.set()
            connection.close()

    thread = threading.Thread(target=run)
    with transaction.atomic():
        assert len(holding.select_for_update()) == 1
        thread.start()
        waited = not ended.wait(1.5)
    thread.join(30)
    assert ended.is_set()
    return waited


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
        lambda: verb(bulletin, by=editor, **said), holding=Forum.objects.filter(pk=bulletin.forum_id)
    )


def test_who_writes_waits_for_whoever_holds_the_draft(editor):
    bulletin = make_bulletin()

    assert waits_for(lambda: retitled(bulletin, editor, "A"), holding=Bulletin.objects.filter(pk=bulletin.pk))
    assert Bulletin.objects.get().title == "A"


def test_who_publishes_waits_for_whoever_writes(editor):
    bulletin = make_bulletin(content=document())

    assert waits_for(
        lambda: publish(bulletin, by=editor, approval=READ), holding=Bulletin.objects.filter(pk=bulletin.pk)
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
