"""Rows ⇄ Document. The only place where the one becomes the other."""

from collections.abc import Iterable
from typing import cast

from django.db import transaction
from django.utils import timezone

from bulletins.document import (
    Document,
    Language,
    Point,
    PointStyle,
    Role,
    RosterEntry,
    Section,
    SectionStyle,
    SessionRef,
    paragraph_from_builtins,
    prose_from_builtins,
    to_builtins,
)
from bulletins.language import of, renumbered
from bulletins.models import Bulletin, RosterLine, Topic
from bulletins.models import Point as PointRow
from bulletins.models import Section as SectionRow
from forum.models import Session
from speakers.models import Appearance, Organisation, Speaker

# Numbered rows carry this until `renumbered` puts the words there.
_NUMBERED = "?"


def document_of(bulletin: Bulletin) -> Document:
    """Give the Document of a draft, read with a constant number of queries."""
    bulletin = Bulletin.objects.with_body().get(pk=bulletin.pk)
    forum = bulletin.edition.forum
    return renumbered(
        Document(
            language=cast("Language", bulletin.language),
            forum=forum.name_in(bulletin.language),
            edition=bulletin.edition.year,
            publisher=forum.publisher_in(bulletin.language),
            issn=forum.issn or None,
            number=bulletin.number,
            volume=bulletin.volume,
            date=bulletin.date,
            series_title=bulletin.series_title or _series_title(bulletin),
            title=bulletin.title or None,
            sessions=tuple(_session_ref(session) for session in _in_order(bulletin.sessions.all())),
            roster=_roster(bulletin),
            editors_note=prose_from_builtins(bulletin.editors_note),
            lede=prose_from_builtins(bulletin.lede),
            sections=tuple(_section(section) for section in bulletin.sections.all()),
            summarized_by=tuple(bulletin.summarized_by),
            section_style=cast("SectionStyle", bulletin.section_style),
            point_style=cast("PointStyle", bulletin.point_style),
        )
    )


def _series_title(bulletin: Bulletin) -> str | None:
    if bulletin.number is None:
        return None
    name = bulletin.edition.forum.name_in(bulletin.language)
    return of(bulletin.language).series_title(bulletin.edition.year, name, bulletin.number)


def _in_order(sessions: Iterable[Session]) -> list[Session]:
    return sorted(sessions, key=lambda session: (session.starts_at, session.title, session.pk))


def _session_ref(session: Session) -> SessionRef:
    day = timezone.localtime(session.starts_at).date()
    return SessionRef(key=str(session.pk), title=session.title, date=day)


def _roster(bulletin: Bulletin) -> tuple[RosterEntry, ...]:
    appeared: dict[int, list[str]] = {}
    for session in _in_order(bulletin.sessions.all()):
        for appearance in session.appearances.all():
            appeared.setdefault(appearance.speaker_id, []).append(str(session.pk))
    return tuple(
        RosterEntry(
            speaker=line.speaker.slug,
            name=line.name or line.speaker.name_in(bulletin.language),
            credit=line.credit,
            role=cast("Role", line.role) if line.role else None,
            sessions=tuple(appeared.get(line.speaker_id, ())),
            organisation=line.organisation.slug if line.organisation else None,
        )
        for line in bulletin.roster.all()
    )


def _section(row: SectionRow) -> Section:
    return Section(
        numeral=_NUMBERED if row.numbered else None,
        title=row.title,
        points=tuple(
            Point(
                ordinal=_NUMBERED if point.numbered else None,
                lead=paragraph_from_builtins(point.lead),
                body=prose_from_builtins(point.body),
                topics=tuple(sorted(topic.slug for topic in point.topics.all())),
            )
            for point in row.points.all()
        ),
    )


@transaction.atomic
def write_document(bulletin: Bulletin, document: Document, speakers: dict[str, Speaker]) -> None:
    """Put a Document into a draft's rows: masthead, texts, roster and body; what was there is replaced.

    `speakers` has the Speaker of every roster key, and the Document's keys are those Speakers' slugs.
    Sessions are the caller's: a Document knows them by the keys of this database only. A topic that is
    not in the tree yet is put there under its key.
    """
    bulletin.number = document.number
    bulletin.volume = document.volume
    bulletin.date = document.date
    bulletin.language = document.language
    bulletin.title = document.title or ""
    bulletin.series_title = ""
    bulletin.section_style = document.section_style
    bulletin.point_style = document.point_style
    bulletin.editors_note = to_builtins(document.editors_note)
    bulletin.lede = to_builtins(document.lede)
    bulletin.summarized_by = list(document.summarized_by)
    if document.series_title != _series_title(bulletin):
        bulletin.series_title = document.series_title or ""
    bulletin.save()
    _write_roster(bulletin, document, speakers)
    _write_body(bulletin, document)


def _write_roster(bulletin: Bulletin, document: Document, speakers: dict[str, Speaker]) -> None:
    bulletin.roster.all().delete()
    lines = []
    keys = {entry.organisation for entry in document.roster if entry.organisation}
    organisations = {one.slug: one for one in Organisation.objects.filter(slug__in=keys)}
    for order, entry in enumerate(document.roster):
        speaker = speakers[entry.speaker]
        name = "" if entry.name == speaker.name_in(document.language) else entry.name
        lines.append(
            RosterLine(
                bulletin=bulletin,
                speaker=speaker,
                order=order,
                name=name,
                credit=entry.credit,
                role=entry.role or "",
                organisation=organisations.get(entry.organisation or ""),
            )
        )
    RosterLine.objects.bulk_create(lines)


def _write_body(bulletin: Bulletin, document: Document) -> None:
    bulletin.sections.all().delete()
    sections = SectionRow.objects.bulk_create(
        SectionRow(bulletin=bulletin, order=order, title=section.title, numbered=section.numeral is not None)
        for order, section in enumerate(document.sections)
    )
    points = PointRow.objects.bulk_create(
        PointRow(
            section=row,
            order=order,
            numbered=point.ordinal is not None,
            lead=to_builtins(point.lead),
            body=to_builtins(point.body),
        )
        for row, section in zip(sections, document.sections, strict=True)
        for order, point in enumerate(section.points)
    )
    _write_topics(points, [point.topics for section in document.sections for point in section.points])


def _write_topics(points: list[PointRow], keys: list[tuple[str, ...]]) -> None:
    wanted = {key for some in keys for key in some}
    topics = {topic.slug: topic for topic in Topic.objects.filter(slug__in=wanted)}
    for key in wanted - topics.keys():
        topics[key] = Topic.objects.create(slug=key, name=key.replace("-", " ").capitalize())
    through = PointRow.topics.through
    through.objects.bulk_create(
        through(point_id=point.pk, topic_id=topics[key].pk)
        for point, some in zip(points, keys, strict=True)
        for key in dict.fromkeys(some)
    )


@transaction.atomic
def fill_roster(bulletin: Bulletin) -> int:
    """Add everybody who appears in the bulletin's sessions and is not in its roster. Gives how many."""
    present = set(bulletin.roster.values_list("speaker_id", flat=True))
    appearances = Appearance.objects.in_order().filter(session__bulletins=bulletin).select_related("speaker")
    missing = {one.speaker_id: one for one in reversed(appearances) if one.speaker_id not in present}
    lines = [
        RosterLine(
            bulletin=bulletin,
            speaker=one.speaker,
            order=order,
            credit=one.credit_in(bulletin.language),
            role=one.role,
            organisation=one.organisation,
        )
        for order, one in enumerate(reversed(missing.values()), len(present))
    ]
    return len(RosterLine.objects.bulk_create(lines))
