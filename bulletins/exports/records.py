"""Records of what is public: plain dicts with whole addresses. `site` is scheme and host, without a last slash."""

import datetime
from collections.abc import Iterable
from typing import Any, TypedDict

import msgspec
from django.urls import reverse

from bulletins.document import Document, points
from bulletins.models import Passage, Publication, Topic
from bulletins.models import Statement as StatementRow
from bulletins.statements import statements
from forum.models import Session
from speakers.models import Organisation, Speaker


class VersionRecord(TypedDict):
    """A public version of a bulletin. `id` is its permanent address, `address` where the newest one is read."""

    id: str
    address: str
    forum: str
    series: str
    year: int
    number: int
    volume: int
    version: int
    replaced: bool
    date: datetime.date
    language: str
    series_title: str
    title: str
    summary: str
    published_at: datetime.datetime
    public_from: datetime.datetime
    correction_kind: str
    correction_note: str


class PointRecord(TypedDict):
    """A point of a bulletin's newest version, as printed."""

    id: str
    address: str
    bulletin: str
    version: int
    point: str
    date: datetime.date
    language: str
    series_title: str
    title: str
    section: str
    lead: str
    text: str
    credits: list[str]


class StatementRecord(TypedDict):
    """What one person said: a record for each of those who said it together. Its words are a summary's.

    Without a `speaker` the institution (`body`) said it itself, or `spoken_by` did for it. `on_behalf_of` is the key of
    the institution on whose behalf somebody else spoke.
    """

    id: str
    address: str
    bulletin: str
    version: int
    point: str
    statement: int
    date: datetime.date
    language: str
    series_title: str
    title: str
    section: str
    speaker: str
    name: str
    credit: str
    body: str
    on_behalf_of: str
    spoken_by: str
    session: int | None
    text: str


class PersonRecord(TypedDict):
    """Somebody whom a public bulletin credits. `key` stands in addresses and Documents."""

    key: str
    address: str
    name: str
    own_name: str
    family_name: str
    given_name: str
    suffix: str
    orcid: str


class BodyRecord(TypedDict):
    """An institution for which somebody is credited."""

    key: str
    address: str
    name: str
    names: dict[str, str]
    country: str
    ror: str


class TopicRecord(TypedDict):
    """A topic of public points. `wider` is the key of the topic above it."""

    key: str
    address: str
    name: str
    names: dict[str, str]
    wider: str


class SessionRecord(TypedDict):
    """A session that a public bulletin reports."""

    key: int
    address: str
    forum: str
    year: int
    title: str
    theme: str
    kind: str
    starts_at: datetime.datetime | None
    ends_at: datetime.datetime | None
    date: datetime.date | None
    room: str


class ReportedRecord(TypedDict):
    """A statement inside a Document: the keys of the roster entries who made it, and on whose behalf each did."""

    point: str
    statement: int
    entries: list[str]
    behalf: dict[str, str]
    text: str


def version_record(publication: Publication, site: str) -> VersionRecord:
    """Tell of a version."""
    return {
        "id": f"{site}{publication.version_url}",
        "address": f"{site}{publication.get_absolute_url()}",
        "forum": publication.edition.forum.slug,
        "series": publication.series.slug,
        "year": publication.edition.year,
        "number": publication.number,
        "volume": publication.volume,
        "version": publication.version,
        "replaced": publication.superseded,
        "date": publication.date,
        "language": publication.language,
        "series_title": publication.series_title,
        "title": publication.title,
        "summary": publication.summary,
        "published_at": publication.published_at,
        "public_from": publication.public_from,
        "correction_kind": publication.correction_kind,
        "correction_note": publication.correction_note,
    }


def point_record(passage: Passage, site: str) -> PointRecord:
    """Tell of a point; its statements should be fetched."""
    publication = passage.publication
    return {
        "id": f"{site}{publication.version_url}{passage.anchor}/",
        "address": f"{site}{passage.url}",
        "bulletin": f"{site}{publication.version_url}",
        "version": publication.version,
        "point": passage.anchor,
        "date": passage.date,
        "language": passage.language,
        "series_title": publication.series_title,
        "title": publication.title,
        "section": passage.section_title,
        "lead": passage.lead,
        "text": passage.text,
        "credits": _credits(passage.statements.all(), passage.language),
    }


def _credits(made: Iterable[StatementRow], language: str) -> list[str]:
    told = (", ".join(filter(None, (one.maker.name_in(language), one.credit))) for one in made)
    return list(dict.fromkeys(told))


def statement_record(statement: StatementRow, site: str) -> StatementRecord:
    """Tell of a statement."""
    publication, passage = statement.publication, statement.passage
    return {
        "id": f"{site}{statement_path(statement)}",
        "address": f"{site}{statement.url}",
        "bulletin": f"{site}{publication.version_url}",
        "version": publication.version,
        "point": statement.anchor,
        "statement": statement.number,
        "date": statement.date,
        "language": publication.language,
        "series_title": publication.series_title,
        "title": publication.title,
        "section": passage.section_title if passage else "",
        "speaker": statement.speaker.slug if statement.speaker else "",
        "name": statement.maker.name_in(publication.language),
        "credit": statement.credit,
        "body": statement.organisation.slug if statement.organisation else "",
        "on_behalf_of": statement.behalf.slug if statement.behalf else "",
        "spoken_by": statement.spoken_by,
        "session": statement.session_id,
        "text": statement.text,
    }


def statement_path(statement: StatementRow) -> str:
    """Permanent address of a statement: the point of a version, or the version itself, and which statement it is."""
    version = statement.publication.version_url
    if statement.passage_id is None:
        return f"{version}#{statement.anchor}-{statement.number}"
    return f"{version}{statement.anchor}/#statement-{statement.number}"


def person_record(speaker: Speaker, site: str) -> PersonRecord:
    """Tell of a person."""
    return {
        "key": speaker.slug,
        "address": f"{site}{speaker.get_absolute_url()}",
        "name": speaker.name,
        "own_name": speaker.own_name,
        "family_name": speaker.family_name,
        "given_name": speaker.given_name,
        "suffix": speaker.suffix,
        "orcid": speaker.orcid,
    }


def body_record(organisation: Organisation, site: str) -> BodyRecord:
    """Tell of an institution."""
    return {
        "key": organisation.slug,
        "address": f"{site}{organisation.get_absolute_url()}",
        "name": organisation.name,
        "names": organisation.names,
        "country": organisation.country,
        "ror": organisation.ror,
    }


def topic_record(topic: Topic, site: str) -> TopicRecord:
    """Tell of a topic. Where it is public, what is wider is too."""
    return {
        "key": topic.slug,
        "address": f"{site}{topic.get_absolute_url()}",
        "name": topic.name,
        "names": topic.names,
        "wider": topic.parent.slug if topic.parent else "",
    }


def session_record(session: Session, site: str) -> SessionRecord:
    """Tell of a session."""
    return {
        "key": session.pk,
        "address": f"{site}{session.get_absolute_url()}",
        "forum": session.edition.forum.slug,
        "year": session.edition.year,
        "title": session.title,
        "theme": session.theme,
        "kind": session.kind,
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "date": session.date,
        "room": session.room,
    }


def reported(document: Document) -> list[ReportedRecord]:
    """Tell of all statements of a Document, in printed order, with the ids of their points."""
    ids = {where: point.id for where, point in points(document)}
    counts: dict[str, int] = {}
    found: list[ReportedRecord] = []
    for one in statements(document):
        counts[one.where] = counts.get(one.where, 0) + 1
        found.append(
            {
                "point": ids.get(one.where, one.where),
                "statement": counts[one.where],
                "entries": list(one.entries),
                "behalf": dict(one.behalf),
                "text": one.text,
            }
        )
    return found


def as_builtins(document: Document) -> dict[str, Any]:
    """Give a Document as a plain dict, as its JSON has it."""
    plain: dict[str, Any] = msgspec.to_builtins(document)
    return plain


def site_of(address: str) -> str:
    """Give scheme and host of the home page's whole address."""
    return address.removesuffix(reverse("home"))
