"""A draft's history: the moments that are kept of it, how it stood at each, and going back to one."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from uuid import UUID

import msgspec
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bulletins.document import Document, RosterEntry, Section, Subsection, sections, with_speakers
from bulletins.drafts.changes import MOST_CHANGES, apply_changes
from bulletins.drafts.rights import require_for
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import Change, Sheet, SheetEntry, SheetPoint, SheetSection, id_of, key_of
from bulletins.drafts.sheet_changes import all_points, changes_between, with_point_of
from bulletins.drafts.snapshots import take_snapshot
from bulletins.models import Bulletin, DraftPoint, Publication, Snapshot
from forum.colleagues import name_of
from forum.locks import share_people
from forum.models import Session
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry
from speakers.models import Speaker

NOW = "now"
# What of a bulletin is restored by itself, besides points.
RESTORED_ALONE = {
    "date",
    "title",
    "series_title",
    "editors_note",
    "lede",
    "summarized_by",
    "hands",
    "marking",
    "contact",
    "distribution",
    "copies",
}


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A moment at which a draft's words are known: a snapshot ("s7"), a published version ("v2"), or "now"."""

    key: str
    at: datetime.datetime
    who: str = ""
    reason: str = ""
    name: str = ""
    version: int | None = None


class Touch(msgspec.Struct, frozen=True, kw_only=True):
    """Who changed a point last, and when."""

    who: str
    at: datetime.datetime


def moments(bulletin: Bulletin) -> list[Moment]:
    """Give all moments, the newest first: how it stands now, its snapshots and what was published of it."""
    snapshots = bulletin.snapshots.defer("frozen").select_related("by")
    published = bulletin.publications.defer("frozen", "renderings", "accepted").select_related("published_by")
    kept = [_moment_of(snapshot) for snapshot in snapshots]
    kept += [
        Moment(key=f"v{one.version}", at=one.published_at, who=name_of(one.published_by), version=one.version)
        for one in published
    ]
    now = Moment(key=NOW, at=bulletin.updated_at)
    return [now, *sorted(kept, key=lambda moment: moment.at, reverse=True)]


def _moment_of(snapshot: Snapshot) -> Moment:
    is_named = snapshot.reason == Snapshot.Reason.NAMED
    return Moment(
        key=f"s{snapshot.pk}",
        at=snapshot.taken_at,
        who=name_of(snapshot.by),
        reason="" if is_named else str(snapshot.get_reason_display()),
        name=snapshot.name,
    )


def document_at(bulletin: Bulletin, key: str) -> Document:
    """Give the Document at a moment. Raises Refusal where nothing is kept of it."""
    if key == NOW:
        return document_of(bulletin)
    kind, number = key[:1], key[1:]
    kept: Snapshot | Publication | None = None
    with suppress(ValueError):  # no number
        if kind == "s":
            kept = bulletin.snapshots.filter(pk=number).first()
        elif kind == "v":
            kept = bulletin.publications.filter(version=number).first()
    if kept is None:
        raise Refusal(_("This state of the draft is not kept."))
    return kept.paper_document if isinstance(kept, Publication) else kept.document


def last_touches(bulletin: Bulletin) -> dict[str, Touch]:
    """Give who changed each point last, by the ids of points; those of which it is not known are left out."""
    rows = DraftPoint.objects.filter(section__bulletin=bulletin)
    return {
        id_of(row.key): Touch(who=name_of(row.changed_by), at=row.changed_at)
        for row in rows.select_related("changed_by").only("key", "changed_at", "changed_by")
        if row.changed_at is not None
    }


@atomic_with_retry
def restore(bulletin: Bulletin, key: str, part: str = "", *, by: User | None) -> tuple[str, ...]:
    """Bring a draft, or one part of it, back to how it stood at a moment; what stood before is kept as a snapshot.

    `part` is the id of a point or one of RESTORED_ALONE. Gives why some of it could not be restored, if so.
    Raises Refusal where there is nothing to restore.
    """
    require_for(by, "bulletins.change_bulletin", bulletin)
    share_people()
    bulletin = Bulletin.objects.select_for_update().select_related("edition__forum").get(pk=bulletin.pk)
    then = _sheet_then(bulletin, document_at(bulletin, key))

    def wanted(now: Sheet) -> Sheet:
        return _with_part(now, then, part) if part else _with_numbers_of(now, then)

    if not changes_between(stands := sheet_of(bulletin), wanted(stands)):
        raise Refusal(_("It stands as it was then already."))
    take_snapshot(bulletin, Snapshot.Reason.RESTORE, by=by)
    refusals = _carry_out(bulletin, wanted, by)
    if not part:
        # A session that came back put everybody who appears in it on the roster.
        refusals = _carry_out(bulletin, wanted, by)
    return refusals


def _carry_out(bulletin: Bulletin, wanted: Callable[[Sheet], Sheet], by: User | None) -> tuple[str, ...]:
    stands = sheet_of(bulletin)
    changes = changes_between(stands, wanted(stands))
    refusals: list[str] = []
    for start in range(0, len(changes), MOST_CHANGES):
        some: tuple[Change, ...] = changes[start : start + MOST_CHANGES]
        applied = apply_changes(bulletin, some, by=by, seen=stands.version)
        refusals += [one.message for one in applied.outcomes if one.status == "refused"]
    return tuple(dict.fromkeys(refusals))


def _with_numbers_of(now: Sheet, then: Sheet) -> Sheet:
    """Give a sheet of then with the number and volume of now: they are allotted, and others may have them."""
    return msgspec.structs.replace(then, number=now.number, volume=now.volume, version=now.version)


def _with_part(now: Sheet, then: Sheet, part: str) -> Sheet:
    if part in RESTORED_ALONE:
        return msgspec.structs.replace(now, **{part: getattr(then, part)})
    key = next((key for key in all_points(then) if id_of(key) == part), None)
    if key is None:
        raise Refusal(_("This point was not there then."))
    return with_point_of(now, then, key)


def _sheet_then(bulletin: Bulletin, document: Document) -> Sheet:
    """Give a Document that this draft once was as a sheet: people, sessions and rows by the keys they have now."""
    known = Speaker.objects.known_as(entry.speaker for entry in document.roster)
    rows = DraftPoint.objects.filter(section__bulletin=bulletin).values_list("key", flat=True)
    keys = {id_of(key): key for key in (*rows, *bulletin.sections.values_list("key", flat=True))}
    return Sheet(
        language=document.language,
        number=document.number,
        volume=document.volume,
        date=document.date,
        title=document.title or "",
        series_title=_typed_series_title(bulletin, document),
        sessions=_sessions(bulletin, document),
        note_label=document.note_label or "",
        editors_note=with_speakers(document.editors_note, known),
        lede=with_speakers(document.lede, known),
        summarized_by=document.summarized_by,
        summarized_label=document.summarized_label or "",
        hands=document.hands,
        marking=document.marking or "",
        contact=document.contact,
        distribution=document.distribution,
        copies=document.copies,
        section_style=document.section_style,
        point_style=document.point_style,
        roster=tuple(_roster(document, known)),
        sections=tuple(_section(section, keys, known) for _, section in sections(document)),
    )


def _typed_series_title(bulletin: Bulletin, document: Document) -> str:
    """Give the series title, if it was typed and not made of year, forum and number."""
    edition, number = bulletin.edition, document.number
    usual = bulletin.series.running_title(document.language, edition.forum, edition.year, number)
    return "" if document.series_title == usual else document.series_title or ""


def _sessions(bulletin: Bulletin, document: Document) -> tuple[int, ...]:
    keys = [int(ref.key) for ref in document.sessions if ref.key.isdecimal()]
    there = Session.objects.filter(edition=bulletin.edition_id, pk__in=keys)
    return tuple(sorted(there.values_list("pk", flat=True)))


def _roster(document: Document, known: Mapping[str, str]) -> Iterator[SheetEntry]:
    people = Speaker.objects.in_bulk(list(known.values()), field_name="slug")
    # Two who are one by now were listed by the first.
    entries: dict[str, RosterEntry] = {}
    for entry in document.roster:
        entries.setdefault(known.get(entry.speaker, entry.speaker), entry)
    for key, entry in entries.items():
        usual = people[key].name_in(document.language) if key in people else ""
        yield SheetEntry(
            speaker=key,
            name="" if entry.name == usual else entry.name,
            credit=entry.credit,
            role=entry.role,
            role_printed=entry.role_printed or "",
            organisation=entry.organisation,
            kind=entry.kind,
        )


def _section(section: Subsection, keys: Mapping[str, UUID], known: Mapping[str, str]) -> SheetSection:
    return SheetSection(
        id=keys.get(section.id) or key_of(section.id),
        title=section.title,
        numbered=section.numeral is not None,
        level=1 if isinstance(section, Section) else 2,
        points=tuple(
            SheetPoint(
                id=keys.get(point.id) or key_of(point.id),
                numbered=point.ordinal is not None,
                lead=with_speakers(point.lead, known),
                body=with_speakers(point.body, known),
                topics=tuple(sorted(point.topics)),
            )
            for point in section.points
        ),
    )
