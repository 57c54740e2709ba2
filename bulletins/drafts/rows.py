"""Rows ⇄ Document and sheet. The only place where the one becomes the other."""

import datetime
from collections.abc import Iterable, Iterator
from typing import cast

import msgspec
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from bulletins.document import (
    Document,
    Hand,
    KindName,
    Labelled,
    Paragraph,
    Prose,
    RoleName,
    Section,
    SectionStyleName,
    SessionRef,
    figures,
    points,
    sections,
)
from bulletins.document_json import paragraph_from_builtins, prose_from_builtins, to_builtins
from bulletins.drafts.contributions import note_writer
from bulletins.drafts.sheet import (
    Frame,
    Sheet,
    SheetEntry,
    SheetPoint,
    SheetSection,
    document_of_sheet,
    id_of,
    key_of,
)
from bulletins.models import Bulletin, DraftPoint, DraftSection, Picture, RosterLine, Topic
from bulletins.models.bulletin import BulletinQuerySet
from forum.models import Session
from speakers.models import Organisation, Speaker


def document_of(bulletin: Bulletin) -> Document:
    """Give the Document of a draft, read with a constant number of queries."""
    return _document(Bulletin.objects.with_body().get(pk=bulletin.pk))


def _document(bulletin: Bulletin) -> Document:
    sheet = _sheet(bulletin)
    people = [line.speaker for line in bulletin.roster.all() if line.speaker]
    names = {speaker.slug: speaker.name_in(bulletin.language) for speaker in people}
    return document_of_sheet(sheet, _frame(bulletin, sheet, bulletin.sessions.all(), names))


def documents_of(bulletins: BulletinQuerySet) -> Iterator[tuple[Bulletin, Document]]:
    """Give drafts with their Documents, all read with a constant number of queries."""
    for bulletin in bulletins.with_body():
        yield bulletin, _document(bulletin)


def sheet_of(bulletin: Bulletin) -> Sheet:
    """Give a draft as the writing page holds it, read with a constant number of queries."""
    return _sheet(Bulletin.objects.with_body().get(pk=bulletin.pk))


def document_as_typed(bulletin: Bulletin, sheet: Sheet) -> Document:
    """Give the Document that a sheet would be if it were saved; nothing is."""
    sessions = Session.objects.filter(edition=bulletin.edition_id, pk__in=sheet.sessions)
    slugs = [entry.speaker for entry in sheet.roster]
    names = {one.slug: one.name_in(sheet.language) for one in Speaker.objects.filter(slug__in=slugs)}
    frame = _frame(bulletin, sheet, sessions.prefetch_related("appearances__speaker"), names)
    return document_of_sheet(sheet, frame)


def _sheet(bulletin: Bulletin) -> Sheet:
    return Sheet(
        version=bulletin.version,
        language=bulletin.language,
        number=bulletin.number,
        volume=bulletin.volume,
        date=bulletin.date,
        title=bulletin.title,
        series_title=bulletin.series_title,
        sessions=tuple(sorted(session.pk for session in bulletin.sessions.all())),
        note_label=bulletin.note_label,
        editors_note=prose_from_builtins(bulletin.editors_note),
        lede=prose_from_builtins(bulletin.lede),
        summarized_by=tuple(bulletin.summarized_by),
        summarized_label=bulletin.summarized_label,
        hands=msgspec.convert(bulletin.hands, tuple[Hand, ...]),
        marking=bulletin.marking,
        contact=msgspec.convert(bulletin.contact, tuple[Labelled, ...]),
        distribution=msgspec.convert(bulletin.distribution, tuple[Labelled, ...]),
        copies=bulletin.copies,
        section_style=cast("SectionStyleName", bulletin.section_style),
        point_style=bulletin.point_style,
        roster=tuple(_entry(line) for line in bulletin.roster.all()),
        sections=tuple(_section(section) for section in bulletin.sections.all()),
    )


def _frame(bulletin: Bulletin, sheet: Sheet, sessions: Iterable[Session], names: dict[str, str]) -> Frame:
    forum, year = bulletin.edition.forum, bulletin.edition.year
    ordered = _in_order(sessions)
    attended: dict[str, list[str]] = {}
    for session in ordered:
        for appearance in session.appearances.all():
            attended.setdefault(appearance.speaker.slug, []).append(str(session.pk))
    return Frame(
        forum=forum.name_in(sheet.language),
        edition=year,
        publisher=forum.publisher_in(sheet.language),
        issn=forum.issn or None,
        sessions=tuple(_session_ref(session, sheet.language) for session in ordered),
        names=names,
        attended={slug: tuple(keys) for slug, keys in attended.items()},
        series=bulletin.series.ref(sheet.language, forum),
        series_title=bulletin.series.running_title(sheet.language, forum, year, sheet.number),
    )


def _in_order(sessions: Iterable[Session]) -> list[Session]:
    """As the programme lists them (`SessionQuerySet.in_order`), of rows that are fetched already."""
    return sorted(sessions, key=lambda session: (*_moment(session), session.title, session.pk))


def _moment(session: Session) -> tuple[bool, datetime.datetime]:
    day = session.date or datetime.date.max
    begins = session.starts_at or datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return session.day is None, begins


def _session_ref(session: Session, language: str) -> SessionRef:
    return SessionRef(key=str(session.pk), title=session.name_in(language), date=session.day)


def _entry(line: RosterLine) -> SheetEntry:
    return SheetEntry(
        speaker=line.entry_key,
        name=line.name,
        credit=line.credit,
        role=cast("RoleName", line.role) if line.role else None,
        role_printed=line.role_printed,
        organisation=line.organisation.slug if line.organisation else None,
        kind=cast("KindName", line.kind),
    )


def _section(row: DraftSection) -> SheetSection:
    return SheetSection(
        id=row.key,
        title=row.title,
        numbered=row.numbered,
        level=2 if row.level == 2 else 1,
        points=tuple(_point(point) for point in row.points.all()),
    )


def _point(row: DraftPoint) -> SheetPoint:
    return SheetPoint(
        id=row.key,
        numbered=row.numbered,
        lead=paragraph_from_builtins(row.lead),
        body=prose_from_builtins(row.body),
        topics=tuple(sorted(topic.slug for topic in row.topics.all())),
    )


def _series_title(bulletin: Bulletin) -> str | None:
    edition = bulletin.edition
    return bulletin.series.running_title(bulletin.language, edition.forum, edition.year, bulletin.number)


@transaction.atomic
def write_document(
    bulletin: Bulletin, document: Document, speakers: dict[str, Speaker], *, by: User | None = None
) -> None:
    """Put a Document into a draft's rows: masthead, texts, roster and body; what was there is replaced.

    `speakers` has the Speaker of every person's roster key, and the Document's keys are those Speakers' slugs.
    Sessions are the caller's: a Document knows them by the keys of this database only. A topic that is
    not in the tree yet is put there under its key.
    """
    bulletin.take_series()
    bulletin.number = document.number
    bulletin.volume = document.volume
    bulletin.date = document.date
    bulletin.language = document.language
    bulletin.title = document.title or ""
    bulletin.series_title = ""
    bulletin.section_style = document.section_style
    bulletin.point_style = document.point_style
    bulletin.note_label = document.note_label or ""
    bulletin.editors_note = to_builtins(document.editors_note)
    bulletin.lede = to_builtins(document.lede)
    bulletin.summarized_by = list(document.summarized_by)
    bulletin.summarized_label = document.summarized_label or ""
    bulletin.marking = document.marking or ""
    for name in ("hands", "contact", "distribution"):
        setattr(bulletin, name, to_builtins(getattr(document, name)))
    bulletin.copies = document.copies
    if document.series_title != _series_title(bulletin):
        bulletin.series_title = document.series_title or ""
    bulletin.save()
    _write_roster(bulletin, document, speakers)
    _write_body(bulletin, document, by)
    _write_pictures(bulletin, document, by)
    note_writer(bulletin, by)


def _write_roster(bulletin: Bulletin, document: Document, speakers: dict[str, Speaker]) -> None:
    bulletin.roster.all().delete()
    lines = []
    keys = {entry.organisation for entry in document.roster if entry.organisation}
    organisations = {one.slug: one for one in Organisation.objects.filter(slug__in=keys)}
    for order, entry in enumerate(document.roster):
        speaker = speakers[entry.speaker] if entry.kind == "person" else None
        is_usual = speaker is not None and entry.name == speaker.name_in(document.language)
        lines.append(
            RosterLine(
                bulletin=bulletin,
                kind=entry.kind,
                speaker=speaker,
                key="" if speaker else entry.speaker,
                order=order,
                name="" if is_usual else entry.name,
                credit=entry.credit,
                role=entry.role or "",
                role_printed=entry.role_printed or "",
                organisation=organisations.get(entry.organisation or ""),
            )
        )
    RosterLine.objects.bulk_create(lines)


def _write_body(bulletin: Bulletin, document: Document, by: User | None) -> None:
    # A page that has the draft open knows rows by their keys: what has the id of a row keeps its key.
    there = {row.key: row for row in DraftPoint.objects.filter(section__bulletin=bulletin)}
    keys = {id_of(key): key for key in (*there, *bulletin.sections.values_list("key", flat=True))}
    bulletin.sections.all().delete()
    parts = [part for _, part in sections(document)]
    rows_of_parts = DraftSection.objects.bulk_create(
        DraftSection(
            bulletin=bulletin,
            key=keys.pop(section.id, None) or key_of(section.id),
            order=order,
            title=section.title,
            numbered=section.numeral is not None,
            level=1 if isinstance(section, Section) else 2,
        )
        for order, section in enumerate(parts)
    )
    rows = [
        DraftPoint(
            section=row,
            key=keys.pop(point.id, None) or key_of(point.id),
            order=order,
            numbered=point.ordinal is not None,
            lead=to_builtins(point.lead),
            body=to_builtins(point.body),
        )
        for row, section in zip(rows_of_parts, parts, strict=True)
        for order, point in enumerate(section.points)
    ]
    for row in rows:
        _note_change(row, there.get(row.key), by)
    made = DraftPoint.objects.bulk_create(rows)
    _write_topics(made, [point.topics for _, point in points(document)])


def _write_pictures(bulletin: Bulletin, document: Document, by: User | None) -> None:
    """Let the draft have the pictures that its Document shows: whoever hands that over has asked whether it may."""
    rows = (Picture.of(bulletin, one, by=by) for _, one in figures(document))
    Picture.objects.bulk_create(rows, ignore_conflicts=True)


def _note_change(row: DraftPoint, before: DraftPoint | None, by: User | None) -> None:
    """Note who changed a point last; one with the same words keeps what it had."""
    if before is not None and _words(before) == _words(row):
        row.changed_by_id, row.changed_at = before.changed_by_id, before.changed_at
    else:
        row.changed_by, row.changed_at = by, timezone.now()


def _words(row: DraftPoint) -> tuple[Paragraph, Prose]:
    return paragraph_from_builtins(row.lead), prose_from_builtins(row.body)


def _write_topics(points: list[DraftPoint], keys: list[tuple[str, ...]]) -> None:
    wanted = {key for some in keys for key in some}
    topics = {topic.slug: topic for topic in Topic.objects.filter(slug__in=wanted)}
    for key in wanted - topics.keys():
        topics[key] = Topic.objects.create(slug=key, name=key.replace("-", " ").capitalize())
    through = DraftPoint.topics.through
    through.objects.bulk_create(
        through(draftpoint_id=point.pk, topic_id=topics[key].pk)
        for point, some in zip(points, keys, strict=True)
        for key in dict.fromkeys(some)
    )
