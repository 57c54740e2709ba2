"""What a verb of publication reads does not grow with what else there is: so publishing takes no longer after years."""

import pytest
from django.db import connection

from bulletins.document import Mention, RosterEntry, Text
from bulletins.models import Bulletin, Topic
from bulletins.publishing.publication import publish
from bulletins.publishing.withdrawal import restore, withdraw
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_speaker,
)

pytestmark = pytest.mark.django_db


def rows_read(verb):
    """How many rows the database gave to a verb."""
    read = 0

    def counted(execute, sql, params, many, context):
        nonlocal read
        result = execute(sql, params, many, context)
        # The tree of topics is read whole: facets need what stands above each.
        if sql.startswith("SELECT") and 'FROM "bulletins_topic" ORDER' not in sql:
            read += max(context["cursor"].rowcount, 0)
        return result

    with connection.execute_wrapper(counted):
        verb()
    return read


def test_the_page_of_an_issue_reads_as_much_whoever_is_credited_elsewhere(client, published, editor):
    read = []
    for count in (0, 1, 2):
        for number in range(count):
            entry = RosterEntry(speaker=f"else-{count}-{number}", name=f"Ola Else{count}", credit="Dean")
            content = document(
                roster=(*document().roster, entry), lede=((Mention(entry.speaker), Text(" came.")),)
            )
            publish(make_bulletin(make_edition(), content), by=editor, approval=SAID)
        read.append(rows_read(lambda: client.get(published.url)))

    assert read == [read[0]] * 3


def others(count, editor):
    """People, institutions, topics, sessions and issues of another forum, that have nothing to do with it."""
    start = Topic.objects.count()
    for number in range(start, start + count):
        make_speaker(f"else-{number}", family_name=f"Else{number}", given_name="Ola")
        make_organisation(f"Institute {number}", country="NO")
        Topic.objects.create(slug=f"topic-{number}", name=f"Topic {number}")
    edition = make_edition(make_forum(slug=f"else-{start}"))
    make_session(edition)
    entry = RosterEntry(speaker="group:all", name="All", kind="group")
    said = ((Mention("group:all"), Text(" agreed.")),)
    publish(
        make_bulletin(edition, document(roster=(*document().roster, entry), lede=said)),
        by=editor,
        approval=SAID,
    )


def verbs(edition, editor):
    """Give how many rows each verb reads."""
    union = make_organisation(f"River Union of {edition.forum.slug}")
    draft = make_bulletin(
        edition,
        document(
            roster=(
                *document().roster,
                RosterEntry(
                    speaker=f"body:{union.slug}", name="River Union", kind="body", organisation=union.slug
                ),
            )
        ),
    )
    draft.sessions.set([make_session(edition)])
    read = [rows_read(lambda: publish(draft, by=editor, approval=SAID))]
    Bulletin.objects.filter(pk=draft.pk).update(title="Corrected")
    read.append(rows_read(lambda: publish(draft, by=editor, approval=SAID)))
    read.append(rows_read(lambda: withdraw(draft, by=editor, note="Wrong.")))
    read.append(rows_read(lambda: restore(draft, by=editor, note="Right.")))
    return read


def test_a_verb_reads_as_much_whatever_else_there_is(editor):
    publish(make_bulletin(make_edition(make_forum(slug="first"))), by=editor, approval=SAID)
    others(1, editor)
    few = verbs(make_edition(make_forum(slug="rain")), editor)
    others(9, editor)
    many = verbs(make_edition(make_forum(slug="snow")), editor)

    assert many == few
