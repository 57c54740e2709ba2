"""No kept page is stale for ever: each table that one reads moves the site's revision when it changes.

The pages are asked for along the site's own patterns, the tables are read from the SQL that they send, and the
triggers from the database. So a new page, or a page that comes to read another table, is looked at unasked.
"""

import re

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import include, path

from bulletins.document import points
from bulletins.merging_speakers import merge
from bulletins.models import Bulletin, DraftPoint, Publication, Topic
from bulletins.models.site_revision import SiteState
from bulletins.page_cache import cached_page
from bulletins.publishing.publication import publish
from bulletins.rendering import FORMATS
from bulletins.sitemaps import PARTS
from forum.models import Session
from speakers.models import Organisation, Speaker
from tests.bulletins.addresses import addresses, patterns
from tests.bulletins.conftest import SAID
from tests.factories import document, make_copies, make_speaker

pytestmark = pytest.mark.django_db

# Tables that a kept page may read although a change of them moves nothing, each with the reason. So far there are none.
NEED_NOT_MOVE = {}
# Pages that are made anew for each reader, so that nothing of them can be stale.
NEVER_KEPT = {"search": "its addresses are endless", "language": "sets a cookie"}

# What a trigger on a table answers to (pg_trigger.tgtype): INSERT, DELETE, UPDATE, TRUNCATE.
EVERY_CHANGE = 4 | 8 | 16 | 32


@pytest.fixture
def site(tied, editor):
    """A site where every page has something to show: two issues, one corrected, a merged speaker, a narrower topic."""
    Speaker.objects.get().positions.create(
        organisation=Organisation.objects.get(), title="Dean", held=DateRange(document().date, None)
    )
    merge(Speaker.objects.get(), make_speaker("berg-adda", given_name="Adda"), by=editor)
    Topic.objects.filter(slug="drainage").update(parent=Topic.objects.create(slug="water", name="Water"))
    make_copies(tied, 2)
    Bulletin.objects.filter(pk=tied.bulletin_id).update(title="Rain gardens, corrected")
    DraftPoint.objects.filter(section__bulletin=tied.bulletin_id).update(
        lead=[{"type": "text", "text": "so."}]
    )
    publish(tied.bulletin, by=editor, approval=SAID)


def public_addresses():
    values = {
        "forum": ["rain"],
        "year": [2026],
        "number": list(Publication.objects.current().values_list("number", flat=True)),
        "extension": [form.extension for form in FORMATS.values()],
        "pk": list(Session.objects.values_list("pk", flat=True)),
        "slug": [
            slug
            for model in (Speaker, Organisation, Topic)
            for slug in model.objects.values_list("slug", flat=True)
        ],
        "code": ["en"],
        "version": [1],
        "point": [point.id for one in Publication.objects.all() for _, point in points(one.document)],
        "section": list(PARTS),
    }
    queries = {
        "archive": ["forum=rain&year=2026&language=en"],
        "bulletin": ["version=1"],
        "cite": ["point=i-1"],
        "search": ["q=works"],
    }
    return list(addresses(values, queries))


def stored_tables():
    """Give the names of everything that rows can be read from: tables and views."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class"
            " WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace"
        )
        return {name for (name,) in cursor.fetchall()}


def tables_read(client):
    """Give the tables that kept pages read, and the names of the pages that were kept."""
    stored, read, kept = stored_tables(), set(), set()
    for name, address in public_addresses():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        if "ETag" in answer.headers:
            kept.add(name)
            read |= stored & {word for query in queries for word in re.findall(r"\w+", query["sql"])}
    return read, kept


def tables_that_move_the_revision():
    """Give the tables with a trigger that moves the site's revision at every change of theirs."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT tgrelid::regclass::text FROM pg_trigger
            WHERE tgfoid = 'move_site_revision'::regproc AND tgenabled = 'O' AND tgtype & %(all)s = %(all)s
            """,
            {"all": EVERY_CHANGE},
        )
        return {name for (name,) in cursor.fetchall()}


def test_every_table_that_a_kept_page_reads_moves_the_revision_and_no_other_does(client, site):
    read, kept = tables_read(client)

    assert {pattern.name for pattern in patterns()} - kept == NEVER_KEPT.keys()
    assert read - NEED_NOT_MOVE.keys() == tables_that_move_the_revision()


def test_a_trigger_that_is_missing_or_half_is_seen(client, site):
    read, _kept = tables_read(client)
    missed = {}
    for table in sorted(read):
        for remedy in (
            "DROP TRIGGER moves_site_revision ON {}",
            "ALTER TABLE {} DISABLE TRIGGER moves_site_revision",
        ):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute(remedy.format(table))
                missed.setdefault(table, []).append(read - tables_that_move_the_revision())
                transaction.set_rollback(True)

    assert missed == {table: [{table}] * 2 for table in read}


@pytest.mark.parametrize("event", ["INSERT", "UPDATE", "DELETE", "TRUNCATE"])
def test_a_trigger_that_answers_to_some_changes_only_is_seen(event, db):
    others = " OR ".join({"INSERT", "UPDATE", "DELETE", "TRUNCATE"} - {event})
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER moves_site_revision ON bulletins_topic")
        cursor.execute(
            f"CREATE TRIGGER moves_site_revision AFTER {others} ON bulletins_topic"
            " FOR EACH STATEMENT EXECUTE FUNCTION move_site_revision()"
        )

    assert "bulletins_topic" not in tables_that_move_the_revision()


@cached_page()
def drafts(request):
    """A page as somebody may add it: kept, and of a table whose changes move nothing."""
    return HttpResponse(f"{Bulletin.objects.count()} drafts")


urlpatterns = [path("drafts/", drafts, name="drafts"), path("", include("forum.urls"))]


@pytest.mark.urls(__name__)
def test_a_page_that_reads_another_table_is_seen(client, site):
    read, kept = tables_read(client)

    assert ("drafts" in kept, read - tables_that_move_the_revision()) == (True, {"bulletins_bulletin"})


@pytest.mark.parametrize("table", sorted({"bulletins_publication", "bulletins_topic", "forum_session"}))
def test_a_change_of_such_a_table_moves_the_state(site, table):
    before = SiteState.now()[0].number
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET id = id")  # noqa: S608 (names of our own tables)

    assert SiteState.now()[0].number > before
