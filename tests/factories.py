"""Rows for tests, with as few words as a test needs."""

import datetime
import itertools

from django.contrib.auth.models import User
from django.db.backends.postgresql.psycopg_any import DateRange

from bulletins.document import Document, Mention, Point, RosterEntry, Section, Text
from bulletins.document_json import to_json
from bulletins.drafts.rows import write_document
from bulletins.models import Bulletin, Publication, Series
from bulletins.publishing.index import index
from forum.models import Edition, Forum, Session
from speakers.directory import free_slug
from speakers.models import Organisation, Position, Speaker

_count = itertools.count(1)
DAY = datetime.date(2026, 11, 18)


def make_user(name="editor", **fields):
    return User.objects.create_user(name, password=f"{name}-password", is_staff=True, **fields)


def make_forum(**fields):
    defaults = {"name": f"Forum {next(_count)}", "publisher": "Office of the Forum"}
    fields = defaults | fields
    volume = fields.pop("next_volume", None)
    forum = Forum.objects.create(slug=fields.pop("slug", None) or f"forum-{next(_count)}", **fields)
    if volume is not None:
        make_series(forum, "Bulletin", is_main=True, next_volume=volume)
    return forum


def make_series(forum, name="Special Report", **fields):
    slug = fields.pop("slug", None) or name.lower().replace(" ", "-")
    return Series.objects.create(forum=forum, name=name, slug=slug, **fields)


def make_edition(forum=None, **fields):
    defaults = {
        "year": 2026,
        "starts_on": datetime.date(2026, 11, 17),
        "ends_on": datetime.date(2026, 11, 19),
    }
    return Edition.objects.create(forum=forum or make_forum(), **(defaults | fields))


def make_session(edition, **fields):
    start = datetime.datetime(2026, 11, 18, 9, tzinfo=datetime.UTC)
    defaults = {
        "title": f"Session {next(_count)}",
        "starts_at": start,
        "ends_at": start + datetime.timedelta(hours=2),
    }
    return Session.objects.create(edition=edition, **(defaults | fields))


def make_speaker(slug="berg-ada", **fields):
    defaults = {"family_name": "Berg", "given_name": "Ada"}
    return Speaker.objects.create(slug=slug, **(defaults | fields))


def make_organisation(name="Academy of Rain", **fields):
    return Organisation.objects.create(slug=free_slug(name, Organisation), name=name, **fields)


def hold(speaker, title, start=datetime.date(2010, 1, 1), end=None, **fields):
    """Somebody holds a title at the Academy of Rain."""
    organisation, _ = Organisation.objects.get_or_create(
        slug="academy-of-rain", defaults={"name": "Academy of Rain", "names": {"zh": "雨水学院"}}
    )
    return Position.objects.create(
        speaker=speaker, organisation=organisation, title=title, held=DateRange(start, end), **fields
    )


def document(**fields):
    """A small bulletin that every check is content with."""
    defaults = {
        "title": "Rain gardens and the streets that need them",
        "date": DAY,
        "editors_note": ((Text("This bulletin sums up what was said in the morning session."),),),
        "lede": ((Text("Speakers compared what small works can do for old streets."),),),
        "roster": (
            RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains, City of Ulm-on-Sea"),
        ),
        "sections": (
            Section(
                id="5ec0000001",
                numeral="I",
                title="Small Works First",
                points=(
                    Point(
                        id="a000000001",
                        ordinal="Firstly",
                        lead=(Text("small works come before large ones."),),
                        body=(
                            (
                                Text("According to "),
                                Mention("berg-ada"),
                                Text(", a garden a street is enough."),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        "summarized_by": ("Ivo Lund",),
    }
    return Document(**(defaults | fields))


def make_bulletin(edition=None, content=None, **fields):
    """A draft of a document, with its speaker and a session."""
    edition = edition or make_edition()
    content = content or document()
    bulletin = Bulletin(edition=edition, forum=edition.forum, **fields)
    speakers = {}
    for entry in (one for one in content.roster if one.kind == "person"):
        found = Speaker.objects.filter(slug=entry.speaker).first()
        given, _, family = entry.name.rpartition(" ")
        speakers[entry.speaker] = found or make_speaker(entry.speaker, family_name=family, given_name=given)
    write_document(bulletin, content, speakers)
    for name, value in fields.items():
        setattr(bulletin, name, value)
    bulletin.save()
    return bulletin


def make_version(bulletin, content=None, **fields):
    """A version of a bulletin, neither checked nor rendered nor indexed: a row for queries to find."""
    content = content or document()
    at = fields.get("published_at", datetime.datetime(2026, 11, 18, 20, tzinfo=datetime.UTC))
    version = fields.get("version", 1)
    correction = {"correction_kind": "typo", "correction_note": "A figure was wrong."} if version > 1 else {}
    defaults = {name: getattr(bulletin, name) for name in ("edition", "forum", "series", "number", "volume")}
    defaults |= {"version": version, "frozen": to_json(content).decode(), "date": content.date}
    defaults |= {"language": content.language, "series_title": "Bulletin", "title": content.title}
    defaults |= {"published_at": at, "public_from": at, "published_by": User.objects.first() or make_user()}
    return Publication.objects.create(bulletin=bulletin, **(defaults | correction | fields))


def make_copies(publication, count):
    """More issues with the same text and index, made without rendering anything, for pages of many rows."""
    forum, made = publication.forum, []
    for step in range(1, count + 1):
        place = {"number": publication.number + step, "volume": publication.volume + step}
        bulletin = Bulletin.objects.create(
            edition=publication.edition,
            forum=forum,
            series=publication.series,
            title=publication.title,
            **place,
        )
        bulletin.sessions.set(publication.bulletin.sessions.all())
        values = {
            field.attname: getattr(publication, field.attname) for field in Publication._meta.concrete_fields
        }
        made.append(Publication(**(values | place | {"id": None, "bulletin_id": bulletin.pk})))
    for copy in Publication.objects.bulk_create(made):
        index(copy)
    return made
