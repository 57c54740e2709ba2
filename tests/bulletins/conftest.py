"""Published bulletins to read and to search. All of it is invented."""

import datetime

import msgspec
import pytest
from django.db import connection

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.publishing.publication import Approval, publish
from bulletins.search import Criteria, Search
from forum.models import Edition, Forum
from speakers.models import Organisation, Speaker
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_speaker,
)
from tests.kept_sites import kept

SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")


@pytest.fixture
def counted_from_one_number(db):
    """Rows get the same ids in each run: PostgreSQL starts its sequences again, and takes that back with the test."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER SEQUENCE "{name}" RESTART WITH 90001')


@pytest.fixture
def edition(db):
    """On a kept site, the one that stands there."""
    return Edition.objects.filter(forum__slug="rain").first() or make_edition(
        make_forum(slug="rain", name="Rain Forum")
    )


@kept
def published(edition, editor):
    return publish(make_bulletin(edition), by=editor, approval=SAID)


def tie(edition, editor):
    """Publish an issue that is tied to a session, an institution and a topic."""
    make_organisation("Academy of Rain")
    (entry,) = document().roster
    (section,) = document().sections
    point = msgspec.structs.replace(section.points[0], topics=("drainage",))
    content = document(
        roster=(msgspec.structs.replace(entry, organisation="academy-of-rain"),),
        sections=(msgspec.structs.replace(section, points=(point,)),),
    )
    bulletin = make_bulletin(edition, content=content)
    session = make_session(edition)
    bulletin.sessions.set([session])
    session.appearances.create(speaker=Speaker.objects.get())
    return publish(bulletin, by=editor, approval=SAID)


@kept
def tied(edition, editor):
    """A published issue that is tied to a session, an institution and a topic."""
    return tie(edition, editor)


@pytest.fixture
def forum(db):
    """On a kept site, the one that stands there."""
    return Forum.objects.filter(slug="lamps").first() or make_forum(
        name="Forum of Lamps", names={"zh": "灯论坛"}, slug="lamps"
    )


@pytest.fixture
def qiaoyun(db):
    return make_speaker(
        "lin-qiaoyun",
        family_name="Lin",
        given_name="Qiaoyun",
        own_name="林巧云",
        name_order=Speaker.NameOrder.FAMILY_FIRST,
    )


@pytest.fixture
def say(forum, editor):
    """Publish a bulletin: each argument is a point, its lead and its body; all said by one person."""

    def publish_points(
        *points, by="berg-ada", name="Ada Berg", year=2026, title="Rain gardens", topics=(), **fields
    ):
        edition = forum.editions.filter(year=year).first() or make_edition(
            forum, year=year, starts_on=datetime.date(year, 11, 17), ends_on=datetime.date(year, 11, 19)
        )
        organisation = fields.pop("organisation", None)
        content = document(
            title=title,
            date=datetime.date(year, 11, 18),
            language=fields.pop("language", "en"),
            roster=(
                RosterEntry(
                    speaker=by,
                    name=name,
                    credit=fields.pop("credit", "Head of Drains"),
                    organisation=organisation,
                ),
            ),
            sections=(
                Section(
                    numeral="I",
                    title=fields.pop("section", "Small Works"),
                    points=tuple(
                        Point(
                            ordinal="Firstly",
                            lead=(Text(lead),),
                            body=((Mention(by), Text(f" {body}")),),
                            topics=topics,
                        )
                        for lead, body in points
                    ),
                ),
            ),
        )
        return publish(make_bulletin(edition, content, **fields), by=editor, approval=SAID)

    return publish_points


@pytest.fixture
def academy(db):
    """On a kept site, what stands there."""
    name = "Academy of Rain"
    return Organisation.objects.filter(name=name).first() or make_organisation(name, country="NO")


@pytest.fixture
def leads():
    """Search, and give the leads of what is found, in order, without their ordinals."""

    def find(text="", **fields):
        groups = Search(Criteria(text, **fields)).page(1)
        found = [one.passage for group in groups for one in (*group.shown, *group.listed)]
        return [passage.lead.partition(", ")[2] for passage in found]

    return find
