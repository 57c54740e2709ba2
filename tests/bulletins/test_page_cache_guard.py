"""No kept page is stale: each table that one reads notes its changes, and each change moves what shows it.

The pages are asked for along the site's own patterns, the tables are read from the SQL that they send, and the
triggers from the database. So a new page, or a page that comes to read another table, is looked at unasked.
"""

import datetime
import re

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import include, path, resolve
from django.utils import timezone

from bulletins import api
from bulletins.document import points
from bulletins.harvesting import MEDIA_TYPES
from bulletins.merging_speakers import merge
from bulletins.models import Bulletin, DraftPoint, Passage, Publication, Series, Topic
from bulletins.models.site_state import REVISIONS
from bulletins.page_cache import PAGE_CACHE, cached_page
from bulletins.publishing.publication import publish
from bulletins.publishing.withdrawal import withdraw
from bulletins.rendering import FORMATS
from bulletins.sitemaps import PARTS
from forum.models import Edition, Forum, Session
from speakers.models import Organisation, Position, Speaker
from tests.bulletins.addresses import addresses, patterns
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    hold,
    make_bulletin,
    make_copies,
    make_edition,
    make_forum,
    make_speaker,
)
from tests.figures import figure, show_in

pytestmark = pytest.mark.django_db(transaction=True)

# Tables that a kept page may read although their changes are not noted, each with the reason.
NEED_NOT_NOTE = {
    "bulletins_rendering": "written with its publication, and never changed",
    "bulletins_tally": "counted in the transaction that changes the statements, topics or institutions themselves",
    "bulletins_settext": "another style of the same text; what is on a page of before stays right",
}
# Pages that are made anew for each reader, so that nothing of them can be stale.
NEVER_KEPT = {
    "search": "its addresses are endless",
    "search-file": "its addresses are endless",
    "explore-file": "its addresses are endless",
    "help": "for those who work here, in the admin",
    "catalogue": "the sentences of the scripts, with a tag of its own",
    **dict.fromkeys(
        (pattern.name for pattern in api.urlpatterns if pattern.name),
        "endless too, and made for programs, which ask each but once",
    ),
    "language": "sets a cookie",
    "changes": "leads to a comparison",
}

# What a trigger on a table answers to (pg_trigger.tgtype): INSERT, DELETE, UPDATE. Nobody empties a table at once.
EVERY_CHANGE = 4 | 8 | 16


@pytest.fixture
def site(tied, editor):
    """A site where every page has something to show: issues, one corrected, of two forums; who speaks in both
    holds a title, and another was merged into that person; a narrower topic."""
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
    show_in(tied.bulletin, figure(alt="A garden in the rain"))
    publish(tied.bulletin, by=editor, approval=SAID)
    other = make_edition(make_forum(slug="drizzle", name="Drizzle Forum"))
    publish(make_bulletin(other), by=editor, approval=SAID)
    return tied


def public_addresses(*extensions):
    values = {
        "forum": ["rain", "drizzle"],
        "series": ["bulletin"],
        "year": [2026],
        "number": list(Publication.objects.current().values_list("number", flat=True)),
        "extension": extensions or [*{*MEDIA_TYPES, *(form.extension for form in FORMATS.values())}],
        "pk": list(Session.objects.values_list("pk", flat=True)),
        "slug": [
            slug
            for model in (Speaker, Organisation, Topic)
            for slug in model.objects.values_list("slug", flat=True)
        ],
        "code": ["en"],
        "version": [1, 2],
        "since": [1],
        "point": sorted({point.id for one in Publication.objects.all() for _, point in points(one.document)})[
            :1
        ],
        "section": list(PARTS),
        "name": [figure().name],
    }
    queries = {
        "archive": ["forum=rain&year=2026&language=en"],
        "bulletin": ["version=1"],
        "cite": ["point=i-1"],
        "search": ["q=works"],
        "explore": ["q=works", "rows=organisation&columns=year", "rows=country"],
        "explore-statements": ["topic=water"],
        "explore-compare": ["kind=topic&a=water&b=drainage", "kind=organisation"],
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


def tables_read(client, asked):
    """Give the tables that kept pages read, and the names of the pages that were kept."""
    stored, read, kept = stored_tables(), set(), set()
    for name, address in asked:
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        if address in {path for _host, path, *_rest in PAGE_CACHE._pages}:
            kept.add(name)
            read |= stored & {word for query in queries for word in re.findall(r"\w+", query["sql"])}
    return read, kept


def tables_that_note_changes():
    """Give the tables with a trigger that notes every change of theirs."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT tgrelid::regclass::text FROM pg_trigger
            WHERE tgfoid = 'note_touched'::regproc AND tgenabled = 'O' AND tgtype & %(all)s = %(all)s
            """,
            {"all": EVERY_CHANGE},
        )
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.slow
def test_every_table_that_a_kept_page_reads_notes_its_changes_and_a_missing_trigger_is_seen(client, site):
    read, kept = tables_read(client, public_addresses())
    read -= NEED_NOT_NOTE.keys()

    assert {pattern.name for pattern in patterns()} - kept == NEVER_KEPT.keys()
    assert read == tables_that_note_changes()
    assert missed_without_trigger(read) == {table: [{table}] * 2 for table in read}


def missed_without_trigger(read):
    """Give for each table which tables are seen not to note their changes when it has no trigger, or a disabled one."""
    missed = {}
    for table in sorted(read):
        for remedy in (
            "DROP TRIGGER notes_touched ON {}",
            "ALTER TABLE {} DISABLE TRIGGER notes_touched",
        ):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute(remedy.format(table))
                missed.setdefault(table, []).append(read - tables_that_note_changes())
                transaction.set_rollback(True)
    return missed


@pytest.mark.parametrize("event", ["INSERT", "UPDATE", "DELETE"])
def test_a_trigger_that_answers_to_some_changes_only_is_seen(event, db):
    others = " OR ".join({"INSERT", "UPDATE", "DELETE"} - {event})
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER notes_touched ON bulletins_topic")
        cursor.execute(
            f"CREATE CONSTRAINT TRIGGER notes_touched AFTER {others} ON bulletins_topic"
            " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_touched('topic', 'id')"
        )
        noting = tables_that_note_changes()
        transaction.set_rollback(True)

    assert "bulletins_topic" not in noting


@cached_page()
def drafts(request):
    """A page as somebody may add it: kept, and of a table whose changes are not noted."""
    return HttpResponse(f"{Bulletin.objects.count()} drafts")


urlpatterns = [path("drafts/", drafts, name="drafts"), path("", include("forum.urls"))]


@pytest.mark.urls(__name__)
def test_a_page_that_reads_another_table_is_seen(client, db):
    read, kept = tables_read(client, [("drafts", "/drafts/")])

    unseen = read - tables_that_note_changes() - NEED_NOT_NOTE.keys()
    assert ("drafts" in kept, unseen) == (True, {"bulletins_bulletin"})


# One after the other on one site: each finds the pages kept as the one before left them.
CHANGES = {
    "forum": lambda one: Forum.objects.filter(slug="rain").update(
        name="Mist Forum", names={"zh": "雾论坛"}, publisher="Mist Office", issn="1234-567X"
    ),
    "series": lambda one: Series.objects.filter(forum=one.forum_id).update(
        name="Mist Report", mastheads={"en": "The Mist"}
    ),
    "edition": lambda one: Edition.objects.filter(pk=one.edition_id).update(
        theme="Mist", venue="Ulm", starts_on=datetime.date(2026, 11, 1)
    ),
    "session": lambda one: Session.objects.update(title="Mist", room="Hall", theme="Fog", kind="panel"),
    "a session of another edition": lambda one: Session.objects.update(
        edition=Edition.objects.exclude(pk=one.edition_id).get()
    ),
    "speaker": lambda one: Speaker.objects.filter(slug="berg-ada").update(
        family_name="Mist", own_name="雾", orcid="0000-0000-0000-0001"
    ),
    "position": lambda one: Position.objects.update(title="Rector", titles={"zh": "校长"}),
    "a new position": lambda one: hold(
        Speaker.objects.get(slug="berg-ada"), "Provost", datetime.date(2020, 1, 1)
    ),
    "organisation": lambda one: Organisation.objects.update(
        name="House of Mist", names={"zh": "雾"}, country="CN"
    ),
    "a position that goes": lambda one: Position.objects.all().delete(),
    "topic": lambda one: Topic.objects.filter(slug="drainage").update(name="Mist", names={"zh": "雾"}),
    "a wider topic": lambda one: Topic.objects.filter(slug="drainage").update(
        parent=Topic.objects.create(slug="haze", name="Haze")
    ),
    "passage": lambda one: Passage.objects.filter(forum=one.forum_id).update(
        lead="Mist", section_title="Fog"
    ),
    "a passage's topics": lambda one: Passage.objects.filter(forum=one.forum_id).update(topics=[]),
    "an issue in another forum": lambda one: publish(
        make_bulletin(Edition.objects.exclude(pk=one.edition_id).get()),
        by=one.published_by,
        approval=SAID,
    ),
    "the next issue": lambda one: publish(make_bulletin(one.edition), by=one.published_by, approval=SAID),
    "a withdrawal in another forum": lambda one: withdraw(
        Bulletin.objects.exclude(forum=one.forum_id).first(), by=one.published_by, note="Wrong."
    ),
    "a withdrawal": lambda one: withdraw(one.bulletin, by=one.published_by, note="Wrong."),
    "an embargo": lambda one: Publication.objects.filter(forum=one.forum_id).update(
        public_from=timezone.now() + datetime.timedelta(days=1)
    ),
    # Years and addresses of what is published the database itself keeps.
    # Last: publications name people by their keys, and no verb changes one.
    "a speaker's key": lambda one: Speaker.objects.filter(slug="berg-ada").update(slug="berg-eda"),
}


def answers(client, paths):
    """What each address answers: status, and the bytes or where it leads; and which answers were kept ones."""
    found = {path: client.get(path) for path in paths}
    told = {
        path: (one.status_code, one.headers.get("Location"), one.getvalue().decode("utf-8", "replace"))
        for path, one in found.items()
    }
    return told, {path for path, one in found.items() if one.wsgi_request.resolver_match is None}


def may_be_kept():
    return [path for name, path in public_addresses("md", "atom") if name not in NEVER_KEPT]


@pytest.mark.slow
def test_no_kept_page_differs_from_the_page_made_anew(client, site):
    (before, _), published = answers(client, may_be_kept()), Publication.objects.count()
    served = set()
    for name, change in CHANGES.items():
        with transaction.atomic():
            change(site)
        REVISIONS.forget()
        paths = {*before, *may_be_kept()}
        if published == Publication.objects.count():
            # What is not there is not kept, and asked again only when more was published.
            paths -= {path for path, (status, *_rest) in before.items() if status == 404}
        (now, kept), published = answers(client, paths), Publication.objects.count()
        PAGE_CACHE.clear()
        anew, _ = answers(client, kept)

        assert {path: now[path] for path in kept} == anew, name
        assert {path: before.get(path) for path in now} != now, name
        before |= now
        served |= kept

    # Nothing would be tried here, were no page answered from what is kept.
    names = {resolve(path.partition("?")[0]).url_name for path in served}
    assert {"bulletin", "cite"} <= names
